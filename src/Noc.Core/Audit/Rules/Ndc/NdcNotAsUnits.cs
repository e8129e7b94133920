using Noc.Audit.Evidence;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC013 ndc-not-as-units: the NDC quantity and the units or the dose of the line are far apart.</summary>
/// <remarks>
/// <para>Why it matters: payers price or rebate by the NDC quantity and compare it with the units; milligrams in the
/// place of millilitres, or vials in the place of millilitres, deny the line or are paid back.</para>
/// <para>What to do: count the containers or the millilitres of what was given, and write that quantity.</para>
/// <para>Source: CMS ASP NDC-HCPCS crosswalk for codes with units; the NDC directory.</para>
/// <para>Silent when: neither tables nor text tell what one container or millilitre holds, nor is the product sold in
/// one strength, the unit is not UN or ML or is wrong for the form (NDC007, NDC008), the quantity is less than one unit
/// below the units, which are rounded up, or what was opened (up to one container more than was given, where no line of
/// the waste has a quantity), the line bills waste, a compound or one of several NDCs, text and NDC name different
/// drugs (NDC007), or the payer's own rule on parts speaks (NDC022). A denial where the payer says that it holds the
/// quantity against the units.</para>
/// </remarks>
public static class NdcNotAsUnits
{
    // Beside one whole container more: rounding of units and of quantities.
    private const decimal Slack = 1.02m;

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC013", "ndc-not-as-units", "ndc_units", Severity.Warn,
        "Payers compare the NDC quantity with units and dose.", Sources.NdcUnits, Confidence.Medium)
    {
        Judges = LineTraits.Ndc,
    };

    /// <summary>Compares the two amounts of drug.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var line = drug.Line;
        if (drug.Ndc.IsNone || drug.Day is null || line.NdcCount != 1 || drug.IsCompound || drug.IsWaste
            || line.NdcQuantity is not (> 0 and < 1_000_000 and var quantity)) return;
        var unit = line.NdcUnit.Is("UN"u8) ? NdcUnit.Each : line.NdcUnit.Is("ML"u8) ? NdcUnit.Millilitre : NdcUnit.None;
        if (unit is NdcUnit.None) return;
        if ((drug.IsUnclassified ? ByDose(context, unit) : ByUnits(context, unit, quantity)) is not { } two) return;
        // What was opened and not given is counted on the line of the waste.
        if (WasteLines.Of(context, drug) is { Line.NdcQuantity: > 0 }) two = two with { PerContainer = 0 };
        var billed = quantity * two.One;
        // Units are rounded up: the quantity is of the dose itself, less than one unit below them.
        if ((billed * Slack) + two.Rounding > two.Told && billed <= (two.Told * Slack) + two.PerContainer) return;
        if (NdcOfOtherDrug.Is(context)) return;
        var right = Rounding.Amount(two.Told / two.One);
        var wanted = context.Wants(PolicyKeys.NdcQuantity);
        findings.Add(Info, context, "2410/CTP04",
            Texts.Of($"{quantity:0.###} {line.NdcUnit.Text} of the NDC is {Plain(billed)}{two.What}; ")
            + Texts.Of($"the line bills {Plain(two.Told)}{two.What}, which is {right:0.###} {line.NdcUnit.Text}."),
            line.NdcQuantityText, right > 0 ? new() { Text = NdcQuantity.Segment(right, line.NdcUnit.Text) } : null,
            wanted?.Severity, confidence: wanted is null || two.Confidence < wanted.Confidence ? two.Confidence
                : wanted.Confidence, source: wanted?.Source, topic: wanted?.Topic ?? "");
    }

    // The drug that the line bills, in one of the unit and in one container, in the same measure; what rounding up may
    // add.
    private readonly record struct Comparison(decimal Told, decimal One, decimal PerContainer, string What)
    {
        public decimal Rounding { get; init; }

        public Confidence? Confidence { get; init; }

        public static Comparison? Of(decimal told, decimal one, decimal perContainer, string what) =>
            told <= 0 || one <= 0 ? null : new(told, one, perContainer, what);
    }

    private static Comparison? ByDose(in RuleContext context, NdcUnit unit)
    {
        var drug = context.Drug!;
        if (drug.TotalDose.IsNone) return null;
        var facts = drug.FactsOfNdc(context.Tables)!;
        var one = NdcUnits.In(facts, unit);
        if (one.IsNone)
            return (unit is NdcUnit.Each ? ByVial(drug) : ByStrength(drug))
                ?? ByProduct(context, facts, drug.TotalDose, unit, default);
        if (facts.Measure.Unit != unit) return null;   // NDC008
        if (drug.TotalDose.In(one.Unit) is not { } dose) return null;
        var item = NdcUnits.In(facts, NdcUnit.Each) is { IsNone: false } whole ? whole.In(one.Unit) : null;
        // Without the container's size nobody knows how much was opened.
        return item is not { } container ? null : Comparison.Of(dose, one.Value, container, " " + one.Unit);
    }

    // The text tells what a vial holds.
    private static Comparison? ByVial(DrugLine drug)
    {
        if (drug.Strength.IsNone
            || drug.DescriptionFacts is not { StrengthPer: { Unit: "VIAL", Value: 1 }, OtherStrengths.Count: 0 } text
            || drug.TotalDose.In(text.Strength.Unit) is not { } dose) return null;
        return Comparison.Of(dose, text.Strength.Value, text.Strength.Value, " " + text.Strength.Unit);
    }

    // The text tells what a millilitre holds.
    private static Comparison? ByStrength(DrugLine drug)
    {
        if (drug.Strength.IsNone
            || drug.DescriptionFacts is not { StrengthPer.Unit: "ML", OtherStrengths.Count: 0 } text
            || drug.TotalDose.In(text.Strength.Unit) is not { } dose) return null;
        return OfConcentration(drug, dose, text.Strength.Value / text.StrengthPer.Value, text.Strength.Unit);
    }

    // Nobody knows how large the container is: only a slip of the point, milligrams for millilitres, or less than was
    // given is certain.
    private static Comparison? OfConcentration(DrugLine drug, decimal dose, decimal one, string measure)
    {
        if (one <= 0) return null;
        var (right, quantity) = (dose / one, drug.Line.NdcQuantity!.Value);
        var isSlip = quantity == dose || quantity == right * 10 || quantity == right * 100 || quantity == right * 1000;
        return Comparison.Of(dose, one, isSlip ? 0 : decimal.MaxValue / 2, " " + measure);
    }

    // Neither tables nor text know the package: all that are sold of the product are alike, or lie between two sizes.
    private static Comparison? ByProduct(
        in RuleContext context, NdcFacts facts, Amount given, NdcUnit unit, Amount rounding)
    {
        if (NdcQuantity.OnlyProduct(context, facts) is not { } product) return null;
        var (drug, sold) = (context.Drug!, ProductStrengths.Of(product));
        var measure = unit is NdcUnit.Millilitre ? sold.PerMillilitre : sold.Containers is [.., var largest]
            ? largest : default;
        if (measure.IsNone || given.In(measure.Unit) is not { } dose
            || (unit is NdcUnit.Millilitre ? OfConcentration(drug, dose, measure.Value, measure.Unit)
                : OfContainers(drug, dose, sold.Containers)) is not { } two) return null;
        return two with { Rounding = rounding.In(measure.Unit) ?? 0, Confidence = product.Confidence };
    }

    // More than was opened of the smallest, or less than was given of the largest.
    private static Comparison? OfContainers(DrugLine drug, decimal dose, Items<Amount> sizes)
    {
        var (least, most, quantity) = (sizes[0].Value, sizes[^1].Value, drug.Line.NdcQuantity!.Value);
        if (quantity * least <= (dose * Slack) + most && quantity * most * Slack >= dose) return null;
        var size = most;
        foreach (var one in sizes)
            if (dose % one.Value == 0) size = one.Value;
        return Comparison.Of(dose, size, 0, " " + sizes[0].Unit);
    }

    private static Comparison? ByUnits(in RuleContext context, NdcUnit unit, decimal quantity)
    {
        var drug = context.Drug!;
        if (drug.Line.BilledUnits is not (> 0 and < 1_000_000 and var units)) return null;
        if (CrosswalkCodes.Nearest(context.Tables, drug.Ndc, drug.Day!.Value, drug.Line.Code) is not { } row)
            return ByCode(context, unit);
        if ((NdcUnits.OfQuantity(row, quantity, drug.Line.NdcUnit.Bytes)
            ?? OfMillilitre(context, row, unit, quantity)) is not { } all) return null;
        // A size of 1 beside ML may be a vial of powder.
        if (unit is NdcUnit.Each && row.PackageSize.Value is not 1
            && drug.FactsOfNdc(context.Tables)!.Measure.Unit is NdcUnit.Millilitre) return null;   // NDC008
        return Comparison.Of(units, all / quantity, row.UnitsPerItem.Value ?? 0, " units") is { } two
            ? two with { Rounding = 1 } : null;
    }

    // No quarter of the crosswalk knows the NDC: the code names the product.
    private static Comparison? ByCode(in RuleContext context, NdcUnit unit)
    {
        var drug = context.Drug!;
        var facts = drug.FactsOfNdc(context.Tables)!;
        return facts.NewestCode is null && ClaimedAmounts.OfUnits(drug, context.Tables) is { IsNone: false } given
            ? ByProduct(context, facts, given, unit, ClaimedAmounts.UnitOf(drug, context.Tables)) : null;
    }

    // A size of 1 is one millilitre of a liquid, or one vial of powder, which is counted by UN (NDC008 where the form
    // is known): whichever it is, the quantity of one holds its units.
    private static decimal? OfMillilitre(
        in RuleContext context, in NdcCodeRecord row, NdcUnit unit, decimal quantity) =>
        unit is NdcUnit.Millilitre && row.PackageSize.Value is 1 && row.UnitsPerItem.Value is > 0 and var units
            && context.Drug!.FactsOfNdc(context.Tables)!.Measure.Unit is NdcUnit.Millilitre or NdcUnit.None
                ? quantity * units : null;

    private static string Plain(decimal value) => Texts.Of($"{value:0.###}");
}
