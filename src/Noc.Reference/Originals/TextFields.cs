using System.Text;
using System.Text.RegularExpressions;
using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>Fields of lines with fixed columns, and small conversions.</summary>
internal static class TextFields
{
    /// <summary>Options of expressions that heed case.</summary>
    public const RegexOptions Exact = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>Options of expressions that do not.</summary>
    public const RegexOptions AnyCase = Exact | RegexOptions.IgnoreCase;

    /// <summary>Bound of an expression; texts are short, so that none comes near it.</summary>
    public const int PatienceMs = 5_000;

    // No line with fixed columns and no title is longer; a longer one is of no layout.
    private const int MaxMatched = 1_000;

    private const int Sampled = 40;

    /// <summary>The match of an expression; none in text of more than 1,000 characters.</summary>
    public static Match Match(Regex expression, string text) =>
        text.Length > MaxMatched ? System.Text.RegularExpressions.Match.Empty : expression.Match(text);

    /// <summary>Whether an expression matches; it does not in text of more than 1,000 characters.</summary>
    public static bool IsMatch(Regex expression, string text) =>
        text.Length <= MaxMatched && expression.IsMatch(text);

    /// <summary>The text of columns <paramref name="first"/> to <paramref name="last"/>, both from 1 and inclusive,
    /// without blanks around it; empty where the line ends before.</summary>
    public static ReadOnlySpan<char> Span(string line, int first, int last) =>
        line.Length < first ? default : line.AsSpan()[(first - 1)..Math.Min(last, line.Length)].Trim();

    /// <summary>The number in these columns; null where blank.</summary>
    public static decimal? Number(string line, int first, int last, string name, ref string? wrong)
    {
        if (!Cell.TryNumber(Span(line, first, last), out var value)) wrong ??= $"{name} is no number.";
        return value;
    }

    /// <summary>Blank text as null.</summary>
    public static string? OrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>One character as null where it is a blank.</summary>
    public static char? CharOrNull(ReadOnlySpan<char> text) => text.Length == 0 ? null : text[0];

    /// <summary>Two letters or digits; null where blank.</summary>
    public static Modifier? Modifier(string text, ref string? wrong)
    {
        if (text.Length == 0) return null;
        Span<byte> bytes = stackalloc byte[2];
        if (text.Length == 2 && Encoding.ASCII.TryGetBytes(text, bytes, out _)
            && Drugs.Modifier.TryParse(bytes, out var modifier)) return modifier;
        wrong ??= "The modifier is not two letters or digits.";
        return null;
    }

    /// <summary>Y or Yes, N or No; null for anything else.</summary>
    public static bool? YesNo(string text) => text.ToUpperInvariant() switch
    {
        "Y" or "YES" => true,
        "N" or "NO" => false,
        _ => null,
    };

    /// <summary>Whether the first lines that are not blank, up to 40, all fulfil a condition and there is one. The
    /// last line of the head may be cut and is not looked at, unless it is the only one.</summary>
    public static bool AllLines(OriginalHead head, Func<string, bool> isRow)
    {
        if (head.IsSheet) return false;
        var lines = head.Lines.Where(line => !string.IsNullOrWhiteSpace(line)).Take(Sampled + 1).ToList();
        if (lines.Count > 1 && lines.Count <= Sampled && head.Lines.Count > Sampled) lines.RemoveAt(lines.Count - 1);
        return lines.Count > 0 && lines.Take(Sampled).All(isRow);
    }
}
