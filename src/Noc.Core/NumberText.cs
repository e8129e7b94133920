using System.Globalization;

namespace Noc;

/// <summary>Numbers as people write them: 1,234.5 with commas between groups of three digits.</summary>
public static class NumberText
{
    /// <summary>Reads a number. A comma anywhere else is refused: it may be the point of another country, and 1,5 read
    /// as 15 is ten times the dose.</summary>
    /// <param name="text">The text, without blanks at its ends.</param>
    /// <param name="number">The number; 0 where the text is none.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0;
        return HasCommasInPlace(text) && decimal.TryParse(text, NumberStyles.AllowDecimalPoint
            | NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number);
    }

    private static bool HasCommasInPlace(ReadOnlySpan<char> text)
    {
        var first = text.IndexOf(',');
        if (first < 0) return true;
        var whole = text.TrimStart("+-");
        if (whole.IndexOf('.') is >= 0 and var point) whole = whole[..point];
        if (whole.Length == 0 || whole[0] == '0' || whole.IndexOf(',') is var lead && lead is < 1 or > 3) return false;
        for (var at = lead; at < whole.Length; at += 4)
            if (whole[at] != ',' || whole.Length - at < 4 || whole.Slice(at + 1, 3).Contains(',')) return false;
        return true;
    }
}
