using Noc.Drugs;
using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

public sealed class HcpcsReaderTests
{
    private static readonly string[] Header =
    [
        "HCPC", "SEQNUM", "RECID", "LONG DESCRIPTION", "SHORT DESCRIPTION", "PRICE1", "PRICE2", "MULT_PI", "XREF1",
        "COV", "BETOS", "TOS1", "TOS2", "ADD DT", "ACT EFF DT", "TERM DT", "ACTION CD",
    ];

    [Fact]
    public void Reads_fixed_columns_padded_and_trimmed()
    {
        var text = "***Disclaimers\t\t\r\n\r\n"
            + Line("   ZZ", 7, "Modifier", "Modifier", "20000101", "20000101", "", "N").PadRight(320) + "\r\n"
            + Line("J9901", 3, "Injection, exampline, for", "Exampline inj", "20190101", "20190101", "", "A")
                .PadRight(320) + "\r\n"
            + "J9901002004tests only, 10 mg".PadRight(320) + "\r\n"
            + "J9901003004(see notes)\r\n"
            + Line("C9901", 3, "Exampline 10 mg", "Exampline 10 mg", "20180401", "20190101", "20181231", "D", "J9901")
            + "\r\n";
        var file = Assert.IsType<Original<HcpcsRow>>(Files.Read(Files.Text(text, "HCPC2019_JAN_ANWEB_v2.txt")));
        Assert.Equal((Period.Quarter(2019, 1), "v2", true), (file.Period, file.Release, file.IsPartial));
        Assert.True(Files.IsWhole(file));
        Assert.Empty(file.Problems);
        Assert.Equal(2, file.Skipped["further line of a description"]);
        var (one, two) = (file.Rows[0], file.Rows[1]);
        Assert.Equal((4L, "J9901", "Injection, exampline, for tests only, 10 mg (see notes)", "Exampline inj"),
            (one.Line, one.Code.Value, one.LongDescription, one.ShortDescription));
        Assert.Equal(("51", '9', 'D', "O1E", "1P", 'A'), (one.Pricing, one.MultiplePricing!.Value,
            one.Coverage!.Value, one.Betos, one.TypesOfService, one.ActionCode!.Value));
        Assert.Equal((new DateOnly(2018, 4, 1), new DateOnly(2019, 1, 1), new DateOnly(2018, 12, 31)),
            (two.Added, two.ActionEffective, two.LastDay));
        Assert.Equal(HcpcsCode.Of("J9901"), Assert.Single(two.CrossReferences));
        Assert.Same(two.LongDescription, two.ShortDescription);
    }

    [Fact]
    public void Lists_lines_with_broken_dates_or_without_a_beginning()
    {
        var file = HcpcsTextReader.Read(Files.Text(
            Line("J9901", 3, "One", "One", "20190101", "20190101", "", "A") + "\n"
            + Line("J9902", 3, "Two", "Two", "2019O101", "20190101", "", "A") + "\n"
            + "J9902002004goes on\n"
            + Line("J 903", 3, "Three", "Three", "20190101", "20190101", "", "A") + "\n"));
        Assert.Equal([2L, 3L, 4L], file.Problems.Select(problem => problem.Line));
        Assert.Equal("J9901", Assert.Single(file.Rows).Code.Value);
        Assert.True(Files.IsWhole(file));
    }

    [Fact]
    public void Drops_descriptions_of_other_publishers_numbers()
    {
        var file = HcpcsTextReader.Read(Files.Text(
            Line("99999", 3, "never kept", "never kept", "20190101", "20190101", "", "A") + "\n"
            + "99999002004nor this\n"));
        Assert.Equal(("", ""), (file.Rows[0].LongDescription, file.Rows[0].ShortDescription));
    }

    [Fact]
    public void Reads_the_sheet_with_its_notes_and_long_rows()
    {
        var file = Assert.IsType<Original<HcpcsRow>>(Files.Read(Sheets.Of("HCPC2026_OCT_ANWEB_09232026.xlsx",
            ["Note about the year 2026"], [], Header,
            ["   ZZ", "0010", "7", "Modifier", "Modifier", "", "", "", "", "C", "", "", "", "20000101"],
            ["J9901", "0010", "3", "Injection, exampline,", "Exampline", "51", "57", "9", "C9901", "D", "O1E", "1",
                "P", "20261001", "20261001", "", "A"],
            ["J9901", "0020", "4", "10 mg"],
            ["J9902", "0010", "3", "Other", "Other", "", "", "", "", "", "", "", "", "never"])));
        Assert.Equal((Period.Quarter(2026, 4), "2026-09-23"), (file.Period, file.Release));
        var row = Assert.Single(file.Rows);
        Assert.Equal(("Injection, exampline, 10 mg", "51 57", "1P", 'A'),
            (row.LongDescription, row.Pricing, row.TypesOfService, row.ActionCode!.Value));
        Assert.Null(row.LastDay);
        Assert.Equal(7, Assert.Single(file.Problems).Line);
        Assert.True(Files.IsWhole(file));
    }

