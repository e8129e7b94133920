using Noc.Drugs;
using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

public sealed class FeeScheduleReaderTests
{
    private const string Banner2025 = """
        ,,2025 National Physician Fee Schedule Relative Value File October Release,,,,,,,,,,,,,,,,,,,,,,,,,,,,
        ,, ,,,,,,,,,,,,,,,,,,,,,,,,,,,,
        ,,RELEASED 09/11/2025,,,,,,,,,,,,,,,,,,,,,,,,,,,,

        """ + Stacked2025;

    private const string Stacked2025 = """
        ,, , ,,,,,,,,,,,,,,,,,,,,,,,,,NON-FACILITY,FACILITY,
        ,,,,NOT USED,,,,,,,,,,,,,,,,,,,,,PHYSICIAN,,DIAGNOSTIC,PE USED,PE USED,MP USED
        ,,,,FOR,,,NON-FAC,,FACILITY ,,,,,,,,,,,,,,,,SUPERVISION OF,,IMAGING,FOR OPPS,FOR OPPS,FOR OPPS

        """;

    private const string Top2025 = ",,,STATUS,MEDICARE ,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,"
        + "GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,CO-,TEAM,ENDO,CONV,DIAGNOSTIC,CALCULATION,FAMILY,PAYMENT,PAYMENT,"
        + "PAYMENT\n";

    private const string Header2025 = "HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,"
        + "TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,"
        + "AMOUNT,AMOUNT\n";

    private const string Sheet2025 = Banner2025 + Top2025 + Header2025;

    // 2026 has a column PRIC IND in front of ENDO BASE.
    private static readonly string Sheet2026 = Banner2025.Replace(
            "2025 National", "2026 National", StringComparison.Ordinal)
        .Replace("PHYSICIAN,,", ",PHYSICIAN,,", StringComparison.Ordinal)
        .Replace("SUPERVISION OF", ",SUPERVISION OF", StringComparison.Ordinal)
        .Replace(",NON-FACILITY,FACILITY,", ",,NON-FACILITY,FACILITY,", StringComparison.Ordinal)
        + Top2025.Replace("TEAM,", "TEAM,PRIC,", StringComparison.Ordinal)
        + Header2025.Replace("BASE,FACTOR", "IND,BASE,FACTOR", StringComparison.Ordinal);

    [Fact]
    public void Reads_units_flags_and_the_factor_of_a_sheet()
    {
        var file = FeeScheduleSheetReader.Read(Files.Text(Sheet2025
            + "96413,,never kept,A,,0.28,3.35,,3.35,NA,0.06,3.69,3.69,5,XXX,0.00,0.00,0.00,0,0,0,0,0,,32.3465,09,0,99"
            + ",0.00,0.00,0.00\n"
            + "0781T,TC,,C,+,0.00,0.00,NA,,,0.00,0.00,0.00,1,090,0.09,0.84,0.07,3,2,1,0,0,31622,32.3465,02,0,88"
            + ",3.28,3.29,0.01\n"
            + "J3490,,Drugs unclassified inj,E,,0.00,0.00,,0.00,,0.00,0.00,0.00,9,XXX,0.00,0.00,0.00,9,9,9,9,9,,"
            + "32.3465,09,0,99,0.00,0.00,0.00\n"));
        Assert.Equal((Period.Quarter(2025, 4), "2025-09-11", 3), (file.Period, file.Release, file.RowCount));
        Assert.True(file.IsPartial);
        Assert.Empty(file.Problems);
        Assert.True(Files.IsWhole(file));
        var (chemo, scope, drug) = (file.Rows[0], file.Rows[1], file.Rows[2]);
        Assert.Equal((0.28m, 3.35m, 3.35m, 0.06m, 3.69m, 3.69m, 32.3465m), (chemo.WorkRvu, chemo.NonFacilityPeRvu,
            chemo.FacilityPeRvu, chemo.MalpracticeRvu, chemo.NonFacilityTotalRvu, chemo.FacilityTotalRvu,
            chemo.ConversionFactorUsd));
        Assert.Equal(("A", "5", "XXX", "09", "0", "99"), (chemo.StatusCode, chemo.PcTcIndicator, chemo.GlobalDays,
            chemo.DiagnosticSupervision, chemo.CalculationFlag, chemo.ImagingFamily));
        Assert.Equal((null, null, FeeScheduleTrack.Single, false, true), (chemo.Description, chemo.Modifier,
            chemo.Track, chemo.IsNotDoneOutsideFacility, chemo.IsNotDoneInFacility));
        Assert.Equal((Modifier.Of("TC"), HcpcsCode.Of("31622"), null, true, true, false), (scope.Modifier,
            scope.EndoscopicBase, scope.FacilityPeRvu, scope.IsNotUsedByMedicare, scope.IsNotDoneOutsideFacility,
            scope.IsNotDoneInFacility));
        Assert.Equal((0.09m, 0.84m, 0.07m, 3.28m, 3.29m, 0.01m), (scope.PreoperativeShare, scope.IntraoperativeShare,
            scope.PostoperativeShare, scope.OppsNonFacilityPe, scope.OppsFacilityPe, scope.OppsMalpractice));
        Assert.Equal("32100", scope.MultipleProcedure + scope.Bilateral + scope.AssistantSurgeon + scope.CoSurgeons
            + scope.TeamSurgery);
        Assert.Equal(("Drugs unclassified inj", null, "E"),
            (drug.Description, drug.PricingIndicator, drug.StatusCode));
    }

