using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Where record and claim agree, though not line for line, and what the record adds.</summary>
public sealed class RecordAgainstClaimTests
{
    private const string Given = "administrations/0/";

    private static bool Has(TestClaim claim, string rule) =>
        claim.Findings().Any(finding => finding.Rule.Id == rule);

    private static Finding? Find(TestClaim claim, string rule) =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

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

    [Fact]
    public void The_record_names_the_claim_that_is_replaced()
    {
        var claim = new TestClaim { Filing = "CI", Modifiers = "", Frequency = "7", Evidence = TestVisit.Text };
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