    [Fact]
    public void A_sheet_that_lacks_a_column_is_refused_by_name()
    {
        var cut = Header.Where(name => name != "TERM DT").ToArray();
        var fault = Assert.Throws<UnreadableOriginalException>(() => HcpcsSheetReader.Read(Sheets.Of("a.xlsx", cut)));
        Assert.Contains("TERM DT", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("originals/2018-Alpha-Numeric-HCPCS-File.zip", "ANWEB_disc.txt", 10_996, 6205, "2018-01-01", "")]
    [InlineData("originals/2018-Alpha-Numeric-HCPCS-File.zip", "ANWEB_disc.xlsx", 6570, 6205, "2018-01-01", "")]
    [InlineData("originals/2019-Alpha-Numeric-HCPCS-File.zip", "ANWEB.txt", 11_630, 6440, "2019-01-01", "")]
    [InlineData("originals/2019-Alpha-Numeric-HCPCS-File.zip", "ANWEB.xlsx", 6809, 6440, "2019-01-01", "")]
    [InlineData("originals/2020-04_anweb.xlsx", null, 0, 6728, "2020-04-01", "")]
    [InlineData("originals/2020-07_anweb.xlsx", null, 0, 6789, "2020-07-01", "")]
    [InlineData("originals/2020-10_anweb.xlsx", null, 7208, 6825, "2020-10-01", "")]
    [InlineData("HCPC2024_OCT_ANWEB_reconstructed.txt.gz", null, 15_129, 8091, "2024-10-01", "")]
    [InlineData("HCPC2025_OCT_ANWEB_v2_reconstructed.txt.gz", null, 16_006, 8463, "2025-10-01", "v2")]
    public void Reads_the_agencys_files(
        string path, string? part, int lines, int codes, string from, string release)
    {
        var file = Assert.IsType<Original<HcpcsRow>>(Files.Read(Files.Shared($"hcpcs/{path}", part)));
        Assert.Equal(codes, file.RowCount);
        if (lines > 0) Assert.Equal(lines, file.LinesRead);
        Assert.Empty(file.Problems);
        Assert.True(Files.IsWhole(file));
        Assert.Equal(DateOnly.Parse(from), file.Period.From);
        Assert.Equal(release, file.Release);
        Assert.False(file.IsPartial);
        Assert.Equal(codes, file.Rows.Select(row => row.Code).Distinct().Count());
        Assert.All(file.Rows, row => Assert.NotEmpty(row.LongDescription));
        Assert.All(file.Rows, row => Assert.True(row.LastDay is null || row.Added is null || row.LastDay >= row.Added));
    }

    [Theory]
    [InlineData("2018", "ANWEB_disc")]
    [InlineData("2019", "ANWEB")]
    public void Both_layouts_of_a_year_say_the_same(string year, string part)
    {
        var path = $"hcpcs/originals/{year}-Alpha-Numeric-HCPCS-File.zip";
        var text = HcpcsTextReader.Read(Files.Shared(path, $"{part}.txt")).Rows;
        var sheet = HcpcsSheetReader.Read(Files.Shared(path, $"{part}.xlsx")).Rows;
        Assert.Equal(sheet.Select(Facts), text.Select(Facts));
        // Lines break between words or after a hyphen or a slash, so blanks may differ.
        Assert.Equal(sheet.Select(row => Squeezed(row.LongDescription)),
            text.Select(row => Squeezed(row.LongDescription)));
    }

    [Fact]
    public void Figures_are_those_of_the_agency()
    {
        var rows = HcpcsTextReader.Read(Files.Shared("hcpcs/HCPC2024_OCT_ANWEB_reconstructed.txt.gz")).Rows
            .ToDictionary(row => row.Code.Value);
        Assert.Equal(new DateOnly(2018, 12, 31), rows["J0833"].LastDay);
        Assert.Equal(new DateOnly(2015, 12, 31), rows["Q9977"].LastDay);
        Assert.Equal(("51", 'N'), (rows["J0833"].Pricing, rows["J0833"].ActionCode!.Value));
        Assert.Null(rows["J3490"].LastDay);
    }

    private static object Facts(HcpcsRow row) => (row.Code, row.ShortDescription, row.Pricing, row.MultiplePricing,
        row.Statute, string.Join(' ', row.CrossReferences), row.Coverage, row.ProcessingNote, row.Betos,
        // The sheet of 2019 leaves the day of the last change blank for 115 codes that never changed; the
        // text cuts types of service off behind the third.
        row.TypesOfService[..Math.Min(3, row.TypesOfService.Length)], row.Added,
        row.ActionEffective ?? row.Added, row.LastDay, row.ActionCode);

    private static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal)
        .Replace("\u00A0", "", StringComparison.Ordinal);

    private static string Line(string code, int record, string text, string brief, string added, string effective,
        string ended, string action, string reference = "")
    {
        var line = new char[293];
        Array.Fill(line, ' ');
        void Put(int at, string field) => field.CopyTo(0, line, at - 1, field.Length);
        Put(1, code);
        Put(6, "00100");
        Put(11, $"{record}");
        Put(12, text);
        Put(92, brief);
        Put(120, "51");
        Put(128, "9");
        Put(205, reference);
        Put(230, "D");
        Put(257, "O1E");
        Put(261, "1P");
        Put(269, added);
        Put(277, effective);
        Put(285, ended);
        Put(293, action);
        return new(line);
    }
}
