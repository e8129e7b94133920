using Noc.Drugs;

namespace Noc.Payers;

/// <summary>Codes as policy files name them: one, a range, a series, or a class.</summary>
public static class CodeClass
{
    /// <summary>The classes.</summary>
    public static IReadOnlyList<string> Words { get; } =
        ["unclassified", "drug", "radiopharmaceutical", "compound", "contrast", "vaccine"];

    /// <summary>Whether the text names codes.</summary>
    public static bool IsValid(string text) => Words.Contains(text)
        || (text is [var series, '*'] && char.IsAsciiLetterOrDigit(series))
        || HcpcsCode.TryParse(text, out _) || (text is { Length: 11 } && text[5] == '-'
            && HcpcsCode.TryParse(text.AsSpan(0, 5), out _) && HcpcsCode.TryParse(text.AsSpan(6), out _));

    /// <summary>Whether a code is among those that the text names.</summary>
    public static bool Includes(string text, HcpcsCode code, bool isUnclassified) => text switch
    {
        "unclassified" => isUnclassified,
        "drug" => isUnclassified || IsDrug(code),
        "radiopharmaceutical" => code.Series == 'A' && code.Number is 4641 or (>= 9500 and <= 9700),
        "contrast" => code.Series == 'Q' && code.Number is >= 9950 and <= 9983
            || (code.Series == 'A' && code.Number is (>= 9575 and <= 9585) or 9698),
        "compound" => code.Series == 'J' && code.Number is 7999 || code.Series == 'Q' && code.Number is 9977,
        "vaccine" => code.Series == '9' && code.Number is >= 476 and <= 759,
        [_, '*'] => code.Series == text[0],
        { Length: 11 } => HcpcsCode.TryParse(text.AsSpan(0, 5), out var from)
            && HcpcsCode.TryParse(text.AsSpan(6), out var to)
            && code.CompareTo(from) >= 0 && code.CompareTo(to) <= 0,
        _ => HcpcsCode.TryParse(text, out var one) && one == code,
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
