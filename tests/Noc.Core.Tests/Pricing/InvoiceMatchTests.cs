using Noc.Drugs;
using Noc.Encounters;
using Noc.Payers;
using Noc.Pricing;

namespace Noc.Core.Tests.Pricing;

public class InvoiceMatchTests
{
    private static readonly Ndc11 Vial = NdcText.Read("99999-0123-01").Ndc!.Value;

    private static readonly Ndc11 Other = NdcText.Read("99999-0123-02").Ndc!.Value;

    private static readonly DateOnly Day = new(2026, 3, 10);

    private static InvoiceLine Bought(string number, string lot = "", string date = "2026-02-01", Ndc11? ndc = null) =>
        new()
        {
            Number = number, Lot = lot, Date = date.Length > 0 ? DateOnly.Parse(date) : null, Ndc = ndc ?? Vial,
            UnitCostUsd = 610, Quantity = 4, DiscountUsd = 24,
        };

    private static InvoiceMatch? Find(string[] lots, params InvoiceLine[] invoices) =>
        InvoiceMatch.Find(invoices, [Vial, default], lots, Day);

    [Fact]
    public void The_lot_comes_before_the_date_and_the_date_before_the_rest()
    {
        Assert.Equal("lot", Find(["A1"], Bought("late", "B2", "2026-03-01"), Bought("lot", "a1"))!.Invoice.Number);
        Assert.Equal("late", Find([], Bought("early"), Bought("late", "", "2026-03-10"))!.Invoice.Number);
        Assert.Equal("open", Find(["A1"], Bought("other", "B2", "2026-03-09"), Bought("open"))!.Invoice.Number);
    }

    [Fact]
    public void What_was_bought_after_the_day_or_is_another_drug_is_no_match()
    {
        Assert.Null(Find([], Bought("after", "", "2026-03-11")));
        Assert.Null(Find([], Bought("other", ndc: NdcText.Read("88888-0123-01").Ndc!.Value)));
        Assert.Null(Find([]));
    }

    [Fact]
    public void Another_lot_another_package_and_no_date_are_flagged()
    {
        Assert.Equal("invoice-lot", Assert.Single(Find(["A1"], Bought("x", "B2"))!.Flags).Id);
        Assert.Equal("invoice-package", Assert.Single(Find([], Bought("x", ndc: Other))!.Flags).Id);
        Assert.Equal("invoice-date", Assert.Single(Find([], Bought("x", date: ""))!.Flags).Id);
        Assert.Empty(Find(["A1"], Bought("x", "A1"))!.Flags);
    }

    [Fact]
    public void Each_lot_counts_at_its_own_price()
    {
        InvoiceLine[] bought = [Bought("first", "A17"), Bought("dear", "A18") with { UnitCostUsd = 646 }];
        var match = Find(["A17", "a17", "A18"], bought)!;
        Assert.Equal(((604m + 604m + 640m) / 3, 1848m), (match.AverageUsd, match.CostUsd(3, 1)));
        Assert.Equal("invoice-lots", Assert.Single(match.Flags).Id);
        Assert.Null(Find(["A17", "A17"], bought)!.AverageUsd);
        Assert.Null(Find(["A17", "B2"], bought)!.AverageUsd);   // nobody knows what the other lot cost
    }

    [Fact]
    public void A_lot_finds_an_invoice_without_NDC() => Assert.Equal("lot",
        Find(["A1"], Bought("none") with { Ndc = default }, Bought("lot", "A1") with { Ndc = default })!
            .Invoice.Number);

    [Fact]
    public void A_compound_which_has_no_NDC_finds_its_invoice_by_name()
    {
        InvoiceLine[] bought = [Bought("other") with { Ndc = default, Drug = "MORPHINE SYRINGE" },
            Bought("own") with { Ndc = default, Drug = "BEVACIZUMAB SYRINGE 1.25 MG" }];
        Assert.Equal("own", InvoiceMatch.Find(bought, [default], [], Day, "Bevacizumab")!.Invoice.Number);
        Assert.Null(InvoiceMatch.Find(bought, [default], [], Day));
        Assert.Null(InvoiceMatch.Find(bought, [default], [], Day, "Ketamine"));
    }

    [Fact]
    public void The_net_cost_of_a_dose_is_that_of_its_containers()
    {
        var match = Find([], Bought("x"))!;
        Assert.Equal(1208, match.CostUsd(2, 1));
        Assert.Equal(120.8m, match.CostUsd(2, 10));
        Assert.Null(match.CostUsd(2, 0));
        Assert.Null((match with { Invoice = match.Invoice with { UnitCostUsd = null } }).CostUsd(2, 1));
    }

    [Theory]
    [InlineData("2025-09-09", true)]
    [InlineData("2025-09-10", false)]
    public void An_invoice_older_than_the_payer_takes_is_flagged(string date, bool isOld)
    {
        var policy = TestTables.Policies.Find("medicaid-ny", "medicaid", "NY", out _);
        var line = new PolicySubject
        {
            Code = HcpcsCode.Of("J3490"), IsUnclassified = true, Place = "11", State = "NY", Jurisdiction = "",
            Day = Day, Drugs = [],
        };
        var flags = InvoiceCheck.Of(Bought("x", date: date), policy, line, Day);
        Assert.Equal(isOld, flags.Any(flag => flag.Id == "invoice-old"));
        Assert.Empty(InvoiceCheck.Of(Bought("x", date: date), null, line, Day));
        Assert.Contains(InvoiceCheck.Of(Bought("x", date: "") with { UnitCostUsd = null }, policy, line, Day),
            flag => flag.Id == "invoice-incomplete" && flag.Text.Contains("date", StringComparison.Ordinal));
    }
}
