using Noc.Drugs;
using Noc.Payers;

namespace Noc.Core.Tests.Payers;

public sealed partial class PayerResolverTests
{
    private readonly PayerResolver _resolver = new(TestTables.Seed, TestTables.Policies);

    [Theory]
    [InlineData("MB", "", "", PayerProgram.Medicare)]
    [InlineData("MA", "", "", PayerProgram.Medicare)]
    [InlineData("mb", "", "", PayerProgram.Medicare)]
    [InlineData("MC", "", "", PayerProgram.Medicaid)]
    [InlineData("16", "", "", PayerProgram.MedicareAdvantage)]
    [InlineData("16", "87726", "UNITEDHEALTHCARE", PayerProgram.MedicareAdvantage)]
    [InlineData("MB", "61101", "HUMANA", PayerProgram.MedicareAdvantage)]
    [InlineData("MB", "60054", "AETNA", PayerProgram.MedicareAdvantage)]
    [InlineData("CI", "60054", "AETNA", PayerProgram.Other)]
    [InlineData("BL", "", "BLUE CROSS", PayerProgram.Other)]
    [InlineData("CH", "99726", "TRICARE", PayerProgram.Federal)]
    [InlineData("VA", "", "VA FEE BASIS", PayerProgram.Federal)]
    [InlineData("OF", "", "SOME OFFICE", PayerProgram.Federal)]
    [InlineData("FI", "", "BLUE CROSS", PayerProgram.Federal)]
    [InlineData("CI", "", "TRICARE PRIME", PayerProgram.Federal)]
    [InlineData("ZZ", "", "CHAMPVA", PayerProgram.Federal)]
    [InlineData("CI", "", "FEDERAL EMPLOYEE PROGRAM", PayerProgram.Federal)]
    [InlineData("WC", "", "STATE FUND", PayerProgram.WorkersCompensation)]
    [InlineData("", "", "ACME WORKERS' COMP", PayerProgram.WorkersCompensation)]
    [InlineData("ZZ", "", "MEDICARE PART B", PayerProgram.Medicare)]
    [InlineData("", "", "MEDICARE PART B", PayerProgram.Medicare)]
    [InlineData("CI", "", "TEXAS MEDICARE", PayerProgram.Medicare)]
    [InlineData("09", "", "NGS MEDICARE", PayerProgram.Medicare)]
    [InlineData("ZZ", "", "AARP MEDICARE SUPPLEMENT", PayerProgram.Other)]
    [InlineData("ZZ", "", "SOMEBODY'S MEDICARE ADVANTAGE", PayerProgram.MedicareAdvantage)]
    [InlineData("HM", "", "SOMEBODY MEDICARE HMO", PayerProgram.MedicareAdvantage)]
    [InlineData("CI", "", "SOMEBODY MEDICARE", PayerProgram.MedicareAdvantage)]
    [InlineData("HM", "", "MEDICAID HMO OF SOMEBODY", PayerProgram.Medicaid)]
    [InlineData("CI", "", "TEXAS MEDICAID", PayerProgram.Medicaid)]
    [InlineData("", "", "DMERC REGION C", PayerProgram.MedicareDme)]
    [InlineData("MC", "84980", "BCBS TEXAS", PayerProgram.Medicaid)]
    [InlineData("CI", "CMS", "SOMEBODY", PayerProgram.Medicare)]
    [InlineData("HM", "", "SOME HMO", PayerProgram.Other)]
    [InlineData("ZZ", "", "", PayerProgram.Other)]
    [InlineData("", "", "", PayerProgram.Other)]
    [InlineData("CI", "", "Medicare FFS", PayerProgram.Medicare)]
    [InlineData("HM", "38692", "ABH TEXAS", PayerProgram.Medicaid)]
    [InlineData("MB", "16013", "", PayerProgram.MedicareDme)]
    [InlineData("MB", "", "DME MAC B", PayerProgram.MedicareDme)]
    public void Filing_id_and_name_tell_the_program(string filing, string id, string name, PayerProgram program) =>
        Assert.Equal(program, _resolver.Resolve(TestTables.Claim(filing, id, name)).Program);