    [Theory]
    [InlineData("PPRRVU2026_Oct_nonQPP.csv", FeeScheduleTrack.NonQualifying)]
    [InlineData("PPRRVU2026_Oct_QPP.csv", FeeScheduleTrack.Qualifying)]
    [InlineData("fees.csv", FeeScheduleTrack.NotSaid)]
    public void The_column_that_2026_added_shifts_no_other(string name, FeeScheduleTrack track)
    {
        var row = Assert.Single(FeeScheduleSheetReader.Read(Files.Text(Sheet2026 + "96413,,,A,,0.28,3.64,,3.64,NA,"
            + "0.07,3.99,3.99,5,XXX,0.00,0.00,0.00,0,0,0,0,0,9,,33.4009,09,0,99,0.00,0.00,0.00\n", name)).Rows);
        Assert.Equal(("9", null, 33.4009m, "09", "99", track), (row.PricingIndicator, row.EndoscopicBase,
            row.ConversionFactorUsd, row.DiagnosticSupervision, row.ImagingFamily, row.Track));
    }

    [Fact]
    public void Rows_not_understood_are_listed_with_their_lines()
    {
        const string Rest = ",0.00,,0.00,,0.06,3.69,3.69,5,XXX,0.00,0.00,0.00,0,0,0,0,0,,32.3465,09,0,99,0,0,0\n";
        var file = FeeScheduleSheetReader.Read(Files.Text(Sheet2025
            + "9641,,,A,,0.28" + Rest + "96413,,,A,,much" + Rest + "96415,XYZ,,A,,0.28" + Rest + ",,,,,,,\n"
            + "96416,,,A,,\"0.28" + Rest + "96417,,,A,,0.28" + Rest));
        Assert.Equal([9L, 10L, 11L, 13L], file.Problems.Select(problem => problem.Line));
        Assert.Equal("96417", Assert.Single(file.Rows).Code.Value);
        Assert.True(Files.IsWhole(file));
    }

    [Fact]
    public void A_header_that_lacks_a_column_is_refused_by_name()
    {
        var fault = Assert.Throws<UnreadableOriginalException>(() => FeeScheduleSheetReader.Read(
            Files.Text(Sheet2025.Replace(",CONV,", ",,", StringComparison.Ordinal))));
        Assert.Contains("CONV FACTOR", fault.Message, StringComparison.Ordinal);
        Assert.Throws<UnreadableOriginalException>(() => FeeScheduleSheetReader.Read(Files.Text("a,b\n1,2\n")));
    }

    [Fact]
    public void A_sheet_without_title_takes_its_quarter_from_its_name()
    {
        var text = Stacked2025 + Top2025 + Header2025;
        Assert.Equal(Period.Quarter(2026, 3),
            FeeScheduleSheetReader.Read(Files.Text(text, "PPRRVU2026_Jul_nonQPP.csv")).Period);
        Assert.Equal(Period.Quarter(2026, 2), FeeScheduleSheetReader.Read(Files.Text(text, "rvu26b/x.csv")).Period);
        Assert.Throws<UnreadableOriginalException>(() => FeeScheduleSheetReader.Read(Files.Text(text)));
    }

