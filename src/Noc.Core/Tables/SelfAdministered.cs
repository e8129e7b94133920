using Noc.Drugs;

namespace Noc.Tables;

/// <summary>An entry of a Medicare contractor's list of drugs that patients usually give to themselves.</summary>
/// <param name="Names">Ingredient and brands as the list names them.</param>
/// <param name="Jurisdictions">Jurisdictions of the contractor, such as JF; <c>all</c> where every contractor is said
/// to list it, <c>some</c> where the contractor is not named.</param>
/// <param name="Code">The drug's own code on the list; <c>default</c> where it is listed by name.</param>
/// <param name="Days">The days on which it is on the list, as far as known.</param>
/// <param name="Routes">The routes that are not paid, as narratives spell them.</param>
/// <param name="HasOtherRoutes">True where the same drug is paid by another route.</param>
/// <param name="Modifier">What a line of the code without JA or JB comes to.</param>
/// <param name="Confidence">How sure the entry is.</param>
/// <param name="Source">The article; null where it is general knowledge.</param>
public sealed record SelfAdministered(
    IReadOnlyList<string> Names, IReadOnlyList<string> Jurisdictions, HcpcsCode Code, Days Days,
    IReadOnlyList<string> Routes, bool HasOtherRoutes, RouteModifier Modifier, Confidence Confidence, Source? Source)
{
    /// <summary>Whether the entry holds for a jurisdiction, or for all.</summary>
    public bool IsFor(string jurisdiction) => Jurisdictions is [var only] && only is "all" or "some"
        || Jurisdictions.Contains(jurisdiction);

    /// <summary>True where the contractor itself is named.</summary>
    public bool IsOwn => Jurisdictions is not (["all"] or ["some"]);
}

/// <summary>What a contractor does with a line of a listed code that has neither JA nor JB.</summary>
public enum RouteModifier
{
    /// <summary>Nothing is said.</summary>
    NotSaid,

    /// <summary>It asks for one of the two.</summary>
    Asked,

    /// <summary>It denies the line.</summary>
    Denied,
}

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
