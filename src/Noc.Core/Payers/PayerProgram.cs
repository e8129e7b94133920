namespace Noc.Payers;

/// <summary>Whose rules a claim is judged by.</summary>
public enum PayerProgram
{
    /// <summary>Commercial, and anything not known better.</summary>
    Other,

    /// <summary>Original Medicare, Part A or B.</summary>
    Medicare,

    /// <summary>Original Medicare through a durable medical equipment contractor.</summary>
    MedicareDme,

    /// <summary>Medicare Advantage: a private plan, so Medicare's claim rules are a guide only.</summary>
    MedicareAdvantage,

    /// <summary>Medicaid, fee for service or managed care.</summary>
    Medicaid,

    /// <summary>TRICARE, CHAMPVA, Veterans Affairs and the employees' plans of the government.</summary>
    Federal,

    /// <summary>Workers' compensation: the state's fee schedule, not a contract, decides.</summary>
    WorkersCompensation,
}
