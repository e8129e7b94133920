using Noc.X12;

namespace Noc.Formats.X837;

/// <summary>The segments of one claim with the loop each belongs to, found by walking its bytes again.</summary>
/// <remarks>One per thread, reused: a rule asks several times in a row about the same claim, or never.</remarks>
internal sealed class ClaimWalk
{
    [ThreadStatic] private static ClaimWalk? s_last;

    private readonly SegmentCursor _cursor = new();
    private readonly List<PlacedSegment> _segments = [];
    private readonly List<(Loop837 Loop, int Line, int Parent)> _instances = [];
    private LoopTracker _tracker;
    private ClaimSource837? _source;
    private bool _hasUpper;
    private int _current, _line;

    /// <summary>One segment and the loop occurrence it belongs to; -1 where it has none.</summary>
    internal readonly record struct PlacedSegment(uint Tag, int Start, int End, long Number, int Instance);

    /// <summary>The loop occurrences in file order.</summary>
    public IReadOnlyList<(Loop837 Loop, int Line, int Parent)> Instances => _instances;

    /// <summary>The walk over the claim; the last one again where it is the same claim.</summary>
    /// <param name="source">The claim's source.</param>
    /// <param name="withUpper">Whether the levels above the claim are asked for too.</param>
    public static ClaimWalk Of(ClaimSource837 source, bool withUpper)
    {
        var walk = s_last ??= new();
        if (ReferenceEquals(walk._source, source) && (walk._hasUpper || !withUpper)) return walk;
        (walk._source, walk._hasUpper) = (source, withUpper);
        walk._segments.Clear();
        walk._instances.Clear();
        walk._tracker = new(source.Table);
        (walk._current, walk._line) = (-1, 0);
        source.Walk(walk, walk._cursor, withUpper);
        return walk;
    }

    /// <summary>Takes the next segment.</summary>
    public void Add(in Segment segment)
    {
        var tag = segment.Tag;
        var before = _tracker.Current;
        if (tag == Tag.ST)
        {
            Open(before);
        }
        else
        {
            var move = _tracker.Move(segment, tag);
            if (move is LoopMove.Opens or LoopMove.OpensWithoutLx)
            {
                if (ReferenceEquals(_tracker.Current, _tracker.Table.Line)) _line++;
                Open(_tracker.Current);
            }
            else if (move is LoopMove.Returns)
            {
                while (_current >= 0 && !ReferenceEquals(_instances[_current].Loop, _tracker.Current))
                    _current = _instances[_current].Parent;
            }
            else if (move is not LoopMove.Stays)
            {
                _segments.Add(new(tag, segment.BufferStart, segment.End, segment.Number, -1));
                return;
            }
        }
        _segments.Add(new(tag, segment.BufferStart, segment.End, segment.Number, _current));
    }

    private void Open(Loop837 loop)
    {
        // The claim hangs on the dependent where there is one, though the table names the subscriber.
        var parent = _current;
        while (parent >= 0 && !ReferenceEquals(_instances[parent].Loop, loop.Parent)
            && !(loop.Level == LoopLevel.Claim && loop.IsRoot && _instances[parent].Loop.Level == LoopLevel.Dependent
                && _instances[parent].Loop.IsRoot))
            parent = _instances[parent].Parent;
        _current = _instances.Count;
        _instances.Add((loop, loop.Level == LoopLevel.Line ? _line : 0, parent));
    }

    /// <summary>The first and last segment of an occurrence, loops inside of it included.</summary>
    public (PlacedSegment First, PlacedSegment Last) Extent(int instance)
    {
        PlacedSegment first = default, last = default;
        foreach (var segment in _segments)
        {
            if (!IsWithin(segment.Instance, instance)) continue;
            if (first.End == 0) first = segment;
            last = segment;
        }
        return (first, last);
    }

    /// <summary>Where an element stands in the buffer or, if missing, would be inserted; null if unknown.</summary>
    public int? PositionOf(int line, Loop837 loop, in ElementName name)
    {
        if (loop.Level != LoopLevel.Line) line = 0;
        else if (line < 1 || line > _line) return null;
        if (Find(line, loop, name) is { } found) return ElementPosition(found, name);
        var instance = IndexOf(loop, line);
        if (instance >= 0) return InsertIn(instance, name.Tag);
        // The whole loop is missing: it belongs behind what precedes it in the nearest loop around it that is there.
        for (var around = loop.Parent; around is not null; around = around.Parent)
        {
            instance = IndexOf(around, around.Level == LoopLevel.Line ? line : 0);
            if (instance >= 0) return InsertLoop(instance, loop);
        }
        return null;
    }

    private int IndexOf(Loop837 loop, int line)
    {
        for (var i = 0; i < _instances.Count; i++)
            if (ReferenceEquals(_instances[i].Loop, loop) && _instances[i].Line == line) return i;
        return -1;
    }

    private PlacedSegment? Find(int line, Loop837 loop, in ElementName name)
    {
        foreach (var segment in _segments)
        {
            if (segment.Tag != name.Tag || segment.Instance < 0) continue;
            var (at, atLine, _) = _instances[segment.Instance];
            if (atLine == line && ReferenceEquals(at, loop) && HasQualifier(segment, name.Qualifier)) return segment;
        }
        return null;
    }

    private bool HasQualifier(in PlacedSegment placed, ReadOnlySpan<char> qualifier)
    {
        if (qualifier.Length == 0) return true;
        var first = Read(placed)[1];
        if (first.Length != qualifier.Length) return false;
        for (var i = 0; i < first.Length; i++)
            if (first[i] != qualifier[i]) return false;
        return true;
    }

    private Segment Read(in PlacedSegment placed)
    {
        _cursor.Reset(
            _source!.Text.Bytes, placed.Start, placed.End - placed.Start, _source.Delimiters, 0, placed.Number);
        _ = _cursor.Read();
        return _cursor.Current;
    }

    private int ElementPosition(in PlacedSegment placed, in ElementName name)
    {
        if (name.Element == 0) return placed.Start;
        var segment = Read(placed);
        if (name.Element > segment.Count) return segment.End - 1;   // in front of the terminator
        return name.Component == 0
            ? segment.Start(name.Element)
            : segment.ComponentRange(name.Element, name.Component).Start;
    }

    private int InsertIn(int instance, uint tag)
    {
        var loop = _instances[instance].Loop;
        var order = loop.OrderOf(tag) is > 0 and var known ? known : int.MaxValue;
        int? position = null;
        foreach (var segment in _segments)
            if (segment.Instance == instance && (position is null || loop.OrderOf(segment.Tag) <= order))
                position = segment.End;
        return position!.Value;
    }

    private int? InsertLoop(int around, Loop837 loop)
    {
        int? position = null;
        foreach (var segment in _segments)
            if (IsWithin(segment.Instance, around) && _instances[segment.Instance].Loop.Index < loop.Index)
                position = segment.End;
        return position;
    }

    private bool IsWithin(int instance, int around)
    {
        for (; instance >= 0; instance = _instances[instance].Parent)
            if (instance == around) return true;
        return false;
    }
}
