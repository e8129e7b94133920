namespace Noc.Audit.Evidence;

/// <summary>The encounters behind a claim.</summary>
/// <param name="Match">How they were found.</param>
/// <param name="Items">The encounters; those that fit as well where the match is ambiguous.</param>
public sealed record ClaimEvidence(EvidenceMatch Match, IReadOnlyList<EvidenceItem> Items)
{
    /// <summary>Nothing fits.</summary>
    public static ClaimEvidence None { get; } = new(EvidenceMatch.None, []);

    /// <summary>True where the patient is surely the same.</summary>
    public bool IsSure => Match is EvidenceMatch.Account or EvidenceMatch.Patient;
}
