using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;

namespace Noc.Audit;

/// <summary>The units that a payer counts on an unclassified line.</summary>
/// <param name="Value">The units, to three decimals; null where the claim and the tables do not tell.</param>
/// <param name="Basis">What is counted, for people.</param>
/// <param name="Arithmetic">How the number comes about; empty without one.</param>
internal readonly record struct UnitCount(decimal? Value, string Basis, string Arithmetic)
{
    // No line holds more; what is larger is a number that was misread.
    private const decimal Largest = 1_000_000m;

    /// <summary>The units by what the payer counts.</summary>
    /// <param name="context">The line.</param>
    /// <param name="basis">A word of <see cref="PolicyKeys.UnitsBasis"/>.</param>
    public static UnitCount Of(in RuleContext context, string basis)
    {
        var count = basis switch
        {
            "containers" => Containers(context),
            "ndc-units" => NdcQuantity(context.Drug!),
            "milliliters" => Milliliters(context.Drug!),
            "dose-units" => DoseUnits(context.Drug!),
            "coverage-unit" => Mapped(context.Drug!),
            "code-unit" => CodeUnits(context),
            _ => default,
        };
        return count.Value is > 0 and <= Largest ? count : count with { Value = null };
    }

    private static UnitCount Containers(in RuleContext context)
    {
        const string basis = "containers used";
        var drug = context.Drug!;
        if (drug.IsCompound && Sides(drug.Line) is { } sides)
            return new(sides, basis, Texts.Of($"one container a side, {sides:0} by the modifier"));
        if ((Counted(drug.DescriptionFacts) ?? Counted(drug.NoteFacts)) is { } counted)
            return new(counted, basis, Texts.Of($"the text counts {counted:0.###}"));
        var per = PerItem(context);
        if (per.IsNone || per.Value <= 0 || drug.TotalDose.In(per.Unit) is not { } dose || dose <= 0)
            return default;
        if (per.Value < 0.000001m || dose > Largest * per.Value) return default;
        var exact = dose / per.Value;
        if (exact > Largest) return default;
        var whole = decimal.Ceiling(exact);
        return new(whole, basis, Texts.Of($"{drug.TotalDose} / {per} in 1 container = {exact:0.###}")
            + (whole == exact ? "" : Texts.Of($", rounded up to {whole:0}")));
    }

    private static decimal? Sides(Claims.ServiceLine line) => line.Has(Codes.Both) ? 2
        : line.Has(Codes.Right) != line.Has(Codes.Left) ? 1 : null;

    private static decimal? Counted(NarrativeFacts? facts) => facts is { Container: not null, ContainerCount: > 0 }
        && decimal.Truncate(facts.ContainerCount.Value) == facts.ContainerCount ? facts.ContainerCount : null;

    // The drug in one vial or syringe: by the NDC, else as the text says it.
    private static Amount PerItem(in RuleContext context)
    {
        var drug = context.Drug!;
        if (!drug.AnyNdc.IsNone && drug.Day is not null
            && NdcUnits.In(drug.FactsOfNdc(context.Tables)!, NdcUnit.Each) is { IsNone: false } item)
            return item;
        return InText(drug.DescriptionFacts) is { IsNone: false } text ? text : InText(drug.NoteFacts);
    }

    private static Amount InText(NarrativeFacts? facts) => facts is { Strength.IsNone: false }
        && facts.StrengthPer is { IsNone: false, Value: 1, Unit: not ("ML" or "L" or "G" or "MG") }
            ? facts.Strength : default;

    private static UnitCount NdcQuantity(DrugLine drug)
    {
        var line = drug.Line;
        if (line.NdcQuantity is not { } quantity || line.NdcUnit.IsEmpty || line.NdcUnit.Is("ME"u8)) return default;
        var unit = line.NdcUnit.Text;
        return new(quantity, "units of the NDC", Texts.Of($"the NDC quantity is {quantity:0.###} {unit}"));
    }

    private static UnitCount Milliliters(DrugLine drug)
    {
        const string basis = "millilitres";
        if (drug.TotalDose.In("ML") is > 0 and { } volume)
            return new(volume, basis, Texts.Of($"{volume:0.###} ML were given"));
        if (drug.DescriptionFacts is { } text && PerMilliliter(text) is { IsNone: false } per
            || drug.NoteFacts is { } note && (per = PerMilliliter(note)) is { IsNone: false })
        {
            if (NdcUnits.QuantityOf(drug.TotalDose, per) is { } value)
                return new(value, basis, Texts.Of($"{drug.TotalDose} / {per} in 1 ML = {value:0.###}"));
        }
        return drug.Line.NdcUnit.Is("ML"u8) && drug.Line.NdcQuantity is { } quantity
            ? new(quantity, basis, Texts.Of($"the NDC quantity is {quantity:0.###} ML")) : default;
    }

    private static Amount PerMilliliter(NarrativeFacts facts) => facts.StrengthPer.In("ML") is > 0 and { } volume
        && !facts.Strength.IsNone ? new(facts.Strength.Value / volume, facts.Strength.Unit) : default;

    private static UnitCount DoseUnits(DrugLine drug) => drug.TotalDose is { IsNone: false } dose
        ? new(dose.Value, $"{dose.Unit} of the dose", $"{dose} were given") : default;

    // "1UNIT=150MG": what a bulletin of the payer sets, where the text repeats it.
    private static UnitCount Mapped(DrugLine drug)
    {
        var facts = drug.DescriptionFacts is { UnitMapAmount.IsNone: false } text ? text : drug.NoteFacts;
        if (facts is not { UnitMapAmount: { IsNone: false, Value: > 0 } amount, UnitMapUnits.Value: > 0 and var units }
            || drug.TotalDose.In(amount.Unit) is not { } dose || dose <= 0) return default;
        var value = Rounding.Amount(dose * units / amount.Value);
        return new(value, "units of the payer's bulletin",
            Texts.Of($"{drug.TotalDose} x {units:0.###} / {amount} = {value:0.###}"));
    }

    // Units rounded down where a part of one counts whole. Other differences are told beside the NDC quantity (NDC013).
    private static UnitCount CodeUnits(in RuleContext context)
    {
        var drug = context.Drug!;
        if (drug.IsUnclassified || drug.Day is not { } day) return default;
        if (OfNdc(context, day) is not (> 0 and <= Largest and var worth)
            || drug.Line.BilledUnits != decimal.Floor(worth)) return default;
        return new(decimal.Ceiling(worth), "units of the code, rounded up",
            Texts.Of($"the NDC quantity is worth {worth:0.###}"));
    }

    private static decimal? OfNdc(in RuleContext context, DateOnly day)
    {
        var drug = context.Drug!;
        if (drug.Ndc.IsNone) return null;
        foreach (ref readonly var row in context.Tables.Image.Rows<Tables.NdcCodeRecord>()
            .Of(Tables.TableKey.Of(drug.Ndc)))
            if (row.Code == drug.Line.Code && row.Days.Include(day)
                && NdcUnits.OfQuantity(row, drug.Line.NdcQuantity, drug.Line.NdcUnit.Bytes) is { } exact) return exact;
        return null;
    }
}
