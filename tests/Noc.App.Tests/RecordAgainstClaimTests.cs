using Noc.Tests;

namespace Noc.App.Tests;

/// <summary>Where record and claim agree, though not line for line.</summary>
public sealed class RecordAgainstClaimTests
{
    private const string Given = "administrations/0/";

    private static bool Has(TestClaim claim, string rule) =>
        claim.Findings().Any(finding => finding.Rule.Id == rule);

    // J0696 is 250 mg; the vial holds 1 g.
    [Theory]
    [InlineData("900 mg", "100 mg", "4", false)]
    [InlineData("700 mg", "300 mg", "3", true)]
    public void Waste_that_rounding_up_takes_in_goes_out_with_JZ(
        string dose, string discarded, string units, bool isTold)
    {
        var claim = new TestClaim
        {
            Code = "J0696", Description = "", Units = units, Lin = "", Others = ["96372*25"],
            Evidence = TestVisit.With((Given + "drug", "\"CEFTRIAXONE\""), (Given + "dose", $"\"{dose}\""),
                (Given + "discarded", $"\"{discarded}\""), (Given + "ndc", null), (Given + "containers/0/holds",
                "\"1 g\""), (Given + "route", "\"IM\""), (Given + "method", "\"im\""), (Given + "stop", null),
                ("orders/0/drug", "\"CEFTRIAXONE\""), ("orders/0/dose", $"\"{dose}\"")),
        };
        Assert.Equal(isTold, Has(claim, "EVD011"));
    }

    [Theory]
    [InlineData("3.3 mg", "5 mg", false)]
    [InlineData("5 mg", "3.3 mg", true)]    // each under the order of the other
    public void Each_administration_follows_its_own_order(string first, string second, bool isTold)
    {
        var visit = new TestClaim
        {
            Description = "EXAMPLAZOLE 8.3MG IV",
            Evidence = TestVisit.With(
                ("orders", """
                    [{"id":"O-1","drug":"EXAMPLAZOLE","dose":"3.3 mg","signedOn":"2026-03-01","signer":"A"},
                     {"id":"O-2","drug":"EXAMPLAZOLE","dose":"5 mg","signedOn":"2026-03-01","signer":"A"}]
                    """),
                ("administrations", $$"""
                    [{"drug":"EXAMPLAZOLE","order":"O-1","dose":"{{first}}","route":"IV"},
                     {"drug":"EXAMPLAZOLE","order":"O-2","dose":"{{second}}","route":"IV"}]
                    """)),
        };
        Assert.Equal(isTold, Has(visit, "EVD006"));
    }

    [Theory]
    [InlineData("EXAMPLAZOLE 75MG IV CLAIM 1 OF 2", false)]
    [InlineData("EXAMPLAZOLE 200MG IV CLAIM 1 OF 2", true)]
    [InlineData("EXAMPLAZOLE 75MG IV", true)]
    public void A_part_of_a_split_claim_bills_less_than_was_given(string text, bool isTold) =>
        Assert.Equal(isTold, Has(new() { Description = text, Evidence = TestVisit.Text }, "EVD003"));

    [Fact]
    public void The_waste_of_a_split_claim_may_stand_on_another_part() => Assert.False(Has(new()
    {
        Description = "EXAMPLAZOLE 75MG IV CLAIM 1 OF 2",
        Evidence = TestVisit.With((Given + "discarded", "\"50 mg\"")),
    }, "EVD011"));
}
