using System.Globalization;
using System.Text.Json;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;

namespace Noc.App.RunCases;

/// <summary>The cases of discarded drug: which vials, how much is left, which lines with which modifiers.</summary>
internal static class WasteCases
{
    public static CaseResult Run(JsonElement one)
    {
        var (input, expected) = (one.GetProperty("input"), one.GetProperty("expected"));
        if (input.TryGetProperty("lines", out var billed)) return Check(input, expected, billed);
        var facts = new CaseInput(input);
        if (expected.TryGetProperty("ok", out _) && !facts.HasNamed("vialSizes"))
            return Check(input, expected, JsonDocument.Parse("[]").RootElement);
        var dose = Of(facts, "dose") ?? throw new FormatException();
        var isSingleDose = facts.Given("singleDose") ?? true;
        var vials = isSingleDose ? Vials(input, dose) : null;
        // What a container holds beyond its label is not billed.
        if (vials is not null) dose = Math.Min(dose, vials.Total);
        var unit = Of(facts, "hcpcsUnit");
        var units = unit is null ? default
            : WasteUnits.Of(dose, vials?.Total ?? decimal.Ceiling(dose / unit.Value) * unit.Value, unit.Value);
        var wanted = new List<string>();
        var actual = new List<string>();
        void Compare(string name, Func<JsonElement, string> want, string answer)
        {
            if (!expected.TryGetProperty(name, out var value)) return;
            wanted.Add($"{name} {want(value)}");
            actual.Add($"{name} {answer}");
        }
        Compare("vials", Sizes, vials is null ? "none" : string.Join('+', vials.Vials.Select(Plain)));
        Compare("discardedMg", Amount, vials is null ? "none" : Plain(vials.Discarded(dose)));
        Compare("administeredUnits", Amount, unit is null ? "none" : Plain(units.Administered));
        Compare("discardedUnits", Amount, unit is null ? "none" : Plain(units.Discarded));
        Compare("totalMg", Amount, vials is null ? "none" : Plain(vials.Total));
        var lines = Lines(dose, vials, unit is null ? null : units, Text(input, "payerNocWaste"));
        if (IsExempt(facts) || facts.Flag("avoidable") || facts.Flag("avoidableWaste"))
            lines = [lines[0] with { Modifier = "" }];
        else if (facts.Day("date") < WasteUnits.JzFrom && lines is [{ Modifier: "JZ" } first])
            lines = [first with { Modifier = "" }];
        Compare("lines", value => string.Join(", ", value.EnumerateArray().Select(Line)),
            string.Join(", ", lines.Select(line => $"{Plain(line.Units)} {line.Modifier}".TrimEnd())));
        AddTexts(expected, lines, wanted, actual);
        return wanted.Count == 0 ? new(CaseOutcome.NotSupported)
            : CodingCases.Compare(string.Join("; ", wanted), string.Join("; ", actual));
    }

    // Health centres, rural clinics and inpatient stays are paid as a whole; so is what is packaged.
    private static bool IsExempt(CaseInput input) => input.Given("separatelyPayable") is false
        || input.Text("placeOfService") is "21" or "50" or "72" || input.Text("statusIndicator") is "N"
        || CaseWords.Has($"{input.Text("providerType")} {input.Text("setting")} {input.Text("provider")}",
            "rhc", "fqhc", "rural", "health-center", "health center", "inpatient");

    // Units, modifier and text of each line. A code without a unit of its own is billed as one unit.
    private static List<(decimal Units, string Modifier, string Text)> Lines(
        decimal dose, VialCombination? vials, WasteUnits? units, string payer)
    {
        var given = $"{Plain(dose)} mg";
        if (vials is null) return [(units?.Administered ?? 1, "", given)];
        var left = vials.Discarded(dose);
        if (units is { } counted)
            return counted.Discarded == 0 ? [(counted.Administered, "JZ", given)]
                : [(counted.Administered, "", given), (counted.Discarded, "JW", $"{Plain(left)} mg discarded")];
        if (left == 0) return [(1, "JZ", given)];
        return payer == "single-line-narrative" ? [(1, "", $"{given}, {Plain(left)} mg discarded")]
            : [(1, "", given), (1, "JW", $"{Plain(left)} mg discarded")];
    }

