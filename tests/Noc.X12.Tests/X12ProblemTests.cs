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
            // Every whole segment before the cut is delivered, and a trailer even where it is cut itself.
            var tail = Good[..length].Split('~')[^1].Split('*')[0];
            Assert.Equal(Good[..length].Count(c => c == '~') + (tail is "SE" or "GE" or "IEA" ? 1 : 0),
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

    [Theory]
    [InlineData("SE*7*0001", new[] { "last-terminator-missing", "ge-missing", "iea-missing" })]
    [InlineData("SE*7*0001 \r\n", new[] { "last-terminator-missing", "ge-missing", "iea-missing" })]
    [InlineData("SE*7*00", new[] { "file-cut", "ge-missing", "iea-missing" })]
    [InlineData("SE", new[] { "file-cut", "ge-missing", "iea-missing" })]
    [InlineData("SE*7*0001~GE*1*7", new[] { "last-terminator-missing", "iea-missing" })]
    [InlineData("SE*7*0001~GE*", new[] { "file-cut", "iea-missing" })]
    [InlineData("SE*7*0001~GE*1*7~IEA*1*000000007", new[] { "last-terminator-missing" })]
    [InlineData("SE*7*0001~GE*1*7~IEA*1*0000", new[] { "file-cut" })]
    [InlineData("SE*9*0001", new[] { "last-terminator-missing", "segment-count-wrong", "ge-missing", "iea-missing" })]
    public void A_trailer_without_its_terminator_closes_all_the_same(string end, string[] problems)
    {
        var text = Good[..Good.IndexOf("SE*7", StringComparison.Ordinal)] + end;
        for (var chunk = 1; chunk < 90; chunk += 4)
        {
            var read = Read(text, chunk);
            Assert.Equal(problems, read.Ids);
            Assert.Equal(end.TrimEnd().Split('~')[^1], read.Segments[^1]);
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

    [Theory]
    [InlineData(9_000)]
    [InlineData(100_000)]
    public void Leaves_out_a_segment_beyond_its_limit_and_goes_on(int length)
    {
        var limits = X12Limits.Default with { MaxSegmentBytes = 5_000, BlockBytes = 1_000 };
        var file = Good.Replace("CLM*A1", "CLM*" + new string('x', length));
        var read = Read(file, limits: limits);
        var problem = Assert.Single(read.Problems);
        Assert.Equal(("segment-too-long", ProblemSeverity.Error), (problem.Id, problem.Severity));
        Assert.Equal(file.IndexOf("CLM*", StringComparison.Ordinal), problem.Offset);
        Assert.Equal((1, file.Length), (read.Reader.SegmentsLeftOut, read.Reader.BytesRead));
        Assert.Equal(file.Count(c => c == '~'), read.Reader.Segments);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(105)]
    [InlineData(15_000)]
    [InlineData(1, "\r\n  ")]
    public void What_is_too_long_does_not_depend_on_where_blocks_end(int beyond, string blanks = "")
    {
        var at = Good.IndexOf("CLM*", StringComparison.Ordinal);
        var length = Good.IndexOf('~', at) - at;
        var file = Good.Insert(at + 4, new('x', 5_000 - length + beyond)).Insert(at, blanks) + Good;
        var cut = file + Isa + "CLM*" + new string('x', 7_000) + Good.Replace('~', '!');
        var limits = X12Limits.Default with { MaxSegmentBytes = 5_000 };
        foreach (var text in (string[])[file, cut])
        {
            var bytewise = Read(text, limits: limits with { BlockBytes = 1 });
            Assert.Equal(beyond > 0, bytewise.Problems.Any(one => one.Id == "segment-too-long"
                && one.Offset == at + blanks.Length));
            Assert.Equal(text == file ? 2 : 4, bytewise.Reader.Interchange);
            foreach (var block in (int[])[50, 777, 1_000, 4_999, 5_000, 5_005, 6_000, 1 << 20])
            {
                var read = Read(text, limits: limits with { BlockBytes = block });
                Assert.Equal(bytewise.Segments, read.Segments);
                Assert.Equal(bytewise.Problems, read.Problems);
            }
        }
    }

    [Fact]
    public void Finds_the_interchange_behind_a_segment_without_end()
    {
        var limits = X12Limits.Default with { MaxSegmentBytes = 5_000, BlockBytes = 1_000 };
        var read = Read(Isa + "CLM*" + new string('x', 50_000) + Good.Replace('~', '!'), limits: limits);
        Assert.Contains(read.Problems, p => p.Id == "interchange-cut");
        Assert.Equal(2, read.Reader.Interchange);
    }

    [Fact]
    public void Says_that_a_segment_has_too_many_elements_and_delivers_it()
    {
        var limits = X12Limits.Default with { MaxElements = 20 };
        Assert.Empty(Read(Good.Replace("CLM*A1", "CLM" + new string('*', 16)), limits: limits).Problems);
        var read = Read(Good.Replace("CLM*A1", "CLM" + new string('*', 17)), limits: limits);
        var problem = Assert.Single(read.Problems);
        Assert.Equal(("too-many-elements", "CLM", 7L), (problem.Id, problem.Tag, problem.Segment));
        Assert.Contains(read.Segments, segment => segment.StartsWith("CLM***", StringComparison.Ordinal));
    }

    [Fact]
    public void Says_once_that_levels_nest_too_deep()
    {
        const string Two = "HL*1**20*1~HL*2*1*22*0~";
        string Nested(int depth) => Good.Replace("SE*7", $"SE*{5 + depth}").Replace(Two, "HL*1**20*1~"
            + string.Concat(Enumerable.Range(2, depth - 1).Select(n => $"HL*{n}*{n - 1}*22*1~")));
        Assert.Empty(Read(Nested(32)).Problems);
        var problem = Assert.Single(Read(Nested(40)).Problems);
        Assert.Equal(("hl-too-deep", "HL", 2), (problem.Id, problem.Tag, problem.Element));
        var wide = string.Concat(Enumerable.Range(2, 300).Select(n => $"HL*{n}*1*22*0~"));
        Assert.Empty(Read(Good.Replace("SE*7", "SE*306").Replace(Two, "HL*1**20*1~" + wide)).Problems);
    }
}
