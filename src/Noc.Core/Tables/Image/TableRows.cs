using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Noc.Tables;

/// <summary>Records of one kind, sorted by key and first day.</summary>
/// <typeparam name="T">The kind.</typeparam>
public readonly struct TableRows<T> where T : unmanaged, ITableRecord
{
    private readonly ReadOnlyMemory<byte> _bytes;

    internal TableRows(ReadOnlyMemory<byte> bytes, int count) => (_bytes, Count) = (bytes, count);

    internal static int RecordSize { get; } = Unsafe.SizeOf<T>();

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>All records.</summary>
    public ReadOnlySpan<T> All => MemoryMarshal.Cast<byte, T>(_bytes.Span);

    /// <summary>The records with a key, in order of their first day; none where there is none. Allocates nothing.
    /// </summary>
    public ReadOnlySpan<T> Of(ulong key)
    {
        var all = All;
        var first = FirstNotBelow(all, key);
        var end = first;
        while (end < all.Length && all[end].Key == key) end++;
        return all[first..end];
    }

    /// <summary>The records with keys from <paramref name="low"/> through <paramref name="high"/>.</summary>
    public ReadOnlySpan<T> Between(ulong low, ulong high)
    {
        var all = All;
        var first = FirstNotBelow(all, low);
        return all[first..(high == ulong.MaxValue ? all.Length : FirstNotBelow(all, high + 1))];
    }

    private static int FirstNotBelow(ReadOnlySpan<T> all, ulong key)
    {
        var (low, high) = (0, all.Length);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (all[middle].Key < key) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
