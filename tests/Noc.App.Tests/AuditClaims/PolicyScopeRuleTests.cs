using System.Text;
using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Rules ask the policy with all that the claim tells: the day of receipt, the dose, how sure a value
/// is.</summary>
public class PolicyScopeRuleTests
{
    private static readonly TestClaim Regence = new() { Filing = "CI", Modifiers = "", State = "WA", Lin = "",
        Payer = "REGENCE BLUESHIELD*****PI*100062", Date = "20190220" };

    private static readonly TestClaim Georgia = new() { Filing = "MC", Modifiers = "", State = "GA",
        Payer = "GEORGIA MEDICAID*****PI*GAMEDICAID" };

    private const string Anybody = "INVENTED PAYER*****PI*X0001", Medicaid = "MEDICAID OF NOWHERE*****PI*X0001";

    private const string UniCare = "UNICARE HEALTH PLAN OF WEST VIRGINIA*****PI*X0001";

    private static Finding? Of(TestClaim claim, string rule) =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    [Theory]
    [InlineData("2019-02-28", false)]
    [InlineData("2019-03-01", true)]
    public void A_rule_by_day_of_receipt_looks_at_the_day_of_sending(string sent, bool isAsked) =>
        Assert.Equal(isAsked, TestClaim.FindingsOf(Encoding.ASCII.GetBytes(Regence.Text()), DateOnly.Parse(sent))
            .Any(finding => finding.Rule.Id == "NDC001"));

    [Fact]
    public void A_doubtful_window_of_a_state_does_not_lift_the_surer_one_of_its_program()
    {
        Assert.Equal(Severity.Deny, Of(Georgia with { Date = "20240319" }, "FIL001")!.Severity);
        Assert.Contains("12 months", Of(Georgia with { Date = "20240319" }, "FIL001")!.Message,
            StringComparison.Ordinal);
        Assert.Equal(Severity.Warn, Of(Georgia with { Date = "20240320" }, "FIL001")!.Severity);
        Assert.Contains("6 months", Of(Georgia with { Date = "20240320" }, "FIL001")!.Message,
            StringComparison.Ordinal);
        Assert.Null(Of(Georgia with { Date = "20240920" }, "FIL001"));
    }

    [Theory]
    [InlineData("FL", "INFLIXIMAB 5MG IV", false)]
    [InlineData("FL", "INFLIXIMAB 100MG IV", true)]
    [InlineData("FL", "INFLIXIMAB IV", true)]
    [InlineData("IL", "INFLIXIMAB 5MG IV", true)]
    public void Less_than_a_unit_of_the_own_code_stays_unclassified_where_the_contractor_says_so(
        string state, string text, bool isTold) => Assert.Equal(isTold,
            Of(new() { State = state, Description = text, Lin = "" }, "COD001") is not null);

    [Fact]
    public void A_drug_without_rebate_waits_for_an_authorization_where_one_stands_in_for_it()
    {
        var (minnesota, _) = PolicyRuleCases.All["NDC025"];
        Assert.Equal(Decision.DoNotBill, minnesota.Audit().Decision);
        var maine = minnesota with { State = "ME", Payer = "MAINECARE*****PI*SKME0" };
        Assert.Equal("prior authorization number", Of(maine, "NDC025")!.Expected!.Text);
        Assert.Equal(Decision.HoldForDocument, maine.Audit().Decision);
        Assert.Null(Of(maine with { Segments = "REF*G1*A1~" }, "NDC025"));
    }

    [Theory]
    [InlineData("MEDI-CAL*****PI*610442", "CA", "J3490", "EXAMPLAZOLE 150MG IV", true)]
    [InlineData(Medicaid, "KS", "J3490", "EXAMPLAZOLE 150MG IV", true)]
    [InlineData(Medicaid, "KS", "J0174", "", true)]
    [InlineData(Medicaid, "KS", "90749", "EXAMPLE VACCINE 0.5ML IM", false)]
    [InlineData(Medicaid, "KS", "J3490", "EXAMPLE VACCINE 0.5ML IM", false)]
    [InlineData(Medicaid, "KS", "J7999", "COMPOUNDED EXAMPLAZOLE 150MG IV", false)]
    public void Every_medicaid_payer_denies_drugs_without_rebate(
        string payer, string state, string code, string text, bool isTold)
    {
        var claim = new TestClaim
        {
            Filing = "MC", Payer = payer, State = state, Code = code, Description = text,
            Lin = $"LIN**N4*{TestNdcs.WithoutRebate}~CTP****3*ML~",
        };
        var finding = Of(claim, "NDC025");
        Assert.Equal(isTold ? Severity.Deny : null, finding?.Severity);
        if (isTold) Assert.Contains("CARC 211", finding!.Message, StringComparison.Ordinal);
        Assert.Null(Of(claim with { Filing = "CI", Payer = Anybody }, "NDC025"));
    }

