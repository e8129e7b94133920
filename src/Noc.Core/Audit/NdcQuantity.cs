using Noc.Audit.Evidence;
using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Audit;

/// <summary>The quantity of an NDC in the right unit.</summary>
/// <param name="Value">The quantity, to three decimals; null where dose and package do not tell.</param>
/// <param name="Arithmetic">How it comes about; empty without a quantity.</param>
internal readonly record struct NdcQuantity(decimal? Value, string Arithmetic)
{
    internal static readonly NdcQuantity NotKnown = new(null, "");

    /// <summary>From the dose of the text, else from the units of the code, else from what was counted.</summary>
    public static NdcQuantity Of(in RuleContext context, NdcFacts facts, NdcMeasure measure)
    {
        var drug = context.Drug!;
        if (!drug.TotalDose.IsNone && NdcUnits.In(facts, measure.Unit) is { IsNone: false } per)
            return Divided(drug.TotalDose, per, measure.Code);
        if (!drug.IsUnclassified && OfUnits(drug, facts, measure) is { Value: not null } byUnits) return byUnits;
        // Whole containers of a liquid that were counted by pieces.
        if (measure.Unit is NdcUnit.Millilitre && drug.Line.NdcUnit.Is("UN"u8) && drug.Line.NdcQuantity is { } pieces
            && Size(facts) is { } size && pieces < 100_000)
            return new(Rounding.Amount(pieces * size),
                Texts.Of($"{pieces:0.###} x {size:0.###} ML = {pieces * size:0.###} ML"));
        return NotKnown;
    }

    /// <summary>From a dose that a record tells.</summary>
    public static NdcQuantity Of(Amount dose, NdcFacts facts, NdcMeasure measure) =>
        !dose.IsNone && NdcUnits.In(facts, measure.Unit) is { IsNone: false } per
            ? Divided(dose, per, measure.Code) : NotKnown;

    /// <summary>Unit and quantity of the line's NDC: by what the tables say of it, else by the strengths of the only
    /// product that it can be.</summary>
    public static (NdcMeasure Measure, NdcQuantity Quantity) Counted(in RuleContext context)
    {
        var drug = context.Drug!;
        if (drug.Ndc.IsNone || drug.Day is null) return (default, NotKnown);
        var facts = drug.FactsOfNdc(context.Tables)!;
        if (facts.Measure.Unit is not NdcUnit.None) return (facts.Measure, Of(context, facts, facts.Measure));
        if (OnlyProduct(context, facts) is not { } product) return (default, NotKnown);
        var (measure, sold) = (NdcMeasure.Of(product.Forms), ProductStrengths.Of(product));
        var dose = drug.IsUnclassified ? drug.TotalDose : ClaimedAmounts.OfUnits(drug, context.Tables);
        var per = measure.Unit is NdcUnit.Millilitre ? sold.PerMillilitre
            : measure.Unit is NdcUnit.Each && sold.Containers is [var only] ? only : default;
        return (measure, dose.IsNone || per.IsNone ? NotKnown : Divided(dose, per, measure.Code));
    }

    /// <summary>The one product that the line can mean, where the names of its NDC do not speak against it; null
    /// without.</summary>
    public static Product? OnlyProduct(in RuleContext context, NdcFacts facts)
    {
        var drug = context.Drug!;
        var product = drug.IsUnclassified ? drug.Match is { IsNone: false, Products: [var named] } ? named : null
            : context.Tables.Code(drug.Line.Code, drug.Day!.Value)
                is CodeStatus.Found { Product: { Brands.Count: > 0 } of } ? of : null;
        return product is null || (!facts.Drug.IsNone && !facts.Drug.Products.Contains(product)) ? null : product;
    }

    /// <summary>The segment that unit and quantity of the line's NDC come to; empty where they are not known.</summary>
    public static string SegmentOf(in RuleContext context) =>
        Counted(context) is { Measure: var measure, Quantity.Value: > 0 and var value } ? Segment(value, measure.Code)
            : "";

    /// <summary>CTP with a quantity, to three decimals, and its unit.</summary>
    public static string Segment(decimal quantity, string unit) => Texts.Of($"CTP****{quantity:0.###}*{unit}");

    private static NdcQuantity Divided(Amount dose, Amount per, string unit) =>
        NdcUnits.QuantityOf(dose, per) is { } value
            ? new(value, Texts.Of($"{dose} / {per} in 1 {unit} = {value:0.###} {unit}")) : NotKnown;

    private static NdcQuantity OfUnits(DrugLine drug, NdcFacts facts, NdcMeasure measure)
    {
        foreach (var code in facts.Codes)
        {
            if (code.Code != drug.Line.Code) continue;
            if (drug.Line.BilledUnits is not (> 0 and < 1_000_000)) return NotKnown;
            if (code.UnitsPerItem is not { } item) return NotKnown;
            var per = measure.Unit is NdcUnit.Each ? item : code.PackageSize is { } size and > 0 ? item / size : 0;
            if (per <= 0) return NotKnown;
            var units = drug.Line.BilledUnits.Value;
            var words = units == 1 ? "unit" : "units";
            return new(Rounding.Amount(units / per),
                Texts.Of($"{units:0.###} {words} / {per:0.###} in 1 {measure.Code} = {units / per:0.###} ")
                    + measure.Code);
        }
        return NotKnown;
    }

    private static decimal? Size(NdcFacts facts) => facts.ItemAmount is { Unit: "ML" } amount ? amount.Value
        : facts.Codes is [{ PackageSize: { } size and not 1 }, ..] ? size : null;
}
