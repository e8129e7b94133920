using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Noc.Audit;
using Noc.Drugs;

namespace Noc.App.RunCases;

/// <summary>The corrected values of a worked case beside those that the findings carry.</summary>
internal static partial class CaseCorrections
{
    [GeneratedRegex(@"CTP\*\*\*\*(?<quantity>[\d.]+)\*(?<unit>\w\w)", RegexOptions.None, 1000)]
    private static partial Regex Quantity { get; }

    [GeneratedRegex(@"<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Blank { get; }

    // What is judged, here or beside the findings, and what only explains.
    private static readonly HashSet<string> Known =
    [
        "decision", "findings", "corrected", "variants", "mustNot", "linesRemoved", "claimCorrections",
        "noteMustContain", "remarksMustContain", "remarksRegex", "remarksExample", "arithmetic", "why", "notes",
    ];

    /// <summary>Compares lines, texts, payer and lines to be removed.</summary>
    /// <param name="one">The case.</param>
    /// <param name="audit">The audit of its claim with all that the case says was given.</param>
    /// <param name="comparison">Where differences go.</param>
    public static void Compare(JsonNode one, ClaimAudit audit, CaseComparison comparison)
    {
        var (expect, input) = (one["expect"]!, one["input"]!["lines"]!.AsArray());
        var corrected = expect["corrected"]?.AsArray() ?? [];
        var added = 0;
        for (var i = 0; i < corrected.Count; i++)
        {
            var number = (int?)corrected[i]!["lineNo"] ?? i + 1;
            if (number > input.Count)
            {
                if (added++ == 0) CompareAdded(number, audit, comparison);
                continue;
            }
            var findings = audit.Findings.Where(finding => finding.Line == number && finding.Expected is not null);
            CompareLine(number, input[number - 1]!, corrected[i]!, [.. findings], comparison);
        }
        CompareClaim(expect, audit, comparison);
        foreach (var (name, _) in expect.AsObject())
            if (!Known.Contains(name)) comparison.NotChecked(name);
        foreach (var text in (string[])["noteMustContain", "remarksMustContain"])
            CompareTokens(text, expect[text]?.AsArray(), audit, comparison);
        if (CaseDrug.Text(expect, "remarksRegex") is { Length: > 0 } pattern)
            ComparePattern(pattern, audit, comparison);
    }

    // A line that is added: a finding about waste or about the lines of a compound asks for it.
    private static void CompareAdded(int number, ClaimAudit audit, CaseComparison comparison)
    {
        if (!audit.Findings.Any(finding => finding.Topic is "waste_modifier" or "compound" or "claim_limit" or "c9399"
            or "administration"))
            comparison.NotChecked($"line {number}, which is added");
    }

    private static void CompareClaim(JsonNode expect, ClaimAudit audit, CaseComparison comparison)
    {
        foreach (var removed in expect["linesRemoved"]?.AsArray() ?? [])
            if (!audit.Findings.Any(finding => finding.Line == (int)removed! && finding.Severity >= Severity.Deny))
                comparison.Differs($"line {removed} removed", "nothing stops the line");
        var claim = expect["claimCorrections"];
        if (claim?["payerId"] is { } payer
            && !audit.Findings.Any(finding => finding.Expected?.Text.Contains(
                (string)payer!, StringComparison.Ordinal) is true))
            comparison.Differs($"payer id {payer}", "no finding says it");
        if (claim?["billType"] is { } type
            && !audit.Findings.Any(finding => finding.Element == "2300/CLM05-3"
                && finding.Expected?.Text.EndsWith(((string)type!)[^1..], StringComparison.Ordinal) is true))
            comparison.Differs($"bill type {type}", "no finding says it");
        foreach (var (name, _) in claim as JsonObject ?? [])
            if (name is not ("payerId" or "billType")) comparison.NotChecked($"claim correction {name}");
    }

    private static void CompareLine(
        int number, JsonNode before, JsonNode after, List<Finding> findings, CaseComparison comparison)
    {
        foreach (var (name, value) in after.AsObject())
        {
            if (name is "lineNo" || name.StartsWith("shaded", StringComparison.Ordinal)) continue;
            var (wanted, was) = (Written(after, name, value), Written(before, name, before[name]));
            if (name is "description" or "note")
            {
                if (wanted != was) CompareText(number, name, wanted, findings, comparison);
            }
            else if (name is "modifiers")
            {
                if (wanted != was) CompareModifiers(number, wanted, was, findings, comparison);
            }
            else if (Carried(name, findings) is { Count: > 0 } carried)
            {
                if (!carried.Contains(wanted))
                    comparison.Differs($"{name} {wanted} on line {number}", string.Join(" or ", carried));
            }
            else if (wanted != was)
                comparison.NotChecked($"{name} {wanted} of line {number}: no finding carries it");
        }
    }

    private static string Written(JsonNode line, string name, JsonNode? value) =>
        value is JsonArray list ? string.Join(' ', list.Select(item => (string)item!))
        : value is JsonValue plain && plain.TryGetValue<decimal>(out _) ? CaseClaim.Number(line, name)!
        : CaseDrug.Text(line, name);

    // A modifier that comes is named by a finding; one that goes is spoken about.
    private static void CompareModifiers(
        int number, string wanted, string was, List<Finding> findings, CaseComparison comparison)
    {
        var (after, before) = (wanted.Split(' '), was.Split(' '));
        foreach (var come in after.Except(before).Where(one => one.Length > 0))
            if (!findings.Exists(finding => finding.Expected!.Text.Contains(come, StringComparison.Ordinal)))
                comparison.NotChecked($"modifier {come} of line {number}: no finding carries it");
        foreach (var gone in before.Except(after).Where(one => one.Length > 0))
            if (!findings.Exists(finding => finding.Message.Contains(gone, StringComparison.Ordinal)))
                comparison.NotChecked($"modifier {gone} of line {number}, which goes: no finding says it");
    }

    // Texts may differ in words and order; dose and NDC may not, and what stands open is for a person.
    private static void CompareText(
        int number, string name, string wanted, List<Finding> findings, CaseComparison comparison)
    {
        var texts = findings.Select(finding => finding.Expected!.Narrative).Where(text => text.Length > 0).ToList();
        if (texts.Count == 0)
        {
            comparison.NotChecked($"{name} of line {number}: no finding carries it");
            return;
        }
        var right = NarrativeParser.Parse(wanted);
        if (!texts.Exists(text => Agrees(NarrativeParser.Parse(Blank.Replace(text, " ")), text, right, wanted)))
            comparison.Differs($"{name} {wanted}", string.Join(" | ", texts));
    }

    private static bool Agrees(NarrativeFacts facts, string text, NarrativeFacts right, string wanted) =>
        (facts.Dose.IsNone || right.Dose.IsNone || facts.Dose == right.Dose)
        && (facts.Ndc.IsEmpty || right.Ndc.IsEmpty || Digits(facts.Ndc.Of(text)) == Digits(right.Ndc.Of(wanted)));

    private static string Digits(ReadOnlySpan<char> text)
    {
        var digits = new System.Text.StringBuilder(text.Length);
        foreach (var letter in text)
            if (char.IsAsciiDigit(letter)) digits.Append(letter);
        return digits.ToString();
    }

    private static List<string> Carried(string name, List<Finding> findings)
    {
        var values = new List<string>();
        foreach (var finding in findings)
        {
            var expected = finding.Expected!;
            var quantity = Quantity.Match(expected.Text);
            var value = name switch
            {
                "hcpcs" => expected.Code.IsNone ? "" : expected.Code.Value,
                "units" => expected.Units?.ToString("0.###", CultureInfo.InvariantCulture) ?? "",
                "ndc" => expected.Ndc,
                "ndcQty" => quantity.Groups["quantity"].Value,
                "ndcUnit" => quantity.Groups["unit"].Value,
                "charge" => finding.Element is "2400/SV102" or "2400/SV203" ? expected.Text : "",
                "revenueCode" => finding.Element is "2400/SV201" ? expected.Text : "",
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
        if (texts.Count == 0) comparison.NotChecked($"{name}: no finding carries a text without open parts");
        else if (!texts.Exists(text => tokens.All(
            token => text.Contains((string)token!, StringComparison.OrdinalIgnoreCase))))
            comparison.Differs($"a text with {string.Join(", ", tokens.Select(token => (string)token!))}",
                string.Join(" | ", texts));
    }

    private static void ComparePattern(string pattern, ClaimAudit audit, CaseComparison comparison)
    {
        var texts = Texts(audit);
        if (texts.Count == 0) comparison.NotChecked("remarksRegex: no finding carries a text without open parts");
        else if (!texts.Exists(text => Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1))))
            comparison.Differs($"remarks like {pattern}", string.Join(" | ", texts));
    }

    // A text with parts for a person to fill in is not whole.
    private static List<string> Texts(ClaimAudit audit) =>
        [.. audit.Findings.Select(finding => finding.Expected?.Narrative ?? "")
            .Where(text => text.Length > 0 && !text.Contains('<')).Distinct()];
}
