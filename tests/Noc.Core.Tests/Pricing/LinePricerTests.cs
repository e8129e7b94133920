using Noc.Drugs;
using Noc.Payers;
using Noc.Pricing;

namespace Noc.Core.Tests.Pricing;

public class LinePricerTests
{
    private static readonly Ndc11 Vasopressin = NdcText.Read("81298-8552-03").Ndc!.Value;

    private static readonly Ndc11 New = NdcText.Read("99999-0123-01").Ndc!.Value;

    private static PriceLine Line(string code, string day = "2026-02-10", decimal units = 1) => new()
    {
        Code = HcpcsCode.Of(code), Units = units, Day = DateOnly.Parse(day), Program = PayerProgram.Medicare,
        PlaceOfService = "11",
    };

    private static Price.Priced Priced(PriceLine line, PriceInputs? inputs = null) => Assert.IsType<Price.Priced>(
        new LinePricer(TestTables.Seed, inputs ?? PriceInputs.None).Of(line));

    private static Price.NotPriced NotPriced(PriceLine line, PriceInputs? inputs = null) =>
        Assert.IsType<Price.NotPriced>(new LinePricer(TestTables.Seed, inputs ?? PriceInputs.None).Of(line));

    private static PriceInputs List(decimal usd, decimal quantity, string unit = "UN")
    {
        var list = new PriceList([new(New, default, usd, quantity, unit)]);
        return new() { Wac = list, Awp = list };
    }

    private static PriceLine Noc(string code = "J3490", string day = "2026-02-10") => Line(code, day) with
    {
        Ndc = New, NdcQuantity = 2, NdcUnit = "UN", ChargeUsd = 90_000,
    };

    [Fact]
    public void The_limit_of_the_quarter_of_service_counts_to_its_last_day()
    {
        var price = Priced(Line("J2781", "2026-03-31", 15) with { ChargeUsd = 9000 });
        Assert.Equal((2070.74m, 414.15m, 33.13m, 1623.46m), (price.Money.AllowedUsd, price.Money.CoinsuranceUsd,
            price.Money.SequestrationUsd, price.Money.PayerPaysUsd));
        Assert.Equal("2026Q1", price.Basis.Quarter);
        Assert.Contains("payment limit J2781 2026-01-01..2026-03-31: $138.049", price.Basis.Rows[0]);
        Assert.Contains("$138.049 a unit x 15 units = $2,070.735", price.Basis.Steps);
        Assert.Equal(TestTables.Seed.Version, price.Basis.Tables);
    }

    [Theory]
    [InlineData("GY", "the patient or another payer owes the charge")]
    [InlineData("GX", "the patient or another payer owes the charge")]
    [InlineData("GZ", "the patient owes nothing")]
    [InlineData("JW JZ", "comes back unpaid")]
    public void A_line_that_asks_for_a_denial_is_not_paid(string modifiers, string reason)
    {
        var line = Line("J2781") with { Modifiers = [.. modifiers.Split(' ').Select(Modifier.Of)] };
        Assert.Contains(reason, NotPriced(line).Reason, StringComparison.Ordinal);
        Priced(line with { Modifiers = [Modifier.Of("JZ"), Modifier.Of("GA")] });
    }

