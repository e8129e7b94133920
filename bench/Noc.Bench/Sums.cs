using System.Runtime.CompilerServices;

namespace Noc.Bench;

/// <summary>What the limit adds up, so that nothing of its work can be left out.</summary>
internal struct Sums
{
    private long _segments, _elements, _lines, _unclassified, _drugs, _cents;

    /// <summary>Takes a segment; <paramref name="ends"/> says where each of its elements ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(byte[] block, int start, ReadOnlySpan<int> ends)
    {
        var id = block.AsSpan(start, ends[0] - start);
        if (id.SequenceEqual("SV1"u8) && ends.Length > 2)
            Line(block.AsSpan(ends[0] + 1, ends[1] - ends[0] - 1), block.AsSpan(ends[1] + 1, ends[2] - ends[1] - 1));
        else if (id.SequenceEqual("LIN"u8)) _drugs++;
        _segments++;
        _elements += ends.Length;
    }

    private void Line(ReadOnlySpan<byte> procedure, ReadOnlySpan<byte> charge)
    {
        _lines++;
        _cents += Cents(charge);
        if (procedure.Length < 8) return;
        var code = procedure.Slice(3, 5);
        if (code.SequenceEqual("J3490"u8) || code.SequenceEqual("J3590"u8) || code.SequenceEqual("J9999"u8)
            || code.SequenceEqual("C9399"u8) || code.SequenceEqual("J7999"u8)) _unclassified++;
    }

    /// <inheritdoc />
    public override readonly string ToString() => $"segments {_segments}, elements {_elements}, lines {_lines}, "
        + $"unclassified {_unclassified}, LIN {_drugs}, cents {_cents}";

    private static long Cents(ReadOnlySpan<byte> text)
    {
        long cents = 0;
        var decimals = -1;
        foreach (var digit in text)
        {
            if (digit == (byte)'.') decimals = 0;
            else if (decimals < 2)
            {
                cents = (cents * 10) + digit - '0';
                if (decimals >= 0) decimals++;
            }
        }
        return decimals switch { 2 => cents, 1 => cents * 10, _ => cents * 100 };
    }
}
