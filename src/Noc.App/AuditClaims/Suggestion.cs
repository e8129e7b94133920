using Noc.Audit;

namespace Noc.App.AuditClaims;

/// <summary>What to write instead, in one line that can be copied.</summary>
internal static class Suggestion
{
    public static string Of(ExpectedValue? expected)
    {
        if (expected is null) return "";
        var parts = new List<string>(4);
        if (!expected.Code.IsNone) parts.Add(expected.Code.Value);
        if (expected.Units is { } units) parts.Add($"{units:0.###} {(units == 1 ? "unit" : "units")}");
        if (expected.Ndc.Length > 0) parts.Add(expected.Ndc);
        if (expected.Narrative.Length > 0) parts.Add(expected.Narrative);
        if (expected.Text.Length > 0) parts.Add(expected.Text);
        return string.Join(", ", parts);
    }
}
