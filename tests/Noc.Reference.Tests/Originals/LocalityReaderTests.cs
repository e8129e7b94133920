using Noc.Drugs;
using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

public sealed class LocalityReaderTests
{
    private const string Counties = """
        COUNTIES INCLUDED IN 2025 LOCALITIES. (ALPHABETICALLY BY STATE AND LOCALITY NAME WITHIN STATE),,,,
        ,,,,
        Medicare Adminstrative Contractor,Locality Number,State ,Fee Schedule Area ,Counties
        ,,,,
        2102,1,ALASKA ,STATEWIDE ,ALL COUNTIES
        ,,,,
        5302,2,MISSOURI ,METROPOLITAN KANSAS CITY*,"CLAY, JACKSON AND PLATTE"
        5302,99,,REST OF STATE,ALL OTHER COUNTIES
        ,,,,
        1112,5,,SAN FRANCISCO,SAN FRANCISCO
        twelve,1,,SOMEWHERE,NONE
        ,,,,
        *  Payment locality is serviced by two carriers.,,,,
        """;

    [Fact]
    public void Counties_keep_the_state_of_their_block_and_get_their_zeros_back()
    {
        var file = LocalityReader.ReadSheet(Files.Text(Counties));
        Assert.Equal(Period.Year(2025), file.Period);
        Assert.Equal([("02102", "01", "ALASKA"), ("05302", "02", "MISSOURI"), ("05302", "99", "MISSOURI"),
            ("01112", "05", null)], file.Rows.Select(row => (row.Contractor, row.Locality, row.State)));
        Assert.Equal(("METROPOLITAN KANSAS CITY", "CLAY, JACKSON AND PLATTE", false),
            (file.Rows[1].FeeScheduleArea, file.Rows[1].Counties, file.Rows[1].MayBeCut));
        Assert.Equal(11, Assert.Single(file.Problems).Line);
        Assert.Equal(1, file.Skipped["footnote"]);
        Assert.True(Files.IsWhole(file));
    }

    [Fact]
    public void A_list_of_counties_without_its_year_is_refused() => Assert.Throws<UnreadableOriginalException>(
        () => LocalityReader.ReadSheet(Files.Text(Counties.Replace("2025", "", StringComparison.Ordinal))));

    [Fact]
    public void The_agencys_counties_are_the_same_in_both_layouts()
    {
        var sheet = Assert.IsType<Original<LocalityRow>>(Files.Read(Files.Shared("pfs/25LOCCO.csv")));
        var text = Assert.IsType<Original<LocalityRow>>(Files.Read(Files.Shared("pfs/25LOCCO.txt")));
        Assert.All([sheet, text], file =>
        {
            Assert.Equal((110, 169, false), (file.RowCount, file.LinesRead, file.IsPartial));
            Assert.Empty(file.Problems);
            Assert.True(Files.IsWhole(file));
        });
        Assert.All(sheet.Rows.Zip(text.Rows), pair =>
        {
            Assert.Equal((pair.First.Contractor, pair.First.Locality),
                (pair.Second.Contractor, pair.Second.Locality));
            // The agency spells Orange County in two ways.
            if (!pair.Second.MayBeCut && pair.First.Locality != "18")
                Assert.Equal(Squeezed(pair.First.Counties), Squeezed(pair.Second.Counties));
        });
        Assert.Equal("HAWAII/GUAM", Assert.Single(sheet.Rows, row => row.Contractor == "01212").State);
    }

    [Fact]
    public void The_agencys_cost_indices_are_the_same_in_both_layouts()
    {
        var sheet = Assert.IsType<Original<GpciRow>>(Files.Read(Files.Shared("pfs/GPCI2025.csv")));
        var text = Assert.IsType<Original<GpciRow>>(Files.Read(Files.Shared("pfs/GPCI2025.txt")));
        Assert.All([sheet, text], file =>
        {
            Assert.Equal((109, Period.Year(2025), false), (file.RowCount, file.Period, file.IsPartial));
            Assert.Empty(file.Problems);
            Assert.True(Files.IsWhole(file));
        });
        Assert.Equal((116, 118), (sheet.LinesRead, text.LinesRead));
        Assert.All(sheet.Rows.Zip(text.Rows), pair =>
            Assert.Equal(pair.First with { Line = 0, Name = "" }, pair.Second with { Line = 0, Name = "" }));
        var manhattan = Assert.Single(sheet.Rows, row => row is { Contractor: "13202", Locality: "01" });
        Assert.Equal(("NY", "MANHATTAN", 1.065m, null, 1.166m, 1.656m), (manhattan.State, manhattan.Name,
            manhattan.WorkWithFloor, manhattan.WorkWithoutFloor, manhattan.PracticeExpense, manhattan.Malpractice));
        Assert.Equal("ALASKA", sheet.Rows[1].Name);
    }

