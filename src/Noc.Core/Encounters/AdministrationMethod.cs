
namespace Noc.Encounters;

/// <summary>How a drug was given, as administration codes tell it apart.</summary>
public enum AdministrationMethod
{
    /// <summary>Not recorded, or another way.</summary>
    Other,

    /// <summary>Into a vein, by infusion.</summary>
    IvInfusion,

    /// <summary>Into a vein, by push.</summary>
    IvPush,

    /// <summary>Into a muscle.</summary>
    Intramuscular,

    /// <summary>Under the skin, by injection.</summary>
    Subcutaneous,

    /// <summary>Under the skin, by infusion.</summary>
    SubcutaneousInfusion,

    /// <summary>By an injector that stays on the body.</summary>
    OnBody,

    /// <summary>By a pump that runs for more than eight hours.</summary>
    ProlongedPump,

    /// <summary>Flushing or keeping a line open: no administration of its own.</summary>
    Flush,

    /// <summary>Into an artery, by infusion or push.</summary>
    IntraArterial,

    /// <summary>Into the fluid around the spinal cord.</summary>
    Intrathecal,

    /// <summary>Into the eye.</summary>
    Intravitreal,

    /// <summary>Breathed in.</summary>
    Inhalation,

    /// <summary>Swallowed.</summary>
    Oral,

    /// <summary>An immunisation.</summary>
    Vaccine,
}
