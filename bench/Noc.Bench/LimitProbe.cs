using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Noc.Bench;

/// <summary>What one core can do with the bytes of a claim file when it knows the delimiters and checks
/// nothing.</summary>
/// <remarks>The measure for everything else, taken in the same run: a figure alone tells mostly of the machine and of
/// what else runs there. Takes files with <c>*</c> and <c>~</c> and no line breaks.</remarks>
internal static class LimitProbe
{
    private const int BlockBytes = 1 << 18, MaxTailBytes = 1 << 16;

    /// <summary>One pass that finds each delimiter, and looks at nothing else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string Scan(string file)
    {
        using var handle = Open(file);
        var block = new byte[BlockBytes];
        var positions = new int[block.Length + 64];
        long segments = 0, elements = 0, characters = 0, offset = 0, last = -1;
        int read;
        while ((read = RandomAccess.Read(handle, block, offset)) > 0)
        {
            var count = Find(block, read, positions);
            for (var i = 0; i < count; i++)
            {
                var at = offset + positions[i];
                characters += at - last - 1;
                last = at;
                elements++;
                if (block[positions[i]] == (byte)'~') segments++;
            }
            offset += read;
        }
        return $"segments {segments}, elements {elements}, characters {characters}";
    }

    /// <summary>The same, and looks at segment ids, charges, codes and LIN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string Sum(string file)
    {
        using var handle = Open(file);
        var block = new byte[BlockBytes + MaxTailBytes];
        var positions = new int[block.Length + 64];
        var sums = new Sums();
        long offset = 0;
        int kept = 0, read;
        while ((read = RandomAccess.Read(handle, block.AsSpan(kept, Math.Min(BlockBytes, block.Length - kept)),
            offset)) > 0)
        {
            offset += read;
            var filled = kept + read;
            var count = Find(block, filled, positions);
            int start = 0, first = 0;
            for (var i = 0; i < count; i++)
            {
                if (block[positions[i]] != (byte)'~') continue;
                sums.Add(block, start, positions.AsSpan(first, i + 1 - first));
                (start, first) = (positions[i] + 1, i + 1);
            }
            kept = filled - start;
            Buffer.BlockCopy(block, start, block, 0, kept);
        }
        return sums.ToString();
    }

    private static Microsoft.Win32.SafeHandles.SafeFileHandle Open(string file) =>
        File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.SequentialScan);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Find(byte[] block, int length, int[] positions)
    {
        ref var origin = ref MemoryMarshal.GetArrayDataReference(block);
        ref var found = ref MemoryMarshal.GetArrayDataReference(positions);
        int count = 0, i = 0;
        for (; i + 64 <= length; i += 64)
        {
            var bytes = Vector512.LoadUnsafe(ref origin, (nuint)i);
            var mask = (Vector512.Equals(bytes, Vector512.Create((byte)'~'))
                | Vector512.Equals(bytes, Vector512.Create((byte)'*'))).ExtractMostSignificantBits();
            for (; mask != 0; mask &= unchecked(mask - 1))
                Unsafe.Add(ref found, count++) = i + BitOperations.TrailingZeroCount(mask);
        }
        for (; i < length; i++)
            if (block[i] is (byte)'~' or (byte)'*') positions[count++] = i;
        return count;
    }
}
