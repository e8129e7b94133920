using System.Text;
using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

/// <summary>The lists of Medicaid: NADAC and the drug rebate programme.</summary>
public sealed class MedicaidReaderTests
{
    private const string NadacHeader = "NDC Description,NDC,NADAC Per Unit,Effective Date,Pricing Unit,"
        + "Pharmacy Type Indicator,OTC,Explanation Code,Classification for Rate Setting,"
        + "Corresponding Generic Drug NADAC Per Unit,Corresponding Generic Drug Effective Date,As of Date\n";

    private const string RebateHeader = "Year,Quarter,Labeler Name,NDC,Labeler Code,Product Code,Package Size Code,"
        + "Drug Category,Drug Type Indicator,COD Status,Unit Type,Units Per Pkg Size,FDA Product Name,"
        + "FDA Approval Date,Market Date,Termination Date,Clotting Factor Indicator\n";

    [Fact]
    public void Reads_acquisition_costs_of_a_sheet()
    {
        var file = NadacReader.ReadSheet(Files.Text(NadacHeader
            + "\"DRUG, ONE 5 MG\",24385005452,0.28111,09/23/2026,EA,C/I,Y,\"1, 5\",G,,,09/30/2026\n"
            + "DRUG TWO,46122038576,,09/23/2026,ML,C/I,N,1,B-ANDA,0.5,09/16/2026,10/07/2026\n"
            + "DRUG THREE,4612203857X,1,09/23/2026,ML,C/I,N,1,B,,,10/07/2026\n"
            + "DRUG FOUR,,1,09/23/2026,ML,C/I,N,1,B,,,10/07/2026\nDRUG FIVE,46122038576,ask,,,,,,,,,10/07/2026\n"));
        Assert.Equal((new Period(new(2026, 9, 30), new(2026, 10, 7)), "2026-10-07", true),
            (file.Period, file.Release, file.IsPartial));
        var (one, two) = (file.Rows[0], file.Rows[1]);
        Assert.Equal(("DRUG, ONE 5 MG", "24385005452", 0.28111m, "EA", true, "G"), (one.Description, one.Ndc?.Digits,
            one.PerUnitUsd, one.PricingUnit, one.IsOverTheCounter, one.Classification));
        Assert.Equal(["1", "5"], one.ExplanationCodes);
        Assert.Equal((null, 0.5m, new DateOnly(2026, 9, 16), false), (two.PerUnitUsd, two.GenericPerUnitUsd,
            two.GenericEffectiveDate, two.IsOverTheCounter));
        Assert.Equal(("4612203857X", null), (file.Rows[2].NdcText, file.Rows[2].Ndc));
        Assert.Equal([5L, 6L], file.Problems.Select(problem => problem.Line));
        Assert.True(Files.IsWhole(file));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"results\":[", "],\"count\":3}")]
    public void Reads_acquisition_costs_of_the_interface(string before, string after)
    {
        var rows = "{'ndc_description':'ONE','ndc':'24385005452','nadac_per_unit':'0.28111','otc':'Y',"
            + "'effective_date':'2026-09-23','as_of_date':'2026-09-30T00:00:00.000'},"
            + "{'ndc_description':'TWO','ndc':'46122038576','nadac_per_unit':0.5,'as_of_date':'2026-09-30'},7";
        var file = Assert.IsType<Original<NadacRow>>(
            Files.Read(Files.Text(before + rows.Replace('\'', '"') + after)));
        Assert.Equal((2, 0.28111m, 0.5m, new DateOnly(2026, 9, 30)),
            (file.RowCount, file.Rows[0].PerUnitUsd, file.Rows[1].PerUnitUsd, file.Rows[0].AsOf));
        Assert.Equal(3, Assert.Single(file.Problems).Line);
        Assert.True(Files.IsWhole(file));
    }

    [Theory]
    [InlineData("[{\"nadac_per_unit\":\"1\"", "damaged")]
    [InlineData("{\"a\":\"nadac_per_unit\"}", "results")]
    [InlineData("\"nadac_per_unit\"", "array")]
    [InlineData("[]", "week")]
    [InlineData("[{\"ndc\":\"\u00FF\",\"nadac_per_unit\":\"1\"}]", "UTF-8")]
    public void Json_of_another_form_is_refused(string text, string why)
    {
        var fault = Assert.Throws<UnreadableOriginalException>(() => NadacReader.ReadJson(Files.Text(text)));
        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_nested_without_end_is_refused() => Assert.Throws<UnreadableOriginalException>(
        () => NadacReader.ReadJson(Files.Bytes(Encoding.ASCII.GetBytes(new string('[', 100_000)))));

    [Fact]
    public void Reads_the_agencys_extract()
    {
        var file = Assert.IsType<Original<NadacRow>>(
            Files.Read(Files.Shared("nadac/nadac_2026-09-30_EXTRACT.json")));
        Assert.Equal((3, "2026-09-30", true, 0.73884m),
            (file.RowCount, file.Release, file.IsPartial, file.Rows[1].PerUnitUsd));
        Assert.Equal(["1", "5", "6"], file.Rows[2].ExplanationCodes);
    }

    [Fact]
    public void Reads_rebate_products()
    {
        var file = Assert.IsType<Original<MedicaidRebateRow>>(Files.Read(Files.Text(RebateHeader
            + "2026,2,LABELER,00002120010,2,1200,10,S,1,03,ML,10,ONE,06/01/2012,06012012,00000000,N\n"
            + "2026,3,LABELER,,50242,51,21,I,1,03,EA,2.5,TWO,2012-06-01T00:00:00,,12/31/2026,Y\n"
            + "2026,5,LABELER,,50242,51,21,I,1,03,EA,2.5,TWO,,,,\n2026,1,LABELER,,,,,I,1,03,EA,2.5,TWO,,,,\n"
            + "2026,1,LABELER,,50242,51,21,I,1,03,EA,2.5,TWO,soon,,,\n")));
        Assert.Equal((new Period(new(2026, 4, 1), new(2026, 9, 30)), "2026-09-30", true),
            (file.Period, file.Release, file.IsPartial));
        var (one, two) = (file.Rows[0], file.Rows[1]);
        Assert.Equal(("00002120010", 10m, "10", "ML", "S", false), (one.Ndc?.Digits, one.UnitsPerPackage,
            one.UnitsPerPackageText, one.UnitType, one.DrugCategory, one.IsClottingFactor));
        Assert.Equal((Period.Quarter(2026, 2), new DateOnly(2012, 6, 1), new DateOnly(2012, 6, 1), null),
            (one.Quarter, one.ApprovalDate, one.MarketDate, one.TerminationDate));
        Assert.Equal(("50242005121", "50242005121", 2.5m, new DateOnly(2012, 6, 1), new DateOnly(2026, 12, 31)),
            (two.NdcText, two.Ndc?.Digits, two.UnitsPerPackage, two.ApprovalDate, two.TerminationDate));
        Assert.Equal([4L, 5L, 6L], file.Problems.Select(problem => problem.Line));
        Assert.True(Files.IsWhole(file));
    }

    [Fact]
    public void Units_of_a_file_without_any_decimal_point_have_three_implied_decimals()
    {
        var file = MedicaidRebateReader.Read(Files.Text(
            "labeler_code,product_code,package_size_code,unit_type,units_per_pkg_size\n"
            + "2,1200,10,ML,0000060000\n50242,51,21,EA,500\n50242,51,22,EA,\n"));
        Assert.Equal([60m, 0.5m, null], file.Rows.Select(row => row.UnitsPerPackage));
        Assert.Equal((Period.Always, null), (file.Period, file.Rows[0].Quarter));
    }

    [Fact]
    public void A_header_that_lacks_a_column_is_refused_by_name()
    {
        var fault = Assert.Throws<UnreadableOriginalException>(() => NadacReader.ReadSheet(
            Files.Text(NadacHeader.Replace("Pricing Unit", "Unit", StringComparison.Ordinal))));
        Assert.Contains("Pricing Unit", fault.Message, StringComparison.Ordinal);
    }
}
