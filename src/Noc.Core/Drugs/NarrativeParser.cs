using System.Buffers;
using System.Text;

namespace Noc.Drugs;

/// <summary>Reads the facts out of a drug line's free text, as people write it.</summary>
/// <remarks>Linear in the text, never throws; what it cannot read it leaves absent rather than guess.</remarks>
public static partial class NarrativeParser
{
    private const int MaxTokens = 96;   // a narrative holds at most 80 characters, a note the same
    private const int MaxLength = 400;

    private enum TokenKind : byte { Number, Word, Symbol }

    private readonly record struct Token(TokenKind Kind, bool Glued, ushort Entry, ushort Start, ushort Length);

    /// <summary>Parses at most the first 400 characters of <paramref name="text"/>.</summary>
    public static NarrativeFacts Parse(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength) text = text[..MaxLength];
        Span<Token> tokens = stackalloc Token[MaxTokens];
        Span<char> upper = stackalloc char[text.Length];
        // Nearly every text is plain ASCII, for which there is a faster way.
        if (Ascii.ToUpper(text, upper, out _) is not OperationStatus.Done)
        {
            text.ToUpperInvariant(upper);
            // The sign of micro, and the Greek letter in its place: 150UG.
            upper.Replace('\u00B5', 'U');
            upper.Replace('\u039C', 'U');
        }
        var reading = new Reading(upper, tokens[..Tokenise(upper, tokens)]);
        reading.Run();
        return reading.Facts;
    }

    private static int Tokenise(ReadOnlySpan<char> text, Span<Token> tokens)
    {
        var count = 0;
        var end = 0;
        for (var i = 0; i < text.Length && count < tokens.Length; i = end)
        {
            var c = text[i];
            end = i + 1;
            if (c == ' ' || char.IsWhiteSpace(c) || char.IsControl(c)) continue;
            var glued = i > 0 && text[i - 1] > ' ' && !char.IsWhiteSpace(text[i - 1]);
            if (char.IsAsciiDigit(c) || (c == '.' && end < text.Length && char.IsAsciiDigit(text[end])))
            {
                end = NumberEnd(text, i);
                tokens[count++] = new(TokenKind.Number, glued, 0, (ushort)i, (ushort)(end - i));
            }
            else if (char.IsLetter(c))
            {
                while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '\'')) end++;
                var entry = NarrativeWords.Find(text[i..end]);
                if (entry == 0 && end - i > 2 && text[(end - 2)..end] is "'S")   // MG'S
                {
                    entry = NarrativeWords.Find(text[i..(end - 2)]);
                    if (NarrativeWords.Entry(entry).Kind is not WordKind.Unit) entry = 0;
                }
                if (entry == 0 && glued && count > 0 && tokens[count - 1].Kind is TokenKind.Number)
                {
                    var unit = UnitInFront(text[i..end]);
                    if (unit > 0) (end, entry) = (i + unit, NarrativeWords.Find(text.Slice(i, unit)));
                }
                tokens[count++] = new(TokenKind.Word, glued, entry, (ushort)i, (ushort)(end - i));
            }
            else
            {
                tokens[count++] = new(TokenKind.Symbol, glued, 0, (ushort)i, 1);
            }
        }
        return count;
    }

    // 150MGIV, 5MGSC, 600MGX2: a unit with another known word glued to it. How long the unit is; 0 where it is none.
    private static int UnitInFront(ReadOnlySpan<char> word)
    {
        for (var length = Math.Min(5, word.Length - 1); length > 0; length--)
        {
            if (NarrativeWords.Entry(NarrativeWords.Find(word[..length])).Kind is not WordKind.Unit) continue;
            var rest = word[length..];
            var kind = NarrativeWords.Entry(NarrativeWords.Find(rest)).Kind;
            if (rest is "X" || (rest.Length > 1 && kind is not (WordKind.Other or WordKind.Generic))) return length;
        }
        return 0;
    }

    // Digits with one decimal point and thousands separators: 1,200 and .15 and 0.5.
    private static int NumberEnd(ReadOnlySpan<char> text, int from)
    {
        var end = from;
        var point = false;
        while (end < text.Length)
        {
            var c = text[end];
            if (char.IsAsciiDigit(c)) end++;
            else if (c == '.' && !point && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            {
                point = true;
                end++;
            }
            else if (c == ',' && !point && end > from && ThreeDigits(text, end + 1) && !IsZero(text, from, end)) end++;
            else break;
        }
        return end < text.Length && text[end] is ',' or '.' ? ForeignEnd(text, from, end) : end;
    }

    // With a decimal comma: 1.500,00 and 1.500.000, and in front of a unit 12,5 and 0,125, as others may be a list.
    private static int ForeignEnd(ReadOnlySpan<char> text, int from, int end)
    {
        var at = from;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        var (whole, groups) = (at - from, 0);
        for (; at < text.Length && text[at] == '.' && ThreeDigits(text, at + 1); at += 4) groups++;
        if (whole == 0 || (groups > 0 && whole > 3)) return end;
        var comma = at;
        if (at < text.Length && text[at] == ',') at++;
        var decimals = at;
        while (at > comma && at < text.Length && char.IsAsciiDigit(text[at])) at++;
        if (at == decimals) return groups > 1 ? comma : end;
        var isDecimal = at - decimals < 3 || (groups == 0 && IsZero(text, from, comma));
        return isDecimal && (groups > 0 || IsUnitBehind(text, at)) ? at : end;
    }

    private static bool IsZero(ReadOnlySpan<char> text, int from, int end) => end == from + 1 && text[from] == '0';

    private static bool IsUnitBehind(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        var end = at;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return (at < text.Length && text[at] == '%') || (end > at && (UnitInFront(text[at..end]) > 0
            || NarrativeWords.Entry(NarrativeWords.Find(text[at..end])).Kind is WordKind.Unit));
    }

    private static bool ThreeDigits(ReadOnlySpan<char> text, int at) =>
        at + 3 <= text.Length && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1])
        && char.IsAsciiDigit(text[at + 2]) && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));

    // Null beyond 15 digits: nothing given to a patient is so large or so finely told.
    private static decimal? ToNumber(ReadOnlySpan<char> text)
    {
        long value = 0;
        int digits = 0, decimals = 0;
        var (point, at) = (false, DecimalAt(text));
        for (var i = 0; i < text.Length; i++)
        {
            if (i == at) point = true;
            if (!char.IsAsciiDigit(text[i])) continue;
            if (digits++ == 15) return null;
            value = (value * 10) + (text[i] - '0');
            if (point) decimals++;
        }
        for (; decimals > 0 && value % 10 == 0; decimals--) value /= 10;
        return new decimal(unchecked((int)value), unchecked((int)(value >> 32)), 0, false, (byte)decimals);
    }

    // Where the decimals of a number of NumberEnd begin; -1 where it has none.
    private static int DecimalAt(ReadOnlySpan<char> text)
    {
        var (point, comma) = (text.IndexOf('.'), text.LastIndexOf(','));
        if (comma > point && (point >= 0 || text.Length - comma != 4 || IsZero(text, 0, comma))) return comma;
        return point >= 0 && text[(point + 1)..].Contains('.') ? -1 : point;
    }
}
