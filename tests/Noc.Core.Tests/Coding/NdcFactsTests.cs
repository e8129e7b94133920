using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Core.Tests.Coding;

public class NdcFactsTests
{
    private static readonly DateOnly Day = new(2026, 2, 10);
    private static readonly Days Quarter = new(new(2026, 1, 1), new DateOnly(2026, 3, 31));
    private static readonly ReferenceTables Tables = Build();

    private static Ndc11 Ndc(string digits) =>
        Ndc11.TryParse(digits, out var ndc) ? ndc : throw new FormatException(digits);

    private static NdcFacts Facts(string ndc, DateOnly? day = null, DateOnly? expiry = null) =>
        NdcFacts.Of(Tables, Ndc(ndc), day ?? Day, expiry);

    // Invented drugs: 88888-0777 a liquid, 88888-0778 a powder, 88888-0779 a kit.
    private static ReferenceTables Build()
    {
        var to = new TableImageBuilder();
        TextRef Text(string text) => to.Texts.Add(text);
        NdcPackageRecord Package(string ndc, string description, Days days) =>
            new() { Ndc = Ndc(ndc), Description = Text(description), Days = days };
        NdcProductRecord Product(ulong number, string brand, string generic, string form, string strength) => new()
        {
            LabelerProduct = number, Brand = Text(brand), Generic = Text(generic), Form = Text(form),
            Strength = Text(strength), Labeler = Text("Example Labs"), Days = new(new(2024, 1, 1), null),
        };
        NdcCodeRecord Code(string ndc, string code, string dosage, decimal size, decimal items, decimal units) => new()
        {
            Ndc = Ndc(ndc), Code = HcpcsCode.Of(code), DosageText = Text(dosage), DrugName = Text("Exampline"),
            PackageSize = Micro.Of(size), PackageQuantity = Micro.Of(items), UnitsPerItem = Micro.Of(units),
            UnitsPerPackage = Micro.Of(units * items), Days = Quarter,
        };
        to.Add<NdcPackageRecord>(
        [
            Package("88888077702", "10 VIAL in 1 CARTON (88888-777-02)  > 4 mL in 1 VIAL (88888-777-01)",
                new(new(2024, 6, 1), new DateOnly(2025, 12, 31))),
            Package("88888077801", "1 VIAL in 1 CARTON (88888-778-01)  > 10 mL in 1 VIAL", new(new(2026, 3, 1), null)),
            Package("88888077901", "1 KIT in 1 CARTON (88888-779-01)  *  1 mL in 1 VIAL (88888-901-11)", default),
        ]);
        to.Add<NdcProductRecord>(
        [
            Product(888880777, "Examplix", "Exampline", "INJECTION, SOLUTION", "EXAMPLINE 25 mg/mL"),
            Product(888880778, "Examplix", "Exampline", "INJECTION, POWDER, FOR SOLUTION", "EXAMPLINE 100 mg/1"),
            Product(888880779, "Examplix Kit", "", "KIT", ""),
        ]);
        to.Add<NdcCodeRecord>(
        [
            Code("88888077702", "J0881", "10 MG", 4, 10, 10), Code("88888077702", "J0882", "1 MG", 4, 10, 100),
            Code("88888078001", "J0883", "1 MG", 1, 1, 5), Code("88888078201", "J8610", "2.5 MG", 100, 1, 100),
        ]);
        to.Add<NocNdcRecord>([new()
        {
            Ndc = Ndc("88888078101"), GenericName = Text("Otherine (Example)"), DosageText = Text("1 UNIT"),
            UnitsPerItem = Micro.Of(20), UnitsPerPackage = Micro.Of(200), Days = Quarter,
        }]);
        to.Add<NocPriceRecord>([new()
        {
            DrugName = Text("OTHERINE (Example) "), DosageText = Text("1 unit"), LimitUsd = Micro.Of(2.462m),
            Days = Quarter,
        }]);
        to.Add<LoadedRecord>([new() { Dataset = Dataset.NdcCrosswalk, Days = Quarter, Kind = LoadedKind.Complete }]);
        return new("test", new(2026, 12, 31), [], TestTables.Seed.Products, [], [], to.Build("test"));
    }

