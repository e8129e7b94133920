using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>The drug name that a misspelt word most likely stands for.</summary>
/// <param name="Name">The name, in capitals.</param>
/// <param name="Slips">Letters that are wrong, missing or too many.</param>
public sealed record NearName(string Name, int Slips);

/// <summary>Finds the drug of the list whose name a word misses by a letter or two.</summary>
/// <remarks>A name is compared with all others once and the answer kept: files name few drugs that nobody
/// knows.</remarks>
public sealed class NearNames
{
    private const int MinLength = 6, MinForTwo = 11, MaxLength = 40, MostKept = 4096;

    private static readonly ConditionalWeakTable<ReferenceTables, NearNames> Made = [];

    // Words of every day and of science that are a letter away from a brand.
    private static readonly string[] Others =
        ["ANTHEM", "BENEFIT", "CONTRACT", "LEUCINE", "POLICY", "PROGRAM", "STREPTOMYCES", "VOLUME"];

    private sealed record Known(string Word, uint Letters, List<Product> Products);

    private readonly Dictionary<string, Known> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _words = new(Others, StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, NearName?> _kept = new(StringComparer.OrdinalIgnoreCase);

    private NearNames(IReadOnlyList<Product> products)
    {
        foreach (var product in products)
            foreach (var name in product.Names)
            {
                Add(DrugNames.FirstTelling(name), product);
                var rest = name.AsSpan();
                while (DrugNames.FirstTelling(rest) is { IsEmpty: false } word)
                {
                    _words.Add(word.ToString());
                    rest = rest[(rest.IndexOf(word, StringComparison.Ordinal) + word.Length)..];
                }
            }
    }

    /// <summary>How many slips of the pen a word of a length may have and still be told.</summary>
    public static int MostSlips(int length) => length < MinLength ? 0 : length < MinForTwo ? 1 : 2;

    /// <summary>What a word may stand for; null where it is a name itself, nothing is near, or two drugs are equally
    /// near.</summary>
    public static NearName? Of(ReferenceTables tables, ReadOnlySpan<char> word)
    {
        if (word.Length is < MinLength or > MaxLength || !IsLetters(word)) return null;
        var names = Made.GetValue(tables, static all => new(all.Products));
        var kept = names._kept.GetAlternateLookup<ReadOnlySpan<char>>();
        if (kept.TryGetValue(word, out var near)) return near;
        near = names.Find(word);
        if (names._kept.Count < MostKept) kept.TryAdd(word, near);
        return near;
    }

    private void Add(ReadOnlySpan<char> word, Product product)
    {
        if (word.Length is < MinLength or > MaxLength || !IsLetters(word)) return;
        if (!_names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var name))
        {
            var text = word.ToString().ToUpperInvariant();
            _names[text] = name = new(text, LettersOf(word), []);
        }
        if (!name.Products.Contains(product)) name.Products.Add(product);
    }

    private NearName? Find(ReadOnlySpan<char> word)
    {
        if (_words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return null;
        var (letters, least, isAlone) = (LettersOf(word), MostSlips(word.Length) + 1, false);
        Known? best = null;
        foreach (var name in _names.Values)
        {
            // Each slip changes two letters at most; the first one stays or is swapped.
            var apart = System.Numerics.BitOperations.PopCount(letters ^ name.Letters);
            if (apart > 2 * least || Math.Abs(name.Word.Length - word.Length) > least || !MayBegin(word, name.Word))
                continue;
            var slips = SpellingDistance.Between(word, name.Word);
            if (slips > least || slips > MostSlips(Math.Min(word.Length, name.Word.Length))) continue;
            if (slips < least) (best, least, isAlone) = (name, slips, true);
            else if (best is not null) isAlone &= AreSame(best, name);
        }
        return best is not null && isAlone ? new(best.Word, least) : null;
    }

    private static bool MayBegin(ReadOnlySpan<char> word, string name) =>
        char.ToUpperInvariant(word[0]) == name[0]
        || (char.ToUpperInvariant(word[0]) == name[1] && char.ToUpperInvariant(word[1]) == name[0]);

    private static bool AreSame(Known one, Known other)
    {
        foreach (var product in other.Products)
            if (!DrugNames.AreSameDrug(one.Products[0], product)) return false;
        return true;
    }

    private static uint LettersOf(ReadOnlySpan<char> word)
    {
        uint letters = 0;
        foreach (var letter in word) letters |= 1u << ((letter & 31) - 1);
        return letters;
    }

    private static bool IsLetters(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
            if (!char.IsAsciiLetter(letter)) return false;
        return true;
    }
}
