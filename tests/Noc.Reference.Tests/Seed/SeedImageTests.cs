using Noc.Drugs;
using Noc.Reference.Seed;
using Noc.Reference.Store;
using Noc.Tests;

namespace Noc.Reference.Tests.Seed;

public sealed class SeedImageTests
{
    private static readonly TableImage Image = SeedImage.Load();

    [Fact]
    public void The_shipped_facts_hold_prices_codes_ndcs_and_status_by_date()
    {
        Assert.Equal(38.386m, Image.Rows<LimitRecord>().Of(TableKey.Of(HcpcsCode.Of("J9381")))
            .On(new(2026, 3, 31))!.Value.LimitUsd.Value);
        Assert.Null(Image.Rows<LimitRecord>().Of(TableKey.Of(HcpcsCode.Of("J3490"))).On(new(2026, 3, 31)));
        Assert.Equal("N", Image.Text(
            Image.Rows<OppsRecord>().Of(TableKey.Of(HcpcsCode.Of("J3490"))).On(new(2026, 4, 1))!.Value.Status));
        Assert.Equal("A", Image.Text(
            Image.Rows<OppsRecord>().Of(TableKey.Of(HcpcsCode.Of("C9399"))).On(new(2026, 4, 1))!.Value.Status));
        var infusion = Image.Rows<FeeRecord>().Of(TableKey.Of(HcpcsCode.Of("96413"))).On(new(2025, 10, 1));
        Assert.Equal((3.69m, null), (infusion!.Value.NonFacilityTotal.Value, infusion.Value.FacilityTotal.Value));
        Assert.Equal(1, Image.Rows<NocPriceRecord>().Count);
    }

    [Fact]
    public void An_ndc_may_have_several_codes()
    {
        var several = Image.Rows<NdcCodeRecord>().All.ToArray().Where(row => row.Days.Include(new(2026, 1, 1)))
            .GroupBy(row => row.Ndc).Count(group => group.Select(row => row.Code).Distinct().Count() > 1);
        Assert.InRange(several, 50, 500);
    }

    [Fact]
    public void Units_of_a_package_count_the_unit_of_the_code_whatever_amount_a_quarter_prints()
    {
        // Printed per 1 MG in 2024 Q4 (J2404), 2025 Q1 (J7614) and 2025 Q1 (J9060).
        Assert.Equal((250m, "0.1 MG"), UnitsOf("00143954210", "J2404", new(2024, 11, 1)));
        Assert.Equal((1.26m, "0.5 MG"), UnitsOf("00378705752", "J7614", new(2025, 2, 1)));
        Assert.Equal((5m, "10 MG"), UnitsOf("60505627900", "J9060", new(2025, 2, 1)));
        // The number of cells changed for good.
        Assert.Contains("460", UnitsOf("59572051501", "Q2055", new(2024, 5, 1)).Dosage, StringComparison.Ordinal);
        Assert.Contains("510", UnitsOf("59572051501", "Q2055", new(2024, 8, 1)).Dosage, StringComparison.Ordinal);
    }

    private static (decimal? Units, string Dosage) UnitsOf(string ndc, string code, DateOnly day)
    {
        Assert.True(Ndc11.TryParse(ndc, out var key));
        var row = Assert.Single(Image.Rows<NdcCodeRecord>().Of(TableKey.Of(key)).ToArray(),
            row => row.Code.Value == code && row.Days.Include(day));
        return (row.UnitsPerItem.Value, Image.Text(row.DosageText));
    }

    [Fact]
    public void Codes_turn_round_to_the_ndcs_they_came_from()
    {
        foreach (var row in Image.Rows<CodeNdcRecord>().All.ToArray())
            Assert.Contains(Image.Rows<NdcCodeRecord>().Of(TableKey.Of(row.Ndc)).ToArray(),
                ndc => ndc.Code == row.Code && ndc.Days.Overlap(row.Days));
    }

    [Fact]
    public void The_seed_says_how_far_it_reaches()
    {
        var coverage = new Coverage(Image);
        Assert.Equal(CoverageKind.Complete, coverage.Of(Dataset.AspPrices, new(2026, 1, 1)));
        Assert.Equal(CoverageKind.Partial, coverage.Of(Dataset.AspPrices, new(2026, 7, 1)));
        Assert.Equal(CoverageKind.None, coverage.Of(Dataset.AspPrices, new(2026, 4, 1)));
        Assert.Equal(CoverageKind.Partial, coverage.Of(Dataset.OppsAddendumB, new(2026, 4, 1)));
        Assert.Equal(CoverageKind.None, coverage.Of(Dataset.NdcPackages, new(2026, 4, 1)));
    }

    [Fact]
    public void The_compiled_file_is_the_same_as_compiling_anew()
    {
        var folder = Directory.CreateTempSubdirectory("noc-seed").FullName;
        var path = SeedImage.WriteTo(folder);
        Assert.Equal(SeedImage.Compile().Content.ToArray(), File.ReadAllBytes(path));
        Assert.Equal(path, Assert.Single(Directory.GetFiles(folder)));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Importing_the_originals_over_the_seed_writes_the_seed_again()
    {
        var data = SharedFolder.Require("data");
        var home = Directory.CreateTempSubdirectory("noc-home").FullName;
        var import = new TableImport(home, Image).Run(
            Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories));
        SeedWriter.Write(SeedTables.Load(import.After.Name, import.After, null), Path.Combine(home, "seed"));
        foreach (var file in Directory.GetFiles(Path.Combine(home, "seed")))
            Assert.Equal(
                File.ReadAllText(Path.Combine(SharedFolder.Root, "data/seed", Path.GetFileName(file))),
                File.ReadAllText(file));
        Directory.Delete(home, recursive: true);
    }
}