    private static void AddTexts(
        JsonElement expected, List<(decimal Units, string Modifier, string Text)> lines, List<string> wanted,
        List<string> actual)
    {
        if (!expected.TryGetProperty("lines", out var all)) return;
        var index = 0;
        foreach (var line in all.EnumerateArray())
        {
            if (line.TryGetProperty("narrativeHas", out var texts) && index < lines.Count)
                foreach (var text in texts.EnumerateArray())
                {
                    wanted.Add(text.GetString()!);
                    actual.Add(lines[index].Text.Contains(text.GetString()!, StringComparison.OrdinalIgnoreCase)
                        ? text.GetString()! : lines[index].Text);
                }
            index++;
        }
    }

    // Lines as billed: both modifiers, or none where one is due.
    private static CaseResult Check(JsonElement input, JsonElement expected, JsonElement billed)
    {
        var day = Text(input, "date") is { Length: > 0 } text
            ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : DateOnly.MaxValue;
        var facts = new CaseInput(input);
        var isExempt = IsExempt(facts);
        var isFree = facts.Flag("freeDrug") || facts.Flag("free") || facts.Flag("isFree");
        var isDue = CaseWords.IsMedicare(Text(input, "payer")) && facts.Given("singleDose") is not false
            && !isExempt && !isFree && day >= WasteUnits.JzFrom && !IsRadiopharmaceutical(facts);
        var (error, effect) = ("", "");
        foreach (var line in billed.EnumerateArray())
        {
            var modifiers = line.TryGetProperty("modifiers", out var list)
                ? list.EnumerateArray().Select(modifier => modifier.GetString()).ToList() : [];
            if (modifiers.Contains("JW") && modifiers.Contains("JZ")) error = "jw-and-jz-together";
            else if (error.Length == 0 && modifiers.Contains("JZ") && day < WasteUnits.JzValidFrom)
                error = "modifier-not-valid-on-date";
            else if (error.Length == 0 && modifiers.Contains("JW") && isFree) error = "jw-on-free-drug";
            else if (error.Length == 0 && facts.Given("singleDose") is false
                && (modifiers.Contains("JZ") || modifiers.Contains("JW")))
                error = modifiers.Contains("JZ") ? "jz-on-multi-dose" : "jw-on-multi-dose";
            else if (error.Length == 0 && facts.Given("separatelyPayable") is false
                && (modifiers.Contains("JZ") || modifiers.Contains("JW"))) error = "not-separately-payable";
            else if (isDue && error.Length == 0 && !modifiers.Contains("JW") && !modifiers.Contains("JZ")
                && !HasWasteLine(billed))
                (error, effect) = ("jz-or-jw-required",
                    day >= WasteUnits.EditsFrom ? "returned-unprocessable" : "warning");
        }
        if (error.Length == 0 && facts.Number(WasteFields) > (Of(facts, "hcpcsUnit") ?? 0)
            && billed.EnumerateArray().Any(line => HasModifier(line, "JZ"))) error = "jz-with-waste";
        if (error.Length == 0 && IsOverLabel(facts, billed)) error = "over-label";
        // Another word may mean another error: that both see one proves nothing.
        var word = Text(expected, "error") is "jw-on-packaged" or "jz-on-packaged" ? "not-separately-payable"
            : Text(expected, "error");
        if (word.Length > 0 && error.Length > 0 && !Errors.Contains(word))
            return new(CaseOutcome.NotSupported) { Notes = [$"the error {word} is not known; Noc finds {error}"] };
        var want = expected.TryGetProperty("effect", out _) && effect != "warning"
            ? $" {Text(expected, "effect")}" : "";
        return CodingCases.Compare($"{word}{want}", want.Length > 0 ? $"{error} {effect}" : error);
    }

    private static bool IsRadiopharmaceutical(CaseInput input) => HcpcsCode.TryParse(input.Text("code"), out var code)
        && CodeClass.Includes("radiopharmaceutical", code, isUnclassified: false);

