namespace Noc.Audit;

/// <summary>Phrases that texts are searched for, in capitals or small letters.</summary>
internal sealed class Phrases
{
    private const int CaseBit = 0x20;

    private readonly string[] _all;

    // The letters that they begin with, one bit each, in either case.
    private readonly uint _first;

    /// <summary>The phrases, each of at least two characters, in capitals.</summary>
    public Phrases(params string[] all)
    {
        _all = all;
        foreach (var phrase in all) _first |= 1u << (phrase[0] & 31);
    }

    /// <summary>Where the next phrase stands at the beginning of a word; the longest of several there. -1 where none
    /// does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="found">The phrase; empty where there is none.</param>
    public int IndexIn(ReadOnlySpan<char> text, int from, out string found)
    {
        found = "";
        for (var at = from; at < text.Length - 1; at++)
        {
            if ((_first >> (text[at] & 31) & 1) == 0 || (at > 0 && char.IsLetterOrDigit(text[at - 1]))) continue;
            foreach (var phrase in _all)
                if (((text[at] ^ phrase[0]) & ~CaseBit) == 0 && ((text[at + 1] ^ phrase[1]) & ~CaseBit) == 0
                    && phrase.Length > found.Length
                    && text[at..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) found = phrase;
            if (found.Length > 0) return at;
        }
        return -1;
    }
}
