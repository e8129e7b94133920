using System.Text;

namespace Noc.App.MaskClaims;

/// <summary>Numbers in free text that a label calls a patient's: MRN 883311, DOB 4/12/50, TEL 555 0100.</summary>
internal static class LabelledDetails
{
    private const int ShortestNumber = 4;

    private static readonly HashSet<string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        "ACCOUNT", "ACCT", "BIRTHDATE", "CELL", "CHART", "DOB", "HICN", "MBI", "MEMBER", "MOBILE", "MRN", "PHONE",
        "SSN", "SUBSCRIBER", "TEL", "TELEPHONE",
    };

    private static readonly HashSet<string> Phones = new(StringComparer.OrdinalIgnoreCase)
    {
        "CELL", "MOBILE", "PHONE", "TEL", "TELEPHONE",
    };

    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "ID", "IS", "NO", "NUM", "NUMBER",
    };

    /// <summary>The text with what stands behind each label replaced, letter by letter and digit by digit.</summary>
    /// <param name="text">The text, in which details of known people are replaced already.</param>
    /// <param name="original">The text before: what differs was replaced and stays as it is.</param>
    /// <param name="masked">The replacement of a value, as long as it.</param>
    public static string Mask(string text, string original, Func<string, string> masked)
    {
        StringBuilder? changed = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiLetter(text[at]) || (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))) continue;
            var end = WordEnd(text, at);
            var word = text[at..end];
            at = end - 1;
            if (!Labels.Contains(word)) continue;
            var start = ValueStart(text, end);
            end = ValueEnd(text, start, Phones.Contains(word));
            var value = text[start..end];
            if (value.Count(char.IsAsciiDigit) < ShortestNumber || IsMasked(text, original, start, end)) continue;
            changed ??= new(text);
            var other = masked(value);
            for (var i = 0; i < other.Length; i++) changed[start + i] = other[i];
            at = end - 1;
        }
        return changed?.ToString() ?? text;
    }

    private static bool IsMasked(string text, string original, int start, int end) => original.Length == text.Length
        && !original.AsSpan(start, end - start).SequenceEqual(text.AsSpan(start, end - start));

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
        return at;
    }

    // Behind marks and words such as NO and ID.
    private static int ValueStart(string text, int at)
    {
        while (true)
        {
            while (at < text.Length && text[at] is ' ' or '#' or ':' or '=' or '.' or '-') at++;
            var end = WordEnd(text, at);
            if (end == at || (end < text.Length && char.IsAsciiDigit(text[end])) || !Fillers.Contains(text[at..end]))
                return at;
            at = end;
        }
    }

    private static int ValueEnd(string text, int start, bool isPhone)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '/' or '.'
            || (isPhone && IsInPhone(text, end)))) end++;
        return end;
    }

    private static bool IsInPhone(string text, int at) => text[at] is '(' or ')'
        || (text[at] == ' ' && at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] == '('));
}
