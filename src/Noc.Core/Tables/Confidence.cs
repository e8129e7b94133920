namespace Noc.Tables;

/// <summary>How sure a fact is.</summary>
public enum Confidence
{
    /// <summary>From memory, or sources disagree. Never rises above a warning.</summary>
    Low,

    /// <summary>Second-hand or old.</summary>
    Medium,

    /// <summary>Seen on the agency's or payer's own page or file.</summary>
    High,
}
