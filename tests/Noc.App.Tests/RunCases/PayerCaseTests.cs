using Noc.Tests;

namespace Noc.App.Tests.RunCases;

public class PayerCaseTests
{
    private const string Clean = """
        {"id": "X-1", "title": "one clean line",
         "payer": {"name": "Noridian", "type": "medicare_mac", "jurisdiction": "JE"}, "dateOfService": "2026-03-10",
         "input": {"claimType": "837P", "placeOfService": "11",
          "drug": {"name": "Examplazole", "fictional": true, "strength": "50 mg/mL, 3 mL vial (150 mg)",
           "containerType": "single-dose", "ndc11": "99999012301", "specificCodes": []},
          "given": {"dose": 150, "unit": "mg", "route": "IV", "wasted": 0}, "diagnoses": ["G43.709"],
          "lines": [{"lineNo": 1, "hcpcs": "J3490", "modifiers": ["JZ"], "units": 1, "charge": 900.0,
           "description": "EXAMPLAZOLE 150MG IV", "ndc": "99999012301", "ndcQty": 3, "ndcUnit": "ML"}]},
         "expect": {"decision": "clean", "findings": [], "corrected": []}}
        """;

    private static (int Code, string Output, string Errors) Run(string one)
    {
        using var file = new TempFile($$"""{"cases": [{{one}}]}""");
        return WorkedCases.Run(file.Path);
    }

    private static string With(string old, string now) => Clean.Replace(old, now, StringComparison.Ordinal);

    [Fact]
    public void A_clean_claim_passes_and_an_administration_is_added_where_there_is_none()
    {
        var result = Run(Clean);
        Assert.Equal(0, result.Code);
        Assert.Contains("pass    X-1", result.Output);
    }

    [Theory]
    [InlineData("\"medicare_mac\"", "\"Medicare MAC\"")]
    [InlineData("\"JE\"", "\"J-E\"")]
    [InlineData("\"JE\"", "[\"JE\", \"JF\"]")]
    [InlineData("\"2026-03-10\"", "\"03/10/2026\"")]
    [InlineData("\"2026-03-10\"", "\"20260310\"")]
    [InlineData("\"837P\"", "\"837p\"")]
    [InlineData("\"11\"", "11")]
    [InlineData("\"units\": 1, \"charge\": 900.0", "\"units\": \"1\", \"charge\": \"$900.00\"")]
    [InlineData("\"J3490\", \"modifiers\": [\"JZ\"]", "\"J3490-JZ\"")]
    [InlineData("[\"JZ\"]", "\"jz\"")]
    [InlineData("\"fictional\": true, ", "")]
    [InlineData("\"99999012301\", \"specificCodes\"", "\"99999-0123-01\", \"specificCodes\"")]
    [InlineData("\"clean\"", "\"Clean\"")]
    public void Cases_may_be_spelled_otherwise(string old, string now) =>
        Assert.Contains("pass    X-1", Run(With(old, now)).Output);

    [Theory]
    [InlineData("150 mg/3 mL single-dose vial", "ML", 3)]
    [InlineData("50 mg per mL; 3 mL vial", "ML", 3)]
    [InlineData("75 mg lyophilized powder in single-dose vial", "UN", 2)]
    [InlineData("0.15 g vial (powder)", "UN", 1)]
    public void Strengths_may_be_spelled_otherwise(string strength, string unit, int quantity) =>
        Assert.Contains("pass    X-1", Run($$$"""
            {"id": "X-1", "title": "no NDC", "payer": {"name": "Aetna", "type": "medicaid_mco", "jurisdiction": "TX"},
             "dateOfService": "2026-03-10", "input": {"claimType": "837P",
              "drug": {"name": "Examplazole", "strength": "{{{strength}}}", "containerType": "single-dose",
               "ndc11": "99999012301"}, "given": {"dose": 150, "unit": "mg", "route": "IV"},
              "lines": [{"hcpcs": "J3490", "units": 1, "charge": 900, "description": "EXAMPLAZOLE 150MG IV"}]},
             "expect": {"findings": [{"topic": "ndc_required", "severity": "deny"}],
              "corrected": [{"ndcQty": {{{quantity}}}, "ndcUnit": "{{{unit}}}"}]}}
            """).Output);

