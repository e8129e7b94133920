using Noc.Claims;
using Noc.Payers;

namespace Noc.Core.Tests.Payers;

/// <content>Names in other spellings, Medicare Advantage of a plan, contractors by ZIP code.</content>
public sealed partial class PayerResolverTests
{
    [Theory]
    [InlineData("CI", "X", "BLUE CROSS BLUE SHIELD OF TEXAS", "TX", "bcbs-tx")]
    [InlineData("CI", "X", "BLUE CROSS AND BLUE SHIELD OF TEXAS", "FL", "bcbs-tx")]
    [InlineData("CI", "X", "BCBS OF TEXAS", "TX", "bcbs-tx")]
    [InlineData("CI", "X", "BCBS OF TX", "TX", "bcbs-tx")]
    [InlineData("CI", "X", "BCBS TX", "TX", "bcbs-tx")]
    [InlineData("CI", "X", "TX BCBS PPO", "TX", "bcbs-tx")]
    [InlineData("CI", "X", "BC/BS OF TEXAS", "TX", "bcbs-tx")]
    [InlineData("CI", "X", "BlueCross BlueShield of Texas, Inc.", "TX", "bcbs-tx")]
    [InlineData("CI", "X", "BCBSIL", "IL", "bcbs-il")]
    [InlineData("CI", "X", "BCBS OF NORTH CAROLINA", "NC", "bcbs-nc")]
    [InlineData("CI", "X", "BLUE CROSS OF NC", "NC", "bcbs-nc")]
    [InlineData("CI", "X", "BLUE CROSS BLUE SHIELD OF WEST VIRGINIA", "WV", "highmark-wv")]
    [InlineData("CI", "X", "BCBS OF GEORGIA", "GA", "anthem-ga")]
    [InlineData("CI", "X", "BCBS OF KANSAS", "KS", "bcbs-ks")]
    [InlineData("CI", "X", "BCBS OF KANSAS CITY", "MO", "bcbs-kc")]
    [InlineData("CI", "X", "UNITED HEALTH CARE", "TX", "uhc")]
    [InlineData("CI", "X", "UNITEDHEALTHCARE INSURANCE COMPANY", "TX", "uhc")]
    [InlineData("CI", "X", "UNITED HEALTHCARE INS CO", "TX", "uhc")]
    [InlineData("CI", "X", "UNITEDHEALTHCARE OF TEXAS", "TX", "uhc")]
    [InlineData("CI", "X", "AETNA LIFE INS CO", "TX", "aetna")]
    [InlineData("CI", "X", "AETNA LIFE INSURANCE CO.", "TX", "aetna")]
    [InlineData("CI", "X", "CIGNA PPO", "TX", "cigna")]
    [InlineData("HM", "X", "CIGNA HMO", "TX", "cigna")]
    [InlineData("CI", "X", "PREMERA BLUE CROSS", "WA", "premera-wa")]
    [InlineData("MC", "X", "TX MEDICAID", "TX", "medicaid-tx")]
    [InlineData("BL", "X", "BLUE CROSS BLUE SHIELD", "TX", "bcbs-tx")]
    [InlineData("BL", "X", "BLUE CROSS", "TX", "bcbs-tx")]
    public void A_name_in_another_spelling_is_the_payer(
        string filing, string id, string name, string state, string payer) =>
        Assert.Equal(payer, _resolver.Resolve(TestTables.Claim(filing, id, name, state)).Id);

    [Theory]
    [InlineData("BL", "X", "BLUE CROSS BLUE SHIELD", "NY")]        // several plans bear the mark there
    [InlineData("BL", "X", "BLUE CROSS BLUE SHIELD", "KS")]        // Kansas City's plan too
    [InlineData("BL", "X", "BLUE CROSS BLUE SHIELD", "")]
    [InlineData("CI", "X", "BCBS OF PENNSYLVANIA", "PA")]
    [InlineData("CI", "X", "BCBS OF MISSOURI", "MO")]
    [InlineData("CI", "X", "UNITED LIFE INSURANCE COMPANY", "TX")]
    [InlineData("CI", "X", "OREGON HEALTH INSURANCE", "OR")]       // not the Oregon Health Plan, which is Medicaid
    [InlineData("CI", "X", "GROUP HEALTH PLAN", "TX")]
    [InlineData("CI", "X", "TEXAS INSURANCE COMPANY", "TX")]
    [InlineData("CI", "X", "HEALTH PLAN", "TX")]
    [InlineData("CI", "ID", "ACME PLAN", "TX")]                    // a state's two letters are no plan's id
    [InlineData("CI", "TN", "ACME PLAN", "TN")]
    [InlineData("", "MT", "ACME PLAN", "TN")]
    public void A_doubtful_name_is_no_payer(string filing, string id, string name, string state)
    {
        var policy = _resolver.Resolve(TestTables.Claim(filing, id, name, state));
        Assert.Equal((null, false, PayerProgram.Other), (policy.Id, policy.HasOwnPolicy, policy.Program));
    }

