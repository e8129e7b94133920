using Noc.App.CodeEncounter;

namespace Noc.App.Tests.CodeEncounter;

/// <summary>Visits of clinical trials whose sponsor gives the drug.</summary>
public sealed class TrialVisitsTests
{
    private const string FreeTrial = """{ "registry": "NCT01234567", "drugFree": true }""";

    private const string Other = """
        { "drug": "ondansetron", "dose": "8 mg", "discarded": "0 mg", "route": "IV", "method": "iv-push",
          "start": "08:50", "chargeUsd": 20, "containers": [ { "count": 1, "holds": "8 mg", "singleDose": true } ] }
        """;

    // Contractors differ by state: that of Illinois wants a line of a cent, that of Texas none.
    private static CodedResult InTrial(string state, params (string Pointer, string? Json)[] more) =>
        CodedVisits.With([("trial", FreeTrial), ("diagnoses", """["G35","Z00.6"]"""),
            ("administrations/0/chargeUsd", "5000"), ("billing/state", $"\"{state}\""), .. more]);

    [Theory]
    [InlineData(null)]
    [InlineData("true")]
    public void The_drug_of_a_sponsor_is_not_billed(string? free)
    {
        var result = InTrial("TX", ("administrations/0/free", free), ("products/0/pathway", "\"BLA\""));
        Assert.Empty(CodedVisits.DrugLines(result));
        Assert.Contains(result.Visit.NotBilled, one => one.Drug == "EXAMPLAZOLE");
        Assert.Equal("96365", Assert.Single(result.Visit.Claims[0].Lines).Code.Value);
        Assert.DoesNotContain(result.Visit.Gaps, gap => gap.IsBlocking);
    }

    [Fact]
    public void The_drug_of_a_sponsor_needs_no_pathway_where_no_line_bills_it() =>
        Assert.DoesNotContain(InTrial("TX", ("products", null)).Visit.Gaps, gap => gap.Element is "pathway");

    [Fact]
    public void A_token_line_for_the_drug_of_a_sponsor_keeps_the_code_of_its_pathway()
    {
        var line = Assert.Single(CodedVisits.DrugLines(InTrial("IL",
            ("products/0/pathway", "\"BLA\""))));
        Assert.Equal(("J3590", 0.01m, true), (line.Code.Value, line.ChargeUsd, line.IsFree));
    }

    [Fact]
    public void Of_several_drugs_the_record_has_to_say_which_the_sponsor_gave()
    {
        var result = InTrial("TX", ("administrations/-", Other));
        var gap = Assert.Single(result.Visit.Gaps, gap => gap.Pointer is "/trial/drugFree");
        Assert.True(gap.IsBlocking);
        Assert.Contains("EXAMPLAZOLE, ondansetron", gap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_drugs_of_a_trial_visit_are_billed_where_one_is_called_free()
    {
        var result = InTrial("TX", ("administrations/0/free", "true"), ("administrations/-", Other));
        Assert.Equal("J2405", Assert.Single(CodedVisits.DrugLines(result)).Code.Value);
        Assert.DoesNotContain(result.Visit.Gaps, gap => gap.Pointer is "/trial/drugFree");
    }

    [Fact]
    public void Saline_beside_the_drug_of_a_sponsor_leaves_no_doubt() =>
        Assert.DoesNotContain(InTrial("TX", ("administrations/-",
            """{ "drug": "normal saline", "category": "hydration", "dose": "500 mL" }""")).Visit.Gaps,
            gap => gap.Pointer is "/trial/drugFree");
}
