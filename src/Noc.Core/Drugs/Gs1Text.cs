using System.Globalization;

namespace Noc.Drugs;

/// <summary>What the GS1 barcode of a drug package says: NDC, lot, expiry, serial number.</summary>
/// <remarks>Source: GS1 General Specifications (application identifiers 01, 10, 11, 17, 21, 715; check digit); 21 CFR
/// 201.25 (a bar code that holds the NDC). A drug's GTIN-14 is one digit for the packing level, 03, the ten digits
/// of the NDC without hyphens and a check digit, so the NDC may stand for three codes.</remarks>
public sealed record Gs1Text
{
    private const char Separator = '\u001D';
    private const int MaxLength = 300;

    private static readonly string[] SeparatorWords = ["\u241D", "<GS>", "{GS}", "<FNC1>", "{FNC1}"];
    private static readonly string[] Symbologies = ["]d2", "]C1", "]e0", "]Q3", "]d1", "]Q1"];

    /// <summary>What is wrong.</summary>
    public Gs1Defect Defect { get; init; }

    /// <summary>The fourteen digits; empty where there are none.</summary>
    public string Gtin { get; init; } = "";

    /// <summary>The packing level: 0 for the item, 1 to 8 for what it is packed in, as the labeler counts; null without
    /// GTIN.</summary>
    public int? Level => Gtin.Length == 14 ? Gtin[0] - '0' : null;

    /// <summary>The NDC inside, ten digits without hyphens, or as AI 715 has it; null where there is none.</summary>
    public NdcText? Ndc { get; init; }

    /// <summary>Lot; empty where not given.</summary>
    public string Lot { get; init; } = "";

    /// <summary>Last day of use; null where not given or no date.</summary>
    public DateOnly? Expiry { get; init; }

    /// <summary>Day of production; null where not given.</summary>
    public DateOnly? Made { get; init; }

    /// <summary>Serial number of this one package; empty where not given.</summary>
    public string Serial { get; init; } = "";

