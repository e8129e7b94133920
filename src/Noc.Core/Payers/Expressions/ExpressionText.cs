using System.Globalization;
using System.Text;

namespace Noc.Payers.Expressions;

/// <summary>Parts of an expression in messages: short, and without characters that a terminal would obey.</summary>
internal static class ExpressionText
{
    public static string Quote(string part)
    {
        var text = new StringBuilder("`");
        foreach (var rune in part.EnumerateRunes())
        {
            if (text.Length > ExpressionLimits.MaxQuoted) return text.Append("...`").ToString();
            text.Append(Shown(rune));
        }
        return text.Append('`').ToString();
    }

    /// <summary>One character with its number, as many look alike.</summary>
    public static string Quote(Rune rune) => rune.IsAscii || IsHidden(rune)
        ? $"`{Shown(rune)}`"
        : $"`{rune}` (U+{rune.Value:X4})";

    private static string Shown(Rune rune) => IsHidden(rune) ? $"U+{rune.Value:X4}" : rune.ToString();

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
