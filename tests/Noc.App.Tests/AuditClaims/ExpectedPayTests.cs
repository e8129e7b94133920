using System.Text;
using Noc.Audit;
using Noc.Formats.X837;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>What the payer is expected to pay for lines that are lost or late.</summary>
public sealed class ExpectedPayTests
{
    // 700 mg at $1.33 a milligram.
    private static readonly TestClaim Leqembi = new()
    {
        Code = "J3590", Description = "LEQEMBI 700MG IV", Lin = "", Modifiers = "JZ", Charge = "4100",
    };

    private static ClaimAudit Of(TestClaim claim)
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(claim.Text()));
        return ClaimAuditor.Audit(ClaimFile.Read(stream).Single(), CodeEncounter.CodedVisits.Audit);
    }

    [Fact]
    public void A_line_whose_drug_has_its_own_code_is_priced_by_that_code()
    {
        var audit = Of(Leqembi);
        var finding = Assert.Single(audit.Findings, one => one.Rule.Id == "COD001");
        var money = audit.ExpectedOf(finding)!.Value;
        Assert.Equal(money.AllowedUsd, money.PayerPaysUsd + money.PatientOwesUsd + money.SequestrationUsd);
        Assert.InRange(money.AllowedUsd, 500, 2000);
        Assert.Equal(money.PayerPaysUsd, audit.ExpectedAtRisk().PayerPaysUsd);
    }

    [Fact]
    public void No_more_than_the_charge_is_expected()
    {
        var audit = Of(Leqembi with { Charge = "100" });
        var money = audit.ExpectedOf(audit.Findings.First(one => one.Rule.Id == "COD001"))!.Value;
        Assert.Equal((100m, 20m, 1.60m, 78.40m), (money.AllowedUsd, money.PatientOwesUsd, money.SequestrationUsd,
            money.PayerPaysUsd));
    }

    [Fact]
    public void Each_line_is_counted_once_whatever_is_wrong_with_it()
    {
        var audit = Of(Leqembi with { Pointer = "", Units = "0" });
        var lost = audit.Findings.Where(one => one.LostUsd is not null && one.Line == 1).ToList();
        var prices = lost.Select(audit.ExpectedOf).Where(money => money is not null).ToList();
        Assert.Equal(prices.FirstOrDefault()?.PayerPaysUsd ?? 0, audit.ExpectedAtRisk().PayerPaysUsd);
    }

    [Fact]
    public void What_has_no_price_or_loses_nothing_has_no_expected_payment()
    {
        var unpriced = Of(new() { Description = "", Lin = "" });
        Assert.Contains(unpriced.Findings, one => one.LostUsd is not null);
        Assert.All(unpriced.Findings, one => Assert.Null(unpriced.ExpectedOf(one)));
        var plan = Of(Leqembi with { Filing = "CI" });
        Assert.All(plan.Findings, one => Assert.Null(plan.ExpectedOf(one)));
    }
}