    [Theory]
    [InlineData("TX", "medicare-mac-novitas-jh")]
    [InlineData("FL", "medicare-mac-firstcoast-jn")]
    [InlineData("NY", "medicare-mac-ngs-jk")]
    [InlineData("IL", "medicare-mac-ngs-j6")]
    [InlineData("CA", "medicare-mac-noridian-je")]
    [InlineData("WA", "medicare-mac-noridian-jf")]
    [InlineData("GA", "medicare-mac-palmetto-jj")]
    [InlineData("NC", "medicare-mac-palmetto-jm")]
    [InlineData("IA", "medicare-mac-wps-j5")]
    [InlineData("MI", "medicare-mac-wps-j8")]
    [InlineData("OH", "medicare-mac-cgs-j15")]
    [InlineData("NJ", "medicare-mac-novitas-jl")]
    [InlineData("ZZ", null)]
    [InlineData("", null)]
    public void The_state_of_the_service_tells_the_contractor(string state, string? id) =>
        Assert.Equal(id, _resolver.Resolve(TestTables.Claim("MB", state: state)).Id);

    [Fact]
    public void The_line_decides_before_the_claim_and_the_claim_before_the_billing_provider()
    {
        Assert.Equal("medicare-mac-firstcoast-jn",
            _resolver.Resolve(TestTables.Claim("MB", state: "TX", facilityState: "FL")).Id);
        Assert.Equal("medicare-mac-ngs-jk",
            _resolver.Resolve(TestTables.Claim("MB", state: "TX", facilityState: "FL", lineState: "NY")).Id);
    }

    [Fact]
    public void Equipment_goes_by_the_home_of_the_patient()
    {
        Assert.Equal("medicare-dme-jd", _resolver.Resolve(TestTables.Claim("MB", "16013", home: "WA")).Id);
        Assert.Equal("medicare-dme-jc", _resolver.Resolve(TestTables.Claim("MB", "16013", state: "WA", home: "TX")).Id);
    }

    [Theory]
    [InlineData("CI", "423", "ANTHEM", "VA", "anthem-va")]     // the id is one plan's: it goes before the name
    [InlineData("CI", "423", "ANTHEM BLUE CROSS CALIFORNIA", "CA", "anthem-va")]
    [InlineData("CI", "", "ANTHEM", "VA", "anthem-va")]        // the alias is many plans': the state decides
    [InlineData("CI", "", "Anthem, Inc.", "OH", "anthem-oh")]
    [InlineData("CI", "", "ANTHEM", "TX", null)]
    [InlineData("CI", "", "BCBS TEXAS", "FL", "bcbs-tx")]      // the name is one plan's wherever it is
    [InlineData("CI", "", "ARIZONA MEDICAID", "AZ", "medicaid-az")]
    [InlineData("CI", "87726", "UHC", "TX", "uhc")]            // one id, three businesses
    [InlineData("16", "87726", "UNITEDHEALTHCARE", "TX", "uhc-ma")]
    [InlineData("MC", "87726", "UNITEDHEALTHCARE", "TX", "uhc-community-plan")]
    [InlineData("CI", "68069", "SOME NAME", "OH", "ambetter")]
    [InlineData("MC", "68069", "SOME NAME", "OH", "centene-ohio")]
    [InlineData("MC", "68069", "SOME NAME", "TX", null)]
    [InlineData("MC", "", "CARESOURCE", "KY", "caresource-ky")]
    [InlineData("CI", "AZ", "AETNA", "TX", "aetna")]           // an id of low confidence does not outweigh the name
    [InlineData("MC", "ID", "SOMETHING", "ID", "medicaid-id")]
    [InlineData("MC", "", "MEDICAID", "WY", "medicaid-wy")]
    [InlineData("MC", "", "TEXAS MEDICAID PROGRAM", "TX", "medicaid-tx")]
    [InlineData("MC", "", "MOLINA MEDICAID", "TX", null)]
    [InlineData("WC", "", "STATE FUND", "CA", null)]
    [InlineData("FI", "84980", "BCBS TEXAS", "TX", "bcbs-fep")]
    [InlineData("CH", "", "TRICARE EAST", "FL", "tricare-east")]
    [InlineData("CH", "", "TRICARE", "FL", null)]
    [InlineData("CH", "99727", "TRICARE", "FL", "tricare-east")]
    public void The_id_goes_before_the_name_and_the_state_before_a_shared_alias(
        string filing, string id, string name, string state, string? payer) =>
        Assert.Equal(payer, _resolver.Resolve(TestTables.Claim(filing, id, name, state)).Id);

