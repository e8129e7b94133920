using Noc.Drugs;

namespace Noc.Tables;

/// <summary>The lists of self-administered drugs, by code and by name. Made once, then only read.</summary>
public sealed class SelfAdministeredLists
{
    private static readonly List<SelfAdministered> None = [];

    private readonly CodeMap<List<SelfAdministered>> _codes = new();
    private readonly Dictionary<string, List<SelfAdministered>> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Builds the look-ups.</summary>
    public SelfAdministeredLists(IEnumerable<SelfAdministered> entries)
    {
        foreach (var entry in entries)
        {
            if (!entry.Code.IsNone) (_codes[entry.Code] ??= []).Add(entry);
            foreach (var name in entry.Names)
            {
                if (!_names.TryGetValue(name, out var list)) _names[name] = list = new(2);
                list.Add(entry);
            }
        }
    }

    /// <summary>The entry of a code: the contractor's own before those that name none, the surest first; null where
    /// there is none.</summary>
    public SelfAdministered? OfCode(HcpcsCode code, string jurisdiction, DateOnly day) =>
        _codes[code] is { } entries ? Best(entries, jurisdiction, day) : null;

    /// <summary>The entry of an ingredient or brand; null where there is none.</summary>
    public SelfAdministered? OfName(string name, string jurisdiction, DateOnly day) =>
        Best(_names.GetValueOrDefault(name, None), jurisdiction, day);

    /// <summary>The entry of a product: by its ingredient, with or without what sets the product apart from others of
    /// it, else by its only brand; null where there is none.</summary>
    public SelfAdministered? OfProduct(Product product, string jurisdiction, DateOnly day)
    {
        if (OfName(product.Ingredient, jurisdiction, day) is { } entry) return entry;
        var apart = product.Ingredient.IndexOf(" (", StringComparison.Ordinal);
        if (apart > 0 && OfName(product.Ingredient[..apart], jurisdiction, day) is { } plain) return plain;
        return product.Brands.Count == 1 ? OfName(product.Brands[0], jurisdiction, day) : null;
    }

    private static SelfAdministered? Best(List<SelfAdministered> entries, string jurisdiction, DateOnly day)
    {
        SelfAdministered? best = null;
        foreach (var entry in entries)
        {
            if (!entry.IsFor(jurisdiction) || !entry.Days.Include(day)) continue;
            if (best is null || Rank(entry) > Rank(best)) best = entry;
        }
        return best;
    }

    private static int Rank(SelfAdministered entry) => (entry.IsOwn ? 10 : 0) + (int)entry.Confidence;
}
