using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Where rules must not cry wolf: payers whose prices, modifiers and forms are not known.</summary>
public class FalseAlarmTests
{
    private static readonly TestClaim Pembrolizumab = new()
    {
        Code = "J9271", Description = "", Lin = "", Units = "200", Date = "20250310",
    };

    private static readonly TestClaim Side = new() { Modifiers = "RT" };

    private static Finding? Find(TestClaim claim, string rule) =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    [Theory]
    [InlineData("NITROGLYCERIN 0.4MG SL", "COD001")]        // the code is for what goes into a vein
    [InlineData("EXAMPLAZOLE 0.4MG SL", "ADM001")]
    [InlineData("EXAMPLAZOLE 0.4MG BUCCAL", "ADM001")]
    [InlineData("INFUVITE ADULT 10ML IV", "NAR003")]        // twelve vitamins
    [InlineData("TRALEMENT 1ML IV", "NAR003")]
    public void What_is_no_injection_or_a_mixture_is_not_judged_as_one_drug_into_a_vein(string text, string rule)
    {
        Assert.Null(Find(new() { Lin = "", Description = text }, rule));
        Assert.NotNull(Find(new() { Lin = "", Description = "NITROGLYCERIN 5MG IV" }, "COD001"));
        Assert.NotNull(Find(new() { Lin = "", Description = "EXAMPLAZOLE 10ML IV" }, "NAR003"));
    }

    [Fact]
    public void A_line_that_asks_for_a_denial_needs_no_word_on_waste()
    {
        Assert.NotNull(Find(Pembrolizumab with { Modifiers = "" }, "MOD002"));
        Assert.Null(Find(Pembrolizumab with { Modifiers = "GY" }, "MOD002"));
    }

    [Fact]
    public void A_negative_charge_is_told_once()
    {
        var claim = Side with { Modifiers = "JZ", Charge = "-100", Total = "9184.99" };
        Assert.Equal(("CHG001", null), (Find(claim, "CHG001")?.Rule.Id, Find(claim, "CHG003")));
    }

    // Orencia into a vein is paid, under the skin it is on the list.
    [Theory]
    [InlineData("JB", "ORENCIA 750MG IV", "MOD014")]
    [InlineData("JA", "ORENCIA 125MG SC", "MOD014 SAD001")]
    [InlineData("JB", "ORENCIA 125MG SC", "SAD001")]
    [InlineData("JA", "ORENCIA 750MG IV", "")]
    [InlineData("JB", "", "SAD001")]
    public void A_modifier_of_the_route_yields_to_the_text_on_lines_with_an_own_code_too(
        string modifier, string text, string rules) => Assert.Equal(rules, string.Join(' ', new TestClaim
        {
            Code = "J0129", Modifiers = modifier, Description = text, Lin = "", Units = "75", State = "CA",
        }.Findings().Select(finding => finding.Rule.Id).Where(id => id is "MOD014" or "SAD001").Distinct().Order()));

    [Theory]
    [InlineData("MORPHINE 20MG/ML BUPIVACAINE 10MG/ML 20ML IT PUMP REFILL")]
    [InlineData("COMP MORPHINE/BUPIVACAINE 360MG IT")]
    public void Several_drugs_in_one_pump_have_no_code_of_one_of_them(string text) => Assert.Null(
        Find(new() { Code = "J7999", Modifiers = "KD", Description = text, Lin = "" }, "COD001"));

    // 200 x $56.50 = $11,300.
    [Theory]
    [InlineData("MB", "1129.99", true)]
    [InlineData("MB", "1130", false)]
    [InlineData("MB", "565000.01", true)]
    [InlineData("CI", "1129.99", false)]
    [InlineData("MC", "113", false)]
    [InlineData("CI", "112.99", true)]
    [InlineData("CI", "5650000", false)]
    [InlineData("BL", "5650000.01", true)]
    public void Payers_with_prices_of_their_own_hear_of_two_decimal_places_only(
        string filing, string charge, bool isFound) => Assert.Equal(isFound,
            Find(Pembrolizumab with { Filing = filing, Charge = charge }, "CHG004")?.Severity is Severity.Warn);

    [Theory]
    [InlineData("MB", "11", "10000", Severity.Info)]
    [InlineData("MB", "11", "11250", null)]
    [InlineData("CI", "11", "10000", null)]
    [InlineData("MB", "13", "10000", null)]
    public void A_charge_below_the_limit_is_told_where_part_B_pays_no_more(
        string filing, string place, string charge, Severity? severity) => Assert.Equal(severity,
            Find(Pembrolizumab with { Filing = filing, Place = place, Charge = charge }, "CHG004")?.Severity);

    [Fact]
    public void A_slip_of_the_decimal_point_is_not_split()
    {
        var finding = Find(Pembrolizumab with { Charge = "1130000" }, "CHG002");
        Assert.Contains("decimal point", finding!.Message);
        Assert.Null(finding.Expected);
        Assert.Contains("split it into 2", Find(Pembrolizumab with { Charge = "110000" }, "CHG002")!.Message);
    }

    [Theory]
    [InlineData("MB", "IV", Severity.Warn)]
    [InlineData("MB", "SC", Severity.Warn)]
    [InlineData("MB", "IM", null)]   // a muscle lies on one side
    [InlineData("MB", "IVT", null)]
    [InlineData("CI", "IV", Severity.Info)]
    [InlineData("CI", "IM", null)]
    public void A_side_is_odd_for_the_whole_body_only(string filing, string route, Severity? severity) =>
        Assert.Equal(severity, Find(Side with { Filing = filing, Description = $"EXAMPLAZOLE 150MG {route}" },
            "MOD015")?.Severity);

    [Theory]
    [InlineData("NY", "EMEDNY*****PI*100231", Severity.Reject)]
    [InlineData("NY", "INVENTED PLAN*****PI*X0001", Severity.Warn)]
    [InlineData("TX", "INVENTED PLAN*****PI*X0001", null)]   // a text of 2016
    public void Paper_of_a_state_is_a_doubt_for_a_plan_that_nobody_knows(
        string state, string payer, Severity? severity) => Assert.Equal(severity,
            Find(new() { Filing = "MC", Modifiers = "", State = state, Payer = payer }, "COD010")?.Severity);
}