    [Fact]
    public void A_bottle_by_mouth_tells_neither_tablets_nor_millilitres()
    {
        var facts = Facts("88888078201");
        Assert.Equal((null, null, 100m), (facts.Codes[0].UnitsPerItem, facts.Codes[0].PackageSize,
            facts.Codes[0].UnitsPerPackage!.Value));
        Assert.True(NdcUnits.In(facts, NdcUnit.Each).IsNone);
        Assert.Equal(NdcUnit.None, facts.Measure.Unit);
        Assert.Null(facts.QuantityOf(new(10, "MG")));
    }

    [Fact]
    public void A_carton_of_ten_vials_is_a_multi_pack()
    {
        var facts = Facts("88888077702");
        Assert.Equal((NdcListing.Package, NdcRole.MultiPack, 10m), (facts.Listing, facts.Role, facts.Items!.Value));
        Assert.Equal(("VIAL", "4ML", "100MG"), (facts.Item, $"{facts.ItemAmount}", $"{facts.ItemDose}"));
        Assert.Equal(("Examplix (Exampline)", "Example Labs"), (facts.Name, facts.Labeler));
        Assert.Equal("ML", facts.Measure.Code);
    }

    [Fact]
    public void The_vial_is_found_inside_its_carton_and_has_the_codes_of_the_carton()
    {
        var facts = Facts("88888077701");
        Assert.Equal((NdcListing.Inside, NdcRole.Item, 1m), (facts.Listing, facts.Role, facts.Items!.Value));
        Assert.Equal("88888077702", facts.ListedAs.Digits);
        Assert.Equal(["J0881", "J0882"], facts.Codes.Select(code => code.Code.Value));
        Assert.Equal("88888077702", facts.Codes[0].Listed.Digits);
    }

    [Fact]
    public void The_units_of_a_package_come_with_their_arithmetic()
    {
        var facts = Facts("88888077702");
        Assert.Equal("100MG / 10MG = 10 units an item; x 10 items = 100 a package",
            facts.Codes[0].Arithmetic(facts.ItemDose));
        Assert.Equal("10 units an item; x 10 items = 100 a package", facts.Codes[0].Arithmetic(default));
    }

    [Fact]
    public void Codes_are_those_of_the_day()
    {
        var facts = Facts("88888077702", new(2026, 4, 1));
        Assert.Empty(facts.Codes);
        Assert.Equal(2, facts.OtherCodes.Count);
        Assert.Equal(CoverageKind.None, facts.CodesCoverage);
        Assert.Equal(CoverageKind.Complete, Facts("88888077702").CodesCoverage);
    }

    [Theory]
    [InlineData("2024-05-31", null, NdcMarketKind.NotYet, null)]
    [InlineData("2024-06-01", null, NdcMarketKind.Marketed, null)]
    [InlineData("2026-02-10", null, NdcMarketKind.WithinShelfLife, "2027-12-31")]
    [InlineData("2028-01-01", null, NdcMarketKind.Ended, "2027-12-31")]
    [InlineData("2028-01-01", "2028-06-30", NdcMarketKind.WithinShelfLife, "2028-06-30")]
    [InlineData("2026-02-10", "2026-01-31", NdcMarketKind.LotExpired, "2026-01-31")]
    public void The_market_is_judged_by_the_day(string day, string? expiry, NdcMarketKind kind, string? until)
    {
        var market = Facts("88888077702", DateOnly.Parse(day, null),
            expiry is null ? null : DateOnly.Parse(expiry, null)).Market;
        Assert.Equal((kind, until ?? ""), (market.Kind, $"{market.Until:yyyy-MM-dd}"));
        Assert.Equal(expiry is not null, market.IsUntilExact);
    }

