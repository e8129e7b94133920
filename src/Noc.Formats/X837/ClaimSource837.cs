using Noc.Claims;
using Noc.X12;

namespace Noc.Formats.X837;

/// <summary>Finds the elements of an 837 claim in its file, and the places where missing ones belong.</summary>
/// <remarks>Nothing is kept per segment: the claim's bytes are walked again when somebody asks. Valid until the
/// claim's unit is disposed.</remarks>
public sealed class ClaimSource837 : ClaimSource
{
    private readonly ClaimText _text;
    private readonly Delimiters _delimiters;
    private readonly UpperLevels _upper;
    private readonly int _start, _end;
    private readonly long _number;

    internal ClaimSource837(
        ClaimText text, LoopTable837 table, Delimiters delimiters, UpperLevels upper, int start, int end, long number)
    {
        (_text, Table, _delimiters, _upper) = (text, table, delimiters, upper);
        (_start, _end, _number) = (start, end, number);
    }

    /// <summary>The loops of the guide the claim follows.</summary>
    public LoopTable837 Table { get; }

    /// <summary>The delimiters of the claim's interchange, for who writes into it.</summary>
    public Delimiters Delimiters => _delimiters;

    /// <summary>The bytes the claim was read from.</summary>
    internal ClaimText Text => _text;

    /// <summary>Every loop of the claim and above it, in file order.</summary>
    public IReadOnlyList<LoopInstance> Loops()
    {
        var walk = ClaimWalk.Of(this, withUpper: true);
        var loops = new LoopInstance[walk.Instances.Count];
        for (var i = 0; i < loops.Length; i++)
        {
            var (first, last) = walk.Extent(i);
            loops[i] = new(walk.Instances[i].Loop, walk.Instances[i].Line,
                _text.OriginalOffset(first.Start), _text.OriginalOffset(last.End - 1), first.Number, last.Number);
        }
        return loops;
    }

    /// <inheritdoc />
    /// <remarks>The element is named by loop, tag and position: <c>2400/SV101-7</c>, <c>2300/REF02</c>. A segment alone
    /// may be named too, with its first element where it repeats: <c>2410/LIN</c>, <c>2300/REF*F8</c>.</remarks>
    public override long? OffsetOf(int line, string element)
    {
        if (!ElementName.TryParse(element, out var name) || Table.ById(name.Loop) is not { } loop) return null;
        var walk = ClaimWalk.Of(this, withUpper: loop.Level < LoopLevel.Claim);
        return walk.PositionOf(line, loop, name) is { } position ? _text.OriginalOffset(position) : null;
    }

    /// <summary>Hands the segments of the claim, and those above it, to the walk in file order.</summary>
    internal void Walk(ClaimWalk walk, SegmentCursor cursor, bool withUpper)
    {
        for (var level = 0; level < 4 && withUpper; level++)
        {
            var (start, end, number) = _upper[level];
            if (end == start) continue;
            cursor.Reset(_text.Bytes, start, end - start, _delimiters, 0, number);
            while (cursor.Read()) walk.Add(cursor.Current);
        }
        cursor.Reset(_text.Bytes, _start, _end - _start, _delimiters, 0, _number);
        while (cursor.Read()) walk.Add(cursor.Current);
    }
}