    [Fact]
    public void A_case_that_cannot_be_read_fails_alone() =>
        Assert.Contains("FAIL    X-1", Run(With("\"findings\": []", "\"findings\": [null]")).Output);

    [Fact]
    public void A_finding_that_the_case_does_not_expect_fails_it()
    {
        var result = Run(With("\"units\": 1", "\"units\": 150"));
        Assert.Equal(1, result.Code);
        Assert.Contains("FAIL    X-1", result.Output);
        Assert.Contains("expected no other reject or deny; clean", result.Output);
        Assert.Contains("UNT001 units reject on line 1", result.Output);
    }

    [Fact]
    public void A_finding_that_is_missing_fails_it() => Assert.Contains(
        "expected units reject on line 1, actual not found", Run(With("\"findings\": []", """
            "findings": [{"topic": "units", "severity": "reject", "line": 1}]
            """)).Output);

    [Fact]
    public void Corrected_values_are_compared_where_findings_carry_them()
    {
        const string Expect = """
            "expect": {"decision": "fix-and-send", "findings": [{"topic": "units", "severity": "reject", "line": 1}],
             "corrected": [{"lineNo": 1, "hcpcs": "J3490", "units": 1, "charge": 1.0}]}}
            """;
        var sent = With("\"units\": 1", "\"units\": 150");
        var right = sent[..sent.IndexOf("\"expect\"", StringComparison.Ordinal)] + Expect;
        var result = Run(right);
        Assert.Contains("pass    X-1", result.Output);
        Assert.Contains("not checked: charge 1 of line 1: no finding carries it", result.Output);
        Assert.Contains("expected units 2 on line 1, actual 1",
            Run(right.Replace("\"units\": 1,", "\"units\": 2,", StringComparison.Ordinal)).Output);
    }

    [Fact]
    public void Variants_are_run_and_those_not_understood_are_told()
    {
        var result = Run(With("\"corrected\": []", """
            "corrected": [], "variants": [{"when": "charge=800", "findings": []},
             {"when": "moon=full", "findings": []}, {"when": "hcpcs=J7999", "findings": [
              {"topic": "ndc_required", "severity": "deny", "line": 1}]}]
            """));
        Assert.Contains("not checked: variant moon=full", result.Output);
        Assert.Contains("variant hcpcs=J7999: ndc_required deny on line 1", result.Output);
    }

    [Fact]
    public void What_must_not_be_done_is_checked_or_said_not_to_be()
    {
        var result = Run(With("\"corrected\": []", """
            "corrected": [], "mustNot": ["use J9035", "wake the neighbours"]
            """));
        Assert.Contains("pass    X-1", result.Output);
        Assert.DoesNotContain("J9035", result.Output);
        Assert.Contains("not checked: must not wake the neighbours", result.Output);
        Assert.Contains("broken: no finding sets the units to 1", Run(With("\"units\": 1", "\"units\": 9").Replace(
            "\"corrected\": []", "\"corrected\": [], \"mustNot\": [\"apply Medicare units=1\"]",
            StringComparison.Ordinal)).Output);
    }

    [Theory]
    [InlineData("835", "remittances (835) are not read yet")]
    public void Kinds_of_claims_that_Noc_cannot_read_are_not_yet_supported(string kind, string reason)
    {
        var result = Run(With("\"837P\"", $"\"{kind}\""));
        Assert.Equal(0, result.Code);
        Assert.Contains("not yet X-1", result.Output);
        Assert.Contains(reason, result.Output);
    }

    [Fact]
    public void A_payer_that_is_not_in_the_directory_fails() => Assert.Contains("none of that type and name",
        Run(With("\"type\": \"medicare_mac\", \"jurisdiction\": \"JE\"",
            "\"type\": \"commercial\", \"jurisdiction\": \"JE\"")).Output);

    [Fact]
    public void The_worked_cases_pass_but_those_of_remittances() => WorkedCases.AllPass(
        SharedFolder.Require("domain/cases/payer-cases.json"), notSupported: ["SC-18", "SC-30"], notChecked:
        [
            "ndc 00000000070 of line 1: no finding carries it", "description of line 1: no finding carries it",
        ]);
}
