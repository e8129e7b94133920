namespace Noc.Drugs;

/// <summary>What the free text of a drug line says: name, dose, strength, route and so on.</summary>
/// <remarks>Absent facts are <c>default</c>. Spans point into the text that was parsed.</remarks>
public sealed class NarrativeFacts
{
    /// <summary>The drug name as written, in one or more words; empty where there is none.</summary>
    /// <remarks>A name in parentheses behind it belongs to it: <c>BRAND (GENERIC)</c>.</remarks>
    public TextSpan Name { get; internal set; }

    /// <summary>The name in parentheses behind the first one; empty where there is none.</summary>
    public TextSpan NameInParentheses { get; internal set; }

    /// <summary>Further ingredients, behind the first name; empty for a plain drug.</summary>
    public Items<TextSpan> OtherNames { get; internal set; } = [];

    /// <summary>A volume beside a dose of another kind, such as the 3 ML of 150MG 3ML; <c>default</c> without
    /// one.</summary>
    public Amount Volume { get; internal set; }

    /// <summary>Where the volume stands.</summary>
    public TextSpan VolumeSpan { get; internal set; }

    /// <summary>The amount given; the first one where there are several.</summary>
    public Amount Dose { get; internal set; }

    /// <summary>Where the dose stands.</summary>
    public TextSpan DoseSpan { get; internal set; }

    /// <summary>How many doses are named; above one for a compound.</summary>
    public int DoseCount { get; internal set; }

    /// <summary>Doses behind the first one, in the order of the text.</summary>
    public Items<Amount> OtherDoses { get; internal set; } = [];

    /// <summary>The dose that a volume makes of the strength beside it: 150 MG of 3ML at 50MG/ML. <c>default</c> where
    /// the text does not give both, or gives the dose itself.</summary>
    public Amount DoseOfVolume => Dose.In("ML") is > 0 and { } volume && OtherDoses.Count == 0
        && Container is null && NarrativeConflicts.InVolume(this, volume) is { } mass ? mass : default;

    /// <summary>Where the second dose stands; empty where there is one dose.</summary>
    public TextSpan OtherDoseSpan { get; internal set; }

    /// <summary>All that was given: the dose times its count, or both sides together. <c>default</c> where there is
    /// no dose, or the text leaves open how often it was given.</summary>
    public Amount TotalDose { get; internal set; }

    /// <summary>Where the first word stands behind which a drug is only mentioned (PT FAILED ...); -1 where there is
    /// none.</summary>
    public int MentionStart { get; internal set; } = -1;

    /// <summary>Strength: the upper part of a concentration (50 MG of 50MG/ML) or of a container (300 MG of a
    /// vial).</summary>
    public Amount Strength { get; internal set; }

    /// <summary>The lower part of the strength: 1 ML, 3 ML, 1 VIAL; <c>default</c> where there is no
    /// strength.</summary>
    public Amount StrengthPer { get; internal set; }

    /// <summary>Where the strength stands.</summary>
    public TextSpan StrengthSpan { get; internal set; }

    /// <summary>Strengths of further ingredients, in the order of the text.</summary>
    public Items<(Amount Strength, Amount Per)> OtherStrengths { get; internal set; } = [];

    /// <summary>IV, IM, SC, IVT, IT, ID, PO, INH and so on; null where not said.</summary>
    public string? Route { get; internal set; }

    /// <summary>Where the route stands.</summary>
    public TextSpan RouteSpan { get; internal set; }

    /// <summary>A second, different route; null where there is none.</summary>
    public string? OtherRoute { get; internal set; }

    /// <summary>The side or eye that the text names: both where it names each of them.</summary>
    public BodySide Side { get; internal set; }

    /// <summary>The digits and hyphens of an NDC; empty where there is none.</summary>
    public TextSpan Ndc { get; internal set; }

    /// <summary>The NDC that stands there; null where there is none, or its digits have no single reading.</summary>
    /// <param name="text">The text that was read.</param>
    public Ndc11? NdcIn(string text) => Ndc.IsEmpty ? null : NdcText.Read(Ndc.Of(text)).Ndc;

