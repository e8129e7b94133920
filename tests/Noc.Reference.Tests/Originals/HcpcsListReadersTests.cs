using Noc.Drugs;
using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

public sealed class HcpcsListReadersTests
{
    private const string Print = "                        NOC CODES - HCPCS 2019\r\n\r\n\r\n"
        + "  HCPCS  LONG DESCRIPTION                  ADD DATE  TERM DATE\r\n\r\n"
        + "  J9990  Unspecified example drug, not     20000101\r\n"
        + "  J9990  classified, per dose that runs on and on and on\r\n"
        + "  J9991  Example drug                      20000101  20101231\r\n"
        + "  J9992  Without a date\r\n"
        + "  J-992  Broken                            20000101\r\n"
        + "    \u001A\r\n";

    [Fact]
    public void Reads_the_print_of_the_list()
    {
        var file = Assert.IsType<Original<NocCodeRow>>(Files.Read(Files.Text(Print, "NOC_Codes_2019.prn")));
        Assert.Equal(Period.Year(2019), file.Period);
        Assert.Equal(["J9990", "J9991", "J9992"], file.Rows.Select(row => row.Code.Value));
        Assert.Equal("Unspecified example drug, not classified, per dose that runs on and on and on",
            file.Rows[0].Description);
        Assert.Equal((new DateOnly(2000, 1, 1), new DateOnly(2010, 12, 31)),
            (file.Rows[1].Added, file.Rows[1].LastDay));
        Assert.Null(file.Rows[2].Added);
        Assert.Equal(10, Assert.Single(file.Problems).Line);
        Assert.True(Files.IsWhole(file));
    }

    [Fact]
    public void Reads_the_sheet_of_the_list_for_the_quarter_that_its_name_says()
    {
        var file = Assert.IsType<Original<NocCodeRow>>(Files.Read(Sheets.Of("NOC codes_OCT2026.xlsx",
            ["", "NOC CODES - HCPCS 2026"], [], ["HCPCS", "LONG DESCRIPTION", "ADD DATE", "TERM DATE"], [],
            ["J9990", "Example drug, not", "20000101"], ["J9990", "classified"], ["_x001A_"])));
        Assert.Equal(Period.Quarter(2026, 4), file.Period);
        Assert.Equal("Example drug, not classified", Assert.Single(file.Rows).Description);
        Assert.Equal(1, file.Skipped["end mark"]);
        Assert.True(Files.IsWhole(file));
    }

    [Theory]
    [InlineData("2018", ".prn", 151, 144)]
    [InlineData("2018", ".xlsx", 152, 144)]
    [InlineData("2019", ".prn", 147, 0)]
    [InlineData("2019", ".xlsx", 147, 0)]
    public void Reads_the_agencys_lists(string year, string part, int lines, int codes)
    {
        var file = Assert.IsType<Original<NocCodeRow>>(
            Files.Read(Files.Shared($"hcpcs/originals/{year}-HCPCS-NOC-Codes.zip", part)));
        Assert.Equal(lines, file.LinesRead);
        if (codes > 0) Assert.Equal(codes, file.RowCount);
        Assert.Empty(file.Problems);
        Assert.True(Files.IsWhole(file));
        Assert.False(file.IsPartial);
        Assert.Equal(Period.Year(int.Parse(year)), file.Period);
        foreach (var code in (string[])["J3490", "J3590", "J9999", "C9399", "J7999", "A9699"])
            Assert.Contains(file.Rows, row => row.Code.Value == code && row.LastDay is null);
        Assert.Contains(file.Rows, row => row.Code.Value == "A9599" && row.LastDay == new DateOnly(2017, 12, 31));
    }