    [Fact]
    public void A_surgery_centre_is_paid_drugs_as_hospitals_are_and_procedures_by_a_list_of_its_own()
    {
        var centre = Line("J0178", "2026-02-10", 2) with { System = PaySystem.SurgeryCentre, PlaceOfService = "24" };
        Assert.Equal(1527.80m, Priced(centre).Money.AllowedUsd);
        Assert.Contains("surgery centres", NotPriced(centre with { Code = HcpcsCode.Of("67028"), Units = 1 }).Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_charge_below_the_limit_is_all_that_is_paid()
    {
        var price = Priced(Line("J2781", "2026-03-31", 15) with { ChargeUsd = 100 });
        Assert.Equal(100, price.Money.AllowedUsd);
        Assert.Contains(price.Basis.Flags, flag => flag.Id == "charge-below");
    }

    [Fact]
    public void A_quarter_that_is_not_loaded_is_said_and_how_to_load_it()
    {
        var price = NotPriced(Line("J1071", "2023-02-10", 15));
        Assert.Contains("2023Q1", price.Reason);
        Assert.Contains("noc data import", price.Remedy);
    }

    [Fact]
    public void The_AWP_that_the_file_prints_in_place_of_a_limit_counts_until_a_list_says_otherwise()
    {
        var price = Priced(Line("A9606", "2026-01-20", 10) with { ChargeUsd = 5000 });
        Assert.Equal(1926.79m, price.Money.AllowedUsd);   // 202.82 x 10 x 95%
        Assert.Contains(price.Basis.Flags, flag => flag.Id == "published-awp");
        var listed = Priced(Line("A9606", "2026-01-20", 10) with
        {
            ChargeUsd = 5000, Ndc = New, NdcQuantity = 2, NdcUnit = "UN",
        }, List(100, 1));
        Assert.Equal(190, listed.Money.AllowedUsd);
    }

    [Fact]
    public void A_complete_file_without_the_code_proves_that_there_is_no_limit() =>
        Assert.Contains("the file of 2026Q1 has not a payment limit of J0000", NotPriced(Line("J0000")).Reason);

    [Fact]
    public void Addendum_B_serves_where_the_limits_of_the_quarter_are_not_loaded()
    {
        var price = Priced(Line("J9381", "2026-05-04", 100));
        Assert.Equal(3839.40m, price.Money.AllowedUsd);
        Assert.Contains(price.Basis.Flags, flag => flag.Id == "from-addendum-b");
    }

    [Theory]
    [InlineData("2025-10-01", true)]
    [InlineData("2026-01-01", false)]
    public void A_drug_without_a_code_has_its_price_by_NDC_in_the_quarter_of_the_file(string day, bool isPriced)
    {
        var line = Line("J3490", day) with { Ndc = Vasopressin, NdcQuantity = 100, NdcUnit = "ML" };
        if (!isPriced)
        {
            Assert.Contains("no file of 2026Q1 is loaded", NotPriced(line).Reason);
            return;
        }
        var price = Priced(line);
        Assert.Equal(PriceMethod.NocPriceFile, price.Basis.Method);
        Assert.Equal(Math.Round(2.462m * 20, 2), price.Money.AllowedUsd);   // 100 mL hold 20 units
        Assert.Equal(price.Money.AllowedUsd * 2, Priced(line with { NdcQuantity = 2, NdcUnit = "UN" })
            .Money.AllowedUsd);
        Assert.Equal(price.Money.AllowedUsd, Priced(line with { NdcQuantity = null, Dose = new(20, "UNITS") })
            .Money.AllowedUsd);
    }

    [Theory]
    [InlineData("2026-01-15", "2026-02-10", "1.03")]
    [InlineData("2025-06-30", "2026-01-01", "1.06")]
    [InlineData("2025-07-01", "2025-12-31", "1.03")]
    [InlineData("2025-07-01", "2026-01-01", "1.06")]
    [InlineData("2025-07-02", "2026-03-31", "1.03")]
    public void Wholesale_cost_counts_for_a_new_drug_by_its_first_sale(string sold, string day, string factor)
    {
        var price = Priced(Noc(day: day) with { FirstSold = DateOnly.Parse(sold) }, List(1000, 10));
        Assert.Equal(200 * decimal.Parse(factor), price.Money.AllowedUsd);
        Assert.Equal(PriceMethod.Wac, price.Basis.Method);
    }

    [Fact]
    public void Without_a_first_sale_a_new_drug_is_taken_and_it_is_said()
    {
        var price = Priced(Noc(), List(1000, 10));
        Assert.Equal(206, price.Money.AllowedUsd);
        Assert.Contains(price.Basis.Flags, flag => flag.Id == "first-sale");
    }

    [Fact]
    public void Without_any_list_the_invoice_counts_and_without_it_all_reasons_are_told()
    {
        Assert.Equal(250, Priced(Noc() with { InvoiceUsd = 250 }).Money.AllowedUsd);
        var price = NotPriced(Noc());
        Assert.Contains("no WAC is known for NDC 99999-0123-01", price.Reason);
        Assert.Contains("there is no invoice", price.Reason);
        Assert.Contains("`--wac FILE`", price.Remedy);
        Assert.Contains("`--invoices FILE`", price.Remedy);
    }

    [Fact]
    public void A_list_for_millilitres_does_not_price_a_line_of_vials()
    {
        var price = NotPriced(Noc(), List(1000, 4, "ML"));
        Assert.Contains("does not tell how many", price.Reason);
    }

    [Fact]
    public void C9399_is_paid_by_wholesale_price_in_hospitals_and_never_in_an_office()
    {
        var line = Noc("C9399");
        Assert.Equal(190, Priced(line with { System = PaySystem.HospitalOutpatient }, List(1000, 10)).Money.AllowedUsd);
        Assert.Contains("hospital outpatient departments and surgery centres only",
            NotPriced(line, List(1000, 10)).Reason);
    }

    [Fact]
    public void A_packaged_code_is_zero_with_its_reason_and_advice()
    {
        var price = Priced(Noc("J3490", "2026-05-04") with { System = PaySystem.HospitalOutpatient });
        Assert.Equal((0m, PriceMethod.Packaged), (price.Money.AllowedUsd, price.Basis.Method));
        Assert.Contains("C9399", price.Basis.Advice);
        Assert.Empty(Priced(Noc("J7999", "2026-05-04") with { System = PaySystem.HospitalOutpatient, }).Basis.Advice);
    }

    [Fact]
    public void Hospitals_are_paid_the_rate_whatever_they_charge()
    {
        var line = Line("J2781", "2026-05-04", 15) with { System = PaySystem.HospitalOutpatient, ChargeUsd = 1 };
        Assert.Equal(2217.11m, Priced(line).Money.AllowedUsd);
    }

    [Fact]
    public void A_published_rate_ten_times_its_neighbours_is_used_and_flagged()
    {
        var line = Line("J9329", "2025-02-10", 100) with { System = PaySystem.HospitalOutpatient };
        var price = Priced(line);
        Assert.Equal(55162m, price.Money.AllowedUsd);
        Assert.Contains(price.Basis.Flags, flag => flag.Id == "price-jump");
        Assert.DoesNotContain(Priced(line with { Day = new(2025, 8, 1) }).Basis.Flags, flag => flag.Id == "price-jump");
    }

    [Fact]
    public void Hospital_coinsurance_stops_at_the_inpatient_deductible()
    {
        var price = Priced(Line("J9329", "2025-02-10", 100) with { System = PaySystem.HospitalOutpatient });
        Assert.Equal(1676, price.Money.CoinsuranceUsd);
        Assert.Contains(price.Basis.Flags, flag => flag.Id == "coinsurance-cap");
    }

    [Fact]
    public void A_year_whose_deductible_is_not_known_takes_the_newest_known_one_and_says_so()
    {
        var line = Noc("C9399", "2027-02-10") with { System = PaySystem.HospitalOutpatient };
        var price = Priced(line, List(1_000_000, 10));
        Assert.Equal(1736, price.Money.CoinsuranceUsd);
        Assert.Contains(price.Basis.Flags, flag => flag.Id == "cap-of-earlier-year");
    }

    [Fact]
    public void Administration_is_paid_by_the_fee_schedule_in_an_office_and_to_the_hospital_elsewhere()
    {
        var line = Line("96413", "2026-08-10");
        var price = Priced(line);
        Assert.Equal((133.27m, PriceMethod.FeeSchedule), (price.Money.AllowedUsd, price.Basis.Method));
        Assert.Contains(price.Basis.Flags, flag => flag.Id == "national");
        Assert.Contains("the facility is paid for 96413", NotPriced(line with { PlaceOfService = "22" }).Reason);
        Assert.Equal(337.46m, Priced(Line("96413", "2026-05-04") with { System = PaySystem.HospitalOutpatient })
            .Money.AllowedUsd);
    }

    [Theory]
    [InlineData("2026-03-10", true)]
    [InlineData("2026-08-10", false)]
    public void Another_release_of_the_year_serves_for_administration_and_it_is_said(string day, bool isOther)
    {
        var price = Priced(Line("96413", day));
        Assert.Equal(133.27m, price.Money.AllowedUsd);
        Assert.Equal(isOther, price.Basis.Flags.Any(flag => flag.Id == "fee-release"));
        Assert.Contains("2024Q1", NotPriced(Line("96413", "2024-03-10")).Reason);
    }

    [Theory]
    [InlineData(PaySystem.AtCost, "paid at cost")]
    [InlineData(PaySystem.Dialysis, "dialysis")]
    public void Settings_without_prices_by_code_are_told(PaySystem system, string reason) =>
        Assert.Contains(reason, NotPriced(Line("J2781") with { System = system }).Reason);

    [Fact]
    public void Other_payers_need_a_contract() => Assert.Contains("no contract of this payer",
        NotPriced(Line("J2781") with { Program = PayerProgram.Other }).Reason);

    [Fact]
    public void The_margin_is_what_is_kept_less_what_the_drug_cost()
    {
        var price = Priced(Line("J2781", "2026-03-31", 15) with { CostUsd = 1900 });
        Assert.Equal(2037.61m - 1900, price.MarginUsd);
        Assert.Null(Priced(Line("J2781", "2026-03-31", 15)).MarginUsd);
        var listed = Priced(Noc() with { InvoiceUsd = 250 }, new()
        {
            Cost = new([new(New, default, 1150, 10, "UN")]),
        });
        Assert.Equal(230, listed.CostUsd);
    }

    [Fact]
    public void Numbers_beyond_any_real_one_price_nothing()
    {
        Assert.Contains("beyond", NotPriced(Line("J2781", units: -1)).Reason);
        Assert.Contains("beyond", NotPriced(Line("J2781", units: decimal.MaxValue)).Reason);
        Assert.Contains("beyond", NotPriced(Line("J2781") with { ChargeUsd = decimal.MaxValue }).Reason);
    }

    [Fact]
    public void Money_balances_on_every_path()
    {
        var random = new Random(20260107);
        var inputs = List(777.77m, 3);
        string[] codes = ["J2781", "J9381", "J3490", "J3590", "C9399", "J7999", "96413", "J9329", "90653", "A9606"];
        foreach (var program in Enum.GetValues<PayerProgram>())
            foreach (var system in Enum.GetValues<PaySystem>())
                foreach (var code in codes)
                {
                    var day = new DateOnly(2024, 1, 1).AddDays(random.Next(0, 1000));
                    var price = new LinePricer(TestTables.Seed, inputs).Of(Noc(code) with
                    {
                        Day = day, Program = program, System = system, Units = random.Next(1, 99) / 3m,
                        ChargeUsd = random.Next(2) == 0 ? null : random.Next(1, 5000) / 7m,
                        DeductibleLeftUsd = random.Next(2) == 0 ? null : random.Next(0, 300) / 9m,
                        CoinsurancePercent = random.Next(2) == 0 ? null : random.Next(0, 60) / 2m,
                    });
                    if (price is not Price.Priced { Money: var money }) continue;
                    Assert.Equal(money.AllowedUsd, money.PatientOwesUsd + money.PayerPaysUsd + money.SequestrationUsd);
                    Assert.True(money.PayerPaysUsd >= 0 && money.PatientOwesUsd >= 0);
                }
    }
}
