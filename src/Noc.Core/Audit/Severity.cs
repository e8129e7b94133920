namespace Noc.Audit;

/// <summary>What a payer does with a claim that has the finding; the worst last.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Look at it; it may cost money.</summary>
    Warn,

    /// <summary>The claim is pended or records are asked for.</summary>
    Delay,

    /// <summary>The line is denied.</summary>
    Deny,

    /// <summary>The claim is rejected, or returned as unprocessable.</summary>
    Reject,
}

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
