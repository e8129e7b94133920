using Noc.Drugs;
using Noc.Payers;
using Noc.Pricing;
using Noc.Tables;

namespace Noc.Core.Tests.Pricing;

/// <summary>Prices over rows of the agency's files that do not ship: localities, old quarters of hospitals.</summary>
public class BuiltTablePricingTests
{
    private static readonly LinePricer Pricer = new(Build(), PriceInputs.None);

    // GPCI2025, ZIP5 and RVU25D of CMS for Manhattan; an invented drug of 2020 with status K.
    private static ReferenceTables Build()
    {
        var to = new TableImageBuilder();
        var (status, kStatus, unit, state, manhattan) = (to.Texts.Add("A"), to.Texts.Add("K"), to.Texts.Add("1 MG"),
            to.Texts.Add("NY"), to.Texts.Add("MANHATTAN"));
        var (year, quarter) = (new Days(new(2025, 1, 1), new DateOnly(2025, 12, 31)),
            new Days(new(2020, 4, 1), new DateOnly(2020, 6, 30)));
        to.Add<FeeRecord>([new()
        {
            Code = HcpcsCode.Of("96413"), Status = status, Days = year, Work = Micro.Of(0.28m),
            NonFacilityExpense = Micro.Of(3.35m), FacilityExpense = Micro.None, Malpractice = Micro.Of(0.06m),
            ConversionFactor = Micro.Of(32.3465m),
        },
        new()
        {
            Code = HcpcsCode.Of("67028"), Status = status, Days = year, Work = Micro.Of(1.44m),
            NonFacilityExpense = Micro.Of(1.82m), FacilityExpense = Micro.Of(1.35m), Malpractice = Micro.Of(0.11m),
            ConversionFactor = Micro.Of(32.3465m),
        },
        // The rules for both sides, on codes that are made up for them but for the fee.
        .. new[] { "0", "1", "2", "3", "9" }.Select(rule => new FeeRecord
        {
            Code = HcpcsCode.Of($"2000{rule}"), Status = status, Days = year, Bilateral = to.Texts.Add(rule),
            Work = Micro.Of(1.44m), NonFacilityExpense = Micro.Of(1.82m), Malpractice = Micro.Of(0.11m),
            ConversionFactor = Micro.Of(32.3465m),
        }),
        new()
        {
            Code = HcpcsCode.Of("G0012"), Status = status, Days = year, Work = Micro.Of(0.17m),
            NonFacilityExpense = Micro.Of(0.25m), FacilityExpense = Micro.None, Malpractice = Micro.Of(0.01m),
            ConversionFactor = Micro.Of(32.3465m),
        }]);
        to.Add<LocalityPaymentRecord>([new()
        {
            Code = HcpcsCode.Of("96413"), Contractor = 2102, Locality = 1, Days = year,
            NonFacilityUsd = Micro.Of(131.11m), FacilityUsd = Micro.Of(131.11m),
        }]);
        to.Add<LocalityRecord>([new()
        {
            State = state, Name = manhattan, Contractor = 13202, Locality = 1, Days = year,
            WorkWithFloor = Micro.Of(1.065m), WorkWithoutFloor = Micro.Of(1.065m), PracticeExpense = Micro.Of(1.166m),
            Malpractice = Micro.Of(1.656m),
        }]);
        to.Add<ZipRecord>([new() { State = state, Zip = 10001, Contractor = 13202, Locality = 1, Days = year }]);
        to.Add<OppsRecord>([new()
        {
            Code = HcpcsCode.Of("J0001"), Status = kStatus, Days = quarter, RateUsd = Micro.Of(106m),
        }]);
        to.Add<LimitRecord>([new()
        {
            Code = HcpcsCode.Of("J0001"), Days = quarter, LimitUsd = Micro.Of(106m), DosageText = unit,
        },
        new()
        {
            Code = HcpcsCode.Of("J0002"), Days = year, LimitUsd = Micro.Of(100m), DosageText = unit,
            CoinsurancePercent = Micro.Of(20m),
        }]);
        // Packages of the agency's crosswalk whose number cannot be read.
        to.Add<NdcCodeRecord>([new() { Code = HcpcsCode.Of("J7331"), Days = year, DosageText = unit }]);
        return new("built", new(2026, 12, 31), [], TestTables.Seed.Products, [], [], to.Build("built"));
    }

