using static Noc.X12.Tests.Interchanges;

namespace Noc.X12.Tests;

/// <summary>An interchange that was cut off, and another behind it: nothing of the second is lost.</summary>
public class CutInterchangeTests
{
    [Theory]
    [InlineData("*~:")]
    [InlineData("|~:")]
    [InlineData("*~>")]
    [InlineData("|~>")]
    [InlineData("*\n:")]
    [InlineData("|'>")]
    public void Reads_the_interchange_behind_one_that_was_cut_off_anywhere(string delimiters)
    {
        var second = Good.Replace('*', delimiters[0]).Replace('~', delimiters[1]).Replace(':', delimiters[2]);
        var wanted = second.Split(delimiters[1])[..^1];
        for (var length = Isa.Length; length < Good.Length; length++)
        {
            var text = Good[..length] + second;
            var read = Read(text);
            Assert.NotEmpty(read.Problems);
            Assert.Equal(wanted, read.Segments[^wanted.Length..]);
            Assert.Equal(2, read.Reader.Interchange);
            Assert.Equal(delimiters[2], (char)read.Reader.Delimiters.Component);
            Assert.Equal(length, read.Offsets[^wanted.Length]);
            var pieces = Read(text, 1 + (length % 97), X12Limits.Default with { BlockBytes = 16 });
            Assert.Equal(read.Segments, pieces.Segments);
            Assert.Equal(read.Problems, pieces.Problems);
        }
    }

    [Fact]
    public void Names_the_place_where_the_second_starts()
    {
        var at = Good.IndexOf("CLM*A1*1", StringComparison.Ordinal) + 8;
        var problem = Read(Good[..at] + Good.Replace('*', '|')).Problems[0];
        Assert.Equal(("interchange-cut", (long)at, "ISA", 7L),
            (problem.Id, problem.Offset, problem.Tag, problem.Segment));
    }

    [Fact]
    public void Finds_it_where_no_terminator_of_the_first_follows()
    {
        var second = Good.Replace('*', '|').Replace('~', '\'');
        var read = Read(Good[..200] + second + new string(' ', 3_000_000));
        Assert.Contains("interchange-cut", read.Ids);
        Assert.Equal(second.Split('\'')[..^1], read.Segments[^(second.Split('\'').Length - 1)..]);
    }

    [Fact]
    public void Ends_for_any_text_that_repeats_the_start_of_an_interchange()
    {
        foreach (var part in new[] { Isa[..^1], "ISA*", "GS|~", "?~", Isa, Isa.Replace('*', '|'), "GS*~" + Isa })
            foreach (var other in new[] { "~", "?~", "GS~", "GS*1~", Isa.Replace('*', '|')[..^1], "ISA|~" })
                _ = Read(Good[..300] + string.Concat(Enumerable.Repeat(part + other, 60)));
    }
}
