using System.Text;
using static Noc.X12.Tests.Interchanges;

namespace Noc.X12.Tests;

public class X12ReaderTests
{
    [Fact]
    public void Reads_every_segment_with_its_place()
    {
        var read = Read(Good);
        Assert.Empty(read.Problems);
        Assert.Equal(Good, string.Concat(read.Segments.Select(s => s + "~")));
        for (var i = 0; i < read.Segments.Count; i++)
            Assert.StartsWith(read.Segments[i], Good[(int)read.Offsets[i]..], StringComparison.Ordinal);
        Assert.Equal("005010X222A1", read.Reader.Version);
        Assert.Equal(new Delimiters((byte)'*', (byte)'^', (byte)':', (byte)'~'), read.Reader.Delimiters);
        Assert.Equal((1, 1, 1), (read.Reader.Interchange, read.Reader.Group, read.Reader.Transaction));
    }

    [Fact]
    public void Finds_the_components_of_an_element()
    {
        var reader = new X12Reader(new MemoryStream(Encoding.Latin1.GetBytes(Good)));
        while (reader.Read() && reader.Current.Tag != Tag.SV1)
        {
        }
        var line = reader.Current;
        Assert.Equal("J3490", Encoding.Latin1.GetString(line.Component(1, 2)));
        Assert.Equal("JZ", Encoding.Latin1.GetString(line.Component(1, 3)));
        Assert.True(line.Component(1, 4).IsEmpty);
        Assert.True(line[99].IsEmpty);
        Assert.True(line[-1].IsEmpty);
        Assert.Equal("SV1", Tag.Name(line.Tag));
    }

    [Fact]
    public void Reads_the_same_in_pieces_of_any_size()
    {
        var text = Good.Replace("~", "~\r\n") + Good.Replace('~', '!').Replace('*', '|');
        foreach (var bytes in new[]
        {
            Encoding.Latin1.GetBytes(text), [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
        })
        {
            var whole = Read(bytes);
            Assert.Empty(whole.Problems);
            for (var chunk = 1; chunk < 300; chunk++)
            {
                var read = Read(bytes, chunk, X12Limits.Default with { BlockBytes = Math.Max(16, chunk / 2) });
                Assert.Equal(whole.Segments, read.Segments);
                Assert.Equal(whole.Offsets, read.Offsets);
                Assert.Equal(whole.Problems, read.Problems);
            }
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("~\n")]
    [InlineData("~\r\n")]
    [InlineData("\u001C")]
    [InlineData("\u0085")]
    public void Takes_any_terminator(string terminator)
    {
        var read = Read(Good.Replace("~", terminator));
        Assert.Empty(read.Problems);
        Assert.Equal(Good.Split('~')[..^1], read.Segments);
    }

    [Fact]
    public void Takes_several_interchanges_each_with_its_own_delimiters()
    {
        var second = Good.Replace('*', '|').Replace('~', '\'').Replace(':', '>').Replace('^', '\\');
        var read = Read(Good + "\n\n" + second + Good);
        Assert.Empty(read.Problems);
        Assert.Equal(3, read.Reader.Interchange);
        Assert.Equal(3 * (Good.Split('~').Length - 1), read.Segments.Count);
    }

    [Fact]
    public void Takes_acknowledgements_before_the_first_group() =>
        Assert.Empty(Read(Isa + "TA1*000000001*260102*0304*A*000~" + Body + "IEA*1*000000007~").Problems);

    [Fact]
    public void Counts_many_groups_and_transactions()
    {
        var two = "GS*HC*S*R*20260102*0304*8*X*005010X222A1~ST*837*1~SE*2*1~ST*837*2~SE*2*2~GE*2*8~";
        var read = Read(Isa + Body + two + "IEA*2*000000007~");
        Assert.Empty(read.Problems);
        Assert.Equal((2, 2), (read.Reader.Group, read.Reader.Transaction));
    }

    [Theory]
    [InlineData("   \r\n")]
    [InlineData("\u001A")]
    [InlineData("\n\n\n")]
    public void Ignores_a_blank_tail(string tail) => Assert.Empty(Read(Good + tail).Problems);

    [Fact]
    public void Reads_lower_case_tags()
    {
        var read = Read(Good.ToLowerInvariant());
        Assert.Empty(read.Problems);
        Assert.Equal(1, read.Reader.Transaction);
    }

    [Fact]
    public void Says_that_text_stands_before_the_first_segment()
    {
        var read = Read("Your file:\r\n" + Good);
        Assert.Equal(["text-before-isa"], read.Ids);
        Assert.Equal(12, read.Offsets[0]);
        Assert.Equal(12, Read("\r\n \r\n\n      " + Good).Offsets[0]);
    }

    [Fact]
    public void Finds_the_delimiters_of_a_segment_that_is_not_padded()
    {
        var read = Read(Good.Replace("SENDER         ", "SENDER"));
        Assert.Equal(["isa-not-padded"], read.Ids);
        Assert.Equal(Read(Good).Segments.Count, read.Segments.Count);
    }

    [Fact]
    public void Keeps_latin_bytes_as_they_are() =>
        Assert.Contains("CLM*\u00C9\u00FF*100***11:B:1", Read(Good.Replace("CLM*A1", "CLM*\u00C9\u00FF")).Segments);

    [Fact]
    public void Skips_a_byte_order_mark()
    {
        var read = Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)]);
        Assert.Empty(read.Problems);
        Assert.Equal(3, read.Offsets[0]);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Decodes_wide_characters_and_keeps_offsets_of_the_file(bool bigEndian, bool mark)
    {
        var encoding = new UnicodeEncoding(bigEndian, mark);
        var read = Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Good)]);
        Assert.Empty(read.Problems);
        Assert.Equal(Read(Good).Segments, read.Segments);
        Assert.Equal(Read(Good).Offsets.Select(o => (2 * o) + (mark ? 2 : 0)), read.Offsets);
        Assert.Equal(2, read.Reader.BytesPerCharacter);
    }

    [Fact]
    public void Replaces_characters_that_need_more_than_a_byte_and_says_so_once()
    {
        var read = Read(Encoding.Unicode.GetBytes(Good.Replace("CLM*A1", "CLM*\u0416\u4E00")));
        Assert.Equal(["characters-replaced"], read.Ids);
        Assert.Contains("CLM*??*100***11:B:1", read.Segments);
    }

    [Theory]
    [InlineData(1 << 16)]
    [InlineData((1 << 20) - 100)]
    public void Reads_a_very_long_segment(int length)
    {
        var text = new string('x', length);
        var read = Read(Good.Replace("CLM*A1", "CLM*" + text), 50_000);
        Assert.Empty(read.Problems);
        Assert.Contains("CLM*" + text + "*100***11:B:1", read.Segments);
    }

    [Fact]
    public void Allocates_nothing_per_segment()
    {
        var claims = string.Concat(Enumerable.Repeat("CLM*A1*100***11:B:1~", 50_000));
        var bytes = Encoding.Latin1.GetBytes(Isa + "GS*HC*S*R*20260102*0304*7*X*5~ST*837*1~" + claims);
        var reader = new X12Reader(new MemoryStream(bytes));
        for (var i = 0; i < 40_000; i++) Assert.True(reader.Read());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000 && reader.Read(); i++) _ = reader.Current[1].Length;
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000);
    }
}
