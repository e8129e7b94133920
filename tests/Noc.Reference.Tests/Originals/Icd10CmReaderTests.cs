using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

public sealed class Icd10CmReaderTests
{
    [Fact]
    public void Reads_headings_and_billable_codes()
    {
        var file = Icd10CmReader.Read(Files.Text(
            Line(1, "E11", '0', "Type 2 diabetes mellitus", "Type 2 diabetes mellitus")
            + Line(2, "E1100", '1', "Short", "A title that is longer") + "\nnothing\n", "icd10cm_order_2026.txt"));
        Assert.Equal(new(new(2025, 10, 1), new(2026, 9, 30)), file.Period);
        Assert.Equal(new(1, 1, "E11", IsBillable: false, "Type 2 diabetes mellitus", "Type 2 diabetes mellitus"),
            file.Rows[0]);
        Assert.Equal(new(2, 2, "E1100", IsBillable: true, "Short", "A title that is longer"), file.Rows[1]);
        Assert.Same(file.Rows[0].ShortTitle, file.Rows[0].LongTitle);
        Assert.Equal(4, Assert.Single(file.Problems).Line);
        Assert.True(file.IsPartial);
        Assert.True(Files.IsWhole(file));
    }

    [Theory]
    [InlineData("icd10cm_order_2020.txt", "2019-10-01", "2020-09-30")]
    [InlineData("icd10cm-order-Jan-2021.txt", "2021-01-01", "2021-09-30")]
    [InlineData("icd10cm_order_April 1 2025.txt", "2025-04-01", "2025-09-30")]
    [InlineData("icd10cm-order-October-2025.txt", "2025-10-01", "2026-09-30")]
    public void The_name_tells_the_coding_year(string name, string from, string to) => Assert.Equal(
        new(DateOnly.Parse(from), DateOnly.Parse(to)),
        Icd10CmReader.Read(Files.Text(Line(1, "E11", '0', "a", "a"), name)).Period);

    [Theory]
    [InlineData("april-1-2025-code-descriptions-tabular-order.zip", "2025-04-01")]
    [InlineData("2025-code-descriptions-tabular-order.zip", "2024-10-01")]
    public void The_update_of_April_is_known_by_its_archive(string archive, string from)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes(Line(1, "E11", '0', "a", "a"));
        var member = new OriginalMember(archive, "icd10cm_order_2025.txt", () => new MemoryStream(bytes));
        Assert.Equal(new(DateOnly.Parse(from), new(2025, 9, 30)), Icd10CmReader.Read(member).Period);
    }

    [Fact]
    public void A_name_without_a_year_is_refused() => Assert.Throws<UnreadableOriginalException>(
        () => Icd10CmReader.Read(Files.Text(Line(1, "E11", '0', "a", "a"), "order.txt")));

    [Theory]
    [InlineData("icd10cm/icd10cm-order-Jan-2021.txt.gz", null, 95_358, 72_621, "2021-01-01")]
    [InlineData("icd10cm/2020-ICD-10-CM-Codes.zip", "icd10cm_order_2020", 94_765, 72_184, "2019-10-01")]
    public void Reads_the_agencys_order_files(string path, string? part, int rows, int billable, string from)
    {
        var file = Assert.IsType<Original<Icd10CmRow>>(Files.Read(Files.Shared(path, part)));
        Assert.Equal((rows, rows, billable, DateOnly.Parse(from), false), (file.RowCount, file.LinesRead,
            file.Rows.Count(row => row.IsBillable), file.Period.From, file.IsPartial));
        Assert.Empty(file.Problems);
        Assert.Equal("Type 2 diabetes mellitus", Assert.Single(file.Rows, row => row.Code == "E11").LongTitle);
        Assert.True(Assert.Single(file.Rows, row => row.Code == "C50911").IsBillable);
    }

    [Theory]
    [InlineData("icd10cm_codes_2020", "without order")]
    [InlineData("icd10cm_codes_addenda", "changes")]
    [InlineData("icd10cm_order_addenda", "changes")]
    [InlineData("CodesFile.pdf", "document")]
    public void Other_members_of_the_release_are_left_out_with_a_reason(string part, string why)
    {
        var member = Files.Shared("icd10cm/2020-ICD-10-CM-Codes.zip", part);
        Assert.Null(OriginalReaders.Of(member));
        Assert.Contains(why, OriginalAsides.Why(member), StringComparison.Ordinal);
    }

    private static string Line(int order, string code, char billable, string title, string longTitle) =>
        $"{order:00000} {code,-7} {billable} {title,-60} {longTitle}\n";
}
