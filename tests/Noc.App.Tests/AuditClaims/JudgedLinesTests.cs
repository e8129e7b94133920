using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Which claims, lines and days are judged, and which are not.</summary>
public class JudgedLinesTests
{
    private static readonly TestClaim OwnCode = new()
    {
        Code = "J0174", Description = "", Units = "700", Lin = $"LIN**N4*{TestNdcs.Leqembi}~CTP****7*ML~",
        Diagnoses = "HI*ABK:G309*ABF:Z006", Charge = "9000", Modifiers = "Q0:JZ", Segments = "REF*P4*99999999~",
    };

    private static bool Has(TestClaim claim, string rule) =>
        claim.Findings().Any(finding => finding.Rule.Id == rule);

    [Fact]
    public void Sums_and_pointers_are_judged_on_drugs_with_their_own_code_too()
    {
        Assert.Empty(OwnCode.Findings());
        Assert.True(Has(OwnCode with { Total = "9184.99" }, "CHG003"));
        Assert.True(Has(OwnCode with { Pointer = "" }, "DXC001"));
        Assert.True(Has(OwnCode with { Pointer = "3" }, "DXC002"));
    }

    // The claim is sent on 2025-03-20; a file of the year before may have lain.
    [Theory]
    [InlineData("20240319", "20240401", true)]
    [InlineData("20240320", "20240401", false)]
    [InlineData("20240319", "20250401", true)]
    public void The_day_of_sending_that_was_named_counts_and_not_that_of_the_file(
        string date, string made, bool isLate) => Assert.Equal(isLate,
            Has(new() { Date = date, Made = made }, "FIL001"));

    [Theory]
    [InlineData("SAMPLIMAB 50MG WASTE", true, false)]
    [InlineData("EXAMPLAZOLE 50MG WASTE", false, true)]
    public void Waste_of_another_drug_under_the_same_code_hides_nothing(string waste, bool isNotBilled, bool isBoth)
    {
        var claim = new TestClaim
        {
            Others = ["96365*185", $"J3490:JW::::{waste}*50"],
            Evidence = TestVisit.With(("administrations/0/discarded", "\"50 mg\"")),
        };
        Assert.Equal((isNotBilled, isBoth), (Has(claim, "EVD011"), Has(claim, "MOD019") && !isNotBilled));
        Assert.Equal(isNotBilled, claim.Findings().Any(finding => finding.Rule.Id == "MOD019"
            && finding.Message.Contains("no line of the day", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_claim_without_drugs_is_not_judged()
    {
        var visit = OwnCode with { Code = "99213", Lin = "", Modifiers = "", Others = [] };
        Assert.Empty((visit with { Total = "1", Pointer = "" }).Findings());
    }

    [Theory]
    [InlineData("JZ", true)]
    [InlineData("JW", false)]   // a line of its own for the waste
    [InlineData("", false)]     // may be one
    public void A_text_of_waste_only_is_no_waste_line_where_JZ_denies_it(string modifiers, bool isJudged) =>
        Assert.Equal(isJudged, Has(new()
        {
            State = "GA", Modifiers = modifiers, Description = "EXAMPLAZOLE 150MG SDV WASTE 50MG NDC 99999012301",
        }, "MOD003"));

    [Fact]
    public void The_title_of_the_code_names_no_drug() =>
        Assert.True(Has(new() { Description = "UNCLASSIFIED DRUGS OR BIOLOGICALS" }, "NAR002"));
}
