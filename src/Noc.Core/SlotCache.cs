namespace Noc;

/// <summary>Answers that are asked for again and again, in a fixed number of slots: of two keys that share a slot the
/// newer stays. Thread-safe without locks.</summary>
/// <param name="slots">A power of two.</param>
internal sealed class SlotCache<TKey, TValue>(int slots) where TKey : IEquatable<TKey>
{
    private sealed record Entry(TKey Key, TValue Value);

    private readonly Entry?[] _entries = new Entry?[slots];

    /// <summary>The kept answer; false where none is.</summary>
    public bool TryGet(TKey key, out TValue value)
    {
        if (Volatile.Read(ref Slot(key)) is { } entry && entry.Key.Equals(key))
        {
            value = entry.Value;
            return true;
        }
        value = default!;
        return false;
    }

    /// <summary>Keeps an answer, and returns it.</summary>
    public TValue Keep(TKey key, TValue value)
    {
        Volatile.Write(ref Slot(key), new(key, value));
        return value;
    }

    private ref Entry? Slot(TKey key) => ref _entries[key.GetHashCode() & (_entries.Length - 1)];
}
