using System.Text;

namespace Noc.Coding;

/// <summary>Writes text with the characters that claims can carry.</summary>
/// <remarks>Source: X12 837 guides, basic and extended character set; the usual delimiters are left out of both. Small
/// letters become capitals: paper forms and several payers ask for them.</remarks>
public static class ClaimCharacters
{
    // Basic: ! " & ' ( ) + , - . / ; ? = and the blank. Extended, of use in drug texts: % # $ @ _. Not * : ~ ^ | > and
    // the backslash: one of them ends an element in somebody's file. < and > mark what a person fills in.
    private const string Marks = " !\"&'()+,-./;?=%#$@_";

    /// <summary>The text with capitals and known characters only, single blanks, none at the ends.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text)) return text;
        var result = new StringBuilder(text.Length);
        // First what looks alike becomes one, then marks come off their letters.
        var plain = Without(text, "\u00AE\u2122\u00A9").Normalize(NormalizationForm.FormKC);
        foreach (var c in plain.Normalize(NormalizationForm.FormD))
        {
            var written = Written(c);
            foreach (var one in written)
                if (one != ' ' || (result.Length > 0 && result[^1] != ' ')) result.Append(one);
        }
        while (result.Length > 0 && result[^1] == ' ') result.Length--;
        return result.ToString();
    }

    /// <summary>Whether a character may stand in a text.</summary>
    public static bool IsAllowed(char c) =>
        char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || Marks.Contains(c);

    private static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!IsAllowed(text[i]) || (text[i] == ' ' && (i == 0 || i == text.Length - 1 || text[i - 1] == ' ')))
                return false;
        return true;
    }

    private static string Without(string text, string marks) => text.AsSpan().IndexOfAny(marks) < 0 ? text
        : string.Concat(text.Where(c => !marks.Contains(c)));

    private static string Written(char c) => c switch
    {
        _ when IsAllowed(c) => c.ToString(),
        >= 'a' and <= 'z' => ((char)(c - 32)).ToString(),
        '\u03BC' or '\u00B5' => "MC",   // a small mu in front of G: MCG
        '\u2013' or '\u2014' or '\u2010' or '\u2011' or '\u2212' => "-",
        '\u2018' or '\u2019' or '\u00B4' or '`' => "'",
        '\u201C' or '\u201D' => "\"",
        '\u00D7' => "X",
        '\u00DF' => "SS",
        '\u0131' => "I",
        '\u00F8' or '\u00D8' => "O",
        '\u00E6' or '\u00C6' => "AE",
        '\u2044' => "/",
        '[' or '{' => "(",
        ']' or '}' => ")",
        '<' or '>' => "",
        _ when char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark => "",
        '\u0130' => "I",
        _ => " ",
    };
}
