namespace Noc.Drugs;

/// <summary>Reads a route of administration as records spell it.</summary>
public static class RouteText
{
    private const int LongestShort = 4, MostLetters = 40;

    /// <summary>The route as narratives and the list of products spell it: <c>IV</c> for <c>Intravenous (IV)</c>,
    /// <c>PO</c> for <c>oral</c>, <c>IA</c> for <c>intra-articular</c>, <c>vaginal</c> for <c>Vaginal</c>.</summary>
    /// <param name="text">The route in any case; empty stays empty.</param>
    public static string Spelled(string text)
    {
        if (text is "" or "IV" or "SC" or "IM" or "PO" or "IVT" or "IT" or "INH" or "TOP") return text;
        // Records say "bladder instillation" of what products call intravesical.
        if (text.Contains("bladder", StringComparison.OrdinalIgnoreCase)) return "INTRAVESICAL";
        Span<char> letters = stackalloc char[MostLetters];
        int length = 0, word = 0;
        var last = "";
        for (var i = 0; i <= text.Length && length < MostLetters; i++)
        {
            if (i < text.Length && char.IsAsciiLetter(text[i]))
            {
                letters[length++] = char.ToUpperInvariant(text[i]);
                continue;
            }
            // "oral inhalation" is inhaled: the last word that is a route tells it.
            if (Word(letters[word..length]) is { } route) last = route;
            word = length;
        }
        if (Word(letters[..length]) is { } whole) return whole;
        if (last.Length > 0) return last;
        return text.Length <= LongestShort ? text.ToUpperInvariant() : text.ToLowerInvariant();
    }

    /// <summary>Whether a route is one that narratives know.</summary>
    /// <param name="spelled">The route as <see cref="Spelled"/> gives it.</param>
    public static bool IsKnown(string spelled)
    {
        Span<char> letters = stackalloc char[MostLetters];
        var length = 0;
        foreach (var one in spelled)
            if (char.IsAsciiLetter(one) && length < MostLetters) letters[length++] = char.ToUpperInvariant(one);
        return Word(letters[..length]) is not null;
    }

    private static string? Word(ReadOnlySpan<char> upper)
    {
        ref readonly var entry = ref NarrativeWords.Entry(NarrativeWords.Find(upper));
        return entry.Kind is WordKind.Route ? entry.Value : null;
    }
}
