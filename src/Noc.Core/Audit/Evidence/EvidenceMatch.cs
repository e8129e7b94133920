namespace Noc.Audit.Evidence;

/// <summary>How a claim was brought together with encounters.</summary>
public enum EvidenceMatch
{
    /// <summary>No encounter fits.</summary>
    None,

    /// <summary>By the patient account number.</summary>
    Account,

    /// <summary>By day and drug, and by the patient: member id, or name and date of birth.</summary>
    Patient,

    /// <summary>By day and drug alone: what follows is never more than a warning.</summary>
    DateAndDrug,

    /// <summary>Several encounters fit as well: none is taken.</summary>
    Ambiguous,
}
