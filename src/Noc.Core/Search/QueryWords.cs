using Noc.Tables;

namespace Noc.Search;

/// <summary>How well a text fits each word that is looked for: up to eight fits, one a byte.</summary>
internal readonly record struct WordFits(ulong Packed)
{
    /// <summary>The fit of a word, 0 to 100.</summary>
    public int this[int word] => (int)(Packed >> (8 * word) & 0xFF);

    /// <summary>True where no word fits.</summary>
    public bool IsNone => Packed == 0;

    /// <summary>The same with a better fit of one word.</summary>
    public WordFits With(int word, int fit) =>
        fit <= this[word] ? this : new((Packed & ~(0xFFul << (8 * word))) | ((ulong)fit << (8 * word)));
}

/// <summary>The words of a question, and the texts compared with them. Not for several threads.</summary>
internal sealed class QueryWords
{
    /// <summary>The most words of a question that are looked for.</summary>
    public const int Max = 8;

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "A", "AN", "AND", "THE", "OF", "FOR", "WITH", "IN", "ON", "TO", "CODE", "CODES", "HCPCS", "NDC", "DRUG", "BILL",
        "BILLING", "WHAT", "IS", "WHICH", "HOW", "DO", "I", "CAN", "BE", "USED", "THIS", "MY", "NEW", "OR", "IT",
        "DRUGS", "DOES", "NEED", "NEEDED", "WANT", "TREAT", "TREATS",
    };

    // Forms and routes stand in many names and tell no drug by themselves.
    private static readonly HashSet<string> Forms = new(StringComparer.Ordinal)
    {
        "INJECTION", "INJECTABLE", "INJ", "INFUSION", "IV", "SC", "IM", "ORAL", "SOLUTION", "POWDER", "SUSPENSION",
        "INTRAVENOUS", "SUBCUTANEOUS", "INTRAMUSCULAR", "INTRAVITREAL", "INHALATION", "TOPICAL", "COMPOUNDED", "PUMP",
        "EYE", "BLOOD", "LOW", "HIGH", "DOSE", "HUMAN", "ACID", "SODIUM", "VACCINE", "VACCINES", "SHOT", "GEL",
    };

    private static readonly HashSet<string> Measures = new(StringComparer.Ordinal)
    {
        "MG", "MCG", "UG", "GM", "GRAM", "GRAMS", "KG", "ML", "CC", "IU", "UNIT", "UNITS", "MEQ", "MCI",
    };

    private readonly QueryWord[] _words;
    private readonly uint _amounts;   // bits of words

    // Texts are shared between records, and a text is compared only once. Offsets of texts, open addressing.
    private uint[] _seen = new uint[1 << 15];
    private ulong[] _fits = new ulong[1 << 15];
    private int _count;

    /// <summary>Takes the words of a question; fillers count only where there is nothing else.</summary>
    public QueryWords(ReadOnlySpan<char> text)
    {
        All = Split(text);
        var isWhole = DrugSearch.IsQuestion(text);   // who types a sentence writes words out
        List<int> kept = [.. TellingAt(All).Take(Max)];
        // INJECTION is no misspelled INFECTION.
        _words = [.. kept.Select(at => new QueryWord(All[at], isWhole, Forms.Contains(All[at])))];
        for (var i = 0; i < kept.Count; i++) _amounts |= IsAmount(All, kept[i]) ? 1u << i : 0;
        for (var i = 0; i < kept.Count; i++) Told |= IsForm(i) ? 0 : 1u << i;
        for (var at = 1; at < All.Count; at++)
            if (All[at].Length == 1 && !Fillers.Contains(All[at - 1])) Letters += All[at];
    }

    /// <summary>Single letters and digits behind other words, which tell relatives apart: hepatitis B.</summary>
    public string Letters { get; } = "";

    /// <summary>Whether a name carries one of those letters, as Vitamin K does where K was asked for.</summary>
    public bool HasLetterOf(string name) => Letters.Length > 0
        && Split(name).Exists(word => word.Length == 1 && Letters.Contains(word[0], StringComparison.Ordinal));

    /// <summary>Which words tell a drug, a class or a use, one bit a word: not those of forms, routes and amounts.
    /// </summary>
    public uint Told { get; }

    /// <summary>Which words fitted any text so far; one bit a word.</summary>
    public uint Fitted { get; private set; }

    /// <summary>Every word of the question, fillers too, in upper case.</summary>
    public List<string> All { get; }

    /// <summary>How many words are looked for.</summary>
    public int Count => _words.Length;

    /// <summary>The word with a number, from 0.</summary>
    public string this[int word] => _words[word].Text;

    /// <summary>Whether a word names a form, a route or an amount, not a drug.</summary>
    public bool IsForm(int word) => IsAmount(word) || Forms.Contains(_words[word].Text);

    /// <summary>Whether a word is part of an amount, such as 30 MG: it tells strengths of a drug apart, not drugs.
    /// </summary>
    public bool IsAmount(int word) => (_amounts >> word & 1) != 0;

    /// <summary>Whether a name speaks of a relative of what was asked for: hepatitis A where B was.</summary>
    public bool IsOfRelative(string name)
    {
        if (Letters.Length == 0) return false;
        var hasLetter = false;
        foreach (var word in Split(name))
        {
            if (word.Length > 1) continue;
            hasLetter = true;
            if (Letters.Contains(word[0], StringComparison.Ordinal)) return false;
        }
        return hasLetter;
    }

    /// <summary>The words without fillers and single letters ("GLP-1", "CAR-T"); all where there is nothing else.
    /// </summary>
    public static List<string> Telling(IReadOnlyList<string> words) => [.. TellingAt(words).Select(at => words[at])];

    private static List<int> TellingAt(IReadOnlyList<string> words)
    {
        var all = Enumerable.Range(0, words.Count);
        List<int> kept = [.. all.Where(at => words[at].Length > 1 && !Fillers.Contains(words[at]))];
        return kept.Count > 0 ? kept : [.. all];
    }

    // 30 MG, 30MG.
    private static bool IsAmount(List<string> words, int at)
    {
        var number = words[at].AsSpan().IndexOfAnyExceptInRange('0', '9');
        return number < 0 ? at + 1 < words.Count && Measures.Contains(words[at + 1])
            : number > 0 ? Measures.Contains(words[at][number..])
            : at > 0 && Measures.Contains(words[at]) && char.IsAsciiDigit(words[at - 1][0]);
    }

    /// <summary>How well a word of ours fits a word of the question.</summary>
    public int Fit(int word, ReadOnlySpan<char> upper)
    {
        Span<byte> bytes = stackalloc byte[QueryWord.MaxLength];
        return upper.Length <= bytes.Length && System.Text.Encoding.ASCII.GetBytes(upper, bytes) is var length
            ? _words[word].Fit(bytes[..length]) : 0;
    }

    /// <summary>Compares a text of the tables.</summary>
    public WordFits Of(TableImage image, TextRef text)
    {
        if (text.IsEmpty) return default;
        if (_count * 2 >= _seen.Length) Grow();
        var slot = Slot(_seen, text.Offset);
        if (_seen[slot] == text.Offset) return new(_fits[slot]);
        var fits = Of(image.Utf8(text));
        (_seen[slot], _fits[slot]) = (text.Offset, fits.Packed);
        _count++;
        return fits;
    }

    /// <summary>Compares a text of ours.</summary>
    public WordFits Of(string text)
    {
        Span<byte> bytes = stackalloc byte[512];
        if (text.Length > bytes.Length) return default;
        for (var i = 0; i < text.Length; i++) bytes[i] = text[i] < 128 ? (byte)text[i] : (byte)'?';
        return Of(bytes[..text.Length]);
    }

    /// <summary>Compares each word of a text: runs of letters and digits, in any case.</summary>
    public WordFits Of(ReadOnlySpan<byte> text)
    {
        Span<byte> word = stackalloc byte[QueryWord.MaxLength], joined = stackalloc byte[2 * QueryWord.MaxLength];
        WordFits best = default;
        var (length, before) = (0, 0);   // before: the part of a hyphenated name that stands in front
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : (byte)' ';
            if (c is >= (byte)'a' and <= (byte)'z') c -= 32;
            if (c is (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9'))
            {
                if (length < word.Length) word[length] = c;
                length++;
                continue;
            }
            if (length is > 1 and <= QueryWord.MaxLength)
            {
                best = Fit(word[..length], best);
                // SOLUMEDROL is Solu-Medrol.
                word[..length].CopyTo(joined[before..]);
                if (before > 0) best = Fit(joined[..(before + length)], best);
            }
            before = c == '-' && before == 0 && length is > 1 and <= QueryWord.MaxLength ? length : 0;
            length = 0;
        }
        return best;
    }

    private WordFits Fit(ReadOnlySpan<byte> word, WordFits best)
    {
        for (var w = 0; w < _words.Length; w++)
            if (_words[w].Fit(word) is > 0 and var fit)
            {
                best = best.With(w, fit);
                Fitted |= 1u << w;
            }
        return best;
    }

    /// <summary>The words of a text in upper case; at most forty.</summary>
    public static List<string> Split(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length && words.Count < 40; i++)
        {
            if (i < text.Length && char.IsAsciiLetterOrDigit(text[i]))
            {
                if (start < 0) start = i;
                continue;
            }
            if (start >= 0 && i - start <= QueryWord.MaxLength) words.Add(text[start..i].ToString().ToUpperInvariant());
            start = -1;
        }
        return words;
    }

    private static int Slot(uint[] seen, uint offset)
    {
        var slot = (int)(unchecked(offset * 2654435769u) >> 8) & (seen.Length - 1);
        while (seen[slot] != 0 && seen[slot] != offset) slot = (slot + 1) & (seen.Length - 1);
        return slot;
    }

    private void Grow()
    {
        var (seen, fits) = (new uint[_seen.Length * 2], new ulong[_seen.Length * 2]);
        for (var i = 0; i < _seen.Length; i++)
        {
            if (_seen[i] == 0) continue;
            var slot = Slot(seen, _seen[i]);
            (seen[slot], fits[slot]) = (_seen[i], _fits[i]);
        }
        (_seen, _fits) = (seen, fits);
    }
}
