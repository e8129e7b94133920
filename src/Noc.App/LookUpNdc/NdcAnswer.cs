namespace Noc.App.LookUpNdc;

/// <summary>What <c>noc ndc --format json</c> writes; the text says the same. Dates as 2026-11-21, absent ones
/// null.</summary>
internal sealed record NdcReport(
    string Schema, string Noc, string Tables, string? Notice, DateOnly On, IReadOnlyList<NdcAnswer> Answers);

/// <summary>The answer to one text.</summary>
/// <param name="Text">What was asked.</param>
/// <param name="Status"><c>ok</c>, <c>resolved</c> (settled by the tables) or <c>refused</c>.</param>
/// <param name="Spelling">How the text is spelled, or why it is refused and what to do.</param>
/// <param name="Code">The code; null where refused.</param>
/// <param name="Candidates">What an open text may mean.</param>
/// <param name="Label">What barcode or label say beside the code; null for a bare code.</param>
/// <param name="Facts">What the tables say of the code; null where refused.</param>
internal sealed record NdcAnswer(
    string Text, string Status, string Spelling, NdcDigits? Code, IReadOnlyList<NdcOption> Candidates,
    NdcLabel? Label, NdcCard? Facts)
{
    /// <summary>True where no code came out, or one that could not have been used on the day.</summary>
    public bool IsProblem() => Facts is null || Facts.Market.Kind is "not-yet" or "ended" or "lot-expired"
        || Facts.Listing is "not-listed" || Facts.IsSample;
}

/// <summary>The code in its forms.</summary>
internal sealed record NdcDigits(
    string Ndc, string Hyphenated, string Labeler, string Product, string Package, string TwelveDigits);

/// <summary>A code that the text may mean.</summary>
internal sealed record NdcOption(string Ndc, string Hyphenated, bool IsKnown, string Listing, string Name);

/// <summary>What barcode or label say.</summary>
internal sealed record NdcLabel(
    string Gtin, int? Level, string Lot, DateOnly? Expiry, DateOnly? Made, string Serial, string? Problem);

/// <summary>What the tables say of a code on the day.</summary>
internal sealed record NdcCard
{
    public required string Name { get; init; }
    public required string Labeler { get; init; }
    public required IReadOnlyList<NdcLabelerCard> Labelers { get; init; }
    public required string Listing { get; init; }
    public required string ListedAs { get; init; }
    public required bool IsSample { get; init; }
    public required string Form { get; init; }
    public required string Routes { get; init; }
    public required string Strength { get; init; }
    public required string Application { get; init; }
    public required string Role { get; init; }
    public required string RoleText { get; init; }
    public required string PackageText { get; init; }
    public required decimal? Items { get; init; }
    public required string Item { get; init; }
    public required string ItemAmount { get; init; }
    public required string ItemDose { get; init; }
    public required IReadOnlyList<string> Components { get; init; }
    public required NdcMarketCard Market { get; init; }
    public required NdcMeasureCard Measure { get; init; }
    public required string CodesCoverage { get; init; }
    public required string CodesText { get; init; }
    public required IReadOnlyList<NdcCodeCard> Codes { get; init; }
    public required IReadOnlyList<NdcCodeCard> OtherQuarters { get; init; }
    public required IReadOnlyList<NdcPriceCard> NocPrices { get; init; }
    public required string Rebate { get; init; }
    public required string RebateText { get; init; }
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>Whether it was on the market.</summary>
internal sealed record NdcMarketCard(
    string Kind, DateOnly? From, DateOnly? To, DateOnly? Until, bool IsUntilExact, string Text);

/// <summary>The unit of its quantity; <c>ItemQuantity</c> is that of one whole item.</summary>
internal sealed record NdcMeasureCard(
    string Unit, decimal? ItemQuantity, decimal? PackageQuantity, bool IsCertain, string Text);

/// <summary>A code with the units of item and package; borrowed where the outer package is listed, not the NDC itself.
/// </summary>
internal sealed record NdcCodeCard(
    string Code, string Dosage, decimal? UnitsPerItem, decimal? UnitsPerPackage, string Arithmetic, DateOnly? From,
    DateOnly? To, string ListedNdc, bool IsBorrowed);

/// <summary>Who sells it by one source; the newest first.</summary>
internal sealed record NdcLabelerCard(string Name, string Source, DateOnly? AsOf);

/// <summary>A price by name.</summary>
internal sealed record NdcPriceCard(
    string Name, string Dosage, decimal? LimitUsd, decimal? ItemUsd, decimal? PackageUsd, DateOnly? From, DateOnly? To);