    [Fact]
    public void A_work_index_without_the_floor_is_told_from_one_with_it()
    {
        var file = GpciReader.ReadSheet(Files.Text("""
            ADDENDUM E. FINAL CY 2026 GEOGRAPHIC PRACTICE COST INDICES (GPCIs),,,,,,,

            """ + "Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,"
            + "2026 PW GPCI (without 1.0 Floor),2026 PW GPCI (with 1.0 Floor),2026 PE GPCI,2026 MP GPCI\n" + """
            7102,AR,13,ARKANSAS**,0.951,1,0.86,0.518
            7102,AR,13,ARKANSAS,0.951,1,,0.518
            7102,AR,13,ARKANSAS,,,0.86,0.518
            **A note,,,,,,,
            """));
        var row = Assert.Single(file.Rows);
        Assert.Equal(("07102", "ARKANSAS", 1m, 0.951m),
            (row.Contractor, row.Name, row.WorkWithFloor, row.WorkWithoutFloor));
        Assert.Equal([4L, 5L], file.Problems.Select(problem => problem.Line));
        Assert.True(Files.IsWhole(file));
    }

    [Fact]
    public void A_text_of_cost_indices_with_one_below_the_floor_has_no_floor()
    {
        var row = Assert.Single(GpciReader.ReadText(Files.Text("""
            ADDENDUM E. FINAL CY 2027 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE

            10112           AL      00   ALABAMA           0.969       0.869       0.575
            """)).Rows);
        Assert.Equal((null, 0.969m, 0.869m),
            (row.WorkWithFloor, row.WorkWithoutFloor, row.PracticeExpense));
    }

    [Fact]
    public void Reads_contractor_and_locality_of_a_zip_code()
    {
        var file = ZipLocalityReader.Read(Files.Text("""
            AK999500210201BZ9B  0 A                                                    20254
            AL359581011200RZ9R  1 A                                                    20254
            nothing
            CA902100118218 Z9   0 A                                                    20254
            """, "zip.txt"));
        Assert.Equal(Period.Quarter(2025, 4), file.Period);
        Assert.Equal(3, Assert.Single(file.Problems).Line);
        Assert.Equal(new(1, "AK", "99950", "02102", "01", 'B', "Z9", NeedsPlusFour: false, 'A'), file.Rows[0]);
        Assert.Equal(('R', true), (file.Rows[1].Rural, file.Rows[1].NeedsPlusFour));
        Assert.Equal(("01182", "18", null), (file.Rows[2].Contractor, file.Rows[2].Locality, file.Rows[2].Rural));
        Assert.True(Files.IsWhole(file));
    }

    [Fact]
    public void Lines_of_two_quarters_are_refused() => Assert.Throws<UnreadableOriginalException>(
        () => ZipLocalityReader.Read(Files.Text("""
            AK999500210201BZ9B  0 A                                                    20254
            AL359581011200RZ9R  1 A                                                    20261
            """)));

    [Fact]
    public void Reads_the_agencys_zip_codes()
    {
        var file = Assert.IsType<Original<ZipLocalityRow>>(Files.Read(Files.Shared("pfs/ZIP5_OCT2025.txt.gz")));
        Assert.Equal((42_956, 42_956, Period.Quarter(2025, 4), false),
            (file.RowCount, file.LinesRead, file.Period, file.IsPartial));
        Assert.Empty(file.Problems);
        var row = Assert.Single(file.Rows, row => row.Zip == "64101");
        Assert.Equal(("WM", "05302", "02"), (row.State, row.Contractor, row.Locality));
        Assert.Same(file.Rows[0].Contractor, file.Rows[1].Contractor);
        var layout = Files.Shared("pfs/ZIP5lyout.txt");
        Assert.Null(OriginalReaders.Of(layout));
        Assert.Equal("a record layout", OriginalAsides.Why(layout));
    }

    [Fact]
    public void Reads_amounts_by_locality()
    {
        const string Tail = "\" \",\"3\",\"A\",\"0\",\"0000000.00\",\"0000000.00\"";
        var file = LocalityPaymentReader.Read(Files.Text(
            $"\"2025\",\"01112\",\"05\",\"76145\",\"  \",\"0001339.81\",\"0000039.81\",{Tail},\"9\",\"0000000.00\","
            + "\"0000000.00\"\n"
            + $"\"2025\",\"01112\",\"05\",\"76146\",\"TC\",\"0000001.00\",\"0000002.00\",{Tail},\"1\",\"0000003.00\","
            + "\"0000004.00\"\n"
            + "\"2025\",\"01112\"\n\"TRL- A NOTICE\"\n", "PFREV25C.txt"));
        Assert.Equal((Period.Quarter(2025, 3), 2), (file.Period, file.RowCount));
        Assert.Equal(3, Assert.Single(file.Problems).Line);
        Assert.True(Files.IsWhole(file));
        Assert.Equal(new(1, "01112", "05", HcpcsCode.Of("76145"), null, 1339.81m, 39.81m, "3", "A", null, null),
            file.Rows[0]);
        Assert.Equal((Modifier.Of("TC"), 3m, 4m),
            (file.Rows[1].Modifier, file.Rows[1].OppsNonFacilityUsd, file.Rows[1].OppsFacilityUsd));
    }

    [Fact]
    public void Reads_the_agencys_revised_amounts()
    {
        var file = Assert.IsType<Original<LocalityPaymentRow>>(Files.Read(Files.Shared("pfs/PFREV25C.txt")));
        Assert.Equal((109, 113, 4, true),
            (file.RowCount, file.LinesRead, file.Skipped["footnote"], file.IsPartial));
        Assert.Equal(872.49m, file.Rows[^1].FacilityUsd);
    }

    private static string Squeezed(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));
}
