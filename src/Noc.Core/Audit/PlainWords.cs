namespace Noc.Audit;

/// <summary>Facts that people tell in words from which no number can be read.</summary>
internal static class PlainWords
{
    private static readonly Phrases Once = new("ONE TIME", "ONE DOSE", "ONE INJECTION", "1 DOSE", "1 INJECTION", "1X",
        "SINGLE DOSE", "STAT", "FREQ 1", "FREQ-1", "FREQ: 1", "FREQUENCY 1", "FREQUENCY: 1");

    private static readonly string[] Vessels = ["VIAL", "VL", "SYR", "PFS", "AMP", "CONTAINER", "PEN", "BAG"];

    private static readonly string[] Units =
        ["PER UNIT", "/UNIT", "/ UNIT", "UNIT EQUALS", "UNIT=", "UNIT =", "UNIT FOR", "UNITS FOR", "BILLING UNIT"];

    /// <summary>Whether a text says that the drug was given once: ONE TIME, 1X, STAT. A single dose vial is none.
    /// </summary>
    public static bool TellOnce(string text)
    {
        for (var at = 0; (at = Once.IndexIn(text, at, out var words)) >= 0; at++)
        {
            var rest = text.AsSpan(at + words.Length);
            if (rest.Length > 0 && char.IsLetterOrDigit(rest[0])) continue;
            rest = rest.TrimStart(" -");
            var isVessel = false;
            foreach (var vessel in Vessels) isVessel |= rest.StartsWith(vessel, StringComparison.OrdinalIgnoreCase);
            if (!isVessel) return true;
        }
        return false;
    }

    /// <summary>Whether a text says what one billed unit stands for: 100MG PER UNIT, 1 UNIT EQUALS 100MG.</summary>
    public static bool TellUnit(string text)
    {
        foreach (var words in Units)
        {
            var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && !(at + words.Length < text.Length && char.IsLetter(text[at + words.Length])
                && words[^1] is 'T' or 'R')) return true;
        }
        return false;
    }

    private static readonly string[] Months =
    [
        "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER",
        "DECEMBER",
    ];

    /// <summary>Whether a text holds a day with the name of its month, or with points: JUN 11, 2024, 11JUN2024,
    /// 06.11.2024.</summary>
    public static bool TellDate(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (char.IsAsciiLetter(text[at]) ? (at == 0 || !char.IsAsciiLetter(text[at - 1])) && IsNamed(text, at)
                : char.IsAsciiDigit(text[at]) && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))
                    && IsDotted(text.AsSpan(at))) return true;
        return false;
    }

    private static bool IsNamed(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        var word = text[at..end];
        if (word.Length < 3 || !(word.Equals("SEPT", StringComparison.OrdinalIgnoreCase)
            || Array.Exists(Months, one => one.StartsWith(word, StringComparison.OrdinalIgnoreCase)))) return false;
        var rest = text.AsSpan(end);
        var isBehindDay = text.AsSpan(0, at).TrimEnd(" -./") is [.., >= '0' and <= '9'];
        return (isBehindDay || Number(ref rest) is 1 or 2) && Number(ref rest) is 2 or 4;
    }

    private static bool IsDotted(ReadOnlySpan<char> text) => Number(ref text) is 1 or 2 && text is ['.', ..]
        && Number(ref text) is 1 or 2 && text is ['.', ..] && Number(ref text) is 2 or 4;

    // How many digits come next behind marks; none where a letter follows them, as in 20MG.
    private static int Number(ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" -.,/");
        var length = text.IndexOfAnyExceptInRange('0', '9');
        if (length < 0) length = text.Length;
        text = text[length..];
        return text is [var next, ..] && char.IsAsciiLetter(next) ? 0 : length;
    }
}
