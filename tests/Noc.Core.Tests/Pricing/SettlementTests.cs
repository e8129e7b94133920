using Noc.Pricing;

namespace Noc.Core.Tests.Pricing;

public class SettlementTests
{
    [Fact]
    public void Patient_payer_and_what_is_kept_back_add_up_to_the_allowed_amount_whatever_the_numbers()
    {
        var random = new Random(20260106);
        for (var i = 0; i < 20_000; i++)
        {
            var allowed = Math.Round((decimal)random.NextDouble() * random.Next(1, 4_000_000), random.Next(0, 5));
            var deductible = random.Next(3) == 0 ? (decimal)random.NextDouble() * 400 : 0;
            var percent = random.Next(3) == 0 ? (decimal)random.NextDouble() * 20 : 20;
            decimal? cap = random.Next(4) == 0 ? random.Next(0, 2000) : null;
            var money = Settlement.Of(allowed, deductible, percent, random.Next(0, 3), cap);

            Assert.Equal(money.AllowedUsd, money.DeductibleUsd + money.CoinsuranceUsd + money.SequestrationUsd
                + money.PayerPaysUsd);
            Assert.Equal(money.AllowedUsd, money.ProviderKeepsUsd + money.SequestrationUsd);
            foreach (var part in new[] { money.DeductibleUsd, money.CoinsuranceUsd, money.SequestrationUsd,
                money.PayerPaysUsd, money.PatientOwesUsd })
            {
                Assert.True(part >= 0);
                Assert.Equal(part, Math.Round(part, 2));
            }
        }
    }

    [Fact]
    public void The_deductible_is_taken_before_coinsurance_and_sequestration()
    {
        var money = Settlement.Of(1000, 257, 20, 2);
        Assert.Equal((257m, 148.60m, 594.40m, 11.89m, 582.51m), (money.DeductibleUsd, money.CoinsuranceUsd,
            money.PayerShareUsd, money.SequestrationUsd, money.PayerPaysUsd));
    }

    [Fact]
    public void A_deductible_above_the_amount_takes_all_of_it() =>
        Assert.Equal((40m, 0m, 0m), Settlement.Of(40, 257, 20, 2) is var money
            ? (money.DeductibleUsd, money.CoinsuranceUsd, money.PayerPaysUsd) : default);

    [Theory]
    [InlineData("2013-03-31", 0)]
    [InlineData("2013-04-01", 2)]
    [InlineData("2020-04-30", 2)]
    [InlineData("2020-05-01", 0)]
    [InlineData("2022-03-31", 0)]
    [InlineData("2022-04-01", 1)]
    [InlineData("2022-06-30", 1)]
    [InlineData("2022-07-01", 2)]
    [InlineData("2026-11-21", 2)]
    public void Sequestration_goes_by_the_date_of_service(string day, int percent) =>
        Assert.Equal(percent, Sequestration.PercentOn(DateOnly.Parse(day)));

    [Theory]
    [InlineData("1.005", "1.01")]
    [InlineData("2.675", "2.68")]
    [InlineData("1656.588", "1656.59")]
    [InlineData("-1.005", "-1.01")]
    public void Half_a_cent_goes_up(string amount, string cents) =>
        Assert.Equal(decimal.Parse(cents), Rounding.Cents(decimal.Parse(amount)));
}
