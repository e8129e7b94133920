using System.Collections;

namespace Noc.Formats.X837;

/// <summary>The names of all elements that claims keep, such as <c>2400/SV101-7</c>, each by its number.</summary>
/// <remarks>A number is the loop's times the number of slots, plus the slot's; names are made when asked
/// for.</remarks>
internal sealed class ElementNames837 : IReadOnlyList<string>
{
    private const int Slots = (int)Slot.Count, MaxLoops = ushort.MaxValue / Slots;

    private static readonly Lock Gate = new();
    private static readonly List<string> Loops = [];
    private readonly string?[] _names = new string?[MaxLoops * Slots];

    private ElementNames837() { }

    public static ElementNames837 All { get; } = new();

    public int Count => _names.Length;

    public string this[int index] => _names[index] ??= NameOf(index);

    /// <summary>The number of the first element of a loop, whatever the guide.</summary>
    public static int FirstOf(string loop)
    {
        lock (Gate)
        {
            var known = Loops.IndexOf(loop);
            if (known >= 0) return known * Slots;
            Loops.Add(loop);
            return (Loops.Count - 1) * Slots;
        }
    }

    public IEnumerator<string> GetEnumerator()
    {
        for (var i = 0; i < Loops.Count * Slots; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string NameOf(int index)
    {
        lock (Gate)
            return string.Concat(
                Loops[index / Slots], "/", ((Slot)(index % Slots)).ToString().Replace('_', '-'));
    }
}
