using Noc.Tables;

namespace Noc.Coding;

/// <summary>Finds drugs of the FDA directory by a name as claims write it.</summary>
/// <remarks>Its index is made at the first question: nearly all claims name drugs of the curated list, and reading
/// every name takes a tenth of a second. Without goods of the shelf, whose names are words of every day, and without
/// allergens.</remarks>
/// <param name="image">The tables.</param>
public sealed class DirectoryNames(TableImage image)
{
    private const int MinName = 5, MaxPrefix = 7;

    private readonly Lazy<(ulong[] Prefixes, int[] Rows)> _index = new(() => Read(image));

    /// <summary>The drugs that a name begins with, each once: the first word of a generic name that tells the drug, or
    /// all such words of a brand. Empty where the directory has none.</summary>
    public IReadOnlyList<DirectoryName> Named(ReadOnlySpan<char> name)
    {
        var first = DrugNames.FirstTelling(name);
        if (first.Length < MinName) return [];
        var (prefixes, rows) = _index.Value;
        var prefix = PrefixOf(first);
        var found = new List<DirectoryName>();
        for (var at = FirstOf(prefixes, prefix); at < prefixes.Length && prefixes[at] == prefix; at++)
        {
            ref readonly var row = ref image.Rows<NdcProductRecord>().All[rows[at]];
            var known = new DirectoryName(image.Text(row.Brand), image.Text(row.Generic));
            if ((first.Equals(DrugNames.FirstTelling(known.Generic), StringComparison.OrdinalIgnoreCase)
                || (first.Equals(DrugNames.FirstTelling(known.Brand), StringComparison.OrdinalIgnoreCase)
                    && DrugNames.HasAllOf(name, known.Brand))) && !found.Contains(known)) found.Add(known);
        }
        return found;
    }

    private static int FirstOf(ulong[] prefixes, ulong prefix)
    {
        var at = Array.BinarySearch(prefixes, prefix);
        while (at > 0 && prefixes[at - 1] == prefix) at--;
        return at < 0 ? prefixes.Length : at;
    }

    private static (ulong[], int[]) Read(TableImage image)
    {
        var (prefixes, at) = (new List<ulong>(), new List<int>());
        var known = new HashSet<(TextRef, TextRef)>();
        var rows = image.Rows<NdcProductRecord>().All;
        for (var i = 0; i < rows.Length; i++)
        {
            var type = image.Utf8(rows[i].Type);
            if (type.IndexOf("OTC"u8) >= 0 || type.IndexOf("ALLERGENIC"u8) >= 0
                || !known.Add((rows[i].Brand, rows[i].Generic))) continue;
            var brand = PrefixOf(DrugNames.FirstTelling(image.Text(rows[i].Brand)));
            var generic = PrefixOf(DrugNames.FirstTelling(image.Text(rows[i].Generic)));
            if (brand != 0) Add(brand, i);
            if (generic != 0 && generic != brand) Add(generic, i);
        }
        var (sorted, order) = (prefixes.ToArray(), at.ToArray());
        Array.Sort(sorted, order);
        return (sorted, order);

        void Add(ulong prefix, int row)
        {
            prefixes.Add(prefix);
            at.Add(row);
        }
    }

    private static ulong PrefixOf(ReadOnlySpan<char> word)
    {
        Span<char> upper = stackalloc char[MaxPrefix];
        var length = word[..Math.Min(word.Length, MaxPrefix)].ToUpperInvariant(upper);
        return TableKey.OfText(upper[..length]);
    }
}
