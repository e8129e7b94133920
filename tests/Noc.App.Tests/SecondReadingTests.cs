using Noc.Audit;
using Noc.Tables;
using Noc.Tests;

namespace Noc.App.Tests;

/// <summary>Lines that a specialist read after the rules: what was missed, or said wrong.</summary>
public class SecondReadingTests
{
    private static readonly TestClaim Noridian = new() { State = "CA" };
    private static readonly TestClaim Commercial = new() { Filing = "CI", Modifiers = "" };

    private static Finding? Find(TestClaim claim, string rule) =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    [Theory]
    [InlineData("CLAIM 4 OF 3", "4 of 3")]
    [InlineData("CLAIM 0 OF 2", "0 of 2")]
    [InlineData("CLM 3/2", "3 of 2")]
    public void Parts_of_a_claim_that_cannot_be_are_told_and_not_copied(string part, string told)
    {
        var claim = Noridian with { Description = $"EXAMPLAZOLE 150MG IV {part}", Modifiers = "JZ:76" };
        var finding = Find(claim, "CHG011");
        Assert.Equal((Severity.Warn, $"The text counts claim {told}."), (finding?.Severity, finding?.Message));
        Assert.DoesNotContain("CLAIM", Find(claim with { Description = $"EXAMPLAZOLE {part}" }, "NAR003")
            ?.Expected?.Narrative ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CLAIM 2 OF 2", false)]
    [InlineData("CLM 2 OF 2", false)]
    [InlineData("CLAIM 2/2", false)]
    [InlineData("CLAIM 1 OF 2", true)]
    [InlineData("CLAIM 1/2", true)]
    public void Later_parts_need_the_modifier_however_they_are_counted(string part, bool isSilent) =>
        Assert.Equal(isSilent,
            Find(Noridian with { Description = $"EXAMPLAZOLE 150MG IV {part}" }, "CHG011") is null);

    [Theory]
    [InlineData("BRIXADI 128MG SC MONTHLY", "J0578", Severity.Reject)]
    [InlineData("BRIXADI 24MG SC", "J0577", Severity.Reject)]
    [InlineData("BRIXADI 24MG", "J0577", Severity.Warn)]   // no route
    [InlineData("BRIXADI SC", "J0577 or J0578", Severity.Reject)]
    public void A_brand_whose_codes_differ_by_duration_never_has_an_unclassified_one(
        string text, string codes, Severity severity)
    {
        var finding = Find(Noridian with { Description = text, Date = "20240401", Lin = "", Others = ["96372*40"] },
            "COD001");
        Assert.Equal(severity, finding?.Severity);
        Assert.Contains($"its own code {codes} since", finding!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("J3490", "20250901", "J0799")]
    [InlineData("J0799", "20250901", null)]
    public void What_prevents_HIV_has_an_unclassified_code_of_its_own(string code, string day, string? right) =>
        Assert.Equal(right, Find(Noridian with
        {
            Code = code, Description = "YEZTUGO 927MG SC", Date = day, Lin = "", Others = ["G0012*40"],
        }, "COD008")?.Expected?.Code.Value);

    [Fact]
    public void The_code_of_a_programme_that_has_ended_is_not_taken()
    {
        Assert.Equal(Severity.Reject, Find(Noridian with { Code = "Q4082" }, "COD010")?.Severity);
        Assert.Null(Find(Noridian, "COD010"));
    }

    [Fact]
    public void What_is_not_covered_needs_no_administration()
    {
        Assert.Null(Find(Noridian with { Modifiers = "GY", Others = [] }, "ADM001"));
        Assert.NotNull(Find(Noridian with { Others = [] }, "ADM001"));
    }

    [Fact]
    public void A_compound_of_a_listed_drug_is_doubtful_under_the_skin()
    {
        var claim = Noridian with
        {
            Code = "J7999", Modifiers = "", Description = "COMPOUNDED SEMAGLUTIDE 0.5MG SC", Lin = "",
            Date = "20260701", Others = ["96372*40"],
        };
        var finding = Find(claim, "SAD001");
        Assert.Equal((Severity.Warn, Confidence.Medium), (finding?.Severity, finding?.Confidence));
        Assert.Null(Find(claim with { Description = "COMPOUNDED SEMAGLUTIDE 0.5MG" }, "SAD001"));
        Assert.Null(Find(claim with { Description = "COMPOUNDED SEMAGLUTIDE 0.5MG AND CYANOCOBALAMIN 1MG SC" },
            "SAD001"));
        Assert.Null(Find(claim with { Description = "COMPOUNDED BEVACIZUMAB 1.25MG IVT" }, "SAD001"));
    }

    [Fact]
    public void The_record_names_the_claim_that_is_replaced()
    {
        var claim = Commercial with { Frequency = "7", Evidence = TestVisit.Text };
        Assert.Equal("REF*F8*<PAYER CLAIM NUMBER>", Find(claim, "RPL001")?.Expected?.Text);
        Assert.Equal("REF*F8*2026777", Find(claim with
        {
            Evidence = TestVisit.With(("claim/originalClaim", "\"2026777\"")),
        }, "RPL001")?.Expected?.Text);
    }

    [Fact]
    public void A_drug_that_the_record_calls_compounded_has_the_code_of_compounds()
    {
        var claim = new TestClaim { Evidence = TestVisit.With(("administrations/0/compounded", "true")) };
        var finding = Find(claim, "CMP001");
        Assert.Equal("J7999", finding?.Expected?.Code.Value);
        Assert.StartsWith("The record says", finding?.Message, StringComparison.Ordinal);
        Assert.Null(Find(claim with { Evidence = TestVisit.Text }, "CMP001"));
        Assert.Null(Find(claim with { Code = "J7999", Modifiers = "" }, "CMP001"));
    }

    [Fact]
    public void What_is_left_in_a_container_for_several_doses_is_no_waste_where_the_record_tells_of_it()
    {
        const string box = "administrations/0/containers/0/singleDose";
        var claim = new TestClaim { Evidence = TestVisit.With((box, "false")) };
        Assert.Equal(Severity.Warn, Find(claim, "MOD024")?.Severity);
        Assert.Null(Find(claim with { Evidence = TestVisit.Text }, "MOD024"));
        Assert.Null(Find(claim with { Evidence = TestVisit.With((box, "null")) }, "MOD024"));
    }

    [Fact]
    public void The_charge_of_a_free_drug_is_not_its_price() =>
        Assert.DoesNotContain("900", Find(new TestClaim
        {
            Evidence = TestVisit.With(("administrations/0/free", "true"), ("invoices", "[]")),
        }, "NAR010")?.Expected?.Narrative, StringComparison.Ordinal);
}
