using System.Runtime.CompilerServices;

namespace Noc.X12;

/// <summary>Pulls segments out of a stream, whoever wrote it, and checks the envelopes on the way.</summary>
/// <remarks>Memory does not grow with the file. Never throws on what the bytes say, only where the stream itself
/// fails. Source: X12.5 interchange control structure; X12.6 application control structure.</remarks>
public sealed class X12Reader
{
    private const int FirstWindow = 1 << 12;

    private readonly ByteSource _source;
    private readonly X12Limits _limits;
    private readonly int _maxElements, _maxBytes;
    private readonly Envelope _envelope;
    private readonly SegmentCursor _cursor = new();
    private readonly List<X12Problem> _problems = [];
    private readonly uint[] _inside = new uint[64];   // tags of no envelope, as they stand, by their hash
    private byte[] _buffer;
    private int _filled, _indexed, _window = FirstWindow;
    private long _bufferOffset;   // characters before _buffer[0], the byte order mark not counted
    private long _isaAt;          // where the current ISA starts, counted the same way
    private long _segments;
    private bool _atEnd, _done, _mayBeLong, _expectIsa = true, _reportedReplaced, _trailerFinished;

    /// <summary>Reads from <paramref name="stream"/>, which stays open and is read forward only.</summary>
    public X12Reader(Stream stream, X12Limits? limits = null)
    {
        _limits = limits ?? X12Limits.Default;
        _source = new(stream);
        (_maxElements, _maxBytes) = (_limits.MaxElements, _limits.MaxSegmentBytes);
        _envelope = new(Report, _limits.MaxLevelDepth);
        _buffer = new byte[_limits.BlockBytes + (1 << 12)];
    }

