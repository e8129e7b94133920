using Noc.Reference.Seed;

namespace Noc.Reference.Tests.Seed;

public sealed class SeedRowsTests
{
    [Fact]
    public void Reads_quotes_empty_cells_and_any_line_end()
    {
        var rows = new SeedRows("t.csv", "a,b,c\r\n1,\"x, \"\"y\"\"\",\n,,3");
        Assert.True(rows.Next());
        Assert.Equal(("1", "x, \"y\"", ""), (rows.Text(0), rows.Text(1), rows.Text(2)));
        Assert.True(rows.Next());
        Assert.Equal(("", "", "3"), (rows.Text(0), rows.Text(1), rows.Text(2)));
        Assert.False(rows.Next());
    }

    [Theory]
    [InlineData("a,b\n1\n", "row 2: has 1 cells")]
    [InlineData("a,b\n1,2\n1,2,3\n", "row 3: has 3 cells")]
    [InlineData("a,b\n1,\"2\n", "row 2: a quote is not closed")]
    [InlineData("a,b\n\"1\"x,2\n", "row 2: has text behind a closing quote")]
    [InlineData("", "row 0: has no header")]
    public void A_broken_row_names_file_and_row(string text, string message)
    {
        var error = Assert.Throws<InvalidOperationException>(() =>
        {
            var rows = new SeedRows("t.csv", text);
            while (rows.Next()) { }
        });
        Assert.Contains($"data/seed/t.csv, {message}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-31", "2026-01-31")]
    [InlineData("", "")]
    [InlineData("2026-02-30", null)]
    [InlineData("2026-1-31", null)]
    [InlineData("0000-01-01", null)]
    [InlineData("20260131", null)]
    public void Dates_are_real_days(string text, string? expected)
    {
        var rows = new SeedRows("t.csv", $"day,x\n{text},1\n");
        Assert.True(rows.Next());
        if (expected is null) Assert.Throws<InvalidOperationException>(() => rows.Date(0));
        else Assert.Equal(expected, rows.Date(0)?.ToString("yyyy-MM-dd") ?? "");
    }

    [Fact]
    public void A_missing_column_is_named() => Assert.Contains("has no column unit",
        Assert.Throws<InvalidOperationException>(() => new SeedRows("t.csv", "a,b\n").Column("unit")).Message,
        StringComparison.Ordinal);
}
