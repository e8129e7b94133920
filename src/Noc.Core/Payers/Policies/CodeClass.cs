using Noc.Drugs;

namespace Noc.Payers;

/// <summary>Codes as policy files name them: one, a range, a series, or a class.</summary>
public static class CodeClass
{
    /// <summary>The classes.</summary>
    public static IReadOnlyList<string> Words { get; } =
        ["unclassified", "drug", "coded", "radiopharmaceutical", "compound", "contrast", "vaccine"];

    /// <summary>Whether the text names codes.</summary>
    public static bool IsValid(string text) => Words.Contains(text)
        || (text is [var series, '*'] && (char.IsAsciiLetterUpper(series) || char.IsAsciiDigit(series)))
        || IsCode(text) || (text is { Length: 11 } && text[5] == '-' && IsCode(text.AsSpan(0, 5))
            && IsCode(text.AsSpan(6)) && string.CompareOrdinal(text, 0, text, 6, 5) < 0);

    // A misspelt class of five letters is no code.
    private static bool IsCode(ReadOnlySpan<char> text) => text is [var first, _, _, _, var last]
        && !text[1..4].ContainsAnyExceptInRange('0', '9')
        && (char.IsAsciiLetterUpper(first) || char.IsAsciiDigit(first))
        && (char.IsAsciiLetterUpper(last) || char.IsAsciiDigit(last));

    /// <summary>Whether a code is among those that the text names.</summary>
    public static bool Includes(string text, HcpcsCode code, bool isUnclassified) =>
        CodeTest.Of(text).Includes(code, isUnclassified);

    internal static bool Includes(CodeKind kind, HcpcsCode code, bool isUnclassified) => kind switch
    {
        CodeKind.Unclassified => isUnclassified,
        CodeKind.Drug => isUnclassified || IsDrug(code),
        CodeKind.Coded => !isUnclassified && IsDrug(code),
        CodeKind.Radiopharmaceutical => code.Series == 'A' && code.Number is 4641 or (>= 9500 and <= 9700)
            && !IsContrast(code),
        CodeKind.Contrast => IsContrast(code),
        CodeKind.Compound => code.Series == 'J' && code.Number is 7999 || code.Series == 'Q' && code.Number is 9977,
        CodeKind.Vaccine => (code.Series == '9' && code.Number is >= 476 and <= 759)
            || (code.Series == 'Q' && code.Number is >= 2034 and <= 2039),
        _ => false,
    };

    private static bool IsContrast(HcpcsCode code) => code.Series switch
    {
        'Q' => code.Number is >= 9950 and <= 9983,
        'A' => code.Number is (>= 9575 and <= 9585) or 9698 or 9700,
        _ => false,
    };

    // Series that hold drugs: J, biologicals of Q, pass-through C, radiopharmaceuticals, immune globulins, vaccines.
    private static bool IsDrug(HcpcsCode code) => code.Series switch
    {
        'J' => true,
        'Q' => code.Number is (>= 138 and <= 145) or (>= 2004 and <= 2057) or (>= 4074 and <= 4082)
            or (>= 5101 and <= 5199) or (>= 9950 and <= 9992),
        'C' => code.Number is >= 9000 and <= 9399,
        'A' => code.Number is 4641 or (>= 9500 and <= 9700),
        'S' => code.Number is >= 12 and <= 199,
        '9' => code.Number is >= 281 and <= 759,
        _ => false,
    };
}

/// <summary>What a text of <see cref="CodeClass"/> names.</summary>
internal enum CodeKind : byte
{
    None,
    Unclassified,
    Drug,
    Coded,
    Radiopharmaceutical,
    Compound,
    Contrast,
    Vaccine,
    Series,
    Range,
}

/// <summary>A text of <see cref="CodeClass"/>, read once: every line of a claim asks it.</summary>
internal readonly record struct CodeTest(CodeKind Kind, HcpcsCode From, HcpcsCode To, char Series)
{
    public static CodeTest Of(string text) => text switch
    {
        "unclassified" => new(CodeKind.Unclassified, default, default, default),
        "drug" => new(CodeKind.Drug, default, default, default),
        "coded" => new(CodeKind.Coded, default, default, default),
        "radiopharmaceutical" => new(CodeKind.Radiopharmaceutical, default, default, default),
        "compound" => new(CodeKind.Compound, default, default, default),
        "contrast" => new(CodeKind.Contrast, default, default, default),
        "vaccine" => new(CodeKind.Vaccine, default, default, default),
        [var series, '*'] => new(CodeKind.Series, default, default, series),
        { Length: 11 } when HcpcsCode.TryParse(text.AsSpan(0, 5), out var from)
            && HcpcsCode.TryParse(text.AsSpan(6), out var to) => new(CodeKind.Range, from, to, default),
        _ => HcpcsCode.TryParse(text, out var one) ? new(CodeKind.Range, one, one, default) : default,
    };

    public static CodeTest[] Of(Items<string> texts)
    {
        var tests = new CodeTest[texts.Count];
        for (var i = 0; i < tests.Length; i++) tests[i] = Of(texts[i]);
        return tests;
    }

    public bool Includes(HcpcsCode code, bool isUnclassified) => Kind switch
    {
        CodeKind.Range => code.CompareTo(From) >= 0 && code.CompareTo(To) <= 0,
        CodeKind.Series => code.Series == Series,
        _ => CodeClass.Includes(Kind, code, isUnclassified),
    };
}
