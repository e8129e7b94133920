using System.Text.Json;

namespace Noc.App.RunCases;

/// <summary>What a worked case must hold before it can be run.</summary>
internal static class CaseNeeds
{
    // By kind: paths of members; [] stands for every element of a list, {} for a member that is an object.
    private static readonly Dictionary<string, string[]> ByKind = new(StringComparer.Ordinal)
    {
        ["infusion"] = ["input{}", "input.date", "input.events[]", "expected{}"],
        ["ndc"] = ["input{}", "input.value", "expected{}"],
        ["noc"] = ["input{}", "expected{}"],
        ["payer"] = ["payer{}", "input{}", "input.lines[]", "expect{}"],
        ["pricing"] = ["input{}", "expected{}"],
        ["timeline"] = ["input{}", "input.drug", "input.date", "expected{}"],
        ["units"] = ["input{}", "expected{}"],
        ["waste"] = ["input{}", "expected{}"],
    };

    /// <summary>The first member that a case lacks, such as <c>input.date</c>; empty where it lacks none.</summary>
    public static string Lacking(JsonElement one, string kind)
    {
        foreach (var need in ByKind.GetValueOrDefault(kind, []))
            if (!Holds(one, need) && !(need is "input.lines[]" && IsRemittance(one)))
                return need.TrimEnd('{', '}', '[', ']');
        // A drug is coded by its date of service; a dose alone has none.
        if (kind is "units" && one.GetProperty("input").TryGetProperty("drug", out _) && !Holds(one, "input.date"))
            return "input.date";
        return EmptyIn(one, "");
    }

    // The first list with nothing where an element should be.
    private static string EmptyIn(JsonElement one, string path)
    {
        if (one.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in one.EnumerateArray())
                if (item.ValueKind is JsonValueKind.Null) return path;
                else if (EmptyIn(item, path) is { Length: > 0 } inner) return inner;
        }
        else if (one.ValueKind is JsonValueKind.Object)
        {
            foreach (var member in one.EnumerateObject())
                if (EmptyIn(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}") is
                    { Length: > 0 } inner) return inner;
        }
        return "";
    }

    // A remittance has no lines to bill; that it is not read is said elsewhere.
    private static bool IsRemittance(JsonElement one) =>
        one.GetProperty("input").TryGetProperty("claimType", out var type) && type.ValueKind is JsonValueKind.String
            && type.ValueEquals("835");

    private static bool Holds(JsonElement one, string need)
    {
        var path = need.TrimEnd('{', '}', '[', ']');
        foreach (var name in path.Split('.'))
            if (one.ValueKind is not JsonValueKind.Object || !one.TryGetProperty(name, out one)) return false;
        return need.EndsWith("{}", StringComparison.Ordinal) ? one.ValueKind is JsonValueKind.Object
            : need.EndsWith("[]", StringComparison.Ordinal) ? one.ValueKind is JsonValueKind.Array
                && one.EnumerateArray().All(item => item.ValueKind is JsonValueKind.Object)
            : one.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);
    }
}
