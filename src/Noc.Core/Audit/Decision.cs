namespace Noc.Audit;

/// <summary>What to do with a claim.</summary>
public enum Decision
{
    /// <summary>Ready to send.</summary>
    Clean,

    /// <summary>Change what the findings name, then send.</summary>
    FixAndSend,

    /// <summary>Hold until a document is there.</summary>
    HoldForDocument,

    /// <summary>Not billable to this payer.</summary>
    DoNotBill,

    /// <summary>Another payer is responsible.</summary>
    BillOtherPayer,
}