    [Fact]
    public void Print_and_sheet_of_the_list_agree()
    {
        foreach (var year in (string[])["2018", "2019"])
        {
            var path = $"hcpcs/originals/{year}-HCPCS-NOC-Codes.zip";
            var print = HcpcsNocListReader.ReadPrint(Files.Shared(path, ".prn")).Rows;
            var sheet = HcpcsNocListReader.Read(Files.Shared(path, ".xlsx")).Rows;
            Assert.Equal(sheet.Select(row => (row.Code, row.Added, row.LastDay)),
                print.Select(row => (row.Code, row.Added, row.LastDay)));
        }
    }

    [Fact]
    public void Reads_changes_and_leaves_codes_out_that_did_not_change()
    {
        var print = " HCPCS/MOD      TYPE OF CHANGE    SHORT DESCRIPTION     LONG DESCRIPTION\n"
            + "      A1          No Change       Example               Example\n"
            + "      A2       Discontinued       Example               Example\n"
            + "   J9901             ADD          Example               Example\n"
            + "   J9902    Short Description ChanExample               Example\n"
            + "   J9903          No Change       Example               Example\n"
            + "   J9904\n";
        var file = Assert.IsType<Original<HcpcsChangeRow>>(Files.Read(Files.Text(print, "HCPC2026_JAN_Changes.prn")));
        Assert.Equal(Period.Quarter(2026, 1), file.Period);
        Assert.Equal(
            [("", "A2", "Discontinued"), ("J9901", "", "ADD"), ("J9902", "", "Short Description Chan")],
            file.Rows.Select(row => (row.Code.Value, row.Modifier.ToString(), row.Action)));
        Assert.Equal([false, true, false], file.Rows.Select(row => row.IsAdded));
        Assert.Equal(7, Assert.Single(file.Problems).Line);
        Assert.Equal(2, file.Skipped["no change"]);
        var sheet = Assert.IsType<Original<HcpcsChangeRow>>(Files.Read(Sheets.Of("2026-07_trans.xlsx",
            ["Notes on the 2026 update"], [], ["HCPC", "ACTION CD", "SHORT DESCRIPTION", "LONG DESCRIPTION"],
            ["J9901", "DISC", "Example", "Example"], ["J9902", "No Change", "Example", "Example"])));
        Assert.Equal(Period.Quarter(2026, 3), sheet.Period);
        Assert.True(Assert.Single(sheet.Rows).IsDiscontinued);
        Assert.True(sheet.IsPartial);
    }

    [Theory]
    [InlineData("2018-Alpha-Numeric-HCPCS-File.zip", "ChangesbyAction.prn", 6560, "2018-01-01", 152, 40)]
    [InlineData("2018-Alpha-Numeric-HCPCS-File.zip", "ChangesbyHCPC.prn", 6560, "2018-01-01", 152, 40)]
    [InlineData("2018-Alpha-Numeric-HCPCS-File.zip", "Trans_Report_Alpha.xlsx", 6560, "2018-01-01", 152, 40)]
    [InlineData("2019-Alpha-Numeric-HCPCS-File.zip", "Changes_by_Action", 6801, "2019-01-01", 228, 49)]
    [InlineData("2019-Alpha-Numeric-HCPCS-File.zip", "Changes_by_HCPCS", 6801, "2019-01-01", 228, 49)]
    [InlineData("2019-Alpha-Numeric-HCPCS-File.zip", "HCPC2019_Trans_Alpha.xlsx", 6801, "2019-01-01", 228, 49)]
    [InlineData("2020-04_trans_alpha.xlsx", null, 0, "2020-04-01", 18, 1)]
    [InlineData("2020-07_trans_alpha.xlsx", null, 0, "2020-07-01", 61, 9)]
    [InlineData("2020-10_trans_alpha.xlsx", null, 7207, "2020-10-01", 38, 4)]
    public void Reads_the_agencys_reports(string path, string? part, int lines, string from, int added, int ended)
    {
        var file = Assert.IsType<Original<HcpcsChangeRow>>(Files.Read(Files.Shared($"hcpcs/originals/{path}", part)));
        if (lines > 0) Assert.Equal(lines, file.LinesRead);
        Assert.Empty(file.Problems);
        Assert.True(Files.IsWhole(file));
        Assert.False(file.IsPartial);
        Assert.Equal(DateOnly.Parse(from), file.Period.From);
        Assert.Equal((added, ended),
            (file.Rows.Count(row => row.IsAdded), file.Rows.Count(row => row.IsDiscontinued)));
    }