    [Theory]
    [InlineData("16", "84980", "BCBS TEXAS", "bcbs-tx", "medicare-advantage,standard", false)]
    [InlineData("16", "00621", "BCBS OF ILLINOIS", "bcbs-il", "medicare-advantage,standard", false)]
    [InlineData("16", "62308", "CIGNA", "cigna", "medicare-advantage,standard", false)]
    [InlineData("16", "BCBSF", "FLORIDA BLUE", "florida-blue", "medicare-advantage,standard", false)]
    [InlineData("16", "X", "ANTHEM", null, "medicare-advantage,standard", false)]
    [InlineData("MB", "84980", "BCBS TEXAS", "bcbs-tx", "medicare-advantage,standard", false)]
    [InlineData("16", "", "AETNA", "aetna-ma", "medicare-advantage,standard", false)]
    [InlineData("16", "62308", "CIGNA MEDICARE", "healthspring", "healthspring,medicare-advantage,standard", true)]
    [InlineData("16", "X", "UNITED HEALTH CARE", "uhc-ma", "united-medicare-advantage,medicare-advantage,", true)]
    [InlineData("16", "BCSNC", "BLUE CROSS NC", "bcbs-nc", "bcbs-nc,medicare-advantage,standard", true)]
    [InlineData("16", "61101", "HUMANA", "humana", "humana,medicare-advantage,standard", true)]
    [InlineData("CI", "61101", "HUMANA", "humana", "humana,commercial,standard", true)]
    [InlineData("CI", "84980", "BCBS TEXAS", "bcbs-tx", "bcbs-texas,commercial,standard", true)]
    [InlineData("BL", "BCBSF", "FLORIDA BLUE", "florida-blue", "florida-blue,commercial,standard", true)]
    [InlineData("16", "", "MEDICARE", null, "medicare-advantage,standard", false)]
    [InlineData("16", "CMS", "MEDICARE", null, "medicare-advantage,standard", false)]
    [InlineData("16", "04412", "NOVITAS", null, "medicare-advantage,standard", false)]
    public void Sixteen_is_Medicare_Advantage_of_the_plan_and_CI_its_commercial_business(
        string filing, string id, string name, string? payer, string chain, bool isOwn)
    {
        var policy = _resolver.Resolve(TestTables.Claim(filing, id, name));
        Assert.StartsWith(chain, string.Join(',', policy.Wants!.Chain.Select(step => step.Id)) + ",");
        Assert.Equal((payer, isOwn), (policy.Id, policy.HasOwnPolicy));
        Assert.Equal(filing is "CI" or "BL" ? PayerProgram.Other : PayerProgram.MedicareAdvantage, policy.Program);
    }

    [Fact]
    public void Of_a_commercial_policy_only_what_is_said_of_Medicare_Advantage_counts_there()
    {
        var advantage = _resolver.Resolve(TestTables.Claim("16", "BCSNC", "BLUE CROSS NC")).Wants!;
        Assert.All(advantage.Chain[0].Values, value => Assert.True(
            value.Scope.When.HasFlag(Situation.MedicareAdvantage)));
        Assert.NotEmpty(advantage.Chain[0].Values);
    }

