using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Noc.X12;

namespace Noc.Bench;

/// <summary>Reading every segment and element, as a ratio to a bare scan of the same file in the same run.</summary>
internal static class ReadBench
{
    private const int Rounds = 9;

    public static int Run(string file)
    {
        var bytes = new FileInfo(file).Length;
        var limits = new List<double>();
        var reads = new List<double>();
        string limitResult = "", readResult = "";
        for (var i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            limitResult = Scan(file);
            limits.Add(watch.Elapsed.TotalSeconds);
            watch.Restart();
            readResult = Read(file);
            reads.Add(watch.Elapsed.TotalSeconds);
        }
        limits.Sort();
        reads.Sort();
        var (limit, read) = (limits[Rounds / 2], reads[Rounds / 2]);
        Console.WriteLine($"scan  {bytes / 1e6 / limit,8:N0} MB/s  {limitResult}");
        Console.WriteLine($"read  {bytes / 1e6 / read,8:N0} MB/s  {readResult}");
        Console.WriteLine($"ratio {limit / read,8:N2}       peak resident {Environment.WorkingSet / 1048576} MB now, "
            + $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MB peak");
        return limitResult == readResult ? 0 : 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
        var reader = new X12Reader(stream);
        long elements = 0, characters = 0;
        while (reader.Read())
        {
            var segment = reader.Current;
            for (var i = 0; i <= segment.Count; i++) characters += segment[i].Length;
            elements += segment.Count + 1;
        }
        return $"segments {reader.Segments}, elements {elements}, characters {characters}";
    }

    // One pass with wide registers that looks at every delimiter: what the memory allows with no reader at all.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static string Scan(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.Read,
            FileOptions.SequentialScan);
        var block = new byte[1 << 18];
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