    [Fact]
    public void Text_fields_are_read_with_the_whole_gap_in_front_of_them()
    {
        var file = FeeScheduleTextReader.Read(Files.Text("HDR A NOTICE\n" + Line("43400", "", "A",
                "  25.60  13.77NA  13.77    6.52  45.89 45.890090.09.81.1020210", "") + "\n"
            + Line("39503", "26", "A", " 108.91  35.74    35.74NA 26.63 171.28171.289XXX.00.00.0099999", "  0652T")
            + "\nTRL A NOTICE\n\nnothing\n", "PPRRVU2025_Oct.txt"));
        Assert.Equal((Period.Quarter(2025, 4), 2), (file.Period, file.RowCount));
        Assert.Equal(6, Assert.Single(file.Problems).Line);
        Assert.True(Files.IsWhole(file));
        var (first, second) = (file.Rows[0], file.Rows[1]);
        Assert.Equal((25.60m, 13.77m, 13.77m, 6.52m, 45.89m, 45.89m), (first.WorkRvu, first.NonFacilityPeRvu,
            first.FacilityPeRvu, first.MalpracticeRvu, first.NonFacilityTotalRvu, first.FacilityTotalRvu));
        Assert.Equal((true, false, "0", "090", 0.09m, 0.81m, 0.10m), (first.IsNotDoneOutsideFacility,
            first.IsNotDoneInFacility, first.PcTcIndicator, first.GlobalDays, first.PreoperativeShare,
            first.IntraoperativeShare, first.PostoperativeShare));
        Assert.Equal((108.91m, 171.28m, Modifier.Of("26"), HcpcsCode.Of("0652T"), true), (second.WorkRvu,
            second.NonFacilityTotalRvu, second.Modifier, second.EndoscopicBase, second.IsNotDoneInFacility));
    }

    [Fact]
    public void Text_without_a_quarter_in_its_name_is_refused() => Assert.Throws<UnreadableOriginalException>(
        () => FeeScheduleTextReader.Read(Files.Text(Line("43400", "", "A", new(' ', 62), ""), "fees.txt")));

    [Fact]
    public void The_agencys_sheet_and_text_say_the_same()
    {
        var sheet = Assert.IsType<Original<FeeScheduleRow>>(Files.Read(Files.Shared("pfs/PPRRVU2025_Oct.csv.gz")));
        var text = Assert.IsType<Original<FeeScheduleRow>>(Files.Read(Files.Shared("pfs/PPRRVU2025_Oct.txt.gz")));
        Assert.Equal((18_154, 18_151), (sheet.LinesRead, text.LinesRead));
        Assert.All([sheet, text], file =>
        {
            Assert.Equal((18_144, Period.Quarter(2025, 4), false), (file.RowCount, file.Period, file.IsPartial));
            Assert.Empty(file.Problems);
            Assert.True(Files.IsWhole(file));
        });
        Assert.All(sheet.Rows.Zip(text.Rows),
            pair => Assert.Equal(pair.First with { Line = 0 }, pair.Second with { Line = 0 }));
        Assert.DoesNotContain(sheet.Rows, row => row.Description is not null && char.IsAsciiDigit(row.Code.Series));
    }

    [Fact]
    public void Figures_are_those_of_the_agency()
    {
        var rows = FeeScheduleSheetReader.Read(Files.Shared("pfs/PPRRVU2025_Oct.csv.gz")).Rows;
        var chemo = Assert.Single(rows, row => row.Code.Value == "96413");
        Assert.Equal((0.28m, 3.35m, 0.06m, 3.69m, 32.3465m), (chemo.WorkRvu, chemo.NonFacilityPeRvu,
            chemo.MalpracticeRvu, chemo.NonFacilityTotalRvu, chemo.ConversionFactorUsd));
        Assert.Equal(171.28m, Assert.Single(rows, row => row.Code.Value == "39503").FacilityTotalRvu);
        Assert.All(rows, row => Assert.Equal(32.3465m, row.ConversionFactorUsd));
    }

    [Theory]
    [InlineData("PPRRVU2026_Oct_nonQPP_extract.csv", 5, "2026-10-01", "2026-08-26")]
    [InlineData("PPRRVU2026_Jul_nonQPP_extract_96360-96549.csv", 42, "2026-07-01", "")]
    public void Extracts_of_2026_are_partial(string name, int rows, string from, string release)
    {
        var file = Assert.IsType<Original<FeeScheduleRow>>(Files.Read(Files.Shared($"pfs/{name}")));
        Assert.Equal((rows, DateOnly.Parse(from), release, true),
            (file.RowCount, file.Period.From, file.Release, file.IsPartial));
        Assert.Empty(file.Problems);
        Assert.All(file.Rows, row => Assert.Equal((33.4009m, FeeScheduleTrack.NonQualifying, "9"),
            (row.ConversionFactorUsd, row.Track, row.PricingIndicator)));
    }

    private static string Line(string code, string modifier, string status, string units, string middle) =>
        $"{code}{modifier,-2}{"",-50}{status}{" ",-1}{units[1..]}{middle,-13}32.3465 090 99      0.00   0.00   0.00";
}
