using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Noc.App.RunCases;

/// <summary>The variants of a worked payer case: the same case with something else billed or given.</summary>
internal static partial class CaseVariant
{
    [GeneratedRegex(@"(?<name>\w+)\s*=\s*(?<value>[^=]+?)(?=\s+\w+\s*=|$)", RegexOptions.None, 1000)]
    private static partial Regex Setting { get; }

    /// <summary>The case as the variant has it, with the variant's own expectations; null where its
    /// <c>when</c> is not understood.</summary>
    public static JsonNode? Of(JsonNode one, JsonNode variant)
    {
        var copy = one.DeepClone();
        if (variant["given"] is JsonObject given)
        {
            foreach (var (name, value) in given) copy["input"]!["given"]![name] = value?.DeepClone();
            if (CaseDrug.Text(given, "site") == "both eyes") BothSides(copy["input"]!["lines"]!.AsArray());
        }
        var when = CaseDrug.Text(variant, "when");
        if (when == "priorAuthorization present") copy["input"]!["priorAuthorization"] = "A12345";
        else if (when.Length > 0)
        {
            var settings = Setting.Matches(when);
            if (settings.Count == 0) return null;
            foreach (Match setting in settings)
                if (!Set(copy, setting.Groups["name"].Value, setting.Groups["value"].Value)) return null;
        }
        var expect = new JsonObject();
        foreach (var name in (string[])["findings", "corrected", "claimCorrections"])
            if (variant[name] is { } value) expect[name] = value.DeepClone();
        copy["expect"] = expect;
        copy["id"] = $"{CaseDrug.Text(one, "id")} ({(when.Length > 0 ? when : "other given")})";
        return copy;
    }

    // What was done on both sides is billed as such: 50 takes the place of the side.
    private static void BothSides(JsonArray lines)
    {
        foreach (var line in lines)
            if (line!["modifiers"] is JsonArray modifiers)
                line["modifiers"] = new JsonArray([.. modifiers.Select(one => (string)one!)
                    .Select(one => (JsonNode)(one is "RT" or "LT" ? "50" : one))]);
    }

    private static bool Set(JsonNode one, string name, string value)
    {
        var input = one["input"]!;
        var lines = input["lines"]!.AsArray();
        switch (name)
        {
            case "dateOfService":
                one[name] = value;
                return true;
            case "sentOn" or "correctionOn" or "billType":
                input[name] = value;
                return true;
            case "quantity":
                var parts = value.Split(' ');
                lines[0]!["shaded24D"] = parts[^1] + parts[0];
                return true;
            case "charge":
                lines[0]![name] = decimal.Parse(value, CultureInfo.InvariantCulture);
                return true;
            case "hcpcs":
                lines[0]![name] = value;
                return true;
            case "route":
                Replace(input, CaseDrug.Text(input["given"], "route"), value);
                input["given"]!["route"] = value;
                return true;
            case "vial":
                input["drug"]!["strength"] = $"{value} powder vial";
                return true;
            case "dose":
                var was = $"{CaseClaim.Number(input["given"]!, "dose")}{CaseDrug.Text(input["given"], "unit")}";
                Replace(input, was.ToUpperInvariant(), value.Replace(" ", "").ToUpperInvariant());
                input["given"]!["dose"] = decimal.Parse(value.Split(' ')[0], CultureInfo.InvariantCulture);
                return true;
            default:
                return false;
        }
    }

    // What is given stands in the texts of the line too.
    private static void Replace(JsonNode input, string old, string now)
    {
        foreach (var line in input["lines"]!.AsArray())
            foreach (var text in (string[])["description", "note"])
                if (CaseDrug.Text(line, text) is { Length: > 0 } was)
                    line![text] = was.Replace(old, now, StringComparison.Ordinal);
    }
}
