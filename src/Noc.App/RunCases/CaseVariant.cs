using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Noc.App.RunCases;

/// <summary>The variants of a worked payer case: the same case with something else billed or given.</summary>
internal static partial class CaseVariant
{
    [GeneratedRegex(@"(?<name>\w+)\s*=\s*(?<value>[^=]+?)(?=\s+\w+\s*=|$)", RegexOptions.None, 1000)]
    private static partial Regex Setting { get; }

    private static readonly string[] Expected =
        ["findings", "corrected", "claimCorrections", "decision", "linesRemoved", "mustNot"];

    /// <summary>The case as the variant has it, with the variant's own expectations; null where its
    /// <c>when</c> is not understood.</summary>
    public static JsonNode? Of(JsonNode one, JsonNode variant)
    {
        var copy = one.DeepClone();
        if (variant["given"] is JsonObject given)
        {
            foreach (var (name, value) in given) Part(copy["input"]!, "given")[name] = value?.DeepClone();
            if (CaseDrug.Text(given, "site") == "both eyes") BothSides(copy["input"]!["lines"]!.AsArray());
        }
        Overlay(copy, variant.AsObject());
        var when = CaseDrug.Text(variant, "when");
        const string approved = "priorAuthorization present";
        if (when.StartsWith(approved, StringComparison.OrdinalIgnoreCase))
        {
            copy["input"]!["priorAuthorization"] = "A12345";
            when = when[approved.Length..].Trim();
        }
        if (when.Length > 0)
        {
            var settings = Setting.Matches(when);
            if (settings.Count == 0) return null;
            foreach (Match setting in settings)
                if (!Set(copy, setting.Groups["name"].Value, setting.Groups["value"].Value)) return null;
        }
        var expect = new JsonObject();
        foreach (var name in Expected)
            if (variant[name] is { } value) expect[name] = value.DeepClone();
        copy["expect"] = expect;
        copy["id"] = $"{CaseDrug.Text(one, "id")} ({(when.Length > 0 ? when : "other given")})";
        return copy;
    }

    // Other fields of the variant take the place of those of the case: payer and day, and what is in the input.
    private static void Overlay(JsonNode one, JsonObject variant)
    {
        foreach (var (name, value) in variant)
            if (name is "payer" or "dateOfService" or "input") Put(one.AsObject(), name, value);
            else if (name is "drug" or "lines" || one["input"]![name] is not null and not JsonObject)
                Put(one["input"]!.AsObject(), name, value);
    }

    private static void Put(JsonObject onto, string name, JsonNode? value)
    {
        if (value is JsonObject more && onto[name] is JsonObject there)
            foreach (var (inner, field) in more) Put(there, inner, field);
        else onto[name] = value?.DeepClone();
    }

    // What was done on both sides is billed as such: 50 takes the place of the side.
    private static void BothSides(JsonArray lines)
    {
        foreach (var line in lines)
            if (line!["modifiers"] is JsonArray modifiers)
                line["modifiers"] = new JsonArray([.. modifiers.Select(one => (string)one!)
                    .Select(one => (JsonNode)(one is "RT" or "LT" ? "50" : one))]);
    }

    // A part that the case leaves out and its variant speaks of.
    private static JsonNode Part(JsonNode of, string name) => of[name] ??= new JsonObject();

    private static bool Set(JsonNode one, string name, string value)
    {
        var input = one["input"]!;
        var lines = input["lines"]!.AsArray();
        switch (name)
        {
            case "dateOfService":
                one[name] = value;
                return true;
            case "sentOn" or "throughDate" or "correctionOn" or "billType" or "receivedOn" or "asOf" or "payerId"
                or "placeOfService" or "claimType" or "claimNote" or "providerType" or "frequency":
                input[name] = value;
                return true;
            case "acquisitionCost":
                input[name] = decimal.Parse(value, CultureInfo.InvariantCulture);
                return true;
            case "secondary" or "crossover" or "participating":
                input[name] = value is "true" or "yes";
                return true;
            case "priorAuthorization":
                input[name] = value is "none" or "null" or "missing" ? null : "A12345";
                return true;
            case "jurisdiction":
                Part(one, "payer")[name] = value;
                return true;
            case "wasted":
                Part(input, "given")[name] = decimal.Parse(value.Split(' ')[0], CultureInfo.InvariantCulture);
                return true;
            case "fdaApprovedOn" or "containerType":
                Part(input, "drug")[name] = value;
                return true;
            case "rebateEligible" or "compounded" or "biologic" or "antineoplastic":
                Part(input, "drug")[name] = value is "true" or "yes";
                return true;
            case "quantity":
                var parts = value.Split(' ');
                lines[0]!["shaded24D"] = parts[^1] + parts[0];
                return true;
            case "route":
                Replace(input, CaseDrug.Text(input["given"], "route"), value);
                Part(input, "given")["route"] = value;
                return true;
            case "vial":
                Part(input, "drug")["strength"] = $"{value} powder vial";
                return true;
            case "dose":
                var was = $"{CaseClaim.Number(Part(input, "given"), "dose")}{CaseDrug.Text(input["given"], "unit")}";
                Replace(input, was.ToUpperInvariant(), value.Replace(" ", "").ToUpperInvariant());
                Part(input, "given")["dose"] = decimal.Parse(value.Split(' ')[0], CultureInfo.InvariantCulture);
                return true;
            default:
                return SetLine(input, lines[0]!, name, value);
        }
    }

    // The first line and what stands beside it.
    private static bool SetLine(JsonNode input, JsonNode line, string name, string value)
    {
        switch (name)
        {
            case "charge":
                line[name] = decimal.Parse(value, CultureInfo.InvariantCulture);
                return true;
            case "hcpcs":
                line[name] = value;
                return true;
            case "description" or "note" or "ndc" or "ndcUnit" or "revenueCode":
                line[name] = value is "none" or "missing" or "empty" ? "" : value;
                return true;
            case "units" or "ndcQty":
                line[name] = decimal.Parse(value, CultureInfo.InvariantCulture);
                return true;
            case "modifiers" or "modifier":
                line["modifiers"] = new JsonArray([.. value.Split([' ', ',', '+', '-'],
                    StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("none" or "missing"))
                    .Select(word => (JsonNode)word)]);
                return true;
            case "diagnosis" or "diagnoses":
                input["diagnoses"] = new JsonArray([.. value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
                    .Select(word => (JsonNode)word)]);
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
