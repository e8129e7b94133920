
namespace Noc.Pricing;

/// <summary>Under which payment system a line is paid.</summary>
public enum PaySystem
{
    /// <summary>Physicians and suppliers: office, infusion suite, home.</summary>
    Physician,

    /// <summary>Hospital outpatient department (bill type 13x).</summary>
    HospitalOutpatient,

    /// <summary>Ambulatory surgical centre.</summary>
    SurgeryCentre,

    /// <summary>Dialysis facility.</summary>
    Dialysis,

    /// <summary>Supplier of durable medical equipment.</summary>
    Equipment,

    /// <summary>Critical access and other hospitals that are paid at cost.</summary>
    AtCost,
}
