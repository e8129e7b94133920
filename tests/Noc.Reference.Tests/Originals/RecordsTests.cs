using System.Text;
using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

public sealed class RecordsTests
{
    [Theory]
    [InlineData("a,b,,c", "a|b||c")]
    [InlineData("\"a,b\",c", "a,b|c")]
    [InlineData("\"say \"\"it\"\"\",c", "say \"it\"|c")]
    [InlineData("\"\",\"\"\"\",x", "|\"|x")]
    [InlineData(" \"a\",5\" pipe", " \"a\"|5\" pipe")]
    [InlineData("\"a\"b,c\"d\"", "ab|c\"d\"")]
    [InlineData("a,", "a|")]
    public void Splits_cells_as_spreadsheets_do(string line, string cells) =>
        Assert.Equal(cells, Assert.Single(All(line)));

    [Fact]
    public void A_quoted_cell_may_hold_line_breaks() =>
        Assert.Equal(["a|b\nc\n|d", "e"], All("a,\"b\nc\n\",d\ne\n"));

    [Fact]
    public void A_quote_that_never_closes_spoils_its_own_line_only() =>
        Assert.Equal(["a|\"b", "c|d", "e"], All("a,\"b\nc,d\ne\n"));

    [Fact]
    public void Cells_that_rows_repeat_are_one_string()
    {
        using var records = Open("same,x\nother,same\n");
        Assert.True(records.Read());
        var first = records.Cells[0];
        Assert.True(records.Read());
        Assert.Same(first, records.Cells[1]);
    }

    [Theory]
    [InlineData("HCPCS Code", "hcpcs code", true)]
    [InlineData(" HCPCS/\n CPT\u00A0Code ", "HCPCS/ CPT Code", true)]
    [InlineData("NADAC_per_unit", "NADAC Per Unit", true)]
    [InlineData("Trade Name", "Trade_Name", true)]
    [InlineData("HCPCSCode", "HCPCS Code", false)]
    [InlineData("HCPCS Codes", "HCPCS Code", false)]
    [InlineData("HCPCS", "HCPCS Code", false)]
    [InlineData("", "HCPCS Code", false)]
    public void A_header_cell_bears_a_name_whatever_its_case_and_blanks(string cell, string name, bool isNamed) =>
        Assert.Equal(isNamed, Cell.IsNamed(cell, name));

    [Theory]
    [InlineData("1,043.935", "1043.935")]
    [InlineData(" $29.380 ", "29.380")]
    [InlineData("\u00A017.508%", "17.508")]
    [InlineData(".", null)]
    [InlineData("N/A", null)]
    [InlineData("", null)]
    public void Reads_numbers_as_agencies_write_them(string text, string? number)
    {
        Assert.True(Cell.TryNumber(text, out var value));
        Assert.Equal(number, value?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("1e5")]
    [InlineData("$")]
    [InlineData("99999999999999999999999999999")]
    public void Other_text_is_no_number(string text) => Assert.False(Cell.TryNumber(text, out _));

    [Theory]
    [InlineData("20251231", "2025-12-31")]
    [InlineData(" 2024-02-29 ", "2024-02-29")]
    [InlineData("9/3/2026", "2026-09-03")]
    [InlineData("09/23/2026", "2026-09-23")]
    [InlineData("", null)]
    public void Reads_days_as_agencies_write_them(string text, string? day)
    {
        Assert.True(Cell.TryDay(text, out var value));
        Assert.Equal(day, value?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("00000000")]
    [InlineData("20250229")]
    [InlineData("2025-13-01")]
    [InlineData("9/3/26")]
    [InlineData("9/31/2026")]
    [InlineData("123/3/2026")]
    [InlineData("9//2026")]
    [InlineData("1/2/3/2026")]
    [InlineData("2025123")]
    [InlineData("2025123x")]
    [InlineData("Approved Prior to Jan 1, 1982")]
    public void Other_text_is_no_day(string text) => Assert.False(Cell.TryDay(text, out _));

    [Theory]
    [InlineData("rvu26c-updated-06-30-2026.zip", "PPRRVU2026_Jul_QPP.csv", "2026-06-30")]
    [InlineData("rvu26c-updated-06-30-2026.zip", "GPCI_v2_071526.csv", "2026-07-15 v2")]
    [InlineData("PFREV25C.zip", "PFREV25C.txt", "")]
    public void An_archive_tells_the_release_where_its_member_does_not(string path, string name, string release) =>
        Assert.Equal(release, Cell.ReleaseOf(new OriginalMember($"folder/{path}", name, () => Stream.Null)));

    [Fact]
    public void Lists_that_say_the_same_are_one()
    {
        var lists = new ListPool(',');
        Assert.Equal(["1", "5"], lists.Of("1, 5"));
        Assert.Same(lists.Of("1, 5"), lists.Of("1, 5"));
        Assert.Empty(lists.Of(" "));
    }

    [Fact]
    public void Fields_of_a_line_end_with_it()
    {
        var pool = new TextPool();
        Assert.Equal(("bc", "d", "", null),
            (pool.At("a bc d", 2, 4), pool.At("a bc d", 5, 80), pool.At("a", 5, 9), pool.AtOrNull("a  ", 2, 3)));
        Assert.Equal("b c", pool.At("a\u00A0b\u00A0c", 2, 9));
    }

    private static List<string> All(string text)
    {
        using var records = Open(text);
        var all = new List<string>();
        while (records.Read()) all.Add(string.Join('|', records.Cells));
        return all;
    }

    private static TextRecords Open(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), ',', true);
}
