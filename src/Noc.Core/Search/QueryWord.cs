using System.Numerics;
using System.Text;

namespace Noc.Search;

/// <summary>One word that is looked for, and how well another word fits it.</summary>
/// <remarks>Short words must fit exactly: at four letters a misspelling is another word.</remarks>
internal sealed class QueryWord
{
    /// <summary>The fit of the same word, of a longer one that starts with it, and of a misspelling.</summary>
    public const int Same = 100, Longer = 70, OneLetter = 60, TwoLetters = 40;

    /// <summary>Longest word that is compared.</summary>
    public const int MaxLength = 32;

    private const int OneLetterFrom = 5, TwoLettersFrom = 8, PrefixFrom = 3;

    private readonly byte[] _word;
    private readonly uint _letters;
    private readonly int _budget;
    private readonly bool _isWhole;

    /// <summary>Takes a word in upper case.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isWhole">True where a longer word that starts with it is another one.</param>
    /// <param name="isKnown">True where it is spelled as it should be: no other word is meant by it.</param>
    public QueryWord(string word, bool isWhole = false, bool isKnown = false)
    {
        Text = word;
        _isWhole = isWhole;
        _word = Encoding.ASCII.GetBytes(word);
        _letters = Letters(_word);
        var hasDigit = word.AsSpan().IndexOfAnyInRange('0', '9') >= 0;   // a digit misread is another code
        _budget = isKnown || hasDigit || word.Length < OneLetterFrom ? 0 : word.Length < TwoLettersFrom ? 1 : 2;
    }

    /// <summary>The word.</summary>
    public string Text { get; }

    /// <summary>How well an upper-case word fits, 0 to 100.</summary>
    public int Fit(ReadOnlySpan<byte> word)
    {
        if (word.SequenceEqual(_word)) return Same;
        if (word.Length > _word.Length && _word.Length >= PrefixFrom && word.StartsWith(_word))
            return word.Length == _word.Length + 1 && word[^1] == 'S' ? Same - 5 : _isWhole ? 0 : Longer;
        if (_word.Length == word.Length + 1 && _word[^1] == 'S' && word.Length >= PrefixFrom && _word.AsSpan()
            .StartsWith(word)) return Same - 5;
        if (_budget == 0 || Math.Abs(word.Length - _word.Length) > _budget || word.Length < OneLetterFrom - 1) return 0;
        // Each change of a letter sets or clears two letters at most: most words are left out by this alone.
        if (BitOperations.PopCount(Letters(word) ^ _letters) > 2 * _budget) return 0;
        var distance = Distance(_word, word, _budget);
        return distance > _budget ? 0 : distance == 1 ? OneLetter : TwoLetters;
    }

    // Insertions, deletions, changes and swaps of neighbours; more than the limit is not counted out.
    private static int Distance(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int limit)
    {
        if (b.Length > MaxLength || a.Length > MaxLength) return limit + 1;
        Span<int> before = stackalloc int[MaxLength + 1], last = stackalloc int[MaxLength + 1];
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, before[j - 2] + 1);
                row[j] = best;
                least = Math.Min(least, best);
            }
            if (least > limit) return limit + 1;
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.Length];
    }

    private static uint Letters(ReadOnlySpan<byte> word)
    {
        uint letters = 0;
        foreach (var c in word) letters |= 1u << (c & 31);
        return letters;
    }
}
