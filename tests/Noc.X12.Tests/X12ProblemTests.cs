using static Noc.X12.Tests.Interchanges;

namespace Noc.X12.Tests;

public class X12ProblemTests
{
    [Theory]
    [InlineData("SE*7*0001", "SE*8*0001", "segment-count-wrong", "SE", 1)]
    [InlineData("SE*7*0001", "SE*x*0001", "segment-count-wrong", "SE", 1)]
    [InlineData("SE*7*0001", "SE*7*0002", "se-control-number-wrong", "SE", 2)]
    [InlineData("GE*1*7", "GE*2*7", "transaction-count-wrong", "GE", 1)]
    [InlineData("GE*1*7", "GE*1*8", "ge-control-number-wrong", "GE", 2)]
    [InlineData("IEA*1*000000007", "IEA*3*000000007", "group-count-wrong", "IEA", 1)]
    [InlineData("IEA*1*000000007", "IEA*1*000000008", "iea-control-number-wrong", "IEA", 2)]
    [InlineData("HL*2*1*22", "HL*3*1*22", "hl-number-wrong", "HL", 1)]
    [InlineData("HL*2*1*22", "HL*2*5*22", "hl-parent-missing", "HL", 2)]
    [InlineData("HL*2*1*22", "HL*2*2*22", "hl-parent-missing", "HL", 2)]
    [InlineData("GE*1*7~", "", "ge-missing", "GE", null)]
    [InlineData("SE*7*0001~", "", "se-missing", "SE", null)]
    [InlineData("GS*HC*S*R*20260102*0304*7*X*005010X222A1~", "", "gs-missing", "ST", null)]
    [InlineData("IEA*1*000000007~", "", "iea-missing", "IEA", null)]
    [InlineData("GE*1*7~", "SE*1*1~GE*1*7~", "se-unexpected", "SE", null)]
    [InlineData("GE*1*7~", "GE*1*7~GE*1*7~", "ge-unexpected", "GE", null)]
    [InlineData("CLM*A1", "?C*A1", "tag-unreadable", "", null)]
    public void Names_each_defect_with_its_place(string good, string bad, string id, string tag, int? element)
    {
        var text = Good.Replace(good, bad);
        var read = Read(text);
        var problem = read.Problems.First(p => p.Id == id);
        Assert.Equal((tag, element), (problem.Tag, problem.Element));
        Assert.InRange(problem.Offset, 0, text.Length);
        Assert.InRange(problem.Segment, 1, read.Segments.Count);
        if (bad.Length > 0 && tag.Length > 0 && !id.EndsWith("unexpected", StringComparison.Ordinal))
            Assert.StartsWith(tag, text[(int)problem.Offset..], StringComparison.Ordinal);
        Assert.Equal(text.Count(c => c == '~'), read.Segments.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \r\n ")]
    [InlineData("%PDF-1.7\n1 0 obj")]
    [InlineData("ISA")]
    [InlineData("ISA*00*          *00*")]
    public void Says_that_a_file_is_no_x12(string text)
    {
        var read = Read(text);
        Assert.Empty(read.Segments);
        Assert.Contains(read.Problems, p => p is { Id: "not-x12", Severity: ProblemSeverity.Fatal });
        Assert.False(read.Reader.SawInterchange);
    }

    [Fact]
    public void Reports_a_cut_wherever_the_file_ends()
    {
        var whole = Read(Good).Segments;
        for (var length = 0; length < Good.Length - 1; length++)
        {
            var read = Read(Good[..length]);
            Assert.NotEmpty(read.Problems);
            Assert.True(read.Segments.Count <= whole.Count);
            // Every whole segment before the cut is delivered.
            Assert.Equal(Good[..length].Count(c => c == '~') + (read.Ids.Contains("last-terminator-missing") ? 1 : 0),
                read.Segments.Count);
        }
        Assert.Equal(["last-terminator-missing"], Read(Good[..^1]).Ids);
    }

    [Fact]
    public void Says_where_the_file_was_cut()
    {
        var at = Good.IndexOf("CLM", StringComparison.Ordinal);
        var problem = Read(Good[..(at + 9)]).Problems[0];
        Assert.Equal(("file-cut", (long)at, "CLM", 7L), (problem.Id, problem.Offset, problem.Tag, problem.Segment));
    }

    [Fact]
    public void Finds_an_interchange_behind_one_that_was_cut_off()
    {
        var second = Good.Replace('*', '|').Replace('~', '\'');
        foreach (var filler in new[] { 0, 3_000_000 })
        {
            var read = Read(Good[..200] + second + new string(' ', filler));
            Assert.Contains("interchange-cut", read.Ids);
            Assert.Equal(2, read.Reader.Interchange);
            Assert.Equal(second.Split('\'')[..^1], read.Segments[^(second.Split('\'').Length - 1)..]);
        }
    }

    [Fact]
    public void Reports_data_behind_the_end() =>
        Assert.Equal(["data-outside-interchange"], Read(Good + "REF*X*1~").Ids.Distinct());

    [Fact]
    public void Keeps_no_more_problems_than_its_limit_but_counts_them()
    {
        var bad = string.Concat(Enumerable.Repeat("SE*1*1~", 500));
        var read = Read(Isa + bad, limits: X12Limits.Default with { MaxProblems = 10 });
        Assert.Equal(10, read.Problems.Count);
        Assert.True(read.Reader.ProblemCount >= 500);
    }

    [Fact]
    public void Stops_at_a_segment_beyond_its_limit()
    {
        var limits = X12Limits.Default with { MaxSegmentBytes = 5_000, BlockBytes = 1_000 };
        var read = Read(Isa + "CLM*" + new string('x', 100_000) + "~", limits: limits);
        Assert.Contains(read.Problems, p => p is { Id: "segment-too-long", Severity: ProblemSeverity.Fatal });
        Assert.True(read.Reader.BytesRead < 20_000);
    }
}
