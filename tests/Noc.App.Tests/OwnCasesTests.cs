using System.Globalization;
using System.Text.Json;
using Noc.Tests;

namespace Noc.App.Tests;

/// <summary>Worked cases of our own, with answers by hand out of the coding guide: each kind in many wordings.
/// </summary>
public class OwnCasesTests
{
    [Theory]
    [InlineData("infusion", 290)]
    [InlineData("ndc", 85)]
    [InlineData("noc", 360)]
    [InlineData("pricing", 240)]
    [InlineData("timeline", 25)]
    [InlineData("units", 145)]
    [InlineData("waste", 120)]
    public void Every_case_of_a_kind_is_answered_as_worked_by_hand(string kind, int least)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "worked-cases", $"{kind}.json");
        using var cases = JsonDocument.Parse(File.ReadAllBytes(file));
        Assert.True(cases.RootElement.GetProperty("cases").GetArrayLength() >= least);
        var answer = Commands.Noc("cases", "run", file).Output.Split('\n');
        Assert.Empty(answer.Where((line, at) => line.StartsWith("FAIL", StringComparison.Ordinal)
            || line.StartsWith("not yet", StringComparison.Ordinal)
            || (at > 0 && answer[at - 1].StartsWith("FAIL", StringComparison.Ordinal))));
    }

    // Every drug of the timeline on the days around its codes, worked out of its row.
    [Fact]
    public void Every_drug_of_the_timeline_has_its_codes_on_the_days_around_them()
    {
        var cases = new List<object>();
        using var rows = new StringReader(File.ReadAllText(SharedFolder.Require("domain/noc-timeline.csv")));
        var head = Cells(rows.ReadLine()!);
        while (rows.ReadLine() is { } line) Add(cases, head.Zip(Cells(line)).ToDictionary());
        var file = Path.GetTempFileName();
        File.WriteAllText(file, JsonSerializer.Serialize(new { cases }));
        var answer = Commands.Noc("cases", "run", file).Output.Split('\n');
        File.Delete(file);
        Assert.True(cases.Count > 200);
        Assert.Empty(answer.Where((line, at) => line.StartsWith("FAIL", StringComparison.Ordinal)
            || (at > 0 && answer[at - 1].StartsWith("FAIL", StringComparison.Ordinal))));
    }

    private static void Add(List<object> cases, Dictionary<string, string> row)
    {
        void Case(DateOnly day, string setting, string code) => cases.Add(new
        {
            id = $"{row["brand"]} {day:yyyy-MM-dd} {setting}", kind = "timeline",
            input = new { drug = row["brand"], date = day.ToString("o", CultureInfo.InvariantCulture), setting },
            expected = new { code },
        });
        var (own, office) = (row["specific_code"], row["noc_code_before_office"]);
        if (own.Contains('(')) return;   // codes by route
        var (first, approved) = (Day(row["specific_effective_date"]), Day(row["approval_date"]));
        Case(first, "office", own);
        Case(first, "opps", own);
        if (first <= approved) return;
        Case(approved.AddDays(10), "opps", "C9399");
        if (office.Length > 0) Case(approved.AddDays(20), "office", office);
        if (row["c_code"] is not { Length: > 0 } pass)
        {
            Case(first.AddDays(-1), "opps", "C9399");
            return;
        }
        var (from, to) = (Day(row["c_code_effective"]), Day(row["c_code_end"]));
        Case(from, "opps", pass);
        Case(to, "opps", pass);
        Case(from.AddDays(-1), "opps", "C9399");
        Case(from.AddDays(1), "office", office);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "o", CultureInfo.InvariantCulture);

    private static List<string> Cells(string line)
    {
        var (cells, cell, isQuoted) = (new List<string>(), "", false);
        foreach (var c in line)
            if (c == '"') isQuoted = !isQuoted;
            else if (c == ',' && !isQuoted) (cells, cell) = ([.. cells, cell], "");
            else cell += c;
        return [.. cells, cell];
    }
}
