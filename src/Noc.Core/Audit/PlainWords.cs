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
}