    [Fact]
    public void A_package_taken_up_again_is_marketed_in_both_runs()
    {
        Days[] runs = [new(new(2020, 1, 1), new DateOnly(2021, 12, 31)), new(new(2025, 1, 1), null)];
        Assert.Equal(NdcMarketKind.Marketed, NdcMarket.On(runs, new(2021, 5, 1), null, null).Kind);
        Assert.Equal(NdcMarketKind.WithinShelfLife, NdcMarket.On(runs, new(2022, 5, 1), null, null).Kind);
        Assert.Equal(NdcMarketKind.Marketed, NdcMarket.On(runs, new(2026, 5, 1), null, null).Kind);
        Assert.Equal(NdcMarketKind.NotKnown, NdcMarket.On([default], new(2026, 5, 1), null, null).Kind);
    }

    [Fact]
    public void A_powder_is_counted_by_vials_though_its_package_is_written_in_ml()
    {
        var facts = Facts("88888077801");
        Assert.Equal(("UN", NdcRole.Carton, NdcMarketKind.NotYet), (facts.Measure.Code, facts.Role, facts.Market.Kind));
        Assert.Equal("100MG", $"{facts.ItemDose}");
    }

    [Fact]
    public void A_kit_and_its_component_are_told_apart()
    {
        Assert.Equal((NdcRole.Kit, "UN"), (Facts("88888077901").Role, Facts("88888077901").Measure.Code));
        var component = Facts("88888090111");
        Assert.Equal((NdcListing.Inside, NdcRole.Component), (component.Listing, component.Role));
        Assert.Null(Facts("88888077901").Items);
    }

    [Fact]
    public void Unknown_is_said_as_what_it_is()
    {
        Assert.Equal(NdcListing.Product, Facts("88888077799").Listing);
        Assert.Equal(NdcListing.PriceFile, Facts("88888078001").Listing);
        Assert.Equal(NdcListing.NotCovered, Facts("88888099999").Listing);
        Assert.Equal(RebateStatus.NotCovered, Facts("88888077702").Rebate);
        Assert.Equal("", Facts("88888099999").Name);
        Assert.Equal(NdcMarket.Unknown, Facts("88888099999").Market);
    }

    [Fact]
    public void A_drug_priced_by_name_has_its_limit_of_the_quarter()
    {
        var price = Assert.Single(Facts("88888078101").NocPrices);
        Assert.Equal((2.462m, 20m, 200m), (price.LimitUsd, price.UnitsPerItem, price.UnitsPerPackage));
        Assert.Empty(Facts("88888078101", new(2026, 4, 1)).NocPrices);
    }

    [Fact]
    public void The_seed_alone_answers_without_a_claim_to_know()
    {
        var facts = NdcFacts.Of(TestTables.Seed, Ndc("88888077702"), Day);
        Assert.Equal((NdcListing.NotCovered, RebateStatus.NotCovered), (facts.Listing, facts.Rebate));
        Assert.Empty(facts.Codes);
    }

    [Theory]
    [InlineData("8888877702", "88888077702", 3)]   // 5-3-2 is the one that the tables know
    [InlineData("88888-777-02", "88888077702", 0)]
    [InlineData("8888899999", "", 3)]
    [InlineData("88888-777", "", 1)]
    [InlineData("(01)00388888777024(17)271231(10)LOT1", "88888077702", 3)]
    [InlineData("NDC 88888-777-01 LOT 7 EXP 12/2027", "88888077701", 0)]
    public void Texts_are_settled_with_the_tables(string text, string ndc, int candidates)
    {
        var read = NdcReading.Of(Tables, text, Day);
        Assert.Equal((ndc, candidates), (read.Ndc?.Digits ?? "", read.Candidates.Count));
        Assert.Equal(ndc.Length > 0 && candidates == 3, read.IsResolved);
    }
}
