using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Noc.App.RunCases;

/// <summary>A worked payer case in the one spelling that the runner goes by: people write days, numbers, types of
/// payers and lists in several ways that mean the same.</summary>
internal static partial class CaseReading
{
    /// <summary>The ways in which people write a day.</summary>
    public static readonly string[] DayForms = ["yyyy-MM-dd", "yyyyMMdd", "MM/dd/yyyy", "M/d/yyyy", "yyyy-M-d"];

    private static readonly string[] InputDays =
        ["sentOn", "receivedOn", "asOf", "correctionOn", "throughDate"];

    private static readonly Dictionary<string, string> PayerTypes = new(StringComparer.Ordinal)
    {
        ["mac"] = "medicare_mac", ["medicare_part_b"] = "medicare_mac", ["medicare_part_a"] = "medicare_mac",
        ["medicare_ffs"] = "medicare_mac", ["ab_mac"] = "medicare_mac", ["dme_mac"] = "medicare_dme",
        ["dme"] = "medicare_dme", ["mco"] = "medicaid_mco", ["medicaid_managed_care"] = "medicaid_mco",
        ["ma"] = "commercial_ma", ["tricare"] = "federal", ["va"] = "federal",
        ["workers_compensation"] = "workers_comp",
    };

    [GeneratedRegex(@"^J-?(?<area>[A-Z0-9]{1,2})$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Area { get; }

    /// <summary>The case in that spelling; what is given stays as it is.</summary>
    public static JsonNode Of(JsonNode one)
    {
        var copy = one.DeepClone();
        Day(copy, "dateOfService");
        if (copy["payer"] is JsonObject payer) ReadPayer(payer);
        if (copy["input"] is JsonObject input) ReadInput(input);
        if (copy["expect"] is JsonObject expect) ReadExpectation(expect);
        return copy;
    }

    private static void ReadPayer(JsonObject payer)
    {
        if (Word(payer, "type") is { } type)
            payer["type"] = PayerTypes.GetValueOrDefault(type.Replace('-', '_'), type.Replace('-', '_'));
        if (payer["jurisdiction"] is JsonArray several)
            payer["jurisdiction"] = string.Join(';', several.Select(one => one?.ToString()));
        if (CaseDrug.Text(payer, "jurisdiction") is { Length: > 0 } area && Area.Match(area) is { Success: true } match)
            payer["jurisdiction"] = $"J{match.Groups["area"].Value.ToUpperInvariant()}";
    }

    private static void ReadInput(JsonObject input)
    {
        foreach (var name in InputDays) Day(input, name);
        if (CaseDrug.Text(input, "claimType") is { Length: > 0 } type) input["claimType"] = ClaimType(type);
        if (input["placeOfService"] is JsonValue place && place.TryGetValue<int>(out var number))
            input["placeOfService"] = number.ToString("00", CultureInfo.InvariantCulture);
        ReadApproval(input);
        Number(input, "acquisitionCost");
        if (input["drug"] is JsonObject drug) ReadDrug(drug);
        if (input["given"] is JsonObject given)
            foreach (var name in (string[])["dose", "wasted"]) Number(given, name);
        foreach (var line in input["lines"] as JsonArray ?? [])
            if (line is JsonObject fields) ReadLine(fields);
        foreach (var document in input["attachments"] as JsonArray ?? [])
            if (document is JsonObject fields) Day(fields, "date");
    }

    private static string ClaimType(string said) => CaseWords.Has(said, "835") ? "835"
        : CaseWords.Has(said, "paper", "1500", "UB-04", "eMedNY") ? $"paper {said.Replace("paper ", "",
            StringComparison.OrdinalIgnoreCase)}"
        : CaseWords.Has(said, "837I", "837-I", "837 I", "institution") ? "837I" : "837P";

    // A number, an approval with its number, or the word that there is one.
    private static void ReadApproval(JsonObject input)
    {
        const string field = "priorAuthorization", some = "A12345";
        input[field] = input[field] switch
        {
            JsonObject told => CaseDrug.Text(told, "number") is { Length: > 0 } number ? number : some,
            JsonValue value when value.TryGetValue<bool>(out var flag) => flag ? some : null,
            var other => other?.DeepClone(),
        };
    }

    private static void ReadDrug(JsonObject drug)
    {
        Day(drug, "fdaApprovedOn");
        foreach (var code in drug["specificCodes"] as JsonArray ?? [])
            if (code is JsonObject fields)
                foreach (var name in (string[])["from", "to"]) Day(fields, name);
    }

    private static void ReadLine(JsonObject line)
    {
        foreach (var name in (string[])["units", "charge", "ndcQty"]) Number(line, name);
        var code = CaseDrug.Text(line, "hcpcs").ToUpperInvariant().Split('-', StringSplitOptions.TrimEntries);
        if (code[0].Length > 0) line["hcpcs"] = code[0];
        var told = line["modifiers"] is JsonArray list ? list.Select(one => one?.ToString() ?? "")
            : CaseDrug.Text(line, "modifiers").Split([' ', ',', '-', ':'], StringSplitOptions.RemoveEmptyEntries);
        line["modifiers"] = new JsonArray([.. code.Skip(1).Concat(told).Select(
            one => (JsonNode)one.ToUpperInvariant())]);
    }

    private static void ReadExpectation(JsonObject expect)
    {
        if (Word(expect, "decision") is { } decision) expect["decision"] = decision.Replace('_', '-');
        foreach (var line in expect["corrected"] as JsonArray ?? [])
            if (line is JsonObject fields)
                foreach (var name in (string[])["units", "charge", "ndcQty"]) Number(fields, name);
    }

    // Lower case, with hyphens or underscores for blanks.
    private static string? Word(JsonObject node, string name) =>
        CaseDrug.Text(node, name) is { Length: > 0 } text ? text.Trim().ToLowerInvariant().Replace(' ', '-') : null;

    private static void Day(JsonNode node, string name)
    {
        if (DateOnly.TryParseExact(CaseDrug.Text(node, name), DayForms, CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var day)) node[name] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static void Number(JsonObject node, string name)
    {
        if (node[name] is JsonValue value && value.TryGetValue<string>(out var text))
            node[name] = decimal.TryParse(text.TrimStart('$'), NumberStyles.Number, CultureInfo.InvariantCulture,
                out var number) ? number : null;
    }
}