    [Fact]
    public void A_package_of_no_list_does_not_take_the_code_of_a_row_without_a_package()
    {
        var price = Pricer.Of(new()
        {
            Code = HcpcsCode.Of("J3490"), Ndc = Ndc11.TryParse("99999012301", out var ndc) ? ndc : default,
            Day = new(2025, 11, 3), Program = PayerProgram.Medicare, PlaceOfService = "11",
        });
        Assert.DoesNotContain("J7331", Assert.IsType<Price.NotPriced>(price).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hospitals_are_paid_drugs_by_their_own_rules_whichever_file_tells_the_amount()
    {
        var price = Priced(new()
        {
            Code = HcpcsCode.Of("J0002"), Day = new(2025, 11, 3), Program = PayerProgram.Medicare,
            System = PaySystem.HospitalOutpatient, Units = 200, ChargeUsd = 5000,
        });
        Assert.Equal((20_000m, 1_676m), (price.Money.AllowedUsd, price.Money.CoinsuranceUsd));
    }

    [Theory]
    [InlineData("", "109.01", "")]
    [InlineData("50", "163.52", "bilateral")]
    [InlineData("RT", "109.01", "")]
    [InlineData("51", "54.51", "")]
    [InlineData("80", "17.44", "")]
    [InlineData("AS", "14.83", "")]
    [InlineData("52", "109.01", "modifier-by-record")]
    public void Modifiers_change_the_fee_of_a_procedure(string modifier, string usd, string flag)
    {
        var price = Priced(new()
        {
            Code = HcpcsCode.Of("67028"), Day = new(2025, 11, 3), Program = PayerProgram.Medicare,
            PlaceOfService = "11", Modifiers = modifier.Length == 0 ? [] : [Modifier.Of(modifier)],
        });
        Assert.Equal(usd, $"{price.Money.AllowedUsd:0.00}");
        Assert.Equal(flag.Length > 0 ? [flag] : [], price.Basis.Flags.Select(one => one.Id)
            .Where(id => id is "bilateral" or "modifier-by-record"));
    }

    [Theory]
    [InlineData("0", "109.01")]
    [InlineData("1", "163.52")]
    [InlineData("2", "109.01")]
    [InlineData("3", "218.02")]
    [InlineData("9", "109.01")]
    public void The_schedule_says_what_both_sides_are_paid(string rule, string usd)
    {
        var price = Priced(new()
        {
            Code = HcpcsCode.Of($"2000{rule}"), Day = new(2025, 11, 3), Program = PayerProgram.Medicare,
            PlaceOfService = "11", Modifiers = [Modifier.Of("50")],
        });
        Assert.Equal(usd, $"{price.Money.AllowedUsd:0.00}");
    }

    [Theory]
    [InlineData("G0012", PayerProgram.Medicare, true)]
    [InlineData("G0012", PayerProgram.MedicareAdvantage, true)]
    [InlineData("96413", PayerProgram.Medicare, false)]
    public void What_prevents_hiv_costs_patients_of_medicare_nothing(string code, PayerProgram program, bool isFree)
    {
        var money = Priced(new()
        {
            Code = HcpcsCode.Of(code), Day = new(2025, 11, 3), Program = program, PlaceOfService = "11",
            DeductibleLeftUsd = 5,
        }).Money;
        Assert.Equal(isFree, (money.DeductibleUsd, money.CoinsuranceUsd) == (0m, 0m));
        Assert.True(money.AllowedUsd > 10);
    }

    private static Price.Priced Priced(PriceLine line) => Assert.IsType<Price.Priced>(Pricer.Of(line));

    [Theory]
    [InlineData("10001")]
    [InlineData("10001-1234")]
    public void Work_expense_and_malpractice_each_have_their_own_index_of_the_locality(string zip)
    {
        var price = Priced(new()
        {
            Code = HcpcsCode.Of("96413"), Day = new(2025, 11, 3), Program = PayerProgram.Medicare,
            PlaceOfService = "11", Zip = zip.Replace("-", "", StringComparison.Ordinal),
        });
        // By hand: 0.28 x 1.065 = 0.2982, 3.35 x 1.166 = 3.9061, 0.06 x 1.656 = 0.09936; 4.30366 x 32.3465 = 139.208.
        Assert.Equal(139.21m, price.Money.AllowedUsd);
        Assert.Contains(price.Basis.Rows, row => row.Contains("MANHATTAN", StringComparison.Ordinal));
        Assert.DoesNotContain(price.Basis.Flags, flag => flag.Id == "national");
    }

    [Fact]
    public void Without_a_locality_the_national_amount_counts_and_is_said()
    {
        var price = Priced(new()
        {
            Code = HcpcsCode.Of("96413"), Day = new(2025, 11, 3), Program = PayerProgram.Medicare,
            PlaceOfService = "11", Zip = "99999",
        });
        Assert.Equal(119.36m, price.Money.AllowedUsd);   // 3.69 x 32.3465 = 119.3586
        Assert.Contains(price.Basis.Flags, flag => flag.Id == "national" && flag.Text.Contains(
            "no ZIP codes of 2025Q4 are loaded for 99999", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2102")]
    public void A_service_that_is_not_for_facilities_is_priced_in_none(string contractor)
    {
        var line = new PriceLine
        {
            Code = HcpcsCode.Of("96413"), Day = new(2025, 11, 3), Program = PayerProgram.Medicare,
            PlaceOfService = "31", Contractor = contractor.Length > 0 ? 2102 : null, Locality = 1,
        };
        var reason = Assert.IsType<Price.NotPriced>(Pricer.Of(line)).Reason;
        Assert.Equal("the fee schedule calls 96413 not applicable (NA) in a facility (place of service 31).", reason);
        Assert.Equal(contractor.Length > 0 ? 131.11m : 119.36m,
            Priced(line with { PlaceOfService = "11" }).Money.AllowedUsd);
    }

    private static PriceLine Hospital => new()
    {
        Code = HcpcsCode.Of("J0001"), Units = 10, Day = new(2020, 5, 4), Program = PayerProgram.Medicare,
        System = PaySystem.HospitalOutpatient,
    };

    [Fact]
    public void A_drug_known_to_be_bought_under_340B_is_lowered_like_one_with_JG()
    {
        var told = Priced(Hospital with { Modifiers = [Modifier.Of("JG")] });
        Assert.Equal((PriceMethod.Opps340B, 775m), (told.Basis.Method, told.Money.AllowedUsd));
        var known = Priced(Hospital with { IsDiscounted340B = true });
        Assert.Equal((775m, true), (known.Money.AllowedUsd, known.Basis.Flags.Any(flag => flag.Id == "340b-modifier")));
    }

    [Fact]
    public void TB_excepts_a_hospital_from_the_340B_reduction()
    {
        Assert.Equal(1060m, Priced(Hospital).Money.AllowedUsd);
        Assert.Equal(1060m, Priced(Hospital with { IsDiscounted340B = true, Modifiers = [Modifier.Of("TB")] })
            .Money.AllowedUsd);
    }
}
