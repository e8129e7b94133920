using Noc.App.RunCases;
using Noc.Payers;
using Noc.Reference.Seed;
using Noc.Tests;

namespace Noc.App.Tests.RunCases;

/// <summary>What single kinds of worked cases take, and how they say what they lack.</summary>
public class CaseKindTests
{
    private static string Run(string kind, string input, string expected)
    {
        using var file = new TempFile($$"""
            {"cases": [{"id": "X", "title": "one", "kind": "{{kind}}", "input": {{input}},
             "expected": {{expected}}}]}
            """);
        return WorkedCases.Run(file.Path).Output.Split('\n')[0].Split(' ')[0];
    }

    private static string Infusion(string more, string events, string codes, string skipped = "") =>
        Run("infusion", $$"""{"date": "2026-03-02", {{more}}, "events": [{{events}}]}""",
            $$"""{"codes": [{{codes}}], "notReported": [{{skipped}}]}""");

    [Theory]
    [InlineData("25:00", "26:00")]
    [InlineData("10:00", "09:00")]
    public void Times_that_cannot_be_leave_the_other_events_coded(string start, string stop) =>
        Assert.Equal("pass", Run("infusion", $$"""
            {"setting": "facility", "date": "2026-03-02", "events": [
             {"substance": "A", "category": "therapeutic", "method": "iv-infusion", "start": "{{start}}",
              "stop": "{{stop}}", "seq": 1},
             {"substance": "B", "category": "therapeutic", "method": "iv-push", "start": "09:00", "seq": 2}]}
            """, """{"codes": [{"code": "96374", "units": 1, "modifiers": []}]}"""));

