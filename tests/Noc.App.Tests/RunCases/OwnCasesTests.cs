using System.Globalization;
using System.Text.Json;
using Noc.Tests;

namespace Noc.App.Tests.RunCases;

/// <summary>Worked cases of our own, with answers by hand out of the facts: each kind in many wordings.
/// </summary>
public class OwnCasesTests
{
    [Theory]
    [InlineData("infusion", 290)]
    [InlineData("ndc", 85, "the word bad-characters, here letters", "the word bad-characters, here letters",
        "the word bad-length, here wrong-length", "the word bad-length, here wrong-length",
        "the word empty, here missing")]
    [InlineData("noc", 360, "the word wrong-noc-class, here wrong-noc-code",
        "the word wrong-noc-class, here wrong-noc-code", "the word wrong-noc-class, here wrong-noc-code",
        "the word wrong-noc-class, here wrong-noc-code")]
    [InlineData("pricing", 240)]
    [InlineData("timeline", 25)]
    [InlineData("units", 145)]
    [InlineData("facts", 180)]
    [InlineData("payers", 880, "remarksMustContain: no finding carries a text without open parts",
        "units 1 of line 1: no finding carries it", "charge 250 of line 1: no finding carries it",
        "ndc 38779067303 of line 1: no finding carries it", "ndc 38779067303 of line 1: no finding carries it",
        "ndcQty 4 of line 1: no finding carries it", "ndcUnit UN of line 1: no finding carries it")]
    [InlineData("visits", 30)]
    [InlineData("waste", 120)]
    public void Every_case_of_a_kind_is_answered_as_worked_by_hand(
        string kind, int least, params string[] notChecked)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "RunCases", "worked-cases", $"{kind}.json");
        using var cases = JsonDocument.Parse(File.ReadAllBytes(file));
        Assert.True(cases.RootElement.GetProperty("cases").GetArrayLength() >= least);
        WorkedCases.AllPass(file, notChecked: notChecked);
    }

    [Fact]
    public void The_shared_cases_of_all_kinds_pass() =>
        WorkedCases.AllPass(SharedFolder.Require("domain/cases/coding-cases.json"));

    // Every drug of the timeline on the days around its codes, worked out of its row.
    [Fact]
    public void Every_drug_of_the_timeline_has_its_codes_on_the_days_around_them()
    {
        var cases = new List<object>();
        foreach (var row in CsvRows.Read(SharedFolder.Require("domain/noc-timeline.csv"))) Add(cases, row);
        Assert.True(cases.Count > 200);
        using var file = new TempFile(JsonSerializer.Serialize(new { cases }));
        WorkedCases.AllPass(file.Path);
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
}
