using Noc.Tables;

namespace Noc.Coding;

/// <summary>Tells which of the products that a name stands for was given, by the route.</summary>
/// <remarks>A brand may be sold for several routes under codes of their own: STELARA into a vein is another product
/// than STELARA under the skin.</remarks>
public static class RouteChoice
{
    private const int MinFirstWord = 7;

    private static readonly string[] NotInjected =
    [
        "PO", "INH", "TOP", "INTRAVESICAL", "nasal", "rectal", "ophthalmic", "vaginal", "enteral", "transdermal",
        "dental", "sinus", "implant", "intrauterine", "extracorporeal", "oral", "topical", "inhalation",
        "sublingual",
    ];

    // What goes into an eye was mostly made for it by a pharmacy.
    private static readonly string[] IntoEye = ["IVT", "IC", "intraocular"];

    /// <summary>The products of a match that are given by the route; where there are none, others of the same brand
    /// or ingredient that are; where there are none either, the match as it is.</summary>
    /// <param name="tables">All products.</param>
    /// <param name="match">The products that the name fits.</param>
    /// <param name="route">Route as narratives spell it; null where not known, then nothing is chosen.</param>
    public static ProductMatch Of(ReferenceTables tables, in ProductMatch match, string? route)
    {
        if (route is null || match.IsNone || AllServe(match, route)) return match;
        var fit = new List<Product>(4);
        var serving = 0;
        foreach (var product in match.Products)
        {
            if (product.Routes.Count > 0 && !Serves(product, route)) continue;
            // Those whose list names the route come before those that have no list.
            if (product.Routes.Count > 0) fit.Insert(serving++, product);
            else fit.Add(product);
        }
        if (serving > 0) return match with { Products = fit };
        fit.Clear();
        foreach (var product in tables.Products)
            if (Serves(product, route) && IsSibling(match, product)) fit.Add(product);
        return fit.Count == 0 ? match
            : match with { Products = fit, Kind = match.Kind is NameKind.Brand ? NameKind.Brand : NameKind.Base };
    }

    /// <summary>Whether a product may have been given by a route that its list does not name: one injection for
    /// another.</summary>
    public static bool IsPossible(Product product, string? route)
    {
        if (route is null || product.Routes.Count == 0 || Serves(product, route)) return true;
        if (NotInjected.Contains(route) || IntoEye.Contains(route)) return false;
        foreach (var known in product.Routes)
            if (!NotInjected.Contains(known)) return true;
        return false;
    }

    // Into the chamber of an eye is into the eye.
    private static bool Serves(Product product, string route) => product.Routes.Contains(route)
        || (route is "IC" && product.Routes.Contains("intraocular"))
        || (route is "intraocular" && product.Routes.Contains("IC"));

    private static bool AllServe(in ProductMatch match, string route)
    {
        foreach (var product in match.Products)
            if (product.Routes.Count > 0 && !Serves(product, route)) return false;
        return true;
    }

    private static bool IsSibling(in ProductMatch match, Product other)
    {
        foreach (var product in match.Products)
        {
            // EMEND into a vein is what is sold as Emend for injection.
            if (match.Kind is NameKind.Brand && HasBrandBehind(product, other)) return true;
            var word = FirstWord(product.Ingredient);
            if (word.Length < MinFirstWord
                || !word.Equals(FirstWord(other.Ingredient), StringComparison.OrdinalIgnoreCase)) continue;
            if (match.Kind is not NameKind.Brand) return true;
            if (HasLongerBrand(product, other)) return true;
        }
        return false;
    }

    /// <summary>Whether a brand of one product begins one of another, as Emend begins Emend for injection.</summary>
    public static bool HasLongerBrand(Product product, Product other)
    {
        foreach (var brand in product.Brands)
            foreach (var longer in other.Brands)
                if (longer.StartsWith(brand, StringComparison.OrdinalIgnoreCase)
                    && (longer.Length == brand.Length || longer[brand.Length] == ' ')) return true;
        return false;
    }

    private static bool HasBrandBehind(Product product, Product other)
    {
        foreach (var brand in product.Brands)
            foreach (var longer in other.Brands)
                if (longer.Length > brand.Length && longer[brand.Length] == ' '
                    && longer.StartsWith(brand, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static ReadOnlySpan<char> FirstWord(string name)
    {
        var end = 0;
        while (end < name.Length && char.IsAsciiLetterOrDigit(name[end])) end++;
        return name.AsSpan(0, end);
    }
}
