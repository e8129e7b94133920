using Noc.Claims;
using Noc.Payers;

namespace Noc.Coding;

/// <summary>A visit as it is billed to its first payer: one claim, or several where the payer takes no claim so large.
/// </summary>
/// <remarks>What is not known is not invented: a gap names it, and who can supply it.</remarks>
public sealed record CodedVisit
{
    /// <summary>Number of the encounter.</summary>
    public required string Id { get; init; }

    /// <summary>JSON pointer to the encounter in its document; empty for the whole.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Whose rules it follows.</summary>
    public required PayerPolicy Payer { get; init; }

    /// <summary>The payer's id as claims carry it; empty where not known.</summary>
    public string PayerId { get; init; } = "";

    /// <summary>The form of the claim.</summary>
    public required ClaimType Type { get; init; }

    /// <summary>Place of service, or bill type; empty where not known.</summary>
    public string Place { get; init; } = "";

    /// <summary>Where it was given, as far as codes depend on it.</summary>
    public required Setting Setting { get; init; }

    /// <summary>First date of service.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last date of service.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Diagnoses in the order of the claim, without dots.</summary>
    public IReadOnlyList<string> Diagnoses { get; init; } = [];

    /// <summary>Condition codes of an institutional claim, such as 30 for a trial.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Eight digits of the trial's registry number; empty outside of a trial.</summary>
    public string Trial { get; init; } = "";

    /// <summary>Number of the authorization that covers the drugs; empty where there is none.</summary>
    public string Authorization { get; init; } = "";

    /// <summary>Attachments that go with the claim.</summary>
    public IReadOnlyList<CodedAttachment> Attachments { get; init; } = [];

    /// <summary>The claims, the first one with the administration.</summary>
    public IReadOnlyList<CodedClaim> Claims { get; init; } = [];

    /// <summary>What was given and is not billed as a drug, with the reason.</summary>
    public IReadOnlyList<NotBilled> NotBilled { get; init; } = [];

    /// <summary>What is missing, doubtful or worth knowing, in the order of the document.</summary>
    public IReadOnlyList<CodingGap> Gaps { get; init; } = [];

    /// <summary>True where nothing is missing that the payer or the form needs.</summary>
    public bool IsReady => Claims.Count > 0 && !Gaps.Any(gap => gap.IsBlocking);
}
