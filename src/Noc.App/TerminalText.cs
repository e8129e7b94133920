using System.Globalization;

namespace Noc.App;

/// <summary>Text of files and of what was typed, made safe to print.</summary>
internal static class TerminalText
{
    /// <summary>The text with a question mark for each character that would steer a terminal, turn its text around or
    /// stand in it unseen.</summary>
    public static string Clean(string text) => text.Any(IsSteering)
        ? string.Create(text.Length, text, static (target, from) =>
        {
            for (var i = 0; i < from.Length; i++) target[i] = IsSteering(from[i]) ? '?' : from[i];
        })
        : text;

    private static bool IsSteering(char one) => char.IsControl(one)
        || char.GetUnicodeCategory(one) is UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator;
}
