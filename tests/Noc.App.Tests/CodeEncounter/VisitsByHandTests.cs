using Noc.Tests;

namespace Noc.App.Tests.CodeEncounter;

/// <summary>Visits of many kinds whose lines were worked out by hand from the facts, before Noc was asked.</summary>
public sealed class VisitsByHandTests
{
    private static readonly string[] Unjudged = ["CHG004", "NDC001"];   // the charges are all the same, the NDC missing

    private static List<Dictionary<string, string>> Rows() =>
        CsvRows.Read(Path.Combine(AppContext.BaseDirectory, "CodeEncounter", "visits-by-hand.csv"));

    [Fact]
    public void Every_visit_has_the_lines_that_were_worked_out_by_hand()
    {
        var rows = Rows();
        Assert.True(rows.Count >= 60, $"{rows.Count} visits");
        var wrong = new List<string>();
        foreach (var row in rows)
        {
            var result = Of(row);
            if (RareVisitsTests.Told(result.Visit).Replace("67028-LT", "67028", StringComparison.Ordinal)
                is var told && told != row["lines"])
                wrong.Add($"{row["drug"]} {row["day"]}: {told}, not {row["lines"]}");
            foreach (var finding in result.Findings[0])
                if (finding.Severity >= Severity.Warn && !Unjudged.Contains(finding.Rule.Id))
                    wrong.Add($"{row["drug"]} {row["day"]}: {finding.Rule.Id} {finding.Message}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static App.CodeEncounter.CodedResult Of(Dictionary<string, string> row)
    {
        var isHospital = row["place"].Length == 3;
        string? Text(string name) => row[name].Length > 0 ? $"\"{row[name]}\"" : null;
        return CodedVisits.With(TestVisit.Given(row["drug"], row["dose"], row["route"],
            ("from", Text("day")), ("timeZone", "\"America/New_York\""), ("diagnoses", $"[{Text("diagnosis")}]"),
            ("billing/state", "\"SC\""), ("payers/0/filing", Text("filing")),
            ("claim", isHospital ? $"{{\"type\":\"institutional\",\"billType\":{Text("place")}}}"
                : $"{{\"type\":\"professional\",\"placeOfService\":{Text("place")}}}"),
            ("administrations/0/method", Text("method")), ("administrations/0/start", Text("start")),
            ("administrations/0/stop", Text("stop")), ("administrations/0/discarded", Text("waste")),
            ("administrations/0/site", row["method"] is "intravitreal" ? "\"OS\"" : null),
            ("administrations/0/containers/0/holds", Text("holds")),
            ("administrations/0/containers/0/count", row["count"]),
            ("administrations/0/containers/0/singleDose", row["single"] is "y" ? "true" : "false")));
    }
}
