namespace Noc.Drugs;

/// <summary>Reads the facts out of a drug line's free text, as people write it.</summary>
/// <remarks>Linear in the text, never throws; what it cannot read it leaves absent rather than guess.</remarks>
public static partial class NarrativeParser
{
    private const int MaxTokens = 96;   // a narrative holds at most 80 characters, a note the same

    private enum TokenKind : byte { Number, Word, Symbol }

    private readonly record struct Token(TokenKind Kind, int Start, int Length, decimal Value, bool Glued);

    /// <summary>Parses at most the first 400 characters of <paramref name="text"/>.</summary>
    public static NarrativeFacts Parse(ReadOnlySpan<char> text)
    {
        if (text.Length > 400) text = text[..400];
        Span<Token> tokens = stackalloc Token[MaxTokens];
        Span<char> upper = stackalloc char[400];
        upper = upper[..text.Length];
        for (var i = 0; i < text.Length; i++) upper[i] = char.ToUpperInvariant(text[i]);
        var reading = new Reading(upper, tokens[..Tokenise(upper, tokens)]);
        reading.Run();
        return reading.Facts;
    }

    private static int Tokenise(ReadOnlySpan<char> text, Span<Token> tokens)
    {
        var count = 0;
        for (var i = 0; i < text.Length && count < tokens.Length;)
        {
            var c = text[i];
            var glued = i > 0 && text[i - 1] != ' ';
            if (c == ' ')
            {
                i++;
            }
            else if (char.IsAsciiDigit(c) || (c == '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
            {
                var end = NumberEnd(text, i);
                tokens[count++] = new(TokenKind.Number, i, end - i, ToNumber(text[i..end]), glued);
                i = end;
            }
            else if (char.IsLetter(c))
            {
                var end = i;
                while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '\'')) end++;
                tokens[count++] = new(TokenKind.Word, i, end - i, 0, glued);
                i = end;
            }
            else
            {
                tokens[count++] = new(TokenKind.Symbol, i, 1, 0, glued);
                i++;
            }
        }
        return count;
    }

    // Digits with one decimal point and thousands separators: 1,200 and .15 and 0.5.
    private static int NumberEnd(ReadOnlySpan<char> text, int from)
    {
        var end = from;
        var point = false;
        while (end < text.Length)
        {
            var c = text[end];
            var digitFollows = end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]);
            if (char.IsAsciiDigit(c)) end++;
            else if (c == '.' && !point && digitFollows)
            {
                point = true;
                end++;
            }
            else if (c == ',' && !point && end > from && ThreeDigits(text, end + 1)) end++;
            else break;
        }
        return end;
    }

    private static bool ThreeDigits(ReadOnlySpan<char> text, int at) =>
        at + 3 <= text.Length && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1])
        && char.IsAsciiDigit(text[at + 2]) && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));

    private static decimal ToNumber(ReadOnlySpan<char> text)
    {
        decimal value = 0, scale = 0;
        var digits = 0;
        foreach (var c in text)
        {
            if (c == '.') scale = 1;
            else if (c != ',' && digits++ < 15)
            {
                value = (value * 10) + (c - '0');
                if (scale != 0) scale *= 10;
            }
        }
        return scale > 1 ? value / scale : value;
    }
}
