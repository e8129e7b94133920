using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC013 ndc-not-as-units: the NDC quantity and the units or the dose of the line are far apart.</summary>
/// <remarks>
/// <para>Why it matters: payers price or rebate by the NDC quantity and compare it with the units; milligrams in the
/// place of millilitres, or vials in the place of millilitres, deny the line or are paid back.</para>
/// <para>What to do: count the containers or the millilitres of what was given, and write that quantity.</para>
/// <para>Source: CMS ASP NDC-HCPCS crosswalk for codes with units; the NDC directory.</para>
/// <para>Silent when: neither tables nor text tell what one container or millilitre holds, the unit is not UN or ML or
/// is wrong for the form (NDC007, NDC008), the quantity is less than one unit below the units, which are rounded up, or
/// what was opened (up to one container more than was given), the line bills waste, a compound or one of several NDCs,
/// or the payer's own rule on parts speaks (NDC022).</para>
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
        var (told, one, what) = drug.IsUnclassified ? ByDose(context, unit) : ByUnits(context, unit, quantity);
        if (told <= 0 || one.Value <= 0) return;
        var billed = quantity * one.Value;
        // Units are rounded up: the quantity is of the dose itself, less than one unit below them.
        if ((billed * Slack) + one.Rounding > told && billed <= (told * Slack) + one.PerContainer) return;
        var right = Rounding.Amount(told / one.Value);
        findings.Add(Info, context, "2410/CTP04",
            Texts.Of($"{quantity:0.###} {line.NdcUnit.Text} of the NDC is {Plain(billed)}{what}; ")
            + Texts.Of($"the line bills {Plain(told)}{what}, which is {right:0.###} {line.NdcUnit.Text}."),
            line.NdcQuantityText, right > 0 ? new() { Text = NdcQuantity.Segment(right, line.NdcUnit.Text) }
                : null);
    }

    // Drug in one of the unit, and in one container, in the measure of the dose; what rounding up may add.
    private readonly record struct Content(decimal Value, decimal PerContainer, decimal Rounding = 0);

    private static (decimal Told, Content One, string What) ByDose(in RuleContext context, NdcUnit unit)
    {
        var drug = context.Drug!;
        if (drug.TotalDose.IsNone) return default;
        var facts = drug.FactsOfNdc(context.Tables)!;
        var one = NdcUnits.In(facts, unit);
        if (one.IsNone) return unit is NdcUnit.Each ? ByVial(drug) : ByStrength(drug, unit);
        if (facts.Measure.Unit != unit) return default;   // NDC008
        if (drug.TotalDose.In(one.Unit) is not { } dose) return default;
        var item = NdcUnits.In(facts, NdcUnit.Each) is { IsNone: false } whole ? whole.In(one.Unit) : null;
        // Without the container's size nobody knows how much was opened.
        return item is not { } container ? default : (dose, new(one.Value, container), " " + one.Unit);
    }

    // The text tells what a vial holds.
    private static (decimal Told, Content One, string What) ByVial(DrugLine drug)
    {
        if (drug.Strength.IsNone
            || drug.DescriptionFacts is not { StrengthPer: { Unit: "VIAL", Value: 1 }, OtherStrengths.Count: 0 } text
            || drug.TotalDose.In(text.Strength.Unit) is not (> 0 and var dose) || text.Strength.Value <= 0)
            return default;
        return (dose, new(text.Strength.Value, text.Strength.Value), " " + text.Strength.Unit);
    }

    // The text tells what a millilitre holds, not how large the container is: only a slip of the point, milligrams for
    // millilitres, or less than was given is certain.
    private static (decimal Told, Content One, string What) ByStrength(DrugLine drug, NdcUnit unit)
    {
        if (unit is not NdcUnit.Millilitre || drug.Strength.IsNone
            || drug.DescriptionFacts is not { StrengthPer.Unit: "ML", OtherStrengths.Count: 0 } text
            || drug.TotalDose.In(text.Strength.Unit) is not (> 0 and var dose) || text.Strength.Value <= 0)
            return default;
        var one = text.Strength.Value / text.StrengthPer.Value;
        var right = dose / one;
        var quantity = drug.Line.NdcQuantity!.Value;
        var isSlip = quantity == dose || quantity == right * 10 || quantity == right * 100 || quantity == right * 1000;
        return (dose, new(one, isSlip ? 0 : decimal.MaxValue / 2), " " + text.Strength.Unit);
    }

    private static (decimal Told, Content One, string What) ByUnits(
        in RuleContext context, NdcUnit unit, decimal quantity)
    {
        var drug = context.Drug!;
        if (drug.Line.BilledUnits is not (> 0 and < 1_000_000 and var units)) return default;
        if (CrosswalkCodes.Released(context.Tables, drug.Ndc, drug.Day!.Value, drug.Line.Code) is not { } row
            || (NdcUnits.OfQuantity(row, quantity, drug.Line.NdcUnit.Bytes)
                ?? OfMillilitre(context, row, unit, quantity)) is not { } all) return default;
        // A size of 1 beside ML may be a vial of powder.
        if (unit is NdcUnit.Each && row.PackageSize.Value is not 1
            && drug.FactsOfNdc(context.Tables)!.Measure.Unit is NdcUnit.Millilitre) return default;   // NDC008
        return (units, new(all / quantity, row.UnitsPerItem.Value ?? 0, Rounding: 1), " units");
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
