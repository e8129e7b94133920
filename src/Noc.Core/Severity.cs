namespace Noc;

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
