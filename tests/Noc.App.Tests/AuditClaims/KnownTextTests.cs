using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Texts that are known to be bad, each with the rule that must tell, and good ones on which no rule about
/// texts may say a word.</summary>
public class KnownTextTests
{
    private static readonly TestClaim Medicare = new() { Date = "20230601" };

    private static List<Dictionary<string, string>> Rows() =>
        CsvRows.Read(Path.Combine(AppContext.BaseDirectory, "AuditClaims", "known-texts.csv"));

    [Fact]
    public void Each_bad_text_raises_the_right_finding()
    {
        var bad = Rows().Where(row => row["rule"].Length > 0).ToList();
        Assert.True(bad.Count >= 100, $"{bad.Count} texts");
        var missed = bad.Select(row => (row, rules: Rules(row))).Where(pair => !pair.rules.Contains(pair.row["rule"]))
            .Select(pair => $"{pair.row["rule"]}, not {string.Join(' ', pair.rules)}: {pair.row["text"]}").ToList();
        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }

    [Fact]
    public void Good_texts_raise_none()
    {
        var alarms = Rows().Where(row => row["rule"].Length == 0).Select(row => (row, rules: Rules(row)))
            .Where(pair => pair.rules.Any(rule => rule.StartsWith("NAR", StringComparison.Ordinal)))
            .Select(pair => $"{string.Join(' ', pair.rules)}: {pair.row["text"]}").ToList();
        Assert.True(alarms.Count == 0, string.Join('\n', alarms));
    }

    [Fact]
    public void Every_finding_about_a_text_names_place_and_severity() => Assert.All(
        Rows().SelectMany(row => Claim(row).Findings()).Where(finding =>
            finding.Rule.Id.StartsWith("NAR", StringComparison.Ordinal)),
        finding => Assert.True(finding.Element.Length > 0 && finding.Message.Length > 0 && finding.Line > 0));

    private static List<string> Rules(Dictionary<string, string> row) =>
        [.. Claim(row).Findings().Select(finding => finding.Rule.Id)];

    private static TestClaim Claim(Dictionary<string, string> row)
    {
        var claim = Medicare with
        {
            Description = row["text"], Note = row["note"], Units = row["units"],
            Lin = row["lin"] is "leqembi" ? $"LIN**N4*{TestNdcs.Leqembi}~CTP****3*ML~" : Medicare.Lin,
        };
        return row["payer"] switch
        {
            "palmetto" => claim with { State = "NC" },
            "commercial" => claim with { Filing = "CI", Modifiers = "" },
            _ => claim,
        };
    }
}
