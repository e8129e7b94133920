using Noc.Claims;
using Noc.X12;

namespace Noc.Formats.X837;

/// <summary>One segment of a claim: where it stands, in which loop, on which line.</summary>
/// <param name="Start">First byte in the claim text.</param>
/// <param name="End">Just behind the terminator.</param>
/// <param name="Tag">Packed tag.</param>
/// <param name="Loop">The loop it was placed in.</param>
/// <param name="Line">Line number from 1; 0 for the claim itself.</param>
internal readonly record struct PlacedSegment(int Start, int End, uint Tag, LoopId Loop, short Line);

/// <summary>Finds elements of an 837 claim in its file, and the places where missing ones belong.</summary>
internal sealed class Claim837Source(ClaimText text, PlacedSegment[] segments, bool institutional) : ClaimSource
{
    /// <inheritdoc />
    public override long? OffsetOf(int line, string element)
    {
        var slash = element.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return null;
        var loopName = element.AsSpan(0, slash);
        var tag = TagOf(element.AsSpan(slash + 1));
        if (FindSegment(line, loopName, tag) is { } found) return text.OriginalOffset(found.Start);
        return InsertionPoint(line, loopName, tag) is { } point ? text.OriginalOffset(point) : null;
    }

    private PlacedSegment? FindSegment(int line, ReadOnlySpan<char> loopName, uint tag)
    {
        foreach (var segment in segments)
            if (segment.Line == line && segment.Tag == tag && IsNamed(segment.Loop, loopName)) return segment;
        return null;
    }

    // Behind the last segment of its loop that stands before it; a whole loop behind the last one of its parent.
    private int? InsertionPoint(int line, ReadOnlySpan<char> loopName, uint tag)
    {
        var parent = line > 0 ? LoopId.Line : LoopId.Claim;
        int? inLoop = null, inParent = null;
        foreach (var segment in segments)
        {
            if (segment.Line != line) continue;
            if (IsNamed(segment.Loop, loopName) && Loop837.Order(segment.Loop, segment.Tag)
                <= Math.Min(Loop837.Order(segment.Loop, tag), int.MaxValue - 1)) inLoop = segment.End;
            if (segment.Loop == parent) inParent = segment.End;
        }
        return inLoop ?? inParent;
    }

    private bool IsNamed(LoopId loop, ReadOnlySpan<char> name) =>
        name.SequenceEqual(Loop837.Name(loop, institutional));

    private static uint TagOf(ReadOnlySpan<char> element)
    {
        // Letters and digits of the tag, without the two digits of the element: LIN03, NTE02, SV101-7, K301, HI01-2.
        var dash = element.IndexOf('-');
        var plain = dash < 0 ? element : element[..dash];
        if (plain.Length > 2 && char.IsAsciiDigit(plain[^1]) && char.IsAsciiDigit(plain[^2])) plain = plain[..^2];
        Span<byte> bytes = stackalloc byte[3];
        if (plain.Length is 0 or > 3) return 0;
        for (var i = 0; i < plain.Length; i++) bytes[i] = plain[i] < 128 ? (byte)plain[i] : (byte)'?';
        return Tag.Of(bytes[..plain.Length]);
    }
}