    [Fact]
    public void Reads_corrections_with_misprinted_days()
    {
        var file = Assert.IsType<Original<HcpcsCorrectionRow>>(Files.Read(Sheets.Of("corrections.xlsx",
            ["", "", "2026 HCPCS CORRECTIONS"], [],
            ["CODE", "ACTION", "EFF DATE", "SHORT DESC", "LONG DESC", "TOS ", "COV", "PRICE", "XREF CODE", "COMMENTS"],
            ["DA", "Removed in error", "2011-01-01"],
            ["J9901", "ADD CODE", "01/0/12026", "Example", "Example, 10 mg", "1", "D", "53"],
            ["C9901", "Discontinue", "01/01/2026", "", "", "", "", "", "J9901"],
            ["C99", "Broken"])));
        Assert.Equal(Period.Year(2026), file.Period);
        Assert.Equal(("DA", new DateOnly(2011, 1, 1)), (file.Rows[0].Modifier.ToString(), file.Rows[0].Effective));
        Assert.Equal((null, "01/0/12026", "Example, 10 mg", "D"), (file.Rows[1].Effective,
            file.Rows[1].EffectiveText, file.Rows[1].LongDescription, file.Rows[1].Coverage));
        Assert.Equal((new DateOnly(2026, 1, 1), "J9901"), (file.Rows[2].Effective, file.Rows[2].CrossReference));
        Assert.Equal(7, Assert.Single(file.Problems).Line);
        Assert.True(Files.IsWhole(file));
    }

    [Theory]
    [InlineData("2018-HCPCS-Alpha-Numeric-Corrections.zip", "V1_HCPC2018_Corrections_ANWEB.xlsx", 24, 2018, "v1")]
    [InlineData("2018-HCPCS-Alpha-Numeric-Corrections.zip", "V4_HCPC2018_Corrections_ANWEB.xlsx", 0, 2018, "v4")]
    [InlineData("2019-HCPCS-Alpha-Numeric-Corrections.zip", "Corrections_ALPHA.xlsx", 11, 2019, "")]
    [InlineData("2019-HCPCS-Alpha-Numeric-Corrections.zip", "Corrections_ALPHA_v2.xlsx", 3, 2019, "v2")]
    public void Reads_the_agencys_corrections(string path, string part, int rows, int year, string release)
    {
        var file = Assert.IsType<Original<HcpcsCorrectionRow>>(
            Files.Read(Files.Shared($"hcpcs/originals/{path}", part)));
        if (rows > 0) Assert.Equal(rows, file.RowCount);
        Assert.Empty(file.Problems);
        Assert.True(Files.IsWhole(file));
        Assert.Equal((Period.Year(year), release), (file.Period, file.Release));
    }

    [Fact]
    public void Figures_of_corrections_are_those_of_the_agency()
    {
        var file = HcpcsCorrectionsReader.Read(Files.Shared(
            "hcpcs/originals/2019-HCPCS-Alpha-Numeric-Corrections.zip", "Corrections_ALPHA.xlsx"));
        var added = Assert.Single(file.Rows, row => row.Code == HcpcsCode.Of("J1095"));
        Assert.Equal((new DateOnly(2019, 1, 1), "D", "53"), (added.Effective, added.Coverage, added.Pricing));
        Assert.Equal("J1095", Assert.Single(file.Rows, row => row.Code == HcpcsCode.Of("C9034")).CrossReference);
        Assert.Null(Assert.Single(file.Rows, row => row.Code == HcpcsCode.Of("Q5111")).Effective);
    }
}
