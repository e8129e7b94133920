using System.Globalization;
using System.Text.Json;
using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.App.RunCases;

/// <summary>The cases of units: a dose to units of a code, and to unit and quantity of the NDC.</summary>
internal static class UnitCases
{
    // Ends of field names with the unit that they tell.
    private static readonly (string Word, string Unit)[] Measures =
    [
        ("Mg", "MG"), ("Mcg", "MCG"), ("Ug", "MCG"), ("Gram", "G"), ("Grams", "G"), ("G", "G"), ("Iu", "IU"),
        ("Units", "UNITS"), ("Ml", "ML"), ("Meq", "MEQ"), ("Mci", "MCI"),
    ];

    public static CaseResult Run(JsonElement one, ReferenceTables tables)
    {
        var (input, expected) = (one.GetProperty("input"), one.GetProperty("expected"));
        var facts = new CaseInput(input);
        if (facts.Text("drug").Length == 0) return CaseAnswers.Compare(expected, OfDose(facts, input, tables));
        var answers = expected.TryGetProperty("ndcQuantity", out _) ? OfDose(facts, input, tables) : [];
        foreach (var (name, answer) in OfDrug(facts, input, tables)) answers[name] = answer;
        return CaseAnswers.Compare(expected, answers);
    }

    /// <summary>The dose that a case names in any unit; <c>default</c> where it names none.</summary>
    public static Amount DoseOf(JsonElement fields) => Amount(fields, "dose*");

    private static Dictionary<string, object?> OfDrug(CaseInput input, JsonElement fields, ReferenceTables tables)
    {
        var (dose, day) = (DoseOf(fields), input.Day("date") ?? throw new FormatException());
        var match = tables.FindProduct(input.Text("drug"));
        if (match.IsNone) return new() { ["code"] = "drug not found" };
        var payer = input.Text("payer");
        var coding = DrugCodes.Of(match.Products[0], day, CaseWords.Setting(input.Text("setting")),
            payer.Length == 0 || CaseWords.IsMedicare(payer), dose, input.Text("route") is { Length: > 0 } way ? way
                : null);
        var own = coding.Own;
        // An unclassified code, and one for a whole treatment, counts the line.
        var units = own is [] or [{ Row.Unit.IsNone: true }, ..] ? 1 : own[0].Units;
        var code = own.Count == 0 ? coding.Code.Value : string.Join('/', own.Select(one => one.Row.Code.Value));
        return new() { ["code"] = code, ["hcpcsUnits"] = units, ["units"] = units };
    }

    // Units of the code, then unit and quantity of the NDC, by form and strength; the same for what was thrown away.
    private static Dictionary<string, object?> OfDose(CaseInput input, JsonElement fields, ReferenceTables tables)
    {
        var dose = Amount(fields, "dose*", "givenDose*", "administered*");
        var (perMl, vial) = (Amount(fields, "strength*PerMl", "*PerMl", "concentration*PerMl"),
            Amount(fields, "strength*PerVial", "*PerVial", "vial*", "vialStrength*", "tablet*", "capsule*", "kit*"));
        if (vial.Unit is "ML") vial = default;
        var count = input.Number("doseCount", "count");
        if (dose.IsNone && count is { } pieces && !vial.IsNone) dose = vial with { Value = vial.Value * pieces };
        var volume = input.Number("vialMl", "volumeMl", "vialVolumeMl", "syringeMl");
        var measure = MeasureOf(input, dose, perMl, volume);
        if (perMl.IsNone && !vial.IsNone && volume is > 0) perMl = vial with { Value = vial.Value / volume.Value };
        Amount per = measure switch
        {
            NdcUnit.Gram => new(1, "G"),
            NdcUnit.InternationalUnit => new(1, "IU"),
            NdcUnit.Millilitre => dose.Unit is "ML" ? new(1, "ML") : perMl.IsNone ? vial : perMl,
            _ => vial.IsNone ? perMl : vial,
        };
        var held = !vial.IsNone ? vial : perMl.IsNone || volume is null ? default
            : perMl with { Value = perMl.Value * volume.Value };
        var unit = UnitOf(input, fields, measure, tables);
        var units = UnitsOf(input, dose, held, unit, perMl);
        var opened = held.IsNone || held.Value <= 0 || dose.In(held.Unit) is not { } given ? (decimal?)null
            : decimal.Ceiling(given / held.Value) * held.Value;
        var wasted = opened is { } all ? new Amount(all - dose.In(held.Unit)!.Value, held.Unit) : default;
        var quantity = count ?? NdcUnits.QuantityOf(dose, per);
        var answers = new Dictionary<string, object?>
        {
            ["hcpcsUnits"] = units, ["units"] = units, ["ndcQualifier"] = NdcMeasure.CodeOf(measure),
            ["ndcUnit"] = NdcMeasure.CodeOf(measure), ["ndcQuantity"] = quantity,
        };
        if (!wasted.IsNone && !unit.IsNone && opened is { } total && total > 0)
            answers["jwUnits"] = answers["discardedUnits"] = answers["wasteUnits"] = WasteUnits.Of(
                dose.In(unit.Unit) ?? 0, new Amount(total, held.Unit).In(unit.Unit) ?? 0, unit.Value).Discarded;
        if (!wasted.IsNone)
            answers["jwNdcQuantity"] = answers["discardedNdcQuantity"] = answers["wasteNdcQuantity"] =
                NdcUnits.QuantityOf(wasted, per) ?? 0;
        AddFinding(input, per, unit, answers);
        return answers;
    }

