using Noc.Audit.Evidence;
using Noc.Claims;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit;

/// <summary>A service line that bills a drug, with what its code, text and NDC say. Gathered once, before the
/// rules.</summary>
public sealed class DrugLine
{
    /// <summary>The line.</summary>
    public required ServiceLine Line { get; init; }

    /// <summary>First day of service; null where the claim names none that reads.</summary>
    public required DateOnly? Day { get; init; }

    /// <summary>The unclassified code valid on the day; null where the code names a drug.</summary>
    public required UnclassifiedCode? Unclassified { get; init; }

    /// <summary>Where it was given.</summary>
    public required Setting Setting { get; init; }

    /// <summary>SV101-7 or SV202-7 as text.</summary>
    public string Description { get; init; } = "";

    /// <summary>The line's notes, one behind the other.</summary>
    public string Note { get; init; } = "";

    /// <summary>The claim's notes where they speak for this line, one behind the other; else empty.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The line as policies see it.</summary>
    public PolicySubject Subject { get; internal set; }

    /// <summary>What an encounter says of the line; null without evidence.</summary>
    public LineEvidence? Evidence
    {
        get;
        internal set => (field, _isCompound) = (value, null);
    }

    /// <summary>Facts of the description; null on lines whose code names the drug.</summary>
    public NarrativeFacts? DescriptionFacts { get; init; }

    /// <summary>Facts of the notes; null where there are none.</summary>
    public NarrativeFacts? NoteFacts { get; init; }

    /// <summary>The claim's notes, where they speak for this line: they hold the remarks of institutional
    /// claims.</summary>
    public NarrativeFacts? RemarkFacts { get; init; }

    /// <summary>Products that the text names.</summary>
    public ProductMatch Match { get; init; }

    /// <summary>The text in which the product name was found.</summary>
    public string MatchedText { get; init; } = "";

    /// <summary>The NDC of LIN03 where it reads as one, in any spelling; <c>default</c> where it does not, or LIN02
    /// names another kind of number.</summary>
    public Ndc11 Ndc { get; init; }

    /// <summary>The NDC that tells the drug: that of LIN03, else one in the text; <c>default</c> where there is
    /// none.</summary>
    public Ndc11 AnyNdc { get; init; }

    /// <summary>What the tables say of <see cref="AnyNdc"/> on the day, gathered at the first use for all rules; null
    /// without an NDC or a day.</summary>
    internal NdcFacts? FactsOfNdc(ReferenceTables tables) => _ndcFacts ??=
        AnyNdc.IsNone || Day is not { } day ? null : NdcFacts.Of(tables, AnyNdc, day);

    private NdcFacts? _ndcFacts;

    // Asked by many rules.
    private bool? _isCompound, _isWaste;

    /// <summary>The codes that <see cref="AnyNdc"/> is billed with on the day; empty where the tables know none, and on
    /// lines whose code names the drug.</summary>
    public Items<CrosswalkCode> NdcCodes { get; init; } = [];

    /// <summary>True where the code leaves the drug open.</summary>
    public bool IsUnclassified => Unclassified is not null;

    /// <summary>What the line has, as far as it decides which rules judge it.</summary>
    internal LineTraits Traits => (IsUnclassified ? LineTraits.Unclassified : LineTraits.OwnCode)
        | (Line.NdcCount > 0 ? LineTraits.Ndc : LineTraits.None)
        | (Line.ModifierTexts.Count > 0 ? LineTraits.Modifiers : LineTraits.None);

    /// <summary>Dose given, from the first text that has one.</summary>
    public Amount Dose => First(DescriptionFacts?.Dose, NoteFacts?.Dose, RemarkFacts?.Dose);

    /// <summary>All that was given, from the text with the dose; <c>default</c> where it leaves that open.</summary>
    public Amount TotalDose => DescriptionFacts is { Dose.IsNone: false } text ? text.TotalDose
        : NoteFacts is { Dose.IsNone: false } note ? note.TotalDose : RemarkFacts?.TotalDose ?? default;

    /// <summary>Strength as people write it, such as 50MG/ML; empty where no text has one.</summary>
    public string StrengthText => DescriptionFacts is { Strength.IsNone: false } text ? Written(text)
        : NoteFacts is { Strength.IsNone: false } note ? Written(note)
        : RemarkFacts is { Strength.IsNone: false } remark ? Written(remark) : "";

    private static string Written(NarrativeFacts facts) => NarrativeFacts.Written(facts.Strength, facts.StrengthPer);

    /// <summary>Strength, from the first text that has one.</summary>
    public Amount Strength => First(DescriptionFacts?.Strength, NoteFacts?.Strength, RemarkFacts?.Strength);

    /// <summary>Route, from the first text that has one, else from the modifiers JA (into a vein) and JB (under the
    /// skin), else from the record of the visit; null where none says it.</summary>
    public string? Route
    {
        get => field ?? RecordedRoute;
        init;
    }

    // All that was given by one route, in a record that is surely of this patient.
    private string? RecordedRoute => Evidence is { IsSure: true, Given: [{ Route.Length: > 0 } first, ..] } evidence
        && evidence.Given.All(given => given.Route == first.Route) ? RouteText.Spelled(first.Route) : null;

    /// <summary>Facts of SV101-7 or SV202-7 on any line, read at the first use where the code names the drug; null
    /// without a text.</summary>
    internal NarrativeFacts? TextFacts => IsUnclassified ? DescriptionFacts : _textFacts ??= In(Line.Description);

