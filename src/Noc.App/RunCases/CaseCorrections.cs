using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Noc.Audit;

namespace Noc.App.RunCases;

/// <summary>The corrected values of a worked case beside those that the findings carry.</summary>
internal static partial class CaseCorrections
{
    private const string Composer = "texts are not composed whole yet";

    [GeneratedRegex(@"CTP\*\*\*\*(?<quantity>[\d.]+)\*(?<unit>\w\w)", RegexOptions.None, 1000)]
    private static partial Regex Quantity { get; }

    /// <summary>Compares lines, texts, payer and lines to be removed.</summary>
    public static void Compare(JsonNode one, ClaimAudit audit, CaseComparison comparison)
    {
        var (expect, input) = (one["expect"]!, one["input"]!["lines"]!.AsArray());
        var corrected = expect["corrected"]?.AsArray() ?? [];
        for (var i = 0; i < corrected.Count; i++)
        {
            var number = (int?)corrected[i]!["lineNo"] ?? i + 1;
            if (number > input.Count)
            {
                comparison.NotChecked($"line {number}, which is added");
                continue;
            }
            var findings = audit.Findings.Where(finding => finding.Line == number && finding.Expected is not null);
            CompareLine(number, input[number - 1]!, corrected[i]!, [.. findings], comparison);
        }
        foreach (var removed in expect["linesRemoved"]?.AsArray() ?? [])
            if (!audit.Findings.Any(finding => finding.Line == (int)removed! && finding.Severity >= Severity.Deny))
                comparison.Differs($"line {removed} removed", "nothing stops the line");
        if (expect["claimCorrections"]?["payerId"] is { } payer
            && !audit.Findings.Any(finding => finding.Expected?.Text.Contains(
                (string)payer!, StringComparison.Ordinal) is true))
            comparison.Differs($"payer id {payer}", "no finding says it");
        if (expect["claimCorrections"]?["billType"] is { } type
            && !audit.Findings.Any(finding => finding.Element == "2300/CLM05-3"
                && finding.Expected?.Text.EndsWith(((string)type!)[^1..], StringComparison.Ordinal) is true))
            comparison.Differs($"bill type {type}", "no finding says it");
        foreach (var text in (string[])["noteMustContain", "remarksMustContain"])
            CompareTokens(text, expect[text]?.AsArray(), audit, comparison);
        if (CaseDrug.Text(expect, "remarksRegex") is { Length: > 0 } pattern)
            ComparePattern(pattern, audit, comparison);
    }

    private static void CompareLine(
        int number, JsonNode before, JsonNode after, List<Finding> findings, CaseComparison comparison)
    {
        foreach (var (name, value) in after.AsObject())
        {
            var carried = Carried(name, findings);
            var wanted = value is JsonArray list ? string.Join(' ', list.Select(item => (string)item!))
                : value is JsonValue plain && plain.TryGetValue<decimal>(out _) ? CaseClaim.Number(after, name)!
                : CaseDrug.Text(after, name);
            var was = before[name] is JsonArray old ? string.Join(' ', old.Select(item => (string)item!))
                : before[name] is JsonValue known && known.TryGetValue<decimal>(out _) ? CaseClaim.Number(before, name)!
                : CaseDrug.Text(before, name);
            if (name is "lineNo" || name.StartsWith("shaded", StringComparison.Ordinal)) continue;
            if (name is "description" or "note")
            {
                if (wanted != was) comparison.NotChecked($"{name} of line {number}: {Composer}");
            }
            else if (carried.Count > 0 ? !carried.Contains(wanted) : false)
                comparison.Differs($"{name} {wanted} on line {number}", string.Join(" or ", carried));
            else if (carried.Count == 0 && wanted != was)
                comparison.NotChecked($"{name} {wanted} of line {number}: no finding carries it");
        }
    }

    private static List<string> Carried(string name, List<Finding> findings)
    {
        var values = new List<string>();
        foreach (var expected in findings.Select(finding => finding.Expected!))
        {
            var quantity = Quantity.Match(expected.Text);
            var value = name switch
            {
                "hcpcs" => expected.Code.IsNone ? "" : expected.Code.Value,
                "units" => expected.Units?.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture) ?? "",
                "ndc" => expected.Ndc,
                "ndcQty" => quantity.Groups["quantity"].Value,
                "ndcUnit" => quantity.Groups["unit"].Value,
                _ => "",
            };
            if (value.Length > 0 && !values.Contains(value)) values.Add(value);
        }
        return values;
    }

    private static void CompareTokens(string name, JsonArray? tokens, ClaimAudit audit, CaseComparison comparison)
    {
        if (tokens is null) return;
        var texts = Texts(audit);
        if (texts.Count == 0) comparison.NotChecked($"{name}: {Composer}");
        else if (!texts.Exists(text => tokens.All(
            token => text.Contains((string)token!, StringComparison.OrdinalIgnoreCase))))
            comparison.Differs($"a text with {string.Join(", ", tokens.Select(token => (string)token!))}",
                string.Join(" | ", texts));
    }

    private static void ComparePattern(string pattern, ClaimAudit audit, CaseComparison comparison)
    {
        var texts = Texts(audit);
        if (texts.Count == 0) comparison.NotChecked($"remarksRegex: {Composer}");
        else if (!texts.Exists(text => Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1))))
            comparison.Differs($"remarks like {pattern}", string.Join(" | ", texts));
    }

    // A text with parts for a person to fill in is not whole.
    private static List<string> Texts(ClaimAudit audit) =>
        [.. audit.Findings.Select(finding => finding.Expected?.Narrative ?? "")
            .Where(text => text.Length > 0 && !text.Contains('<')).Distinct()];
}
