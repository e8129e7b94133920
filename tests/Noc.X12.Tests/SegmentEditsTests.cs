using System.Text;

namespace Noc.X12.Tests;

public class SegmentEditsTests
{
    [Fact]
    public void Changes_only_what_an_edit_names()
    {
        Assert.Equal("0123456789", Apply());
        Assert.Equal("01ab3456789", Apply(new SegmentEdit(2, 1, "ab"u8.ToArray())));
        Assert.Equal("xy0123459z", Apply(
            new(0, 0, "x"u8.ToArray()), new(0, 0, "y"u8.ToArray()), new(6, 3, default), new(10, 0, "z"u8.ToArray())));
    }

    [Fact]
    public void Takes_edits_as_they_come_and_refuses_those_that_go_back()
    {
        using var target = new MemoryStream();
        SegmentEdits.ApplyAsTheyCome(new MemoryStream("0123456789"u8.ToArray()),
            Enumerable.Range(0, 5).Select(i => new SegmentEdit(2 * i, 1, "x"u8.ToArray())), target);
        Assert.Equal("x1x3x5x7x9", Encoding.ASCII.GetString(target.ToArray()));
        Assert.Throws<ArgumentException>(() => SegmentEdits.ApplyAsTheyCome(
            new MemoryStream("0123456789"u8.ToArray()), [new(4, 1, default), new(4, 1, default)], Stream.Null));
    }

    [Fact]
    public void Copies_long_files_byte_for_byte_around_an_edit()
    {
        var bytes = new byte[300_000];
        new Random(4).NextBytes(bytes);
        using var target = new MemoryStream();
        SegmentEdits.Apply(new ChunkedStream(bytes, 777), [new(200_000, 50_000, default)], target);
        Assert.Equal([.. bytes[..200_000], .. bytes[250_000..]], target.ToArray());
    }

    [Fact]
    public void Corrects_an_element_found_by_the_reader()
    {
        var bytes = Encoding.Latin1.GetBytes(Interchanges.Good);
        var reader = new X12Reader(new MemoryStream(bytes));
        while (reader.Read() && reader.Current.Tag != Tag.SV1)
        {
        }
        var line = reader.Current;
        var place = line.Offset + line.Start(2) - line.BufferStart;
        using var target = new MemoryStream();
        SegmentEdits.Apply(new MemoryStream(bytes), [new(place, line[2].Length, "250"u8.ToArray())], target);
        Assert.Equal(Interchanges.Good.Replace(":JZ*100*", ":JZ*250*"), Encoding.Latin1.GetString(target.ToArray()));
    }

    [Fact]
    public void Refuses_edits_that_overlap_before_anything_is_written()
    {
        using var target = new MemoryStream();
        Assert.Throws<ArgumentException>(() => SegmentEdits.Apply(
            new MemoryStream([1, 2, 3]), [new(0, 2, default), new(1, 1, default)], target));
        Assert.Throws<ArgumentException>(() => SegmentEdits.Apply(
            new MemoryStream([1, 2, 3]), [new(-1, 2, default)], target));
        Assert.Equal(0, target.Length);
    }

    [Fact]
    public void Refuses_an_edit_behind_the_end() => Assert.Throws<EndOfStreamException>(() => Apply(
        new SegmentEdit(11, 0, default)));

    private static string Apply(params SegmentEdit[] edits)
    {
        using var target = new MemoryStream();
        SegmentEdits.Apply(new MemoryStream("0123456789"u8.ToArray()), edits, target);
        return Encoding.Latin1.GetString(target.ToArray());
    }
}