    [Theory]
    [InlineData("16", "", "MEDICARE", "TX", "MEDICARE is filed as Medicare Advantage, but no plan is named")]
    [InlineData("16", "84980", "BCBS OF TEXAS", "TX", "No policy on file for Medicare Advantage of BCBS OF TEXAS")]
    [InlineData("MB", "", "MEDICARE", "VA", "In VA the ZIP code of the service tells the Medicare contractor, and it "
        + "is not on the claim")]
    [InlineData("MB", "", "NGS MEDICARE", "TX", "The claim names NGS MEDICARE, but in TX Medicare, Novitas JH takes "
        + "claims")]
    [InlineData("MB", "", "MEDICARE", "TX", null)]
    [InlineData("CI", "", "NOBODY'S PLAN", "TX", null)]
    public void Why_nothing_better_is_known_is_told(
        string filing, string id, string name, string state, string? doubt) =>
        Assert.Equal(doubt, _resolver.Resolve(TestTables.Claim(filing, id, name, state, zip: "")).Doubt);

    [Theory]
    [InlineData("NGS MEDICARE", "NY", "medicare-mac-ngs-jk")]
    [InlineData("NGS MEDICARE", "TX", null)]
    [InlineData("NOVITAS SOLUTIONS", "TX", "medicare-mac-novitas-jh")]
    [InlineData("NOVITAS SOLUTIONS, INC.", "NJ", "medicare-mac-novitas-jl")]
    [InlineData("NOVITAS SOLUTIONS JH", "NJ", null)]
    [InlineData("NOVITAS SOLUTIONS", "CA", null)]
    [InlineData("PALMETTO GBA MEDICARE PART B", "NC", "medicare-mac-palmetto-jm")]
    [InlineData("WPS GOVERNMENT HEALTH ADMINISTRATORS", "MI", "medicare-mac-wps-j8")]
    [InlineData("NORIDIAN MEDICARE JE PART B", "CA", "medicare-mac-noridian-je")]
    [InlineData("MEDICARE", "TX", "medicare-mac-novitas-jh")]
    public void A_contractor_that_is_named_must_be_the_one_of_the_place(string name, string state, string? id)
    {
        foreach (var filing in (string[])["CI", "MB"])
        {
            var policy = _resolver.Resolve(TestTables.Claim(filing, "", name, state));
            Assert.Equal((PayerProgram.Medicare, id), (policy.Program, policy.Id));
            if (id is null) Assert.Equal("medicare", policy.Wants!.Policy.Id);
        }
    }

    [Theory]
    [InlineData("NGS AMERICAN")]
    [InlineData("WPS HEALTH INSURANCE")]
    [InlineData("NORIDIAN MUTUAL INSURANCE")]
    [InlineData("FIRST COAST BENEFITS")]
    public void A_plan_that_shares_a_word_with_a_contractor_is_none(string name) =>
        Assert.Equal(PayerProgram.Other, _resolver.Resolve(TestTables.Claim("CI", "", name)).Program);

    [Theory]
    [InlineData("22201", ClaimType.Professional, "medicare-mac-novitas-jl")]      // Arlington
    [InlineData("223141234", ClaimType.Professional, "medicare-mac-novitas-jl")]  // Alexandria
    [InlineData("22030", ClaimType.Professional, "medicare-mac-novitas-jl")]      // Fairfax
    [InlineData("20170", ClaimType.Professional, "medicare-mac-novitas-jl")]      // Herndon
    [InlineData("20110", ClaimType.Professional, "medicare-mac-palmetto-jm")]     // Manassas
    [InlineData("22192", ClaimType.Professional, "medicare-mac-palmetto-jm")]     // Woodbridge
    [InlineData("23220", ClaimType.Professional, "medicare-mac-palmetto-jm")]
    [InlineData("22201", ClaimType.Institutional, "medicare-mac-palmetto-jm")]    // Part A
    [InlineData("", ClaimType.Institutional, "medicare-mac-palmetto-jm")]
    [InlineData("", ClaimType.Professional, null)]
    [InlineData("222", ClaimType.Professional, null)]
    public void In_Virginia_the_ZIP_code_tells_the_contractor_of_Part_B(string zip, ClaimType type, string? id)
    {
        for (var time = 0; time < 2; time++)   // the second answer is remembered
            Assert.Equal(id, _resolver.Resolve(TestTables.Claim("MB", state: "VA", zip: zip, type: type)).Id);
        Assert.Equal(id, _resolver.Resolve("MB", "", "MEDICARE", "va", "VA", zip,
            type is ClaimType.Institutional).Id);
    }

    [Fact]
    public void A_remembered_payer_allocates_nothing()
    {
        var claim = TestTables.Claim("MB", state: "VA", zip: "22201");
        _resolver.Resolve(claim);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) _resolver.Resolve(claim);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
