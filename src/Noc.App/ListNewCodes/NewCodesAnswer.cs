using System.Text.Json.Serialization;
using Noc.Tables;

namespace Noc.App.ListNewCodes;

/// <summary>What <c>noc new-codes --format json</c> writes; the text says the same.</summary>
internal sealed record NewCodesAnswer
{
    public required string Schema { get; init; }
    public required string Noc { get; init; }
    public required string Tables { get; init; }
    public required string? Notice { get; init; }
    public required DateOnly Since { get; init; }
    public required DateOnly On { get; init; }

    [JsonIgnore]
    public DateOnly CoveredTo { get; init; } = DateOnly.MaxValue;

    public required IReadOnlyList<NewCodeCard> Codes { get; init; }
    public required IReadOnlyList<NewNdcCard> Ndcs { get; init; }
    public required IReadOnlyList<UnknownCodeCard> NotInList { get; init; }
    public required IReadOnlyList<WaitingCard> Waiting { get; init; }
    public required IReadOnlyList<CycleCard> Calendar { get; init; }
    public required ClaimsCard? Claims { get; init; }
    public required EvidenceCard? Evidence { get; init; }
    public required IReadOnlyList<string> Notes { get; init; }
    public required IReadOnlyList<string> Problems { get; init; }
}

/// <summary>A drug that got a code.</summary>
internal sealed record NewCodeCard(
    string Code, DateOnly First, DateOnly? Last, string Unit, string Drug, string Ingredient, string For,
    DateOnly? Approved, IReadOnlyList<OldCodeCard> Before, IReadOnlyList<string> Ndcs, string Confidence, string Note,
    IReadOnlyList<Source> Sources);

/// <summary>What it was billed by before.</summary>
internal sealed record OldCodeCard(string Setting, string Code, bool IsUnclassified, string Unit, DateOnly LastDay);

/// <summary>A package that had a price by name.</summary>
internal sealed record NewNdcCard(string Ndc, string Name, string Code, string Dosage, DateOnly First);

/// <summary>A new code of the HCPCS file that no drug of our list stands for.</summary>
internal sealed record UnknownCodeCard(string Code, DateOnly First, string Text);

/// <summary>A drug that is approved and has no code in the office.</summary>
internal sealed record WaitingCard(
    string Drug, string Ingredient, DateOnly Approved, bool IsApprovalVerified, string Code, string HospitalCode,
    DateOnly EarliestCode, DateOnly UsualCode, string Confidence, string Status, IReadOnlyList<Source> Sources);

/// <summary>One round of applications for codes.</summary>
/// <param name="Applied">Quarter of the applications, such as 2026Q1.</param>
/// <param name="Decided">Quarter of the decisions.</param>
/// <param name="Effective">First day of service of the codes.</param>
/// <param name="Status">Where the round is on the day.</param>
/// <param name="IsLoaded">Whether the crosswalk of the quarter that begins then is loaded as a whole.</param>
/// <param name="Confidence">How sure the rhythm is.</param>
/// <param name="Sources">Where it is from.</param>
internal sealed record CycleCard(
    string Applied, string Decided, DateOnly Effective, string Status, bool IsLoaded, string Confidence,
    IReadOnlyList<Source> Sources);

/// <summary>What was found in claim files.</summary>
internal sealed record ClaimsCard(
    int Files, int Claims, int UnclassifiedLines, IReadOnlyList<RecodeCard> Recode, IReadOnlyList<SendCard> Send);

/// <summary>A line that must carry the new code.</summary>
internal sealed record RecodeCard(
    string File, string Claim, int Line, DateOnly Day, string OldCode, string NewCode, decimal? Units,
    string Arithmetic, string Drug, string FoundBy, decimal? ChargeUsd, string Payer, string Frequency, string Note);

/// <summary>A line whose unclassified code is right for its day: it goes out now, not when a code comes.</summary>
internal sealed record SendCard(
    string File, string Claim, int Line, DateOnly Day, string Code, string Drug, string Payer, DateOnly SendBy,
    DateOnly? Latest, bool IsLate, string Text, string NextCode, DateOnly? NextCodeFrom);

/// <summary>What was found among authorizations, orders and charge-master rows.</summary>
internal sealed record EvidenceCard(int Files, int Rows, IReadOnlyList<StaleCard> Stale);

/// <summary>A row that still names the old code.</summary>
internal sealed record StaleCard(
    string File, long Row, string Kind, string Id, string OldCode, string NewCode, DateOnly First, string Drug,
    string FoundBy, DateOnly? From, DateOnly? To, string Action);
