namespace Noc.Drugs;

/// <summary>Reads an NDC in any spelling, and explains what is wrong with it.</summary>
/// <param name="Defect">What is wrong.</param>
/// <param name="Ndc">The eleven-digit code where the text leaves only one; null otherwise.</param>
/// <param name="Candidates">The three codes that ten digits without hyphens may mean; empty otherwise.</param>
/// <param name="TwelveDigits">The 6-4-2 form; empty where the code is not certain.</param>
/// <remarks>Source: 21 CFR 207.33 (label forms); coding guide B1 and B2.</remarks>
public sealed record NdcText(NdcDefect Defect, Ndc11? Ndc, IReadOnlyList<string> Candidates, string TwelveDigits)
{
    private const int MaxLength = 40;

    private const char Letter = '?';   // stands for any byte beyond ASCII

    /// <summary>The segments as written, with hyphens; empty where the text has none.</summary>
    public string Written { get; init; } = "";

    /// <summary>Nine digits (5-4) where only labeler and product are given; empty otherwise.</summary>
    public string Product { get; init; } = "";

    /// <summary>The 6-4-2 form with hyphens; empty where the code is not certain.</summary>
    public string TwelveHyphenated =>
        TwelveDigits.Length == 12 ? $"{TwelveDigits[..6]}-{TwelveDigits[6..10]}-{TwelveDigits[10..]}" : "";

