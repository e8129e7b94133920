using System.Globalization;
using System.Text.Json;
using Noc.Audit;
using Noc.Coding;

namespace Noc.App.RunCases;

/// <summary>The cases of discarded drug: which vials, how much is left, which lines with which modifiers, coded as a
/// visit; and lines as they were billed, audited as a claim.</summary>
internal static class WasteCases
{
    public static CaseResult Run(JsonElement one, AuditContext shared)
    {
        var (input, expected) = (one.GetProperty("input"), one.GetProperty("expected"));
        var facts = new CaseInput(input);
        var unit = Of(facts, "hcpcsUnit");
        var drug = new WasteStandIn(facts, shared, unit);
        var isJudged = expected.TryGetProperty("ok", out _)
            && (!facts.HasNamed("vialSizes") || facts.Number(WasteFields) is not null);
        if (isJudged || input.TryGetProperty("lines", out _))
            return Check(input, expected, drug, shared);
        var dose = Of(facts, "dose") ?? throw new FormatException();
        var vials = drug.IsSingleDose ? Vials(input, dose) : null;
        var visit = new WasteVisit(drug, dose, vials?.Vials);
        // What a container holds beyond its label is not billed.
        if (vials is not null) dose = Math.Min(dose, vials.Total);
        var lines = visit.Lines;
        // What better planning would have saved is nobody's to pay.
        if (facts.Flag("avoidable") || facts.Flag("avoidableWaste"))
            lines = [lines[0] with { Modifiers = [] }];
        var comparison = new Dictionary<string, (Func<JsonElement, string> Want, string Answer)>
        {
            ["vials"] = (Sizes, vials is null ? "none" : string.Join('+', vials.Vials.Select(Plain))),
            ["discardedMg"] = (Amount, vials is null ? "none" : Plain(vials.Discarded(dose))),
            ["administeredUnits"] = (Amount, unit is null ? "none" : Plain(visit.Administered)),
            ["discardedUnits"] = (Amount, unit is null ? "none" : Plain(visit.Discarded)),
            ["totalMg"] = (Amount, vials is null ? "none" : Plain(vials.Total)),
            ["lines"] = (value => string.Join(", ", value.EnumerateArray().Select(Line)),
                string.Join(", ", lines.Select(Line))),
        };
        var (wanted, actual) = (new List<string>(), new List<string>());
        foreach (var (name, (want, answer)) in comparison)
        {
            if (!expected.TryGetProperty(name, out var value)) continue;
            wanted.Add($"{name} {want(value)}");
            actual.Add($"{name} {answer}");
        }
        AddTexts(expected, visit, lines, wanted, actual);
        return wanted.Count == 0 ? new(CaseOutcome.NotSupported)
            : CodingCases.Compare(string.Join("; ", wanted), string.Join("; ", actual));
    }

    private static void AddTexts(
        JsonElement expected, WasteVisit visit, IReadOnlyList<CodedLine> lines, List<string> wanted,
        List<string> actual)
    {
        if (!expected.TryGetProperty("lines", out var all)) return;
        foreach (var (line, want) in lines.Zip(all.EnumerateArray()))
            foreach (var text in new CaseInput(want).Texts("narrativeHas"))
            {
                var written = visit.TextOf(line);
                wanted.Add(text);
                actual.Add(Joined(written).Contains(Joined(text), StringComparison.OrdinalIgnoreCase) ? text : written);
            }
    }

    // "80 mg" is written 80MG.
    private static string Joined(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    // Lines as billed, or what was recorded: the first error.
    private static CaseResult Check(JsonElement input, JsonElement expected, WasteStandIn drug, AuditContext shared)
    {
        var facts = new CaseInput(input);
        var billed = facts.List("lines").ToList();
        var discarded = facts.Number(WasteFields);
        var (error, isReturned) = WasteClaim.Judge(drug, shared, billed, discarded);
        if (error.Length == 0 && IsOverLabel(input, billed, drug, discarded)) error = "over-label";
        // Another word may mean another error: that both see one proves nothing.
        var word = CodingCases.Text(expected, "error");
        if (word is "jw-on-packaged" or "jz-on-packaged") word = "not-separately-payable";
        if (word.Length > 0 && error.Length > 0 && !WasteClaim.Known.Contains(word))
            return new(CaseOutcome.NotSupported) { Notes = [$"the error {word} is not known; Noc finds {error}"] };
        // Without a word any error is the one that is meant.
        if (word.Length == 0 && error.Length > 0 && new CaseInput(expected).Given("ok") is false) word = error;
        var isEffectAsked = CodingCases.Text(expected, "effect") is "returned-unprocessable";
        return CodingCases.Compare($"{word}{(isEffectAsked ? " returned" : "")}",
            $"{error}{(isEffectAsked && isReturned ? " returned" : "")}");
    }

    // Dose and waste together are no more than the labels of what was opened.
    private static bool IsOverLabel(
        JsonElement of, IReadOnlyList<CaseInput> billed, WasteStandIn drug, decimal? discarded)
    {
        var input = new CaseInput(of);
        var opened = OpenedFields.SelectMany(input.Numbers).ToList();
        if (opened.Count == 0 && input.Number("labelledMg", "labeledMg", "labelMg", "vialMg", "openedMg", "totalMg")
            is { } label) opened = [label];
        if (opened.Count == 0 && input.Number("doseMg") is { } given && Vials(of, given) is { } chosen)
            opened = [.. chosen.Vials];
        if (opened.Count == 0) return false;
        var unit = input.Number("hcpcsUnitMg") ?? 1;
        var wasted = discarded ?? billed.Where(IsWaste).Sum(Units) * unit;
        var dose = input.Number("doseMg") ?? billed.Where(line => !IsWaste(line)).Sum(Units) * unit;
        return new WasteVisit(drug, dose, opened, wasted).IsOverLabel;
    }

    private static decimal Units(CaseInput line) => line.Number("units") ?? 0;

    private static bool IsWaste(CaseInput line) => line.Texts("modifiers").Contains("JW");

    private static readonly string[] WasteFields = ["discardedMg", "wasteMg", "wastedMg"];

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

    private static string Line(CodedLine line) =>
        $"{Plain(line.Units ?? 0)} {string.Join(':', line.Modifiers.Select(modifier => modifier.Code))}".TrimEnd();

    // Amounts are in any unit, the same for all fields of a case.
    private static decimal? Of(CaseInput input, string name) => input.Number($"{name}Mg", $"{name}Mcg",
        $"{name}Units", $"{name}Iu", $"{name}IU", $"{name}Ml", $"{name}G", name);

    // Amounts stand as numbers or as text.
    private static decimal Of(JsonElement value) => value.ValueKind is JsonValueKind.String
        ? decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetDecimal();

    private static string Plain(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
