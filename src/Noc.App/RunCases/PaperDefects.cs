using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Noc.Audit;
using Noc.Coding;
using Noc.Payers;

namespace Noc.App.RunCases;

/// <summary>Something on a paper form that an 837 has no place for.</summary>
/// <param name="Line">Number of the line.</param>
/// <param name="Topic">Topic of the payer-rule vocabulary.</param>
/// <param name="Severity">As the payer's policy says.</param>
/// <param name="Right">What to write.</param>
internal sealed record PaperDefect(int Line, string Topic, Severity Severity, string Right);

/// <summary>The shaded parts of item 24 of a worked case beside what the payer wants there.</summary>
internal static partial class PaperDefects
{
    private const int Digits = 11;

    [GeneratedRegex(@"^(?<unit>UN|ML|GR|F2|ME)(?<quantity>[\d.]+)$", RegexOptions.None, 1000)]
    private static partial Regex Shaded { get; }

    /// <summary>The defects of a case on paper; none for other cases.</summary>
    public static List<PaperDefect> Of(JsonNode one, CaseClaim claim, ClaimAudit audit)
    {
        var defects = new List<PaperDefect>();
        if (!claim.IsPaper || audit.Policy.Wants is not { } wants) return defects;
        var lines = one["input"]!["lines"]!.AsArray();
        for (var i = 0; i < lines.Count; i++)
        {
            AddUnmarked(defects, i + 1, CaseDrug.Text(lines[i], "shaded24A"));
            AddUnmarked(defects, i + 1, CaseDrug.Text(lines[i], "shaded24"));
            var (shaded, drug) = (CaseDrug.Text(lines[i], "shaded24D"), audit.DrugLines.ElementAtOrDefault(i));
            if (shaded.Length == 0 || drug is null) continue;
            var entry = wants.Of(PolicyKeys.NdcQuantityFormat, drug.Subject with { IsPaper = true });
            if (entry is null || !Parts(shaded, out var unit, out var quantity)) continue;
            var right = PaperQuantity.Write(unit, quantity, entry.Value.Word);
            if (right != shaded)
                defects.Add(new(i + 1, PolicyKeys.NdcQuantityFormat.Topic, entry.Severity ?? Severity.Warn, right));
        }
        return defects;
    }

    // The shaded half begins with N4 and eleven digits, or with ZZ and a text, without a blank behind the letters.
    private static void AddUnmarked(List<PaperDefect> defects, int line, string shaded)
    {
        if (shaded.Length == 0) return;
        if (shaded is not (['N', '4', ..] or ['Z', 'Z', ..]) || shaded is [_, _, ' ', ..])
            defects.Add(new(line, "paper_supplement", Severity.Reject,
                shaded.All(char.IsAsciiDigit) ? $"N4{shaded}" : $"ZZ{shaded}"));
        else if (shaded is ['N', '4', .. var ndc] && (ndc.Length < Digits
            || ndc.AsSpan(0, Digits).ContainsAnyExceptInRange('0', '9')))
            defects.Add(new(line, "ndc_format", Severity.Reject, "N4<11 DIGITS>"));
    }

    /// <summary>Compares the corrected shaded parts of a case.</summary>
    public static void Compare(JsonNode one, List<PaperDefect> defects, CaseComparison comparison)
    {
        foreach (var line in one["expect"]!["corrected"]?.AsArray() ?? [])
            if (CaseDrug.Text(line, "shaded24D") is { Length: > 0 } wanted
                && !defects.Exists(defect => defect.Right == wanted))
                comparison.Differs($"24D {wanted}", string.Join(" or ", defects.Select(defect => defect.Right)));
    }

    /// <summary>Unit and quantity of a shaded 24D, as the 837 carries them; false where it does not read.</summary>
    public static bool Parts(string shaded, out string unit, out decimal quantity)
    {
        var match = Shaded.Match(shaded);
        unit = match.Groups["unit"].Value;
        quantity = 0;
        if (!match.Success || !decimal.TryParse(match.Groups["quantity"].Value,
            System.Globalization.CultureInfo.InvariantCulture, out quantity)) return false;
        // Ten digits without a point: the last three are decimals.
        if (match.Groups["quantity"].Value is { Length: 10 } digits && !digits.Contains('.')) quantity /= 1000;
        return true;
    }
}
