namespace Noc.Formats.X837;

/// <summary>The parsed name of an element: loop, tag, qualifier, element and component.</summary>
/// <param name="loop">Such as 2410.</param>
/// <param name="tag">The packed tag.</param>
/// <param name="qualifier">The first element of the segment meant; empty for any.</param>
/// <param name="element">From 1; 0 for the segment itself.</param>
/// <param name="component">From 1; 0 for the whole element.</param>
internal readonly ref struct ElementName(
    ReadOnlySpan<char> loop, uint tag, ReadOnlySpan<char> qualifier, int element, int component)
{
    public ReadOnlySpan<char> Loop { get; } = loop;

    public uint Tag { get; } = tag;

    public ReadOnlySpan<char> Qualifier { get; } = qualifier;

    public int Element { get; } = element;

    public int Component { get; } = component;

    /// <summary>Reads <c>2400/SV101-7</c>, <c>2410/LIN03</c>, <c>2300/REF*F8</c>. Never throws.</summary>
    public static bool TryParse(string text, out ElementName name)
    {
        name = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0) return false;
        var rest = text.AsSpan(slash + 1);
        var star = rest.IndexOf('*');
        var qualifier = star < 0 ? [] : rest[(star + 1)..];
        if (star >= 0) rest = rest[..star];
        int element = 0, component = 0;
        var dash = rest.IndexOf('-');
        if (dash >= 0)
        {
            if (!int.TryParse(rest[(dash + 1)..], out component) || component is < 1 or > 99) return false;
            rest = rest[..dash];
        }
        // K301 is K3 with element 01: the last two digits are the element, where a tag of two letters is left.
        if (rest.Length > 3 && char.IsAsciiDigit(rest[^1]) && char.IsAsciiDigit(rest[^2]))
        {
            element = ((rest[^2] - '0') * 10) + (rest[^1] - '0');
            rest = rest[..^2];
        }
        if (rest.Length is 0 or > 3 || !Ascii(rest)) return false;
        var tag = Tags837.Of(rest);
        name = new(text.AsSpan(0, slash), tag, qualifier, element, component);
        return tag != 0;
    }

    private static bool Ascii(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetterOrDigit(c)) return false;
        return true;
    }
}
