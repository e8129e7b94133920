namespace Noc.Formats.X837;

/// <summary>The parsed name of an element: loop, tag, qualifier, element and component.</summary>
/// <param name="Loop">Such as 2410.</param>
/// <param name="Tag">The packed tag.</param>
/// <param name="Qualifier">The first element of the segment meant; empty for any.</param>
/// <param name="Element">From 1; 0 for the segment itself.</param>
/// <param name="Component">From 1; 0 for the whole element.</param>
internal readonly record struct ElementName(string Loop, uint Tag, string Qualifier, int Element, int Component)
{
    /// <summary>Reads <c>2400/SV101-7</c>, <c>2410/LIN03</c>, <c>2300/REF*F8</c>. Never throws.</summary>
    public static bool TryParse(string text, out ElementName name)
    {
        name = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0) return false;
        var rest = text.AsSpan(slash + 1);
        var star = rest.IndexOf('*');
        var qualifier = star < 0 ? "" : rest[(star + 1)..].ToString();
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
        var tag = Tags837.Of(rest.ToString());
        name = new(text[..slash], tag, qualifier, element, component);
        return tag != 0;
    }

    private static bool Ascii(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetterOrDigit(c)) return false;
        return true;
    }
}
