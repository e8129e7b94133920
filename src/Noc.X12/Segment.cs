using System.Runtime.CompilerServices;

namespace Noc.X12;

/// <summary>One segment, seen in the buffer it was read into. Valid until the reader moves on.</summary>
public readonly ref struct Segment
{
    private readonly ReadOnlySpan<int> _ends;   // where element i ends; the last is the terminator
    private readonly byte _component;

    internal Segment(
        byte[] buffer, int start, ReadOnlySpan<int> ends, byte component, long offset, long number)
    {
        Buffer = buffer;
        BufferStart = start;
        _ends = ends;
        _component = component;
        Offset = offset;
        Number = number;
    }

    /// <summary>The buffer the segment stands in.</summary>
    public byte[] Buffer { get; }

    /// <summary>Where the segment starts in <see cref="Buffer"/>.</summary>
    public int BufferStart { get; }

    /// <summary>Length in bytes without the terminator.</summary>
    public int Length => _ends[^1] - BufferStart;

    /// <summary>Index in <see cref="Buffer"/> just behind the terminator.</summary>
    public int End => _ends[^1] + 1;

    /// <summary>Byte offset of the segment in the original file, from 0.</summary>
    public long Offset { get; }

    /// <summary>Number of the segment in the file, from 1.</summary>
    public long Number { get; }

    /// <summary>How many elements stand behind the tag.</summary>
    public int Count => unchecked(_ends.Length - 1);

    /// <summary>The packed tag; see <see cref="X12.Tag"/>. 0 where the first element is no tag.</summary>
    public uint Tag => X12.Tag.Of(this[0]);

    /// <summary>The bytes without the terminator.</summary>
    public ReadOnlySpan<byte> Bytes => Buffer.AsSpan(BufferStart, Length);

    /// <summary>Element <paramref name="index"/> from 1 (0 is the tag); empty where absent.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            unchecked
            {
                var ends = _ends;
                if ((uint)index >= (uint)ends.Length) return [];
                var start = index == 0 ? BufferStart : ends[index - 1] + 1;
                return new(Buffer, start, ends[index] - start);
            }
        }
    }

    /// <summary>Where element <paramref name="index"/> starts in <see cref="Buffer"/>; the end where absent.</summary>
    public int Start(int index) =>
        index <= 0 ? BufferStart : index < _ends.Length ? _ends[index - 1] + 1 : _ends[^1];

    /// <summary>Component <paramref name="component"/> (from 1) of an element; empty where absent.</summary>
    public ReadOnlySpan<byte> Component(int index, int component)
    {
        var (start, length) = ComponentRange(index, component);
        return Buffer.AsSpan(start, length);
    }

    /// <summary>Where a component (from 1) of an element is in <see cref="Buffer"/>; length 0 if absent.</summary>
    public (int Start, int Length) ComponentRange(int index, int component)
    {
        var rest = this[index];
        var start = Start(index);
        for (var i = 1; i < component; i++)
        {
            var at = _component == 0 ? -1 : rest.IndexOf(_component);
            if (at < 0) return (start + rest.Length, 0);
            start += at + 1;
            rest = rest[(at + 1)..];
        }
        var end = _component == 0 ? -1 : rest.IndexOf(_component);
        return (start, end < 0 ? rest.Length : end);
    }
}