    // The quantity of the NDC and the units must tell the same amount, within one unit.
    private static void AddFinding(CaseInput input, Amount per, Amount unit, Dictionary<string, object?> answers)
    {
        if (input.Number("billedUnits", "billedHcpcsUnits", "hcpcsUnits") is not { } billed || per.IsNone || unit.IsNone
            || input.Number("billedNdcQuantity", "ndcQuantity") is not { } quantity
            || per.In(unit.Unit) is not { } each) return;
        var isSame = Math.Abs((quantity * each / unit.Value) - billed) < 1;
        answers["finding"] = answers["error"] = isSame ? "none" : "ndc-hcpcs-quantity-mismatch";
        answers["ok"] = isSame;
    }

    private static NdcUnit MeasureOf(CaseInput input, Amount dose, Amount perMl, decimal? volume)
    {
        var form = input.Text("form");
        var isLiquid = !perMl.IsNone || volume is not null;
        var isPowder = CaseWords.Has(form, "powder", "lyo", "reconstit", "dry", "freeze");
        if (CaseWords.Has(form, "factor")
            || (dose.Unit is "IU" && (isPowder || !CaseWords.Has(form, "solution") || !isLiquid)))
            return NdcUnit.InternationalUnit;
        if (CaseWords.Has(form, "bulk")) return NdcUnit.Gram;
        if (isPowder) return NdcUnit.Each;
        if (CaseWords.Has(form, "syringe", "pen", "injector", "ampul", "ampoule", "bag", "cartridge"))
            return NdcUnit.Millilitre;
        var known = NdcMeasure.Of(form).Unit;
        return known is not NdcUnit.None ? known : isLiquid ? NdcUnit.Millilitre
            : dose.Unit is "G" ? NdcUnit.Gram : dose.Unit is "ML" ? NdcUnit.Millilitre : NdcUnit.Each;
    }

    // Factors are billed by the international unit; a code that is not told counts the line.
    private static Amount UnitOf(CaseInput input, JsonElement fields, NdcUnit measure, ReferenceTables tables)
    {
        var told = Amount(fields, "hcpcsUnit*", "codeUnit*", "unit*");
        if (!told.IsNone && told.Value > 0) return told;
        if (measure is NdcUnit.InternationalUnit) return new(1, "IU");
        return HcpcsCode.TryParse(input.Text("code"), out var code) && tables.Code(code, input.Day("date")
            ?? tables.CoveredTo) is CodeStatus.Found { Row.Unit: var unit } ? unit : default;
    }

    private static decimal? UnitsOf(CaseInput input, Amount dose, Amount held, Amount unit, Amount perMl)
    {
        var rule = input.Text("payerUnitRule");
        if (CaseWords.Has(rule, "container", "vial"))
            return !held.IsNone && held.Value > 0 && dose.In(held.Unit) is { } given
                ? decimal.Ceiling(given / held.Value) : 1;
        if (CaseWords.Has(rule, "ml", "millilit"))
            return dose.In("ML") ?? (NdcUnits.QuantityOf(dose, perMl) is { } volume ? decimal.Ceiling(volume) : 1);
        if (CaseWords.Has(rule, "mg", "milligram")) return decimal.Ceiling(dose.In("MG") ?? dose.Value);
        if (rule.Length > 0 && CaseWords.Has(rule, "one", "1")) return 1;
        return unit.IsNone ? 1 : SpecificCodes.UnitsOf(unit, dose);
    }

    /// <summary>The amount of the first field whose name is a pattern with a unit in the place of the star.</summary>
    private static Amount Amount(JsonElement fields, params ReadOnlySpan<string> patterns)
    {
        foreach (var pattern in patterns)
            foreach (var (word, unit) in Measures)
                foreach (var field in fields.EnumerateObject())
                    if (field.Name.Equals(pattern.Replace("*", word, StringComparison.Ordinal),
                            StringComparison.OrdinalIgnoreCase) && CaseInput.Of(field.Value) is { } value
                        && !(pattern == "vial*" && unit is "ML")) return new(value, unit);
        return Written(new CaseInput(fields).Text(patterns[0].Replace("*", "", StringComparison.Ordinal)));
    }

    // "75 mg".
    private static Amount Written(string text)
    {
        var end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        return end > 0 && Drugs.Amount.NormaliseUnit(text.AsSpan(end).Trim()) is { } unit && decimal.TryParse(
            text.AsSpan(0, end), NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? new(value, unit) : default;
    }
}
