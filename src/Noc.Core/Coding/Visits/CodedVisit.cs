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

/// <summary>One claim of a visit.</summary>
public sealed record CodedClaim
{
    /// <summary>Which part this is, from 1.</summary>
    public int Part { get; init; } = 1;

    /// <summary>Of how many.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>The lines in order.</summary>
    public IReadOnlyList<CodedLine> Lines { get; init; } = [];

    /// <summary>Note of the claim (NTE of loop 2300): the remarks of an institutional claim; empty without.</summary>
    public string Note { get; init; } = "";

    /// <summary>Sum of the lines in US dollars; null where one has no charge.</summary>
    public decimal? ChargeUsd => Lines.Any(line => line.ChargeUsd is null) ? null : Lines.Sum(line => line.ChargeUsd);
}

/// <summary>An attachment of a claim.</summary>
/// <param name="ReportType">PWK01, such as OZ for an invoice.</param>
/// <param name="Transmission">PWK02, such as FX.</param>
/// <param name="Control">PWK06; never empty.</param>
public sealed record CodedAttachment(string ReportType, string Transmission, string Control);

/// <summary>What was given and is not billed as a drug.</summary>
/// <param name="Pointer">JSON pointer to the administration.</param>
/// <param name="Drug">Its name as recorded.</param>
/// <param name="Reason">One sentence.</param>
public sealed record NotBilled(string Pointer, string Drug, string Reason)
{
    /// <summary>True where a procedure that the record does not tell gave it: the claim needs its line.</summary>
    public bool IsProcedure { get; init; }
}

/// <summary>Something that is missing or doubtful.</summary>
/// <param name="Pointer">JSON pointer to where it belongs.</param>
/// <param name="Element">What it is, such as dose, ndc, charge.</param>
/// <param name="Message">One or two sentences: what, and what would be right.</param>
/// <param name="Who">Who can supply it: nursing, pharmacy, provider, front desk, billing, purchasing.</param>
/// <param name="IsBlocking">True where the claim is not ready without it.</param>
public sealed record CodingGap(string Pointer, string Element, string Message, string Who, bool IsBlocking = true);