    [Theory]
    [InlineData("CI", "", "ANTHEM", "TX", "anthem")]           // no plan of theirs there: what the family shares
    [InlineData("CH", "", "TRICARE", "FL", "tricare")]
    [InlineData("MC", "75228", "TCHP", "TX", "texas-childrens,texas-medicaid,medicaid,standard")]
    [InlineData("MC", "38692", "ABH TEXAS", "TX", "aetna-better-health-texas,texas-medicaid,medicaid,standard")]
    [InlineData("MC", "", "MOLINA MEDICAID", "TX", "texas-medicaid,medicaid,standard")]
    [InlineData("MC", "", "MOLINA MEDICAID", "WY", "medicaid,standard")]
    [InlineData("WC", "", "STATE FUND", "CA", "california-workers-compensation")]
    [InlineData("WC", "", "STATE FUND", "TX", "standard")]
    [InlineData("VA", "", "VA FEE BASIS", "TX", "federal,standard")]
    public void The_policy_is_the_payers_then_its_familys_then_its_states(
        string filing, string id, string name, string state, string chain) =>
        Assert.StartsWith(chain, string.Join(',', _resolver.Resolve(TestTables.Claim(filing, id, name, state))
            .Wants!.Chain.Select(policy => policy.Id)));

    [Theory]
    [InlineData("MC", "75228", "TCHP", "TX", true)]
    [InlineData("MC", "", "MOLINA MEDICAID", "TX", false)]
    [InlineData("CI", "", "ANTHEM", "TX", true)]
    [InlineData("CI", "", "NOBODY'S PLAN", "TX", false)]
    [InlineData("MB", "", "MEDICARE", "TX", true)]
    [InlineData("MB", "", "", "ZZ", false)]
    public void Whether_the_payer_has_a_policy_of_its_own_is_told(
        string filing, string id, string name, string state, bool isOwn) =>
        Assert.Equal(isOwn, _resolver.Resolve(TestTables.Claim(filing, id, name, state)).HasOwnPolicy);

    [Fact]
    public void A_plan_that_runs_Medicaid_is_told_from_the_state()
    {
        Assert.True(_resolver.Resolve(TestTables.Claim("MC", "75228", "TCHP")).IsManagedMedicaid);
        Assert.False(_resolver.Resolve(TestTables.Claim("MC", "86916", "TMHP")).IsManagedMedicaid);
    }

    [Fact]
    public void Railroad_Medicare_is_told_by_its_id_or_name()
    {
        Assert.True(_resolver.Resolve(TestTables.Claim("MB", "00882", "PALMETTO RRB")).IsRailroad);
        Assert.Equal("medicare-mac-railroad", _resolver.Resolve(TestTables.Claim("MB", "", "RAILROAD MEDICARE")).Id);
        Assert.False(_resolver.Resolve(TestTables.Claim("MB", "04412", "NOVITAS")).IsRailroad);
    }

    [Fact]
    public void What_payers_want_differs_by_program()
    {
        var j3490 = new PolicySubject { Code = HcpcsCode.Of("J3490"), IsUnclassified = true, Day = new(2026, 3, 1),
            Jurisdiction = "JH" };
        var medicare = _resolver.Resolve(TestTables.Claim("MB")).Wants!;
        Assert.Equal("one", medicare.Of(PolicyKeys.UnitsBasis, j3490)?.Value.Word);
        Assert.Equal(99_999.99m, medicare.Of(PolicyKeys.ClaimLimit, j3490)?.Value.Number);
        Assert.Null(medicare.Of(PolicyKeys.ClaimLimit, j3490 with { IsInstitutional = true }));
        var medicaid = _resolver.Resolve(TestTables.Claim("MC", state: "WY")).Wants!;
        Assert.Equal("required", medicaid.Of(PolicyKeys.NdcRequired, j3490)?.Value.Word);
        Assert.Null(medicaid.Of(PolicyKeys.UnitsBasis, j3490));
        var other = _resolver.Resolve(TestTables.Claim("CI", "NOBODY", "NO SUCH PLAN"));
        Assert.Equal((null, "NO SUCH PLAN", false), (other.Id, other.Name, other.HasOwnPolicy));
        Assert.Null(other.Wants!.Of(PolicyKeys.UnitsBasis, j3490));
    }

    [Fact]
    public void Same_bytes_give_the_same_policy_from_any_thread()
    {
        string[] states = ["TX", "FL", "NY", "IL", "CA", "OH", "NC", "IA"];
        var expected = Array.ConvertAll(states, state => new PayerResolver(TestTables.Seed, TestTables.Policies)
            .Resolve(TestTables.Claim("MB", state: state)).Id);
        Parallel.For(0, 20_000, i =>
            Assert.Equal(expected[i % 8], _resolver.Resolve(TestTables.Claim("MB", state: states[i % 8])).Id));
    }

    [Fact]
    public void A_name_that_is_too_long_to_remember_is_still_judged() =>
        Assert.Equal(
            PayerProgram.Medicaid, _resolver.Resolve(TestTables.Claim("MC", payerName: new('X', 2000))).Program);
}