    /// <summary>Reads bytes as they stand in a segment; bytes beyond ASCII count as letters. Never throws.</summary>
    public static NdcText Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxLength) bytes = bytes[..MaxLength];
        Span<char> text = stackalloc char[MaxLength];
        for (var i = 0; i < bytes.Length; i++) text[i] = char.IsAscii((char)bytes[i]) ? (char)bytes[i] : Letter;
        return Read(text[..bytes.Length]);
    }

    /// <summary>Never throws; text beyond 40 characters is not looked at.</summary>
    public static NdcText Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length > MaxLength) text = text[..MaxLength];
        if (text.IsEmpty) return Broken(NdcDefect.Missing);
        var prefixed = false;
        for (; LabelOf(text) is > 0 and var label; prefixed = true) text = text[label..].TrimStart(" \t:#");
        Span<char> digits = stackalloc char[MaxLength];
        Span<int> segments = stackalloc int[4];
        int count = 0, marks = 0;
        var (wasMark, hasHyphen) = (false, false);
        foreach (var printed in text)
        {
            var c = Plain(printed);
            hasHyphen |= c == '-';
            if (char.IsAsciiDigit(c))
            {
                digits[count++] = c;
                segments[Math.Min(marks, 3)]++;
            }
            else if (c is '-' or ' ' or '*' or '.' or '/') marks += wasMark ? 0 : 1;
            else return Broken(NdcDefect.Letters);
            wasMark = !char.IsAsciiDigit(c);
        }
        var plain = digits[..count];
        var isPlaceholder = count >= 9 && IsPlaceholder(plain);
        if (marks == 2 || (marks == 3 && segments[3] == 0))
        {
            // Segments that fit no form are the plainer fault.
            var read = Segmented(plain, segments, prefixed);
            return isPlaceholder && read.Defect is not NdcDefect.BadSegments && plain.Trim(plain[0]).IsEmpty
                ? Broken(NdcDefect.Placeholder) : read;
        }
        if (marks > 2 && hasHyphen) return Broken(NdcDefect.BadSegments);
        if (isPlaceholder) return Broken(NdcDefect.Placeholder);
        if (marks == 1 && ProductOf(plain, segments[0]) is { Length: > 0 } product)
            return ProductOnly(product, $"{plain[..segments[0]]}-{plain[segments[0]..]}");
        // One hyphen leaves two segments, which no NDC of a package has; a blank may have slipped in anywhere.
        if (marks == 1 && hasHyphen && segments[1] > 0 && segments[0] > 0 && count > 9)
            return Broken(NdcDefect.BadSegments);
        var defect = prefixed ? NdcDefect.Prefix : marks > 0 ? NdcDefect.Separators : NdcDefect.None;
        return count switch
        {
            11 => Whole(plain, defect),
            12 when plain[0] == '0' => Whole(plain[1..], NdcDefect.TwelveDigits),
            12 => new(NdcDefect.NoElevenDigitForm, null, [], plain.ToString()),
            10 => new(NdcDefect.AmbiguousTenDigits, null,
                [$"0{plain}", $"{plain[..5]}0{plain[5..]}", $"{plain[..9]}0{plain[9..]}"], ""),
            9 => ProductOnly(plain.ToString(), ""),
            8 => ProductOnly("", ""),   // 4-4 or 5-3
            _ => Broken(NdcDefect.WrongLength),
        };
    }

    /// <summary>Whether digits stand for "no number": one digit again and again, or counted up. Allocates nothing.
    /// </summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> digits) => digits.Trim(digits[0]).IsEmpty
        || digits is "12345678901" or "12345678910" or "01234567890";

    private static int LabelOf(ReadOnlySpan<char> text) => text.StartsWith("N4", StringComparison.OrdinalIgnoreCase) ? 2
        : text.StartsWith("NDC", StringComparison.OrdinalIgnoreCase) ? 3 : 0;

    // What documents print in place of a hyphen or a blank: dashes, the minus, hyphens and blanks that keep a line
    // together.
    private static char Plain(char c) => c switch
    {
        (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE58' or '\uFE63' or '\uFF0D' or '\u00AD' => '-',
        '\t' or '\u00A0' or '\u2007' or '\u2009' or '\u202F' => ' ',
        _ => c,
    };

    // Labeler and product as 4-4, 5-3 or 5-4 in nine digits; empty for other segments.
    private static string ProductOf(ReadOnlySpan<char> digits, int labeler) => (labeler, digits.Length) switch
    {
        (4, 8) => $"0{digits}",
        (5, 8) => $"{digits[..5]}0{digits[5..]}",
        (5, 9) => digits.ToString(),
        (6, 10) when digits[0] == '0' => digits[1..].ToString(),
        _ => "",
    };

    private static NdcText ProductOnly(string product, string written) =>
        new(NdcDefect.ProductOnly, null, [], "") { Product = product, Written = written };

    private static NdcText Segmented(ReadOnlySpan<char> digits, ReadOnlySpan<int> segments, bool prefixed)
    {
        var (labeler, product, package) = (segments[0], segments[1], segments[2]);
        var defect = prefixed ? NdcDefect.Prefix : NdcDefect.Separators;
        var read = (labeler, product, package) switch
        {
            (5, 4, 2) => Whole(digits, defect),
            (4, 4, 2) => Whole($"0{digits}", NdcDefect.LabelForm),
            (5, 3, 2) => Whole($"{digits[..5]}0{digits[5..]}", NdcDefect.LabelForm),
            (5, 4, 1) => Whole($"{digits[..9]}0{digits[9..]}", NdcDefect.LabelForm),
            (6, 4, 2) when digits[0] == '0' => Whole(digits[1..], NdcDefect.TwelveDigits),
            (6, 4, 2) => new(NdcDefect.NoElevenDigitForm, null, [], digits.ToString()),
            _ => Broken(NdcDefect.BadSegments),
        };
        return labeler + product + package != digits.Length ? read
            : read with { Written = $"{digits[..labeler]}-{digits[labeler..^package]}-{digits[^package..]}" };
    }

    private static NdcText Whole(ReadOnlySpan<char> eleven, NdcDefect defect) =>
        Ndc11.TryParse(eleven, out var ndc) ? new(defect, ndc, [], $"0{eleven}") : Broken(NdcDefect.WrongLength);

    private static NdcText Broken(NdcDefect defect) => new(defect, null, [], "");
}
