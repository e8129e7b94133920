using System.Numerics;

namespace Noc;

/// <summary>Answers that are asked for again and again, in a fixed number of slots: of two keys that share a slot the
/// newer stays. Thread-safe without locks.</summary>
/// <param name="slots">A power of two, at least two.</param>
internal sealed class SlotCache<TValue>(int slots)
{
    // The golden ratio of 64 bits spreads keys that differ in any of their bits.
    private const ulong Spread = 0x9E3779B97F4A7C15;

    private readonly Entry?[] _entries = new Entry?[slots];
    private readonly int _shift = 64 - BitOperations.Log2((uint)slots);

    private sealed class Entry(ulong key, TValue value)
    {
        public ulong Key => key;

        public TValue Value => value;
    }

    /// <summary>The kept answer; false where none is.</summary>
    public bool TryGet(ulong key, out TValue value)
    {
        if (Volatile.Read(ref Slot(key)) is { } entry && entry.Key == key)
        {
            value = entry.Value;
            return true;
        }
        value = default!;
        return false;
    }

    /// <summary>Keeps an answer, and returns it.</summary>
    public TValue Keep(ulong key, TValue value)
    {
        Volatile.Write(ref Slot(key), new(key, value));
        return value;
    }

    private ref Entry? Slot(ulong key) => ref _entries[(int)(unchecked(key * Spread) >> _shift)];
}
