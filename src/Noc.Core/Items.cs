using System.Collections;
using System.Runtime.CompilerServices;

namespace Noc;

/// <summary>Items in order that never change; <c>default</c> holds none.</summary>
/// <remarks>An array that cannot be written to. Unlike an interface to one it costs no call to count, index or visit:
/// rules do that many times a line.</remarks>
/// <typeparam name="T">The kind of item.</typeparam>
/// <param name="items">The items; taken over, not copied.</param>
[CollectionBuilder(typeof(Items), nameof(Items.Of))]
public readonly struct Items<T>(T[]? items) : IReadOnlyList<T>, IEquatable<Items<T>>
{
    private readonly T[]? _items = items;

    /// <summary>How many there are.</summary>
    public int Count => _items is null ? 0 : _items.Length;

    /// <summary>One item, counted from 0.</summary>
    public T this[int index] => (_items ?? [])[index];

    /// <summary>All of them.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>A copy of some of them; what a list pattern calls.</summary>
    /// <param name="start">The first, counted from 0.</param>
    /// <param name="length">How many.</param>
    public Items<T> Slice(int start, int length) => Items.Of(AsSpan().Slice(start, length));

    /// <summary>True where an item equals <paramref name="item"/>.</summary>
    public bool Contains(T item) => Array.IndexOf(_items ?? [], item) >= 0;

    /// <summary>These items and one more behind them.</summary>
    public Items<T> With(T item) => new([.. AsSpan(), item]);

    /// <summary>Visits the items in order without allocating.</summary>
    public Enumerator GetEnumerator() => new(_items ?? []);

    /// <summary>True for the same array, not for another with equal items.</summary>
    public bool Equals(Items<T> other) => _items == other._items;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Items<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _items is null ? 0 : RuntimeHelpers.GetHashCode(_items);

    /// <summary>True for the same array.</summary>
    public static bool operator ==(Items<T> left, Items<T> right) => left.Equals(right);

    /// <summary>True for another array.</summary>
    public static bool operator !=(Items<T> left, Items<T> right) => !left.Equals(right);

    /// <summary>The array as items; the caller writes to it no more.</summary>
    public static implicit operator Items<T>(T[]? items) => new(items);

    /// <summary>A copy of the list.</summary>
    public static implicit operator Items<T>(List<T> items) => new(items.Count == 0 ? null : items.ToArray());

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_items ?? []).GetEnumerator();

    /// <summary>Stands before the first item until moved.</summary>
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _at;

        internal Enumerator(T[] items) => (_items, _at) = (items, -1);

        /// <summary>The item at hand.</summary>
        public readonly T Current => _items[_at];

        /// <summary>Goes to the next item; false behind the last.</summary>
        public bool MoveNext() => ++_at < _items.Length;
    }
}

/// <summary>Makes <see cref="Items{T}"/>.</summary>
public static class Items
{
    /// <summary>A copy of the items; what a collection expression calls.</summary>
    public static Items<T> Of<T>(ReadOnlySpan<T> items) => items.IsEmpty ? default : new(items.ToArray());
}