    /// <summary>Reads the text that a scanner types or that is printed below a barcode; null where the text is no
    /// barcode. Never throws.</summary>
    /// <param name="text">With identifiers in brackets, with FNC1 between, as a digital link, or a bare GTIN of 12 to
    /// 14 digits with a fitting check digit and the prefix of drugs.</param>
    public static Gs1Text? Read(string text)
    {
        text = text.Trim();
        if (text.Length is < 12 or > MaxLength) return null;
        var known = text[0] == ']' && Symbologies.Contains(text[..3], StringComparer.Ordinal);
        if (known) text = text[3..];
        foreach (var word in SeparatorWords)
            text = text.Replace(word, Separator.ToString(), StringComparison.OrdinalIgnoreCase);
        text = text.TrimStart(Separator);
        if (text.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return Linked(text);
        if (text.StartsWith('(') && text.IndexOf(')') is 3 or 4 or 5) return Bracketed(text);
        if (IsBareGtin(text)) return Finish(new() { Gtin = text.PadLeft(14, '0') });
        var isElements = text.Length >= 16 && text.StartsWith("01", StringComparison.Ordinal)
            && AllDigits(text.AsSpan(2, 14)) && (known || HasCheckDigit(text.AsSpan(2, 14)));
        return isElements || known || text.Contains(Separator) ? Elements(text) : null;
    }

    /// <summary>Whether the last digit of a GTIN fits the others.</summary>
    public static bool HasCheckDigit(ReadOnlySpan<char> digits)
    {
        if (digits.Length == 0 || !AllDigits(digits)) return false;
        var sum = 0;
        for (var i = 2; i <= digits.Length; i++) sum += (digits[^i] - '0') * (i % 2 == 0 ? 3 : 1);
        return (10 - (sum % 10)) % 10 == digits[^1] - '0';
    }

    private static bool IsBareGtin(string text) => HasCheckDigit(text) && (text.Length switch
    {
        12 => text[0] == '3',
        13 => text.StartsWith("03", StringComparison.Ordinal),
        14 => text.AsSpan(1).StartsWith("03"),
        _ => false,
    });

    private static Gs1Text Bracketed(string text)
    {
        var read = new Gs1Text();
        while (text.Length > 0)
        {
            var close = text.IndexOf(')');
            if (text[0] != '(' || close < 3 || !AllDigits(text.AsSpan(1, close - 1)))
                return Finish(read with { Defect = Gs1Defect.Unreadable });
            var end = NextBracket(text, close);
            read = Take(read, text[1..close], text[(close + 1)..end].Trim(Separator, ' '));
            text = text[end..];
        }
        return Finish(read);
    }

    // A lot may hold brackets; an identifier is two to four digits in them.
    private static int NextBracket(string text, int from)
    {
        for (var at = text.IndexOf('(', from); at >= 0; at = text.IndexOf('(', at + 1))
        {
            var close = text.IndexOf(')', at);
            if (close - at is >= 3 and <= 5 && AllDigits(text.AsSpan((at + 1)..close))) return at;
        }
        return text.Length;
    }

    private static Gs1Text Linked(string text)
    {
        var read = new Gs1Text();
        var query = text.IndexOf('?');
        var path = (query < 0 ? text : text[..query]).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var start = Array.IndexOf(path, "01");
        if (start < 0) return read with { Defect = Gs1Defect.NoGtin };
        for (var i = start; i + 1 < path.Length; i += 2)
            read = Take(read, path[i], Uri.UnescapeDataString(path[i + 1]));
        if (query >= 0)
            foreach (var pair in text[(query + 1)..].Split('&'))
                if (pair.Split('=') is [var name, var value]) read = Take(read, name, Uri.UnescapeDataString(value));
        return Finish(read);
    }

    private static Gs1Text Elements(string text)
    {
        var read = new Gs1Text();
        while (text.Length > 0)
        {
            if (Identifier(text) is not (var name, var length, var isFixed)
                || (isFixed && name.Length + length > text.Length))
                return Finish(read with { Defect = Gs1Defect.Unreadable });
            var rest = text[name.Length..];
            var separator = rest.IndexOf(Separator);
            var end = isFixed ? length : separator >= 0 ? separator : rest.Length;
            if (end > length) return Finish(read with { Defect = Gs1Defect.Unreadable });
            read = Take(read, name, rest[..end]);
            text = rest[end..].TrimStart(Separator);
        }
        return Finish(read);
    }

    // Name, greatest length and whether it always has that length.
    private static (string Name, int Length, bool IsFixed)? Identifier(string text) => text switch
    {
        ['0', '0', ..] => ("00", 18, true),
        ['0', '1' or '2', ..] => (text[..2], 14, true),
        ['1', >= '1' and <= '7', ..] => (text[..2], 6, true),
        ['2', '0', ..] => ("20", 2, true),
        ['1', '0', ..] or ['2', '1' or '2', ..] => (text[..2], 20, false),
        ['3', '0' or '7', ..] => (text[..2], 8, false),
        ['2', '4', '0' or '1', ..] or ['2', '5', '0' or '1', ..] or ['4', '0', '0', ..] => (text[..3], 30, false),
        ['7', '1', >= '0' and <= '7', ..] => (text[..3], 20, false),
        _ => null,
    };

    private static Gs1Text Take(Gs1Text read, string name, string value) => name switch
    {
        "01" => AllDigits(value) && value.Length is >= 12 and <= 14 ? read with { Gtin = value.PadLeft(14, '0') }
            : read with { Defect = Gs1Defect.Unreadable },
        "10" => read with { Lot = value },
        "11" => read with { Made = Date(value) },
        "17" => Date(value) is { } day ? read with { Expiry = day } : read with { Defect = Gs1Defect.Unreadable },
        "21" => read with { Serial = value },
        "715" => read with { Ndc = NdcText.Read(value) },
        _ => read,
    };

    private static Gs1Text Finish(Gs1Text read)
    {
        if (read.Gtin.Length == 0)
            return read.Ndc is not null || read.Defect is not Gs1Defect.None ? read
                : read with { Defect = Gs1Defect.NoGtin };
        if (!HasCheckDigit(read.Gtin)) return read with { Defect = Gs1Defect.CheckDigit };
        if (!read.Gtin.AsSpan(1).StartsWith("03"))
            return read.Ndc is not null ? read : read with { Defect = Gs1Defect.NotNdc };
        return read.Ndc is not null ? read : read with { Ndc = NdcText.Read(read.Gtin.AsSpan(3, 10)) };
    }

    // Two digits each of year, month and day; day 00 is the last of the month. All years are of this century.
    private static DateOnly? Date(string text)
    {
        if (text.Length != 6 || !AllDigits(text)) return null;
        var (year, month) = (2000 + Number(text[..2]), Number(text[2..4]));
        if (month is < 1 or > 12) return null;
        var (day, last) = (Number(text[4..]), DateTime.DaysInMonth(year, month));
        return day > last ? null : new DateOnly(year, month, day == 0 ? last : day);
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
