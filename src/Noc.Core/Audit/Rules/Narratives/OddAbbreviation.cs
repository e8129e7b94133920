using Noc.Tables;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR026 odd-abbreviation: an abbreviation or number that people misread.</summary>
/// <remarks>
/// <para>Why it matters: U reads like a zero, QD like QID, MSO4 and MGSO4 like each other, 5.0MG like 50MG, 1,5MG like
/// 15MG; payers' staff and systems stumble over them.</para>
/// <para>What to do: write UNITS, DAILY, ML, MCG, the drug's name, 5MG and 0.5MG.</para>
/// <para>Source: the do-not-use lists that accredited providers keep; CGS, published abbreviations for NOC text.</para>
/// <para>Silent when: the letters stand in a unit map (2U=600MG) or belong to a name.</para>
/// </remarks>
public static class OddAbbreviation
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR026", "odd-abbreviation", "narrative_format", Severity.Info,
        "Abbreviations that are misread cost a second look.", Sources.Policies, Confidence.Medium)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>Names the first one of the description, else of the note.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified) return;
        var inText = First(drug.Description) is not null;
        if (First(inText ? drug.Description : drug.Note) is not var (odd, plain)) return;
        findings.Add(Info, context, inText ? context.DescriptionElement : "2400/NTE02",
            $"\"{odd}\" is easily misread; write {plain}.", inText ? drug.Line.Description : drug.Line.Notes[0].Text,
            new() { Text = plain });
    }

    private static (string Odd, string Plain)? First(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var isStart = at == 0 || !char.IsLetterOrDigit(text[at - 1]);
            if (char.IsAsciiDigit(text[at]) || text[at] == '.')
            {
                if (isStart && Number(text, ref at) is { } number) return number;
            }
            else if (char.IsLetter(text[at]))
            {
                var start = at;
                while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
                if (Word(text, start, at) is { } word) return word;
                at--;
            }
        }
        return null;
    }

    // 5.0MG, 5.MG and .5MG in front of a unit; $610.00 is a price. Ends behind the number.
    private static (string Odd, string Plain)? Number(string text, ref int at)
    {
        var start = at;
        if (text[at] == '.' && (at + 1 == text.Length || !char.IsAsciiDigit(text[at + 1]))) return null;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or ',')) at++;
        var number = text.AsSpan(start, at - start);
        var unit = at;
        while (unit < text.Length && text[unit] == ' ') unit++;
        at--;
        if (!IsUnit(text.AsSpan(unit))) return null;
        var plain = Plain(number);
        return plain is null ? null : (number.ToString(), plain);
    }

    // Null where nobody misreads the number, or nobody can tell how it is meant.
    private static string? Plain(ReadOnlySpan<char> number)
    {
        if (number[0] == '.') return $"0{number}";
        if (number[^1] is '.') return Digits(number);
        var (point, last, comma) = (number.IndexOf('.'), number.LastIndexOf('.'), number.LastIndexOf(','));
        var decimals = number.Length - comma - 1;
        // 1.500,00 and 12,5: the comma parts the decimals.
        if (comma > last && decimals > 0 && (point >= 0 || decimals != 3 || (comma == 1 && number[0] == '0')))
            return $"{Digits(number[..comma])}.{number[(comma + 1)..]}".TrimEnd('0').TrimEnd('.');
        if (point < 0 || comma > last) return null;
        if (last > point) return number.Length - last == 4 ? Digits(number) : null;
        return number[^1] != '0' ? null
            : Digits(number[..point]) + number[point..].TrimEnd('0').TrimEnd('.').ToString();
    }

    private static string Digits(ReadOnlySpan<char> number) => number.ToString()
        .Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);

    private static bool IsUnit(ReadOnlySpan<char> text) =>
        text.StartsWith("MG", StringComparison.OrdinalIgnoreCase) || text.StartsWith("MCG",
            StringComparison.OrdinalIgnoreCase) || text.StartsWith("ML", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("UNIT", StringComparison.OrdinalIgnoreCase);

    private static (string Odd, string Plain)? Word(string text, int start, int end)
    {
        var isBehindNumber = start > 0 && (char.IsAsciiDigit(text[start - 1])
            || (text[start - 1] == ' ' && start > 1 && char.IsAsciiDigit(text[start - 2])));
        var isInMap = end < text.Length && text[end] == '=';
        var word = text.AsSpan(start, end - start);
        Span<char> upper = stackalloc char[6];
        // All of them begin with one of four letters.
        if (word.Length > upper.Length || (word[0] | ' ') is not ('c' or 'm' or 'q' or 'u')
            || word.ToUpperInvariant(upper) < 0) return null;
        var plain = upper[..word.Length] switch
        {
            "U" when isBehindNumber && !isInMap && !IsMapped(text, start) => "UNITS",
            "CC" or "CCS" when isBehindNumber => "ML",
            "UG" when isBehindNumber => "MCG",
            "QD" => "DAILY",
            "QOD" => "EVERY OTHER DAY",
            "MSO" when end < text.Length && text[end] == '4' => "MORPHINE SULFATE",
            "MSO4" => "MORPHINE SULFATE",
            "MGSO4" => "MAGNESIUM SULFATE",
            "MS" when IsNumberNext(text, end) => "the drug's name",
            _ => null,
        };
        return plain is null ? null : (word.ToString(), plain);
    }

    // 600MG=2U maps units as 2U=600MG does.
    private static bool IsMapped(string text, int unit)
    {
        var at = unit - 1;
        while (at >= 0 && (char.IsAsciiDigit(text[at]) || text[at] is ' ' or '.')) at--;
        return at >= 0 && text[at] == '=';
    }

    private static bool IsNumberNext(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at < text.Length && char.IsAsciiDigit(text[at]);
    }
}