    /// <summary>Facts of the notes on any line; null where there are none, and where the code names the drug and there
    /// are several.</summary>
    internal NarrativeFacts? TextFactsOfNote => IsUnclassified ? NoteFacts
        : _noteFacts ??= Line.Notes is [var note] ? In(note.Text) : null;

    private NarrativeFacts? _textFacts, _noteFacts;

    /// <summary>The route that a text tells, also on a line whose code names the drug; null where none does, and where
    /// it leaves two open (IM/IV).</summary>
    internal string? RouteOfText => HasTwoRoutes ? null : TextFacts?.Route ?? TextFactsOfNote?.Route
        ?? RemarkFacts?.Route;

    /// <summary>Whether a text names two routes, as price lists do.</summary>
    internal bool HasTwoRoutes => TextFacts?.OtherRoute is not null || TextFactsOfNote?.OtherRoute is not null;

    private static NarrativeFacts? In(Field text) => text.IsEmpty ? null : NarrativeParser.Parse(text.Text);

    /// <summary>True where a text or the record of the visit says compounded, or the code or a link number does. The
    /// code alone proves nothing where the text names one brand by a route of its label.</summary>
    public bool IsCompound => _isCompound ??= SaysCompound || !Line.CompoundLink.IsEmpty || IsRecordedAsCompound
        // Two drugs in one pump were mixed by somebody.
        || (Line.Has(Codes.KD) && DescriptionFacts is { OtherNames.Count: > 0 })
        || ((Line.Code == Codes.J7999 || Line.Code == Codes.Q9977) && !IsBrandAsLabelled);

    /// <summary>True where everything that the name may mean is made by a pharmacy, such as a cancer drug repackaged
    /// for the eye; products that nobody approved do not count.</summary>
    public bool IsMadeByPharmacy
    {
        get
        {
            if (Match.IsNone) return false;
            var isAny = false;
            foreach (var product in Match.Products)
            {
                isAny |= product.IsCompounded;
                if (!product.IsCompounded && (product.Approved is not null || product.Codes.Count > 0
                    || Match.Kind is NameKind.Brand)) return false;
            }
            return isAny;
        }
    }

    private bool IsBrandAsLabelled => Match is { IsNone: false, Kind: NameKind.Brand, Products: [var product] }
        && Route is not null && product.Routes.Contains(Route) && !product.IsCompounded
        && DescriptionFacts is not { OtherNames.Count: > 0 };

    /// <summary>True where the record of the visit says that a pharmacy mixed all that was given.</summary>
    public bool IsRecordedAsCompound => Evidence is { IsSure: true, Given.Count: > 0 } evidence
        && evidence.Given.All(given => given.IsCompounded);

    /// <summary>True where a text says compounded.</summary>
    public bool SaysCompound => DescriptionFacts?.IsCompound == true || NoteFacts?.IsCompound == true
        || RemarkFacts?.IsCompound == true
        || (!IsUnclassified && Line.Description.Bytes.IndexOf("COMPOUND"u8) >= 0 && TextFacts!.IsCompound);

    /// <summary>True where a text names an invoice or list price.</summary>
    public bool HasPriceInText => DescriptionFacts?.PaidUsd is not null || NoteFacts?.PaidUsd is not null
        || RemarkFacts?.PaidUsd is not null;

    /// <summary>True where the line bills what was thrown away: it has JW, or its text tells of waste only and JZ does
    /// not say that there was none.</summary>
    public bool IsWaste => _isWaste ??=
        Line.Has(Codes.JW) || (DescriptionFacts?.IsWasteOnly == true && !Line.Has(Codes.JZ));

    /// <summary>True where this is one part of a claim that was split for its size.</summary>
    public bool IsSplit => DescriptionFacts?.IsSplitClaim == true || NoteFacts?.IsSplitClaim == true
        || (!IsUnclassified && !Line.Description.IsEmpty && (_isSplit ??= SaysSplit(Line.Description)));

    private bool? _isSplit;

    // Texts of lines whose code names the drug are not read otherwise.
    private static bool SaysSplit(Claims.Field text) =>
        text.Bytes.IndexOf("CL"u8) >= 0 && NarrativeParser.Parse(text.Text).IsSplitClaim;

    /// <summary>What people call the drug on this line.</summary>
    public string DrugName => Match.IsNone
        ? DescriptionFacts is { Name.IsEmpty: false } facts ? facts.Name.Of(Description).ToString()
            : NoteFacts is { Name.IsEmpty: false } note ? note.Name.Of(Note).ToString() : ""
        : Match.Products.Count == 1 ? NameOf(Match.Products[0])
        : MatchedText.Substring(Match.Start, Match.Length);

    /// <summary>A product by the brand that the line names, else by its first brand; with the ingredient.</summary>
    public string NameOf(Product product)
    {
        if (Match.IsNone || Match.Kind is not NameKind.Brand || !Match.Products.Contains(product))
            return product.DisplayName;
        var words = MatchedText.AsSpan(Match.Start, Match.Length);
        foreach (var brand in product.Brands)
            if (words.Equals(brand, StringComparison.OrdinalIgnoreCase)) return product.Under(brand);
        return product.DisplayName;
    }

    private static Amount First(Amount? a, Amount? b, Amount? c) =>
        a is { IsNone: false } x ? x : b is { IsNone: false } y ? y : c ?? default;
}
