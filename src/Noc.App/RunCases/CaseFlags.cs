using System.Text.Json.Nodes;

namespace Noc.App.RunCases;

/// <summary>What a worked case says beside the claim, under names that people choose.</summary>
internal static class CaseFlags
{
    private const int TrialDigits = 8;

    /// <summary>The first field whose name holds a word and that is true or false, or yes or no; null where there is
    /// none.</summary>
    public static bool? Of(JsonNode? node, string word)
    {
        if (node is not JsonObject all) return null;
        foreach (var (name, value) in all)
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase) && value is JsonValue said)
            {
                if (said.TryGetValue<bool>(out var flag)) return flag;
                if (said.TryGetValue<string>(out var text))
                    return text.ToUpperInvariant() is "Y" or "YES" or "TRUE";
            }
        return null;
    }

    /// <summary>Whether the drug was bought under 340B.</summary>
    public static bool IsDiscounted(JsonNode input) =>
        (Of(input, "340") ?? Of(input["drug"], "340") ?? Of(input["given"], "340")) is true;

    /// <summary>Whether the drug cost nothing.</summary>
    public static bool IsFree(JsonNode input) => (decimal?)input["acquisitionCost"] == 0
        || (Of(input, "free") ?? Of(input["drug"], "free") ?? Of(input, "sample")) is true;

    /// <summary>The eight digits of the trial; empty where the case names none.</summary>
    public static string Trial(JsonNode input)
    {
        var trial = input["trial"];
        var named = trial is JsonValue ? CaseDrug.Text(input, "trial") : CaseDrug.Text(trial, "nct");
        if (named.Length == 0) named = CaseDrug.Text(input, "nct");
        var digits = new string([.. named.Where(char.IsAsciiDigit)]);
        return digits.Length == TrialDigits ? digits : "";
    }
}