    [Fact]
    public void A_case_that_is_no_object_fails_and_the_others_run()
    {
        using var file = new TempFile("""
            {"cases": [5, {"id": "X", "title": "one", "kind": "units", "input": {"form": "powder", "vialMg": "200",
             "doseMg": "500", "hcpcsUnitMg": "1"}, "expected": {"hcpcsUnits": 500}}]}
            """);
        var (code, output, _) = WorkedCases.Run(file.Path);
        Assert.Equal(1, code);
        Assert.Contains("no object", output, StringComparison.Ordinal);
        Assert.Contains("pass    X", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"form": "powder", "vialMg": "200", "strengthMgPerMl": "20", "doseMg": "500", "hcpcsUnitMg": "1"}""",
        """{"hcpcsUnits": 500, "ndcQualifier": "UN", "ndcQuantity": "2.5"}""")]
    [InlineData("""
        {"form": "prefilled-syringe", "strengthMgPerMl": "60", "vialMl": "1", "doseMg": "60", "hcpcsUnitMg": "1"}
        """, """{"hcpcsUnits": 60, "ndcQualifier": "ML", "ndcQuantity": "1"}""")]
    [InlineData("""{"form": "lyophilised", "vialMg": "200", "doseMg": "500", "hcpcsUnitMg": "1"}""",
        """{"hcpcsUnits": 500, "ndcQualifier": "UN", "ndcQuantity": "2.5", "jwUnits": 100, "jwNdcQuantity": "0.5"}""")]
    [InlineData("""
        {"form": "solution", "code": "J3490", "strengthMgPerMl": "20", "vialMl": "5", "doseMg": "30",
         "payerUnitRule": "per-mg"}
        """, """{"hcpcsUnits": 30, "ndcQualifier": "ML", "ndcQuantity": "1.5"}""")]
    [InlineData("""{"form": "powder", "doseIu": "2250"}""",
        """{"hcpcsUnits": 2250, "ndcQualifier": "F2", "ndcQuantity": "2250"}""")]
    [InlineData("""{"form": "solution", "strengthMcgPerMl": "300", "doseMcg": "480", "hcpcsUnitMcg": "1"}""",
        """{"hcpcsUnits": 480, "ndcQualifier": "ML", "ndcQuantity": "1.6"}""")]
    [InlineData("""{"form": "solution", "strengthMgPerMl": "50", "doseMl": "1.5", "code": "J3490"}""",
        """{"hcpcsUnits": 1, "ndcQualifier": "ML", "ndcQuantity": "1.5"}""")]
    [InlineData("""
        {"form": "solution", "strengthMgPerMl": "50", "hcpcsUnitMg": "10", "billedUnits": 8, "billedNdcQuantity": "75"}
        """, """{"ok": false, "error": "ndc-hcpcs-quantity-mismatch"}""")]
    public void Units_by_form_strength_and_payer(string input, string expected) =>
        Assert.Equal("pass", Run("units", input, expected));

    [Theory]
    [InlineData("""{"method": "biosimilar-initial", "date": "2025-02-03", "wac": "700", "referenceAsp": "800"}""",
        """{"limit": "721.00"}""")]
    [InlineData("""
        {"method": "biosimilar", "date": "2029-06-30", "firstAspQuarter": "2024Q3", "biosimilarAsp": "500",
         "referenceAsp": "800"}
        """, """{"qualifies": true, "limit": "564.00"}""")]
    [InlineData("""{"method": "single-source", "date": "2026-03-02", "asp": "100", "wac": "95"}""",
        """{"limit": "100.70"}""")]
    [InlineData("""{"method": "asp-file", "date": "2026-03-02", "asp": "100", "wac": "95", "units": 1}""",
        """{"limit": "100.70", "allowed": "100.70"}""")]
    [InlineData("""
        {"method": "contract", "percentOf": "asp", "percent": "115", "asp": "100", "units": 2, "charge": "1000"}
        """, """{"allowed": "230.00"}""")]
    public void Prices_by_other_methods(string input, string expected) =>
        Assert.Equal("pass", Run("pricing", input, expected));

    [Theory]
    [InlineData("""
        {"vialSizesMg": [100], "doseMg": 103, "hcpcsUnitMg": 1, "singleDose": true, "vialsOpened": [100]}
        """, """
        {"vials": [100], "discardedMg": 0, "administeredUnits": 100, "discardedUnits": 0,
         "lines": [{"units": 100, "modifiers": ["JZ"]}]}
        """)]
    [InlineData("""
        {"date": "2024-02-01", "payer": "medicare-ffs", "providerType": "rhc", "singleDose": true,
         "separatelyPayable": true, "lines": [{"units": 10, "modifiers": []}]}
        """, """{"ok": true}""")]
    [InlineData("""
        {"date": "2024-02-01", "payer": "medicare-ffs", "singleDose": false, "separatelyPayable": true,
         "lines": [{"units": 10, "modifiers": ["JZ"]}]}
        """, """{"ok": false, "error": "jz-on-multi-dose"}""")]
    [InlineData("""{"vialSizesMg": [100], "doseMg": 100, "hcpcsUnitMg": 1, "date": "2023-06-30"}""",
        """{"lines": [{"units": 100, "modifiers": []}]}""")]
    public void Waste_of_what_was_opened_and_of_who_is_exempt(string input, string expected) =>
        Assert.Equal("pass", Run("waste", input, expected));

    [Theory]
    [InlineData("\"setting\": \"professional\", \"payer\": \"medicare-ffs\"", "G0012")]
    [InlineData("\"setting\": \"professional\", \"payer\": \"commercial\"", "96372")]
    [InlineData("\"setting\": \"office\"", "G0012")]
    public void A_drug_with_a_code_of_its_own_is_known_by_its_name(string more, string code) => Assert.Equal("pass",
        Infusion(more, """
            {"substance": "cabotegravir (Apretude)", "category": "therapeutic", "method": "im", "start": "09:00"}
            """, $$"""{"code": "{{code}}", "units": 1}"""));

    [Fact]
    public void Clock_times_behind_midnight_come_last() => Assert.Equal("pass", Infusion(
        "\"setting\": \"facility\"", """
        {"substance": "A", "category": "therapeutic", "method": "iv-push", "start": "23:50", "seq": 1},
        {"substance": "A", "category": "therapeutic", "method": "iv-push", "start": "00:10", "seq": 2}
        """, """{"code": "96374", "units": 1, "modifiers": []}""",
        """{"seq": 2, "reason": "same-drug-push-within-30-minutes"}"""));

    [Fact]
    public void Either_code_will_do_and_any_of_the_modifiers_of_a_second_access() => Assert.Equal("pass",
        Infusion("\"setting\": \"hospital\"", """
            {"substance": "A", "category": "drug", "method": "infusion", "start": "09:00", "stop": "10:00",
             "site": "l"},
            {"substance": "B", "category": "drug", "method": "infusion", "start": "09:00", "stop": "10:00",
             "site": "r"}
            """, """{"code": "96365/96413", "units": "1"}, {"code": "96365", "units": 1, "modifiers": ["XS"]}"""));

    [Fact]
    public void A_value_that_cannot_be_read_fails_its_own_case()
    {
        Assert.Equal("FAIL", Run("pricing", """{"method": "biosimilar", "date": "soon"}""", """{"limit": "1"}"""));
        Assert.Equal("FAIL", Run("infusion", "{}", "{}"));
        Assert.Equal("not", Run("pricing", """{"method": "barter"}""", """{"goats": 2}"""));
    }

    [Theory]
    [InlineData("infusion", """{"events": []}""", "{}", "input.date")]
    [InlineData("infusion", """{"date": "2026-03-02", "events": [3]}""", "{}", "input.events")]
    [InlineData("units", """{"drug": "Vyloy", "doseMg": 800}""", "{}", "input.date")]
    [InlineData("units", "3", "{}", "input")]
    [InlineData("noc", "{}", "null", "expected")]
    [InlineData("timeline", """{"date": "2026-03-02"}""", "{}", "input.drug")]
    [InlineData("ndc", "{}", "{}", "input.value")]
    public void A_case_that_lacks_something_is_told_what(string kind, string input, string expected, string lacking)
    {
        using var file = new TempFile($$"""
            {"cases": [{"id": "X", "title": "one", "kind": "{{kind}}", "input": {{input}}, "expected": {{expected}}}]}
            """);
        Assert.Contains($"the case has no {lacking}, or", WorkedCases.Run(file.Path).Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"payer": {}, "input": {}, "expect": {}}""", "input.lines")]
    [InlineData("""{"payer": {}, "input": {"lines": [{}]}}""", "expect")]
    [InlineData("""{"payer": {}, "input": {"lines": [{}]}, "expect": {"corrected": [null]}}""", "expect.corrected")]
    public void A_case_of_a_payer_that_lacks_something_is_told_what(string one, string lacking)
    {
        using var file = new TempFile($$"""{"cases": [{{one}}]}""");
        Assert.Contains($"the case has no {lacking}, or", WorkedCases.Run(file.Path).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Events_of_several_visits_are_coded_by_visit() => Assert.Equal("pass", Infusion(
        "\"setting\": \"facility\"", """
        {"substance": "A", "category": "drug", "method": "infusion", "start": "08:00", "stop": "09:00", "visit": 1},
        {"substance": "A", "category": "drug", "method": "infusion", "start": "20:00", "stop": "21:00", "visit": 2}
        """, """{"code": "96365", "units": 1}, {"code": "96365", "units": 1, "modifiers": ["XE"]}"""));

    // Sequestration was suspended until March 2022: a case of today knows it, one without a day must not be of a day
    // that somebody once wrote down.
    [Fact]
    public void A_price_without_a_date_is_that_of_the_day_asked_for()
    {
        const string one = """
            {"cases": [{"id": "X", "title": "one", "kind": "pricing", "input": {"method": "wac", "wac": "100"},
             "expected": {"sequestration": "0.00"}}]}
            """;
        Assert.StartsWith("pass", RunOn(new(2022, 1, 15)), StringComparison.Ordinal);
        Assert.StartsWith("FAIL", RunOn(new(2026, 3, 10)), StringComparison.Ordinal);
        Assert.Contains("cannot be read", RunOn(null), StringComparison.Ordinal);

        static string RunOn(DateOnly? day)
        {
            using var file = new TempFile(one);
            using var output = new StringWriter();
            CaseRunner.Run([file.Path], [], new(SeedTables.Load(), PolicySet.Empty) { AsOf = day }, output,
                TextWriter.Null);
            return output.ToString();
        }
    }
}