    /// <summary>The segment that <see cref="Read"/> moved to. Valid until the next call of it.</summary>
    public Segment Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _cursor.Current;
    }

    /// <summary>The delimiters of the current interchange.</summary>
    public Delimiters Delimiters { get; private set; }

    /// <summary>Which interchange of the file, from 1.</summary>
    public int Interchange => _envelope.Interchange;

    /// <summary>Which functional group of the interchange, from 1.</summary>
    public int Group => _envelope.Group;

    /// <summary>Which transaction set of the group, from 1.</summary>
    public int Transaction => _envelope.Transaction;

    /// <summary>True between ST and SE.</summary>
    public bool InTransaction => _envelope.InTransaction;

    /// <summary>ST01, such as 837; empty before the first.</summary>
    public string TransactionSetId => _envelope.TransactionSetId;

    /// <summary>ST03, else GS08, such as 005010X222A1; empty where neither is given.</summary>
    public string Version => _envelope.Version;

    /// <summary>True once an ISA segment was found.</summary>
    public bool SawInterchange { get; private set; }

    /// <summary>2 where the file is UTF-16, else 1.</summary>
    public int BytesPerCharacter => _source.BytesPerCharacter;

    /// <summary>Bytes read from the stream so far.</summary>
    public long BytesRead => _source.BytesRead;

    /// <summary>Segments read so far.</summary>
    public long Segments => _segments;

    /// <summary>How many of them were longer than <see cref="X12Limits.MaxSegmentBytes"/> and were left out.</summary>
    public long SegmentsLeftOut { get; private set; }

    /// <summary>What is wrong with the file so far, in its order, the first of them where there are many.</summary>
    public IReadOnlyList<X12Problem> Problems => _problems;

    /// <summary>How many problems there are, those not kept among them.</summary>
    public long ProblemCount { get; private set; }

    /// <summary>Moves to the next segment; false at the end.</summary>
    public bool Read()
    {
        while (!_done)
        {
            if (_expectIsa && !FindInterchange()) continue;
            if (!_cursor.Read())
            {
                Refill();
                continue;
            }
            _segments = _cursor.Number;
            // Nearly every segment has a tag that came before and is none of an envelope.
            var bytes = _cursor.TagBytes;
            ref var inside = ref _inside[(int)(unchecked(bytes * 2654435769u) >> 26)];
            if (inside == bytes && bytes != 0 && !_mayBeLong && _cursor.Count <= _maxElements) return true;
            var tag = _cursor.Tag;
            if (_mayBeLong && _cursor.Length > _maxBytes)
            {
                LeaveOut();
                continue;
            }
            if (_cursor.Count > _maxElements) ReportElements();
            if (!Envelope.Concerns(tag))
            {
                inside = bytes;
                return true;
            }
            if (Follow(tag)) return true;
        }
        return false;
    }

    /// <summary>Adds a problem found by who reads the segments.</summary>
    public void Report(X12Problem problem)
    {
        ProblemCount++;
        if (_problems.Count < _limits.MaxProblems) _problems.Add(problem);
    }

    // False where the segment turned out to belong to another interchange, which is read from its ISA on.
    private bool Follow(uint tag)
    {
        var segment = _cursor.Current;
        if (tag == Tag.ISA)
        {
            if (StartsAnew(segment)) return false;
            _isaAt = _bufferOffset + segment.BufferStart;
        }
        if (tag is 0 or Tag.GS && StartsBefore(segment)) return false;
        if (tag == 0 && StartsInside(segment)) return false;
        _envelope.Follow(tag, segment);
        if (tag == Tag.IEA) _expectIsa = true;
        return true;
    }

    private void ReportElements()
    {
        var segment = _cursor.Current;
        Report(new("too-many-elements", ProblemSeverity.Error,
            $"A segment has more than {_maxElements} elements; no segment of any guide has as many.",
            segment.Offset, segment.Number, Tag.Name(segment.Tag)));
    }

    // Finds the ISA of the next interchange and indexes the buffer by its delimiters. False: look again, or done.
    private bool FindInterchange()
    {
        var from = _cursor.Consumed;
        while (_filled - from < IsaHeader.MaxBytes && !_atEnd) from = Fill(from);
        // Terminators without a segment between them say nothing either.
        while (from < _filled && (_buffer[from] <= (byte)' ' || _buffer[from] == 0x1A
            || (SawInterchange && _buffer[from] == Delimiters.Segment))) from++;
        if (from == _filled)
        {
            if (!_atEnd) return Skip(from);
            return End();
        }
        var isHere = IsaHeader.TryRead(_buffer.AsSpan(from, _filled - from), out var delimiters, out var padded);
        if (!isHere && SawInterchange)
        {
            Report(new("data-outside-interchange", ProblemSeverity.Error,
                "There is data behind the end of the interchange that is no new interchange; it is read all the same.",
                OffsetOf(from), _segments, ""));
            _expectIsa = false;
            return true;
        }
        if (!isHere)
        {
            var at = SeekFirst(from, out delimiters, out padded);
            if (at < 0) return false;
            from = at;
        }
        if (!padded)
            Report(new("isa-not-padded", ProblemSeverity.Warn,
                "ISA is not 106 characters long; its delimiters were found by counting elements.",
                OffsetOf(from), _segments + 1, "ISA"));
        Begin(from, delimiters);
        return true;
    }

    private int SeekFirst(int from, out Delimiters delimiters, out bool padded)
    {
        while (true)
        {
            var at = IsaHeader.Find(_buffer.AsSpan(from, _filled - from), out delimiters, out padded);
            if (at >= 0)
            {
                Report(new("text-before-isa", ProblemSeverity.Warn,
                    "There is text before the first ISA segment; it was skipped.", OffsetOf(from), 0, ""));
                return from + at;
            }
            if (_atEnd || _filled - from > _limits.MaxLeadingBytes) break;
            from = Fill(from);
        }
        Report(new("not-x12", ProblemSeverity.Fatal,
            "No ISA segment was found: this is no X12 file, or its beginning is missing.", OffsetOf(from), 0, ""));
        _done = true;
        return -1;
    }

    private void Begin(int from, Delimiters delimiters)
    {
        // With the same delimiters the index still holds, unless blanks or text in between shifted it.
        var reindex = delimiters != Delimiters || !SawInterchange || from >= _indexed;
        (Delimiters, SawInterchange, _expectIsa) = (delimiters, true, false);
        if (!reindex) return;
        _window = FirstWindow;
        Index(from);
    }

    private void Index(int from)
    {
        var length = Math.Min(_filled - from, _window);
        if (_window < _buffer.Length) _window *= 2;
        _indexed = from + length;
        _mayBeLong = length > _maxBytes;
        _cursor.Reset(_buffer, from, length, Delimiters, OffsetOf(from), _segments + 1, BytesPerCharacter);
    }

    private void Refill()
    {
        var from = _cursor.Consumed;
        if (_indexed < _filled)   // more bytes are here than were indexed
        {
            Index(from);
            return;
        }
        // What is too long does not depend on where blocks end: an interchange that starts within the limit is seen.
        var start = from;
        while (start < _filled && _buffer[start] <= (byte)' ') start++;
        var length = _filled - start;
        if (length > _maxBytes + (_atEnd ? 0 : IsaHeader.MaxBytes))
        {
            if (!StartsWithin(start, Math.Min(length, _maxBytes + IsaHeader.MaxBytes))) SkipLong(start);
            return;
        }
        if (_atEnd)
        {
            FinishTail(from);
            return;
        }
        from = Fill(from);
        _window = int.MaxValue / 2;
        Index(from);
    }

    // A segment that is whole and too long. An interchange may start in it, as in one without an end.
    private void LeaveOut()
    {
        var segment = _cursor.Current;
        var (start, limit) = (segment.BufferStart, _maxBytes + IsaHeader.MaxBytes);
        _segments--;   // StartsWithin counts it
        if (StartsWithin(start, Math.Min(segment.Length, limit))) return;
        ReportLength(start);
        if (StartsWithin(start, segment.Length)) return;
        _segments++;
        SegmentsLeftOut++;
    }

    // Nothing of the segment is kept but its end, where a new interchange may start.
    private void SkipLong(int from)
    {
        ReportLength(from);
        while (true)
        {
            var end = _buffer.AsSpan(from, _filled - from).IndexOf(Delimiters.Segment);
            if (StartsWithin(from, end < 0 ? _filled - from : end)) return;
            if (end < 0 && !_atEnd)
            {
                from = Fill(Math.Max(from, _filled - IsaHeader.MaxBytes));
                continue;
            }
            _segments++;
            SegmentsLeftOut++;
            if (end < 0) End();
            else Index(from + end + 1);
            return;
        }
    }

    private void ReportLength(int start) => Report(new("segment-too-long", ProblemSeverity.Error,
        $"A segment is longer than {_maxBytes} bytes; it was left out, and reading goes on.",
        OffsetOf(start), _segments + 1, ""));

    // Bytes behind the last terminator: a whole trailer lacks nothing else, anything else is cut off.
    private void FinishTail(int from)
    {
        while (from < _filled && (_buffer[from] <= (byte)' ' || _buffer[from] == 0x1A)) from++;
        if (from < _filled)
        {
            if (StartsWithin(from, _filled - from)) return;
            var tail = _buffer.AsSpan(from, _filled - from);
            var at = tail.IndexOf(Delimiters.Element);
            var tag = Tag.Of(at < 0 ? tail : tail[..at]);
            if (tag is Tag.SE or Tag.GE or Tag.IEA && FinishTrailer(from, tag)) return;
            Report(FileCut(from, tag));
        }
        End();
    }

    // What a trailer closes was whole before it, so it closes even where it is cut off itself.
    private bool FinishTrailer(int from, uint tag)
    {
        if (_trailerFinished) return false;
        _trailerFinished = true;
        while (_buffer[_filled - 1] <= (byte)' ' && _buffer[_filled - 1] != Delimiters.Element) _filled--;
        if (_filled == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length + 1);
        _buffer[_filled++] = Delimiters.Segment;
        Index(from);
        _cursor.Read();
        var isWhole = _envelope.IsWhole(tag, _cursor.Current[2]);
        _envelope.TrailerIsCut = !isWhole;
        Report(isWhole
            ? new("last-terminator-missing", ProblemSeverity.Warn,
                "The last segment has no terminator.", OffsetOf(from), _segments + 1, Tag.Name(tag))
            : FileCut(from, tag));
        Index(from);
        return true;
    }

    private X12Problem FileCut(int from, uint tag) => new("file-cut", ProblemSeverity.Error,
        "The file ends in the middle of this segment: it was cut off. Ask for the whole file.",
        OffsetOf(from), _segments + 1, Tag.Name(tag));

    private bool End()
    {
        _done = true;
        ReportReplaced();
        if (!SawInterchange)
            Report(new("not-x12", ProblemSeverity.Fatal,
                "No ISA segment was found: the file is empty or blank.", OffsetOf(_filled), 0, ""));
        _envelope.CloseAll(OffsetOf(_filled), _segments);
        return false;
    }

    private bool Skip(int to)
    {
        _cursor.Reset(_buffer, to, 0, Delimiters, OffsetOf(to), _segments + 1, BytesPerCharacter);
        _indexed = to;
        Fill(to);
        return false;
    }

    // An ISA inside of an interchange: the one before it was cut off.
    private bool StartsAnew(in Segment segment)
    {
        var at = segment.BufferStart;
        if (!IsaHeader.TryRead(_buffer.AsSpan(at, _filled - at), out var delimiters, out _) || delimiters == Delimiters)
            return false;
        Restart(at, delimiters);
        return true;
    }

    // The segment before may have been cut off and run into an ISA with the same terminator. Then the group follows,
    // or what the old delimiters make of it.
    private bool StartsBefore(in Segment segment)
    {
        var end = segment.BufferStart;
        while (end > 0 && _buffer[end - 1] <= (byte)' ' && _buffer[end - 1] != Delimiters.Segment) end--;
        var first = (int)Math.Max(_isaAt + 1 - _bufferOffset, Math.Max(0, end - IsaHeader.MaxBytes));
        if (end - 1 <= first) return false;
        first += _buffer.AsSpan(first, end - 1 - first).LastIndexOf(Delimiters.Segment) + 1;
        var at = IsaHeader.Find(_buffer.AsSpan(first, end - first), out var delimiters, out _);
        if (at < 0) return false;
        Report(InterchangeCut(first + at, segment.Number - 1));
        Restart(first + at, delimiters);
        return true;
    }

    // A segment without a tag may hide an interchange with other delimiters behind one that was cut off.
    private bool StartsInside(in Segment segment)
    {
        if (RestartWithin(segment.BufferStart, segment.Length + 1, segment.Number)) return true;
        Report(new("tag-unreadable", ProblemSeverity.Error,
            "A segment does not start with a tag of two or three letters and digits.",
            segment.Offset, segment.Number, ""));
        return false;
    }

    // The same where no terminator of the interchange that was cut off was read.
    private bool StartsWithin(int from, int length)
    {
        _segments++;   // the segment that was cut off, which Restart does not count
        if (RestartWithin(from, length, _segments)) return true;
        _segments--;
        return false;
    }

    private bool RestartWithin(int start, int length, long number)
    {
        var at = IsaHeader.Find(_buffer.AsSpan(start, length), out var delimiters, out _);
        if (at < 0) return false;
        Report(InterchangeCut(start + at, number));
        Restart(start + at, delimiters);
        return true;
    }

    private X12Problem InterchangeCut(int at, long number) => new("interchange-cut", ProblemSeverity.Error,
        "A new interchange starts inside of a segment: the one before it was cut off.", OffsetOf(at), number, "ISA");

    private void Restart(int at, Delimiters delimiters)
    {
        Delimiters = delimiters;
        _segments--;
        _window = FirstWindow;
        Index(at);
    }

    private long OffsetOf(int position) =>
        _source.MarkBytes + ((_bufferOffset + position) * _source.BytesPerCharacter);

    // Moves what is left to the front and reads more behind it; returns where the rest starts now. What could be an
    // ISA before it stays, for StartsBefore.
    private int Fill(int from)
    {
        var kept = Math.Min(from, IsaHeader.MaxBytes);
        var left = _filled - from + kept;
        Buffer.BlockCopy(_buffer, from - kept, _buffer, 0, left);
        (_bufferOffset, _filled, _indexed) = (_bufferOffset + from - kept, left, kept);
        if (_buffer.Length - left < _limits.BlockBytes) Array.Resize(ref _buffer, left + _limits.BlockBytes);
        var read = _source.Read(_buffer.AsSpan(_filled, _limits.BlockBytes));
        _filled += read;
        _atEnd |= read == 0;
        ReportReplaced();
        _cursor.Reset(_buffer, kept, 0, Delimiters, OffsetOf(kept), _segments + 1, BytesPerCharacter);
        return kept;
    }

    private void ReportReplaced()
    {
        if (!_source.ReplacedCharacters || _reportedReplaced) return;
        _reportedReplaced = true;
        Report(new("characters-replaced", ProblemSeverity.Warn,
            "The file is UTF-16 with characters that X12 does not know; they are shown as question marks.",
            OffsetOf(0), _segments, ""));
    }
}
