using Noc.Drugs;
using Noc.Payers;
using Noc.Pricing;
using Noc.Tables;

namespace Noc.Core.Tests.Pricing;

public class ContractPricingTests
{
    private static PriceLine Line(string code = "J2781") => new()
    {
        Code = HcpcsCode.Of(code), Units = 10, Day = new(2026, 2, 10), Program = PayerProgram.Other,
        Payer = "lakeside", PayerName = "Lakeside Health, Inc.", ChargeUsd = 9000, InvoiceUsd = 1000,
        PlaceOfService = "11",
    };

    private static Price Price(PriceLine line, params ContractTerm[] terms) =>
        new LinePricer(TestTables.Seed, new()
        {
            Contracts = [new() { Id = "lakeside-2026", Payers = ["lakeside"], Terms = terms, CoinsurancePercent = 10,
                Days = new(new(2026, 1, 1), new(2026, 12, 31)) }],
        }).Of(line);

    private static decimal Allowed(PriceLine line, params ContractTerm[] terms) =>
        Assert.IsType<Price.Priced>(Price(line, terms)).Money.AllowedUsd;

    [Fact]
    public void Percent_of_limit_charge_and_invoice()
    {
        var term = new ContractTerm { Method = ContractMethod.PercentOfLimit, Percent = 105 };
        Assert.Equal(1449.51m, Allowed(Line(), term));
        Assert.Equal(5400m, Allowed(Line(), term with { Method = ContractMethod.PercentOfCharge, Percent = 60 }));
        Assert.Equal(1105m, Allowed(Line(), term with
        {
            Method = ContractMethod.InvoicePlus, Percent = 8, PlusUsd = 25,
        }));
    }

    [Fact]
    public void A_part_of_the_limit_is_that_of_addendum_b_where_the_file_of_the_quarter_is_not_loaded() =>
        Assert.Equal(4223.34m, Allowed(Line("J9381") with { Day = new(2026, 5, 4), Units = 100, ChargeUsd = 90_000 },
            new ContractTerm { Method = ContractMethod.PercentOfLimit, Percent = 110 }));

    [Fact]
    public void Floors_and_caps_hold_and_the_charge_is_the_most()
    {
        var term = new ContractTerm { Method = ContractMethod.PercentOfCharge, Percent = 60, CapUsd = 500 };
        Assert.Equal(500, Allowed(Line(), term));
        Assert.Equal(7000, Allowed(Line(), term with { CapUsd = null, FloorUsd = 7000 }));
        Assert.Equal(9000, Allowed(Line(), term with { CapUsd = null, FloorUsd = 10_000 }));
    }

    [Fact]
    public void A_fee_list_prices_its_codes_and_the_next_term_the_others()
    {
        var fees = new ContractTerm
        {
            Method = ContractMethod.Fee, Fees = new Dictionary<HcpcsCode, decimal> { [HcpcsCode.Of("96413")] = 210.5m },
        };
        var rest = new ContractTerm { Method = ContractMethod.PercentOfCharge, Percent = 50 };
        Assert.Equal(2105, Allowed(Line("96413"), fees, rest));
        Assert.Equal(4500, Allowed(Line(), fees, rest));
    }

    [Theory]
    [InlineData("J3490", "unclassified", true)]
    [InlineData("J2781", "unclassified", false)]
    [InlineData("J2781", "J27*", true)]
    [InlineData("J2781", "J2781", true)]
    [InlineData("J2781", "drugs", true)]
    [InlineData("96413", "drugs", false)]
    [InlineData("96413", "procedures", true)]
    public void Terms_speak_for_codes_starts_and_classes(string code, string word, bool includes)
    {
        var price = Price(Line(code), new ContractTerm { Method = ContractMethod.PercentOfCharge, Codes = [word] });
        Assert.Equal(includes, price is Price.Priced);
    }

    [Fact]
    public void Dates_and_payers_that_do_not_fit_bind_nobody()
    {
        var term = new ContractTerm { Method = ContractMethod.PercentOfCharge };
        Assert.IsType<Price.NotPriced>(Price(Line() with { Day = new(2027, 1, 1) }, term));
        Assert.IsType<Price.NotPriced>(Price(Line() with { Payer = "", PayerName = "Another Plan" }, term));
        Assert.IsType<Price.NotPriced>(Price(Line(), term with { Days = new Days(new(2026, 6, 1), null) }));
        Assert.IsType<Price.NotPriced>(Price(Line(), term with { Systems = [PaySystem.HospitalOutpatient] }));
        Assert.IsType<Price.Priced>(Price(Line() with { Payer = "", PayerName = "LAKESIDE" }, term));
    }

    [Fact]
    public void The_contracts_coinsurance_counts_unless_the_line_tells_the_plans()
    {
        var term = new ContractTerm { Method = ContractMethod.PercentOfCharge, Percent = 50 };
        var price = Assert.IsType<Price.Priced>(Price(Line(), term));
        Assert.Equal((450m, 0m), (price.Money.CoinsuranceUsd, price.Money.SequestrationUsd));
        Assert.Equal(900m, Assert.IsType<Price.Priced>(Price(Line() with { CoinsurancePercent = 20 }, term))
            .Money.CoinsuranceUsd);
    }

    [Fact]
    public void A_contract_that_lacks_its_price_says_what_is_missing() => Assert.Contains("no WAC is known",
        Assert.IsType<Price.NotPriced>(Price(Line() with { Ndc = NdcText.Read("99999-0123-01").Ndc!.Value },
            new ContractTerm { Method = ContractMethod.PercentOfWac })).Reason);
}