    // Dose and waste together are no more than the labels of what was opened (coding guide B5).
    private static bool IsOverLabel(CaseInput input, JsonElement billed)
    {
        var opened = OpenedFields.SelectMany(input.Numbers).ToList();
        var held = input.Number("labelledMg", "labeledMg", "labelMg", "vialMg", "openedMg", "totalMg")
            ?? (opened.Count > 0 ? opened.Sum() : null);
        if (held is not { } most) return false;
        if (input.Number("doseMg") is { } dose && input.Number(WasteFields) is { } waste)
            return dose + waste > most;
        return input.Number("hcpcsUnitMg") is { } unit and > 0 && (billed.EnumerateArray()
            .Sum(line => new CaseInput(line).Number("units") ?? 0) - 1) * unit >= most;
    }

    private static readonly string[] WasteFields = ["discardedMg", "wasteMg", "wastedMg"];

    private static readonly string[] Errors =
    [
        "jw-and-jz-together", "jz-or-jw-required", "jz-on-multi-dose", "jw-on-multi-dose", "not-separately-payable",
        "jz-with-waste", "over-label", "modifier-not-valid-on-date", "jw-on-free-drug",
    ];

    // A line of what was given needs no modifier where another holds the waste.
    private static bool HasWasteLine(JsonElement billed) =>
        billed.EnumerateArray().Any(line => HasModifier(line, "JW"));

    private static bool HasModifier(JsonElement line, string modifier) =>
        line.TryGetProperty("modifiers", out var list) && list.EnumerateArray().Any(one => one.GetString() == modifier);

    private static readonly string[] CostFields = ["vialCosts", "vialCostsUsd", "costs"];

    private static readonly string[] OpenedFields =
        ["vialsOpened", "vialsOpenedMg", "openedVialsMg", "vialsUsedMg"];

    // What was opened counts; else the choice that wastes least, and costs least where costs are told.
    private static VialCombination? Vials(JsonElement input, decimal dose)
    {
        foreach (var name in OpenedFields)
            if (input.TryGetProperty(name, out var opened) && opened.ValueKind is JsonValueKind.Array)
            {
                var vials = opened.EnumerateArray().Select(Of).OrderDescending().ToList();
                return new(vials, vials.Sum(), null);
            }
        if (input.EnumerateObject().FirstOrDefault(field => field.Value.ValueKind is JsonValueKind.Array
            && field.Name.StartsWith("vialSizes", StringComparison.Ordinal)).Value is not
            { ValueKind: JsonValueKind.Array } sizes) return null;
        var costs = CostFields.Select(name =>
            input.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array
                ? list.EnumerateArray().Select(cost => (decimal?)Of(cost)).ToList() : null)
            .FirstOrDefault(list => list?.Count == sizes.GetArrayLength());
        return VialChoice.Choose([.. sizes.EnumerateArray().Select((size, at) => new VialSize(Of(size), costs?[at]))],
            dose) ?? throw new FormatException();
    }

    private static string Sizes(JsonElement value) => value.ValueKind is JsonValueKind.Null ? "none"
        : string.Join('+', value.EnumerateArray().Select(Of).Select(Plain));

    private static string Amount(JsonElement value) =>
        value.ValueKind is JsonValueKind.Null ? "none" : Plain(Of(value));

    private static string Line(JsonElement line) =>
        $"{Plain(Of(line.GetProperty("units")))} {string.Join(':', line.GetProperty("modifiers").EnumerateArray()
            .Select(modifier => modifier.GetString()))}".TrimEnd();

    private static string Text(JsonElement element, string name) => CodingCases.Text(element, name);

    // Amounts are in any unit, the same for all fields of a case.
    private static decimal? Of(CaseInput input, string name) => input.Number($"{name}Mg", $"{name}Mcg",
        $"{name}Units", $"{name}Iu", $"{name}IU", $"{name}Ml", $"{name}G", name);

    // Amounts stand as numbers or as text.
    private static decimal Of(JsonElement value) => value.ValueKind is JsonValueKind.String
        ? decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetDecimal();

    private static string Plain(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
