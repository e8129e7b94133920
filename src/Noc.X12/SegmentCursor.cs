using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Noc.X12;

/// <summary>Walks the segments of one run of bytes whose delimiters are known. Allocates nothing per segment.</summary>
/// <remarks>Bytes behind the last terminator are not delivered; <see cref="Consumed"/> is where they start.</remarks>
public sealed class SegmentCursor
{
    private readonly StructuralIndex _index = new();
    private byte[] _buffer = [];
    private Delimiters _delimiters;
    private int _start, _segmentStart, _first, _next, _last;
    private long _originalOffset, _number;
    private int _bytesPerCharacter = 1;

    /// <summary>Starts over on other bytes.</summary>
    /// <param name="buffer">Holds the bytes; must not change while segments of it are used.</param>
    /// <param name="start">First byte of the run.</param>
    /// <param name="length">Length of the run.</param>
    /// <param name="delimiters">As the interchange declares them.</param>
    /// <param name="originalOffset">Where the run starts in the original file, in bytes.</param>
    /// <param name="firstNumber">Number of the first segment of the run in the file, from 1.</param>
    /// <param name="bytesPerCharacter">2 where the original is UTF-16, else 1.</param>
    public void Reset(
        byte[] buffer, int start, int length, Delimiters delimiters,
        long originalOffset, long firstNumber, int bytesPerCharacter = 1)
    {
        _index.Build(buffer, start, length, delimiters);
        (_buffer, _delimiters, _start) = (buffer, delimiters, start);
        (_originalOffset, _number, _bytesPerCharacter) = (originalOffset, firstNumber - 1, bytesPerCharacter);
        (_first, _next, _last, Consumed) = (0, 0, 0, start);
    }

    /// <summary>Index in the buffer just behind the last segment read.</summary>
    public int Consumed { get; private set; }

    /// <summary>Number of the last segment read.</summary>
    public long Number => _number;

    /// <summary>The packed tag of the segment that <see cref="Read"/> moved to.</summary>
    internal uint Tag => X12.Tag.Of(_buffer.AsSpan(_segmentStart, unchecked(_index.Positions[_first] - _segmentStart)));

    /// <summary>The bytes of the tag as they stand, and how many; 0 where there are not two or three of them.</summary>
    internal uint TagBytes
    {
        get
        {
            unchecked
            {
                var length = (uint)(_index.Positions[_first] - _segmentStart);
                if (length is not (2 or 3) || _buffer.Length - _segmentStart < sizeof(uint)) return 0;
                var four = BinaryPrimitives.ReadUInt32LittleEndian(_buffer.AsSpan(_segmentStart));
                return (four << (length == 3 ? 8 : 16)) | length;
            }
        }
    }

    /// <summary>How many elements stand behind the tag of that segment.</summary>
    internal int Count => unchecked(_last - _first - 1);

    /// <summary>How many bytes that segment has, without its terminator.</summary>
    internal int Length => unchecked(Consumed - 1 - _segmentStart);

    /// <summary>Moves to the next segment that is not blank; false at the end of the run.</summary>
    public bool Read()
    {
        unchecked   // once per segment; every number stays below the length of the buffer
        {
            var index = _index;
            while (_next < index.TerminatorCount)
            {
                _first = _last;
                var terminator = index.Terminators[_next++];
                _last = terminator + 1;
                var end = index.Positions[terminator];
                var start = Consumed;
                if (_buffer[start] <= (byte)' ') start = SkipBlanks(start, end);
                _segmentStart = start;
                Consumed = end + 1;
                if (start == end) continue;
                _number++;
                return true;
            }
            return false;
        }
    }

    /// <summary>The segment that <see cref="Read"/> moved to.</summary>
    public Segment Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(
            _buffer, _segmentStart, new(_index.Positions, _first, unchecked(_last - _first)), _delimiters.Component,
            OffsetOf(_segmentStart), _number);
    }

    /// <summary>Offset in the original file of a position in the buffer.</summary>
    public long OffsetOf(int position) => unchecked(_originalOffset + ((long)(position - _start) * _bytesPerCharacter));

    // Vendors wrap lines behind the terminator; a line break is never part of a tag.
    private int SkipBlanks(int from, int end)
    {
        while (from < end && _buffer[from] <= (byte)' ' && _buffer[from] != _delimiters.Element) from++;
        return from;
    }
}
