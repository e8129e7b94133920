using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>Finds the drug of the list whose name a word misses by a letter or two.</summary>
/// <remarks>A word is compared with the names of its first letter and about its length, and the answer kept for some:
/// files name few drugs that nobody knows.</remarks>
public sealed class NearNames
{
    private const int MinLength = 6, MinForTwo = 11, MaxLength = 40, MostKept = 4096;

    private static readonly ConditionalWeakTable<ReferenceTables, NearNames> Made = [];

    // Words of every day and of science that are a letter away from a brand.
    private static readonly string[] Others =
        ["ANTHEM", "BENEFIT", "CONTRACT", "LEUCINE", "POLICY", "PROGRAM", "STREPTOMYCES", "VOLUME"];

    private sealed record Known(string Word, uint Letters, List<Product> Products);

    // Names by their first letter and their length.
    private readonly List<Known>?[,] _names = new List<Known>?[26, MaxLength + 1];
    private readonly HashSet<string> _words = new(Others, StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, NearName?> _kept = new(StringComparer.OrdinalIgnoreCase);
    private int _room = MostKept;

    private NearNames(IReadOnlyList<Product> products)
    {
        var known = new Dictionary<string, Known>(StringComparer.OrdinalIgnoreCase);
        foreach (var product in products)
            foreach (var name in product.Names)
            {
                Add(known, DrugNames.FirstTelling(name), product);
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

    /// <summary>Gathers the names of tables now, not with the first word that is asked for.</summary>
    public static void Prepare(ReferenceTables tables) => Made.GetValue(tables, static all => new(all.Products));

    /// <summary>What a word may stand for; null where it is a name itself, nothing is near, or two drugs are equally
    /// near.</summary>
    public static NearName? Of(ReferenceTables tables, ReadOnlySpan<char> word)
    {
        if (word.Length is < MinLength or > MaxLength || !IsLetters(word)) return null;
        var names = Made.GetValue(tables, static all => new(all.Products));
        var kept = names._kept.GetAlternateLookup<ReadOnlySpan<char>>();
        if (kept.TryGetValue(word, out var near)) return near;
        near = names.Find(word);
        if (names._room > 0 && Interlocked.Decrement(ref names._room) >= 0) kept.TryAdd(word, near);
        return near;
    }

    private void Add(Dictionary<string, Known> known, ReadOnlySpan<char> word, Product product)
    {
        if (word.Length is < MinLength or > MaxLength || !IsLetters(word)) return;
        if (!known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var name))
        {
            var text = word.ToString().ToUpperInvariant();
            known[text] = name = new(text, LettersOf(word), []);
            (_names[text[0] - 'A', text.Length] ??= []).Add(name);
        }
        if (!name.Products.Contains(product)) name.Products.Add(product);
    }

    private NearName? Find(ReadOnlySpan<char> word)
    {
        if (_words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return null;
        Span<char> upper = stackalloc char[word.Length];
        word.ToUpperInvariant(upper);
        var best = new Nearest(MostSlips(word.Length) + 1);
        // The first letter stays or is swapped with the second.
        Compare(upper, upper[0], ref best);
        if (upper[1] != upper[0]) Compare(upper, upper[1], ref best);
        return best is { Name: { } name, IsAlone: true } ? new(name.Word, best.Slips) : null;
    }

    // The nearest name so far, and whether all that are as near are of one drug.
    private record struct Nearest(int Slips)
    {
        public Known? Name;

        public bool IsAlone;
    }

    private void Compare(ReadOnlySpan<char> word, char first, ref Nearest best)
    {
        var letters = LettersOf(word);
        var apart = MostSlips(word.Length);
        for (var length = word.Length - apart; length <= Math.Min(word.Length + apart, MaxLength); length++)
        {
            var limit = MostSlips(Math.Min(word.Length, length));
            if (Math.Abs(word.Length - length) > limit || _names[first - 'A', length] is not { } names) continue;
            foreach (var name in names)
            {
                var most = Math.Min(best.Slips, limit);
                // Each slip changes two letters at most.
                if (System.Numerics.BitOperations.PopCount(letters ^ name.Letters) > 2 * most
                    || !MayBegin(word, name.Word)) continue;
                var slips = SpellingDistance.Between(word, name.Word, most);
                if (slips > most) continue;
                if (slips < best.Slips) best = new(slips) { Name = name, IsAlone = true };
                else if (best.Name is not null) best.IsAlone &= AreSame(best.Name, name);
            }
        }
    }

    private static bool MayBegin(ReadOnlySpan<char> word, string name) =>
        word[0] == name[0] || (word[0] == name[1] && word[1] == name[0]);

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
