namespace Noc.Audit.Evidence;

/// <summary>How a required element stands.</summary>
public enum ElementState
{
    /// <summary>It is there.</summary>
    Met,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>Claim and evidence, or two documents of the evidence, say different things.</summary>
    Conflicting,

    /// <summary>Nobody can tell from the claim; not counted.</summary>
    NotJudged,
}
