using System.Text;
using Noc.App.CodeEncounter;
using Noc.App.PriceLines;
using Noc.Formats.Encounters;
using Noc.Pricing;
using Noc.Reference.Seed;
using Noc.Tests;

namespace Noc.App.Tests.CodeEncounter;

/// <summary>What the lines of a coded visit will be paid.</summary>
public sealed class PricedVisitsTests
{
    private static readonly PriceInputs Inputs = new()
    {
        DispensingFeeUsd = 10.49m,
        Contracts =
        [
            new()
            {
                Id = "every-plan", Payers = ["aetna", "uhc", "cigna", "INVENTED PAYER"],
                Terms =
                [
                    new() { Method = ContractMethod.InvoicePlus, Percent = 8.3m, Codes = ["unclassified"] },
                    new() { Method = ContractMethod.PercentOfCharge, Percent = 61.7m },
                ],
            },
        ],
    };

    private static (CodedResult Result, List<PricedLine> Prices) Of(string encounter, PriceLine? frame = null)
    {
        var tables = SeedTables.Load();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(encounter));
        var result = CodedResult.Of("visit.json", EncounterFile.Read(stream).Single(), CodedVisits.Context, null);
        return (result, CodeRun.PricesOf(result, new CodedPriceLines(tables, frame ?? new() { Day = default }),
            new PriceBook(tables, Inputs, [])));
    }

    private static (CodedResult Result, List<PricedLine> Prices) With(
        params (string Pointer, string? Json)[] changes) =>
        Of(TestVisit.With([("administrations/0/chargeUsd", "900"), .. changes]));

    [Fact]
    public void Every_line_has_a_price_or_the_reason_why_not()
    {
        var (result, prices) = With();
        Assert.Equal(result.Visit.Claims.Sum(claim => claim.Lines.Count), prices.Count);
        var drug = Assert.IsType<Price.Priced>(prices[0].Price);
        Assert.Equal((PriceMethod.Invoice, 610m), (drug.Basis.Method, drug.Money.AllowedUsd));
        var given = Assert.IsType<Price.Priced>(prices[1].Price);
        Assert.Equal((PriceMethod.FeeSchedule, 67.14m), (given.Basis.Method, given.Money.AllowedUsd));
        var (_, plan) = With(("payers/0/filing", "\"CI\""), ("payers/0/name", "\"NO PLAN\""),
            ("payers/0/id", "\"Z1\""));
        Assert.All(plan, one => Assert.Contains("--contracts", Assert.IsType<Price.NotPriced>(one.Price).Remedy,
            StringComparison.Ordinal));
    }

    [Fact]
    public void A_compound_is_priced_by_its_invoice()
    {
        var (_, prices) = With(("administrations/0/drug", "\"Bevacizumab\""), ("administrations/0/ndc", null),
            ("administrations/0/compounded", "true"), ("administrations/0/containers", null), ("products", null),
            ("administrations/0/dose", "\"1.25 mg\""), ("administrations/0/route", "\"intravitreal\""),
            ("administrations/0/method", "\"intravitreal\""), ("administrations/0/site", "\"RT\""),
            ("orders", null), ("administrations/0/order", null), ("invoices", """
                [ { "number": "I-9", "drug": "BEVACIZUMAB 1.25 MG SYRINGE", "date": "2026-03-01",
                    "unitCostUsd": 65.5 } ]
                """));
        var drug = Assert.IsType<Price.Priced>(prices[0].Price);
        Assert.Equal((PriceMethod.Invoice, 65.5m), (drug.Basis.Method, drug.Money.AllowedUsd));
    }

    [Theory]
    [InlineData("120 mg", "30 mg")]
    [InlineData("0.12 g", "30 mg")]
    public void Given_and_discarded_drug_share_the_invoice_of_their_containers(string dose, string discarded)
    {
        var (_, prices) = With(
            ("administrations/0/dose", $"\"{dose}\""), ("administrations/0/discarded", $"\"{discarded}\""));
        Assert.Equal([488m, 122m], prices.Take(2).Select(one => ((Price.Priced)one.Price).Money.AllowedUsd));
        Assert.Equal([488m, 122m], prices.Take(2).Select(one => ((Price.Priced)one.Price).CostUsd!.Value));
    }

    [Fact]
    public void What_a_hospital_is_not_paid_apart_is_zero_with_the_reason()
    {
        var (result, prices) = With(("claim", """{ "type": "institutional", "billType": "131" }"""),
            ("payers/0/filing", "\"MA\""), ("products/0/approvedOn", "\"2001-05-01\""));
        Assert.Equal("J3490", result.Visit.Claims[0].Lines[0].Code.Value);
        var price = Assert.IsType<Price.Priced>(prices[0].Price);
        Assert.Equal((PriceMethod.Packaged, 0m), (price.Basis.Method, price.Money.AllowedUsd));
        Assert.Contains(price.Basis.Flags, flag => flag.Id is "packaged");
    }

    [Fact]
    public void A_free_drug_is_not_paid()
    {
        var (_, prices) = With(("administrations/0/free", "true"));
        Assert.Contains("cost nothing", Assert.IsType<Price.NotPriced>(prices[0].Price).Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_units_says_so_and_what_the_record_lacks()
    {
        var (_, prices) = With(("administrations/0/drug", "\"Entyvio\""), ("administrations/0/ndc", null),
            ("administrations/0/dose", null), ("products", null), ("orders", null), ("administrations/0/order", null));
        Assert.Contains("units", Assert.IsType<Price.NotPriced>(prices[0].Price).Reason, StringComparison.Ordinal);
        Assert.Contains(prices[0].Notes, note => note.Id is "record");
    }

    [Fact]
    public void The_deductible_is_used_up_once_over_the_lines_of_a_visit()
    {
        var (_, prices) = Of(TestVisit.With(("administrations/0/chargeUsd", "900"),
            ("administrations/0/dose", "\"120 mg\""), ("administrations/0/discarded", "\"30 mg\"")),
            new() { Day = default, DeductibleLeftUsd = 500m });
        Assert.Equal([488m, 12m], prices.Take(2).Select(one => ((Price.Priced)one.Price).Money.DeductibleUsd));
    }

    [Fact]
    public void Money_balances_to_the_cent_for_every_payer_and_setting()
    {
        var priced = 0;
        for (var seed = 0; seed < 180; seed++)
        {
            var random = new Random(seed);
            var (_, prices) = Of(CodedVisitsAuditTests.Visit(seed, random),
                new() { Day = default, DeductibleLeftUsd = seed % 3 == 0 ? random.Next(0, 30_000) / 100m : null });
            var sums = PriceTotals.Of(prices);
            var all = default(Settlement);
            foreach (var one in prices)
                if (one.Price is Price.Priced { Money: var money })
                {
                    priced++;
                    all += money;
                    Assert.Equal(money.AllowedUsd,
                        money.PayerPaysUsd + money.PatientOwesUsd + money.SequestrationUsd);
                    Assert.Equal(money.PatientOwesUsd, money.DeductibleUsd + money.CoinsuranceUsd);
                    Assert.Equal(money.ProviderKeepsUsd, money.PayerPaysUsd + money.PatientOwesUsd);
                    foreach (var usd in (decimal[])[money.AllowedUsd, money.DeductibleUsd, money.CoinsuranceUsd,
                        money.SequestrationUsd])
                        Assert.True(usd >= 0 && usd == decimal.Round(usd, 2), $"{seed}: {usd}");
                }
            Assert.Equal(all, sums.Money);
            Assert.True(all.DeductibleUsd <= (prices.FirstOrDefault()?.Line.DeductibleLeftUsd ?? 0), $"{seed}");
        }
        Assert.InRange(priced, 100, int.MaxValue);
    }
}
