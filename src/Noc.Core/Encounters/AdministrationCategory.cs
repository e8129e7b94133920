
namespace Noc.Encounters;

/// <summary>The family of administration codes that a substance belongs to.</summary>
public enum AdministrationCategory
{
    /// <summary>Not given: a drug like most.</summary>
    Unknown,

    /// <summary>A drug for treatment, prevention or diagnosis.</summary>
    Therapeutic,

    /// <summary>Anticancer, or a complex biologic that the payer takes in the same family.</summary>
    Chemotherapy,

    /// <summary>Anticancer and hormonal.</summary>
    HormonalChemotherapy,

    /// <summary>Fluids and electrolytes alone.</summary>
    Hydration,

    /// <summary>A vaccine.</summary>
    Vaccine,
}
