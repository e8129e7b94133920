namespace Noc.Payers.Expressions;

/// <summary>Text with <c>*</c> for any characters and <c>?</c> for one. None that is costly can be
/// written.</summary>
/// <remarks>The parts between the stars are found one behind the other, each at its first place, without going
/// back.</remarks>
internal sealed class WildcardPattern
{
    private readonly string[] _parts;   // upper case, as texts are folded while comparing

    public WildcardPattern(string pattern) => _parts = pattern.ToUpperInvariant().Split('*');

    /// <summary>Whether the whole text fits. Upper and lower case are the same.</summary>
    public bool Matches(ReadOnlySpan<char> text)
    {
        var first = _parts[0];
        if (_parts.Length == 1) return text.Length == first.Length && Fits(text, first);
        var last = _parts[^1];
        if (text.Length < first.Length + last.Length || !Fits(text, first)) return false;
        if (!Fits(text[^last.Length..], last)) return false;
        text = text[first.Length..^last.Length];
        for (var i = 1; i < _parts.Length - 1; i++)
        {
            var at = Find(text, _parts[i]);
            if (at < 0) return false;
            text = text[(at + _parts[i].Length)..];
        }
        return true;
    }

    private static int Find(ReadOnlySpan<char> text, string part)
    {
        for (var at = 0; at + part.Length <= text.Length; at++)
            if (Fits(text[at..], part)) return at;
        return -1;
    }

    private static bool Fits(ReadOnlySpan<char> text, string part)
    {
        for (var i = 0; i < part.Length; i++)
            if (part[i] != '?' && part[i] != char.ToUpperInvariant(text[i])) return false;
        return true;
    }
}