    /// <summary>A second, different NDC; empty where there is none.</summary>
    public TextSpan OtherNdc { get; internal set; }

    /// <summary>Amount thrown away; zero where the text says there was none.</summary>
    public Amount Waste { get; internal set; }

    /// <summary>Where the waste stands.</summary>
    public TextSpan WasteSpan { get; internal set; }

    /// <summary>An invoice or list price in US dollars; null where not said.</summary>
    public decimal? PriceUsd { get; internal set; }

    /// <summary>True where the price is one that publishers list (AWP, WAC), which nobody paid.</summary>
    public bool IsListedPrice { get; internal set; }

    /// <summary>The price in US dollars unless it is one that publishers list; null where not said.</summary>
    public decimal? PaidUsd => IsListedPrice ? null : PriceUsd;

    /// <summary>Where the price stands.</summary>
    public TextSpan PriceSpan { get; internal set; }

    /// <summary>A second, different price in US dollars; null where there is none.</summary>
    public decimal? OtherPriceUsd { get; internal set; }

    /// <summary>VIAL, SDV, MDV, PFS, AMP, KIT and so on; null where not said.</summary>
    public string? Container { get; internal set; }

    /// <summary>How many containers; null where not said.</summary>
    public decimal? ContainerCount { get; internal set; }

    /// <summary>How many doses one container holds; null where not said.</summary>
    public decimal? DosesPerContainer { get; internal set; }

    /// <summary>True where the text says compounded, mixed or repackaged.</summary>
    public bool IsCompound { get; internal set; }

    /// <summary>True where the text says that this line is waste only.</summary>
    public bool IsWasteOnly => !Waste.IsNone && Waste.Value > 0 && Dose.IsNone;

    /// <summary>ONCE, X2, DAILY, BID, Q4W and so on; null where not said.</summary>
    public string? Frequency { get; internal set; }

    /// <summary>A date in the text; null where there is none.</summary>
    public DateOnly? Date { get; internal set; }

    /// <summary>Where the date stands.</summary>
    public TextSpan DateSpan { get; internal set; }

    /// <summary>The maker as written; empty where not said.</summary>
    public TextSpan Manufacturer { get; internal set; }

    /// <summary>True where words stand behind the name whose meaning nothing tells; a maker may be among them.
    /// </summary>
    public bool HasUnreadWords { get; internal set; }

    /// <summary>The lot number; empty where not said.</summary>
    public TextSpan Lot { get; internal set; }

    /// <summary>What one billed unit stands for, as in <c>1UNIT=150MG</c>; empty where not said.</summary>
    public TextSpan UnitMap { get; internal set; }

    /// <summary>The billed units of the unit map; <c>default</c> without one.</summary>
    public Amount UnitMapUnits { get; internal set; }

    /// <summary>The amount that those units stand for; <c>default</c> without a unit map.</summary>
    public Amount UnitMapAmount { get; internal set; }

    /// <summary>True where the text has words, and none of them tells which drug it is.</summary>
    public bool IsGeneric { get; internal set; }

    /// <summary>True where the text has words that tell no drug, such as "medically necessary" or "drug".</summary>
    public bool HasGenericWords { get; internal set; }

    /// <summary>True where the text says which part of a split claim this is (CLAIM 1 OF 2).</summary>
    public bool IsSplitClaim { get; internal set; }

    /// <summary>Which part of a split claim this is, from 1, and of how many; zeros where not said.</summary>
    public (int Part, int Parts) Split { get; internal set; }

    /// <summary>The patient's weight in kilograms, pounds turned into them; null where not said.</summary>
    public decimal? WeightKg { get; internal set; }

    /// <summary>The diagnosis code behind DX or ICD, as written; empty where not said.</summary>
    public TextSpan Diagnosis { get; internal set; }

    /// <summary>The maker's number of the product, as written; empty where not said.</summary>
    public TextSpan ProductNumber { get; internal set; }

    /// <summary>A strength as people write it, such as 50MG/ML.</summary>
    internal static string Written(Amount strength, Amount per) => per.IsNone ? strength.ToString()
        : $"{strength}/{(per.Value == 1 ? per.Unit : per.ToString())}";
}
