using Noc.Drugs;

namespace Noc.Reference.Seed;

/// <summary>Reads the unit of a drug code: <c>10 mg</c>, <c>100,000 units</c>, <c>up to 1 g</c>.</summary>
internal static class UnitText
{
    /// <summary>The amount of one unit; <c>default</c> where the text is no single amount.</summary>
    public static Amount Parse(string text)
    {
        var rest = text.AsSpan().Trim();
        if (rest.StartsWith("up to ", StringComparison.OrdinalIgnoreCase)) rest = rest[6..];
        if (rest.Contains(" and ", StringComparison.Ordinal) || rest.Contains(" per ", StringComparison.Ordinal))
            return default;
        var mark = rest.IndexOfAny('/', '%', ',');
        // A comma between digits groups thousands; any other mark makes it a combination or a concentration.
        if (mark >= 0 && !(rest[mark] == ',' && mark + 1 < rest.Length && char.IsAsciiDigit(rest[mark + 1])))
            return default;
        var end = 0;
        decimal value = 0, scale = 0;
        for (; end < rest.Length && (char.IsAsciiDigit(rest[end]) || rest[end] is '.' or ','); end++)
        {
            if (rest[end] == '.') scale = 1;
            else if (rest[end] != ',')
            {
                value = (value * 10) + (rest[end] - '0');
                scale *= 10;
            }
        }
        if (scale > 1) value /= scale;
        if (end == 0) value = 1;
        rest = rest[end..].Trim();
        if (rest.StartsWith("million ", StringComparison.OrdinalIgnoreCase))
        {
            value *= 1_000_000;
            rest = rest[8..];
        }
        var blank = rest.IndexOf(' ');
        // "10 units of x" and "1 mg (for esrd)" are amounts of one thing; "200 million cells" is none.
        var unit = Amount.NormaliseUnit(blank < 0 ? rest : rest[..blank]);
        return unit is null || value == 0 ? default : new(value, unit);
    }
}