    [Theory]
    [InlineData("MB", Anybody, "IL", TestNdcs.Carton, Severity.Info, "99999050002", "carton of 10")]
    [InlineData("MC", UniCare, "WV", TestNdcs.Carton, Severity.Warn, "99999050002", "carton of 10")]
    [InlineData("MB", Anybody, "IL", TestNdcs.Kit, Severity.Info, null, "99999-0999-02")]
    [InlineData("MB", Anybody, "IL", "99999099902", Severity.Info, TestNdcs.Kit, "part of the kit")]
    public void Cartons_and_kits_are_explained_where_no_payer_rule_is_known(
        string filing, string payer, string state, string ndc, Severity severity, string? right, string words)
    {
        var claim = new TestClaim
        {
            Filing = filing, Payer = payer, State = state, Lin = $"LIN**N4*{ndc}~CTP****3*ML~",
        };
        var finding = Of(claim, "NDC021")!;
        Assert.Equal((severity, right), (finding.Severity, finding.Expected?.Ndc));
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_carton_is_right_where_the_crosswalk_lists_it_and_not_the_vial() => Assert.Null(
        Of(new() { Lin = $"LIN**N4*{TestNdcs.ListedCarton}~CTP****3*ML~" }, "NDC021"));

    [Fact]
    public void A_finding_on_evidence_says_what_it_asked_the_policy()
    {
        var claim = EvidenceRuleCases.All["EVD014"].Fires;
        var audit = claim.Audit();
        var finding = audit.Findings.Single(one => one.Rule.Id == "EVD014");
        var asked = ClaimAuditor.Replay(audit, finding, TestClaim.ContextOf(claim));
        Assert.Contains(asked, one => one.Key.Name == "invoice.age-months" && one.Answer is not null);
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("0.01", false)]
    [InlineData("25", true)]
    public void A_cent_or_less_is_what_plans_want_for_a_free_drug(string charge, bool isTold) =>
        Assert.Equal(isTold, Of(Regence with
        {
            State = "OR", Payer = "BRIDGESPAN*****PI*BRIDG", Charge = charge, Date = "20260310",
            Description = "EXAMPLAZOLE 150MG IV FREE DRUG",
        }, "CHG010") is not null);

    [Theory]
    [InlineData("96372", "11")]
    [InlineData("96360", "11")]
    [InlineData("96365", "12")]
    [InlineData("96549", "22")]
    public void Every_administration_is_judged_where_the_payer_wants_the_drug_beside_it(string code, string place)
    {
        var text = (Regence with { State = "OR", Payer = "BRIDGESPAN*****PI*BRIDG", Place = place, Date = "20260310" })
            .Text().Replace("HC:J3490", "HC:" + code, StringComparison.Ordinal);
        var found = TestClaim.FindingsOf(Encoding.ASCII.GetBytes(text)).Where(one => one.Rule.Id == "ADM005");
        Assert.Equal(Severity.Deny, Assert.Single(found).Severity);
    }

    [Theory]
    [InlineData("MC", "OH", "J3490", "0", Severity.Deny)]
    [InlineData("CI", "OH", "J1745", "0", Severity.Deny)]
    [InlineData("CI", "OH", "J1745", "1", null)]
    [InlineData("MB", "OH", "J1745", "0", Severity.Deny)]
    public void No_payer_counts_a_drug_as_nothing(
        string filing, string state, string code, string units, Severity? severity) =>
        Assert.Equal(severity, Of(new TestClaim
        {
            Filing = filing, State = state, Code = code, Units = units, Modifiers = "",
        }, "UNT002")?.Severity);

    [Theory]
    [InlineData("TX", "76", false)]
    [InlineData("TX", "59", false)]
    [InlineData("TX", "", true)]
    [InlineData("WA", "59", true)]    // Noridian says 76
    public void A_later_part_has_the_modifier_that_its_contractor_takes(string state, string modifier, bool isTold) =>
        Assert.Equal(isTold, Of(new TestClaim
        {
            State = state, Modifiers = $"JZ:{modifier}".TrimEnd(':'),
            Description = "EXAMPLAZOLE 150MG IV CLAIM 2 OF 2",
        }, "CHG011") is not null);
}
