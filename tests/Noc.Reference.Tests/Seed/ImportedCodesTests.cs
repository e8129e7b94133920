using Noc.Coding;
using Noc.Drugs;
using Noc.Reference.Seed;

namespace Noc.Reference.Tests.Seed;

public sealed class ImportedCodesTests
{
    private static readonly DateOnly First = new(2027, 1, 1), Last = new(2027, 3, 31);

    private static ReferenceTables Load(string description, string brand = "")
    {
        var to = new TableImageBuilder();
        var days = new Days(First, Last);
        var (code, ndc) = (HcpcsCode.Of("J9876"), Ndc());
        to.Add<CodeRecord>([new()
        {
            Code = code, Days = days, Valid = new(First, null), LongText = to.Texts.Add(description),
            ShortText = to.Texts.Add("New drug"), Unit = to.Texts.Add("MG"), UnitValue = Micro.Of(0.1m),
            UnitKind = CodeUnitKind.Exact,
        }]);
        to.Add<LoadedRecord>([new() { Dataset = Dataset.Hcpcs, Days = days, Kind = LoadedKind.Complete }]);
        if (brand.Length > 0)
        {
            to.Add<NdcCodeRecord>([new() { Ndc = ndc, Code = code, Days = days, DrugName = to.Texts.Add(brand) }]);
            to.Add<CodeNdcRecord>([new() { Ndc = ndc, Code = code, Days = days }]);
        }
        return SeedTables.Load("test", to.Build("test"), null);
    }

    private static Ndc11 Ndc() => Ndc11.TryParse("73362012301"u8, out var ndc) ? ndc : default;

    private static SpecificCode? CodeOf(ReferenceTables tables, string drug, DateOnly day) =>
        SpecificCodes.Find(tables.FindProduct(drug).Products[0], day, Setting.Office) is [var code, ..] ? code : null;

    [Fact]
    public void A_code_of_a_newer_quarter_belongs_to_the_drug_that_its_description_names()
    {
        var tables = Load("Injection, navepegritide, 0.1 mg");
        Assert.Equal(("J9876", "0.1MG"), CodeOf(tables, "YUVIWEL", First) is { Row: var row }
            ? (row.Code.Value, $"{row.Unit}") : default);
        Assert.Null(CodeOf(tables, "YUVIWEL", First.AddDays(-1)));
        Assert.Equal(Last, tables.CoveredTo);
        Assert.Equal(["J9876"], NewCodes.Since(tables, First).Select(code => code.Row.Code.Value));
    }

    [Fact]
    public void It_belongs_to_the_drug_of_its_packages_where_the_description_names_none() =>
        Assert.Equal("J9876", CodeOf(Load("Injection, new drug, 0.1 mg", "Yuviwel"), "YUVIWEL", First)?.Row.Code.Value);

    [Theory]
    [InlineData("Injection, pembrolizumab, 1 mg")]   // has its code
    [InlineData("Injection, ustekinumab, 1 mg")]     // may be several
    [InlineData("Injection, new drug, 1 mg")]
    public void A_description_that_leaves_the_drug_open_gives_no_code(string description)
    {
        var tables = Load(description);
        Assert.DoesNotContain(tables.Products, product => product.Codes.Any(row => row.Code.Value == "J9876"));
        Assert.Single(NewCodes.Unknown(tables, First));
    }

    private static CodeRecord Row(
        TableImageBuilder to, HcpcsCode code, string text, decimal unit, Days valid, DateOnly said) => new()
    {
        Code = code, Days = new(said, said.AddMonths(3).AddDays(-1)), Valid = valid, LongText = to.Texts.Add(text),
        ShortText = to.Texts.Add(text), Unit = to.Texts.Add("MCG"), UnitValue = Micro.Of(unit),
        UnitKind = CodeUnitKind.Exact,
    };

    [Fact]
    public void A_unit_that_a_newer_quarter_changes_counts_from_its_first_day_on()
    {
        var to = new TableImageBuilder();
        var (code, valid) = (HcpcsCode.Of("J9381"), new Days(new(2023, 7, 1), null));
        to.Add<CodeRecord>(
        [
            Row(to, code, "Injection, teplizumab-mzwv, 5 mcg", 5, valid, First.AddMonths(-3)),
            Row(to, code, "Injection, teplizumab-mzwv, 1 mcg", 1, valid, First),
        ]);
        var tables = SeedTables.Load("test", to.Build("test"), null);
        Assert.Equal(("5MCG", "1MCG"), ($"{CodeOf(tables, "TZIELD", First.AddDays(-1))?.Row.Unit}",
            $"{CodeOf(tables, "TZIELD", First)?.Row.Unit}"));
    }

    [Fact]
    public void A_code_that_a_newer_quarter_ends_gives_way_to_the_one_that_it_adds()
    {
        var to = new TableImageBuilder();
        var (old, next) = (HcpcsCode.Of("J9381"), HcpcsCode.Of("J9876"));
        to.Add<CodeRecord>(
        [
            Row(to, old, "Injection, teplizumab-mzwv, 5 mcg", 5, new(new(2023, 7, 1), First.AddDays(-1)), First),
            Row(to, next, "Injection, teplizumab-mzwv, 1 mcg", 1, new(First, null), First),
        ]);
        to.Add<LoadedRecord>([new() { Dataset = Dataset.Hcpcs, Days = new(First, Last), Kind = LoadedKind.Complete }]);
        var tables = SeedTables.Load("test", to.Build("test"), null);

        Assert.Equal("J9381", CodeOf(tables, "TZIELD", First.AddDays(-1))?.Row.Code.Value);
        Assert.Equal("J9876", CodeOf(tables, "TZIELD", First)?.Row.Code.Value);
        var ended = Assert.IsType<CodeValidity.Ended>(CodeValidity.On(tables, old, First, Setting.Office, true));
        Assert.Equal(["J9876"], ended.Successors.Select(code => code.Code.Value));
        Assert.Empty(NewCodes.Since(tables, First));   // it left no unclassified code
    }

    [Theory]
    [InlineData("neulasta", "2021-06-01", "J2505", "6MG")]
    [InlineData("neulasta", "2022-01-01", "J2506", "0.5MG")]
    [InlineData("rituxan", "2018-12-31", "J9310", "100MG")]
    [InlineData("fetroja", "2021-04-01", "J0693", "5MG")]
    [InlineData("hemlibra", "2018-08-01", "Q9995", "0.5MG")]
    public void Codes_that_ended_stay_known_with_their_days(string drug, string day, string code, string unit) =>
        Assert.Equal((code, unit), CodeOf(SeedTables.Load(), drug.ToUpperInvariant(), DateOnly.Parse(day)) is
            { Row: var row } ? (row.Code.Value, $"{row.Unit}") : default);

    [Fact]
    public void The_facts_that_ship_reach_as_far_as_they_say() =>
        Assert.Equal(new(2026, 12, 31), SeedTables.Load().CoveredTo);
}
