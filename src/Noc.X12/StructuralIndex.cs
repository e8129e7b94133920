using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Noc.X12;

/// <summary>Positions of all element separators and segment terminators of a block, found 64 bytes at a time.</summary>
internal sealed class StructuralIndex
{
    /// <summary>Positions of separators and terminators, ascending.</summary>
    public int[] Positions { get; private set; } = new int[1 << 12];

    /// <summary>For each terminator, its index in <see cref="Positions"/>.</summary>
    public int[] Terminators { get; private set; } = new int[1 << 10];

    /// <summary>How many entries of <see cref="Terminators"/> are filled.</summary>
    public int TerminatorCount { get; private set; }

    /// <summary>Indexes <paramref name="length"/> bytes from <paramref name="start"/> on.</summary>
    public void Build(byte[] buffer, int start, int length, Delimiters delimiters)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)start + (uint)length, (uint)buffer.Length, nameof(length));
        // The worst case is a delimiter in every byte; 64 spare entries let the kernel write without a check.
        if (Positions.Length < length + 64) Positions = new int[length + 64];
        if (Terminators.Length < length + 64) Terminators = new int[length + 64];
        TerminatorCount = Scan(buffer, start, length, delimiters.Element, delimiters.Segment, Positions, Terminators);
    }

    // Optimised at once: precompiled code may not use the wide registers, and tier 0 would run a whole file.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Scan(
        byte[] buffer, int start, int length, byte element, byte segment, int[] positions, int[] terminators)
    {
        unchecked
        {
            ref var origin = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buffer), start);
            ref var found = ref MemoryMarshal.GetArrayDataReference(positions);
            ref var ends = ref MemoryMarshal.GetArrayDataReference(terminators);
            int count = 0, endCount = 0, i = 0;
            var elements = Vector512.Create(element);
            var segments = Vector512.Create(segment);
            for (; i + 64 <= length; i += 64)
            {
                var bytes = Vector512.LoadUnsafe(ref origin, (nuint)i);
                var isEnd = Vector512.Equals(bytes, segments);
                var endMask = isEnd.ExtractMostSignificantBits();
                var mask = (Vector512.Equals(bytes, elements) | isEnd).ExtractMostSignificantBits();
                var at = start + i;
                var endsHere = BitOperations.PopCount(endMask);
                // A fixed number of writes is faster than a loop the processor cannot predict; what is
                // written too much is overwritten by the next 64 bytes, or lies in the spare entries.
                for (var more = 0; more < endsHere; more += 4)
                {
                    WriteEnd(ref ends, endCount + more, ref endMask, mask, count);
                    WriteEnd(ref ends, endCount + more + 1, ref endMask, mask, count);
                    WriteEnd(ref ends, endCount + more + 2, ref endMask, mask, count);
                    WriteEnd(ref ends, endCount + more + 3, ref endMask, mask, count);
                }
                endCount += endsHere;
                var here = BitOperations.PopCount(mask);
                for (var more = 0; more < here; more += 8)
                {
                    Write4(ref Unsafe.Add(ref found, count + more), ref mask, at);
                    Write4(ref Unsafe.Add(ref found, count + more + 4), ref mask, at);
                }
                count += here;
            }
            for (; i < length; i++)
            {
                var b = Unsafe.Add(ref origin, i);
                if (b == segment) Unsafe.Add(ref ends, endCount++) = count;
                if (b == segment || b == element) Unsafe.Add(ref found, count++) = start + i;
            }
            return endCount;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteEnd(ref int ends, int at, ref ulong endMask, ulong mask, int count)
    {
        unchecked
        {
            Unsafe.Add(ref ends, at) = count + BitOperations.PopCount(mask & ((endMask & (0 - endMask)) - 1));
            endMask &= endMask - 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write4(ref int target, ref ulong mask, int at)
    {
        unchecked
        {
            target = at + BitOperations.TrailingZeroCount(mask);
            mask &= mask - 1;
            Unsafe.Add(ref target, 1) = at + BitOperations.TrailingZeroCount(mask);
            mask &= mask - 1;
            Unsafe.Add(ref target, 2) = at + BitOperations.TrailingZeroCount(mask);
            mask &= mask - 1;
            Unsafe.Add(ref target, 3) = at + BitOperations.TrailingZeroCount(mask);
            mask &= mask - 1;
        }
    }
}
