using Noc.Pricing;

namespace Noc.Core.Tests.Pricing;

public class PriceFormulasTests
{
    private static readonly DateOnly Day = new(2025, 2, 3);

    [Theory]                                    // published rates: coding-and-pricing.md E1
    [InlineData("105.00", true, "108.15")]
    [InlineData("146.00", true, "150.38")]
    [InlineData("328.125", true, "337.969")]
    [InlineData("1500", true, "1545.00")]
    [InlineData("3500000", true, "3605000")]
    [InlineData("3500000", false, "3710000")]
    [InlineData("31.20", true, "32.136")]
    [InlineData("94.00", true, "96.82")]
    public void Wholesale_cost_has_three_percent_in_the_first_quarters_and_six_later(
        string wac, bool isInitial, string limit) =>
        Assert.Equal(decimal.Parse(limit), PriceFormulas.OfWac(decimal.Parse(wac), isInitial, Day));

    [Fact]
    public void Before_2019_new_drugs_had_six_percent() =>
        Assert.Equal(106m, PriceFormulas.OfWac(100, true, new(2018, 12, 31)));

    [Theory]
    [InlineData("500", "800", "2022-09-30", null, false)]
    [InlineData("500", "800", "2022-10-01", null, true)]
    [InlineData("800", "800", "2025-02-03", null, true)]
    [InlineData("800.01", "800", "2025-02-03", null, false)]
    [InlineData("500", "800", "2027-09-30", null, true)]
    [InlineData("500", "800", "2027-10-01", null, false)]
    [InlineData("500", "800", "2027-10-01", "2024-04-01", true)]
    [InlineData("500", "800", "2029-04-01", "2024-04-01", false)]
    [InlineData("500", "800", "2028-02-01", "2028-01-01", false)]
    public void Eight_percent_goes_to_cheaper_biosimilars_for_five_years(
        string own, string reference, string day, string? first, bool has) => Assert.Equal(has,
            PriceFormulas.HasEightPercent(decimal.Parse(own), decimal.Parse(reference), DateOnly.Parse(day),
                first is null ? null : DateOnly.Parse(first)));

    [Fact]
    public void A_new_biosimilar_costs_no_more_than_its_reference_since_July_2024()
    {
        Assert.Equal(1030m, PriceFormulas.OfNewBiosimilar(1000, 800, new(2024, 6, 30)));
        Assert.Equal(848m, PriceFormulas.OfNewBiosimilar(1000, 800, new(2024, 7, 1)));
        Assert.Equal(515m, PriceFormulas.OfNewBiosimilar(500, 800, new(2024, 7, 1)));
    }

    [Theory]
    [InlineData("100", "96", true, false, false)]
    [InlineData("100", "95", true, false, true)]
    [InlineData("100", "95.238095", true, false, true)]
    [InlineData("105", "100", true, false, false)]
    [InlineData("100", "95", false, false, false)]
    [InlineData("100", "95", true, true, false)]
    public void The_manufacturers_price_counts_above_five_percent_for_two_quarters_and_not_in_a_shortage(
        string asp, string amp, bool isLasting, bool isShort, bool isUsed) => Assert.Equal(isUsed,
            PriceFormulas.IsAmpUsed(decimal.Parse(asp), decimal.Parse(amp), isLasting, isShort));

    [Theory]
    [InlineData("K", true, "2018-01-01", true)]
    [InlineData("K", true, "2022-09-27", true)]
    [InlineData("K", true, "2022-09-28", false)]
    [InlineData("K", true, "2017-12-31", false)]
    [InlineData("G", true, "2021-05-01", false)]
    [InlineData("K", false, "2021-05-01", false)]
    public void Drugs_bought_under_340B_were_paid_less_on_some_days(
        string status, bool hasJg, string day, bool isCut) =>
        Assert.Equal(isCut, PriceFormulas.IsCut340B(status, hasJg, DateOnly.Parse(day)));

    [Theory]
    [InlineData("1.06", "4.304")]
    [InlineData("1.08", "6.272")]
    [InlineData("1.03", "1.352")]
    public void What_is_left_over_a_price_once_two_percent_are_kept_back(string factor, string percent) =>
        Assert.Equal(decimal.Parse(percent), PriceFormulas.NetPercentOver(decimal.Parse(factor), 20, 2));

    [Theory]
    [InlineData("80", "2026-05-04", 16)]
    [InlineData("80", "2023-03-31", 20)]
    [InlineData("120", "2026-05-04", 20)]
    public void Coinsurance_is_lowered_where_prices_outran_inflation(string adjusted, string day, int percent) =>
        Assert.Equal(percent, PriceFormulas.AdjustedCoinsurancePercent(100, decimal.Parse(adjusted),
            DateOnly.Parse(day)));

    [Fact]
    public void Nothing_sold_has_no_average() => Assert.Null(PriceFormulas.WeightedAsp([(100, 10, 0)]));

    [Fact]
    public void An_invoice_without_packages_has_no_cost_of_one() =>
        Assert.Null(PriceFormulas.InvoiceUnitCost(100, 0, 0, 0));

    [Theory]
    [InlineData(null, null, "45.00")]
    [InlineData("10", null, "40.50")]
    [InlineData("10", "5", "25.50")]
    public void Medicaid_pays_the_lowest(string? upper, string? ceiling, string allowed) =>
        Assert.Equal(decimal.Parse(allowed),
            MedicaidLowerOf.Of(12.34567m, 3, 10.50m, Number(upper), 45, Number(ceiling)).AllowedUsd);

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text);
}
