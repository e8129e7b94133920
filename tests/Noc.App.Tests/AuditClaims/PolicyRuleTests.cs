using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>What the rules on payers' policies say: numbers with their arithmetic, severities, and what to
/// do.</summary>
public class PolicyRuleTests
{
    private static Finding Of(TestClaim claim, string rule) =>
        Assert.Single(claim.Findings(), finding => finding.Rule.Id == rule);

    private static Finding? Find(TestClaim claim, string rule) =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    [Fact]
    public void Containers_follow_from_dose_and_strength()
    {
        var claim = PolicyRuleCases.FloridaBlue with { Description = "EXAMPLAZOLE 400MG IV 150MG/VIAL" };
        var finding = Of(claim, "UNT002");
        Assert.Equal((3m, Severity.Deny), (finding.Expected!.Units, finding.Severity));
        Assert.Contains("400MG / 150MG in 1 container = 2.667, rounded up to 3", finding.Message,
            StringComparison.Ordinal);
        Assert.Contains("charge stays", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_of_the_ndc_count_for_a_specialty_pharmacy_only()
    {
        var claim = new TestClaim { Filing = "CI", Modifiers = "", State = "HI", Payer = "HMSA*****PI*100937",
            Lin = "LIN**N4*99999012301~CTP****2*UN~", Taxonomy = "3336S0011X" };
        Assert.Equal(2m, Of(claim, "UNT002").Expected!.Units);
        Assert.Null(Find(claim with { Taxonomy = "" }, "UNT002"));
        Assert.Null(Find(claim with { Lin = "" }, "UNT002"));
    }

    [Fact]
    public void Medicare_units_stay_one() =>
        Assert.Equal(["UNT001"], new TestClaim { Units = "2" }.Findings().Select(finding => finding.Rule.Id));

    [Fact]
    public void A_contractor_that_differs_decides_how_bad_missing_waste_is()
    {
        var claim = PolicyRuleCases.Palmetto with { Description = "EXAMPLAZOLE 150MG IV SDV WASTE 50MG" };
        Assert.Equal(Severity.Reject, Of(claim, "MOD003").Severity);
        Assert.Equal(Severity.Warn, Of(claim with { State = "IL" }, "MOD003").Severity);
        Assert.Contains("JZ says that nothing was", Of(claim, "MOD003").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5000", true)]
    [InlineData("4999.99", false)]
    public void Authorization_may_depend_on_the_charge(string charge, bool isAsked) =>
        Assert.Equal(isAsked, Find(PolicyRuleCases.TexasChildrens with { Charge = charge }, "AUT001") is not null);

    [Fact]
    public void A_claim_that_only_lacks_a_document_waits_for_it()
    {
        var claim = PolicyRuleCases.TexasChildrens;
        Assert.Equal(Decision.HoldForDocument, claim.Audit().Decision);
        Assert.Equal(Decision.Clean, (claim with { Segments = "REF*G1*A1~" }).Audit().Decision);
        Assert.Equal(Decision.FixAndSend, (claim with { Description = "" }).Audit().Decision);
    }

    [Fact]
    public void A_free_drug_is_left_out_where_the_payer_wants_no_line()
    {
        var free = new TestClaim { State = "WA", Charge = "0.01", Note = "FREE SAMPLE" };
        Assert.Equal("no line", Of(free, "CHG010").Expected!.Text);
        Assert.Equal(Decision.DoNotBill, free.Audit().Decision);
        Assert.Equal(Decision.FixAndSend, (free with { Others = ["96365*185", "J3590:JZ*900"] }).Audit().Decision);
    }

    [Fact]
    public void A_token_charge_is_right_where_the_payer_wants_one()
    {
        Assert.Equal("0.01", Of(PolicyRuleCases.Cgs with { Charge = "0" }, "CHG010").Expected!.Text);
        Assert.Null(Find(PolicyRuleCases.Cgs with { Charge = "0.01" }, "CHG001"));
    }

    [Fact]
    public void The_split_of_a_large_claim_is_worked_out()
    {
        var finding = Of(PolicyRuleCases.Noridian with { Charge = "150000" }, "CHG002");
        Assert.Contains("split it into 2", finding.Message, StringComparison.Ordinal);
        Assert.Contains("The drug: $74,907.51 on the first, $75,092.49 on the other.", finding.Message,
            StringComparison.Ordinal);
        Assert.Contains("76 on later claims", finding.Expected!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("J9271", "200", "110000",
        "The drug: 100 units for $55,000.00 on the first, 100 for $55,000.00 on the other.")]
    [InlineData("J9029", "3", "180000",
        "split it into 3. The drug: 1 unit for $60,000.00 on the first, 1 for $60,000.00 on each other. Change")]
    [InlineData("J9029", "1", "150000", "above $99,999.99. One unit of J9029 is $150,000.00, more than a claim may be")]
    public void The_units_of_a_large_claim_are_divided_where_they_can_be(
        string code, string units, string charge, string told) => Assert.Contains(told, Of(PolicyRuleCases.Noridian with
        {
            Code = code, Units = units, Charge = charge, Description = "",
        }, "CHG002").Message, StringComparison.Ordinal);

    [Fact]
    public void What_the_invoice_must_be_stands_in_the_finding()
    {
        var text = Of(PolicyRuleCases.NewYork, "INV001").Expected!.Text;
        Assert.Contains("dated 2025-09-10 or later", text, StringComparison.Ordinal);
        Assert.Contains("on paper", text, StringComparison.Ordinal);
        Assert.Contains("eMedNY-150003", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_a_vial_comes_with_its_arithmetic()
    {
        var (claim, _) = PolicyRuleCases.All["NDC022"];
        var finding = Of(claim, "NDC022");
        Assert.Equal("CTP****0.2*UN", finding.Expected!.Text);
        Assert.Contains("100MG / 500MG in 1 UN = 0.2 UN", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_vial_in_the_carton_is_named()
    {
        var (claim, _) = PolicyRuleCases.All["NDC021"];
        Assert.Equal("99999050002", Of(claim, "NDC021").Expected!.Ndc);
    }

    [Fact]
    public void Milligrams_are_not_taken_by_many()
    {
        var (claim, _) = PolicyRuleCases.All["NDC020"];
        Assert.Equal(Severity.Deny, Of(claim, "NDC020").Severity);
        Assert.Null(Find(claim, "NDC008"));
    }

    [Fact]
    public void An_id_that_nobody_knows_of_the_payer_only_warns()
    {
        var (claim, _) = PolicyRuleCases.All["RTE001"];
        var finding = Of(claim, "RTE001");
        Assert.Equal(("23281", Severity.Warn), (finding.Expected!.Text, finding.Severity));
    }

    [Theory]
    [InlineData("20221231", true)]
    [InlineData("20230101", false)]
    public void A_modifier_is_judged_on_the_date_of_service(string date, bool isWrong) =>
        Assert.Equal(isWrong, Find(new TestClaim { Date = date }, "MOD010") is not null);
}
