using Noc.Reference.Originals;

namespace Noc.Reference.Tests.Originals;

public sealed class OriginalAsidesTests
{
    [Theory]
    [InlineData("%PDF-1.7\nx", "a document (PDF)")]
    [InlineData("   Zip5 Record Layout\n", "a record layout")]
    [InlineData("\n  CMS RIF REPORT\n  AS OF: 10/31/2017\n", "a record layout")]
    [InlineData("CENTERS\n2018\n\nAlpha-Numeric HCPCS File Content\n", "a read-me file")]
    [InlineData("\nUpdate Information\n", "a read-me file")]
    [InlineData("\n     PROCESSING NOTES\n ____\n", "processing notes")]
    [InlineData("   2018 HCPCS CORRECTIONS\n\n  CODE\n", "corrections cut to narrow columns: the workbook beside it "
        + "holds them whole")]
    [InlineData("A000    Cholera due to one\nA001    Cholera due to another\n", "ICD-10-CM codes without order: the "
        + "order file of the release holds them")]
    [InlineData("Add:         A001    Cholera\nRevise from: 1 A002 Cholera\n", "changes of ICD-10-CM: the order file "
        + "of the release holds their result")]
    public void Members_that_are_no_dataset_have_a_reason(string text, string why)
    {
        var member = Files.Text(text);
        Assert.Null(OriginalReaders.Of(member));
        Assert.Equal(why, OriginalAsides.Why(member));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b\n1,2\n")]
    [InlineData("\0\0\0\0")]
    public void Of_other_files_nothing_is_said(string text) => Assert.Null(OriginalAsides.Why(Files.Text(text)));

    [Fact]
    public void Every_member_of_the_agencys_code_releases_is_read_or_has_a_reason()
    {
        var folder = SharedOriginals();
        Assert.All(folder.SelectMany(OriginalFiles.Members), member =>
            Assert.True(OriginalReaders.Of(member) is not null || OriginalAsides.Why(member) is not null,
                member.Name));
    }

    private static string[] SharedOriginals() => Directory.GetFiles(
        Noc.Tests.SharedFolder.Require("data/hcpcs/originals"), "*.zip");
}
