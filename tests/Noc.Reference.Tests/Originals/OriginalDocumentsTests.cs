using Noc.Reference.Originals;
using Noc.Tests;

namespace Noc.Reference.Tests.Originals;

public sealed class OriginalDocumentsTests
{
    [Theory]
    [InlineData("\n   PROCESSING NOTES\n  0001--text  *\n", "processing")]
    [InlineData("  CMS RIF REPORT\n", "columns")]
    [InlineData("Example\n\nAlpha-Numeric HCPCS File Content\n", "read-me")]
    [InlineData("   2026 HCPCS CORRECTIONS\n\n  CODE   ACTION  EFF DATE   SHORT DESC\n", "cuts cells")]
    [InlineData("Add:         X001    Example\n", "already")]
    [InlineData("X000    Example disease\n", "order file")]
    [InlineData("", "neither text")]
    public void Says_why_a_document_is_left_out(string text, string why) =>
        Assert.Contains(why, OriginalDocuments.Why(Files.Text(text).Head), StringComparison.Ordinal);

    [Theory]
    [InlineData("HCPCS Code,Something new\nJ9990,1\n")]
    [InlineData("anything\n")]
    [InlineData("AL35004101020012026\n")]
    public void Does_not_explain_away_what_may_be_data(string text) =>
        Assert.Null(OriginalDocuments.Why(Files.Text(text).Head));

    [Fact]
    public void Every_member_at_hand_has_one_reader_or_a_reason()
    {
        var unknown = new List<string>();
        foreach (var path in Directory.EnumerateFiles(
            SharedFolder.Require("data"), "*", SearchOption.AllDirectories))
            foreach (var member in OriginalFiles.Members(path))
                if (OriginalReaders.Of(member) is null && OriginalDocuments.Why(member.Head) is null)
                    unknown.Add(member.Name);
        Assert.Empty(unknown);
    }
}
