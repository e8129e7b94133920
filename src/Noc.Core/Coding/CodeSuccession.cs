using Noc.Tables;

namespace Noc.Coding;

/// <summary>Which code of a product took over from another one.</summary>
/// <remarks>That a code is valid does not make it a successor: it may be for another maker. A successor starts on the
/// day behind the last one, for the same brand or labeler, for all makers as before, or as the product's only
/// code.</remarks>
public static class CodeSuccession
{
    /// <summary>Codes of the day that took over from an ended one, through codes between them that ended too.</summary>
    /// <param name="product">The product.</param>
    /// <param name="ended">Its code that ended before the day.</param>
    /// <param name="day">Date of service.</param>
    /// <param name="setting">Where it was given; codes that it cannot bill are left out.</param>
    public static IReadOnlyList<ProductCode> After(
        Product product, ProductCode ended, DateOnly day, Setting setting)
    {
        var found = new List<ProductCode>();
        Follow(product, ended, day, setting, found);
        return found;
    }

    /// <summary>Whether one code of a product took over from another.</summary>
    public static bool TakesOver(Product product, ProductCode old, ProductCode next)
    {
        if (old.To is not { } last || next.From != last.AddDays(1)) return false;
        return IsForSame(old, next) || IsOnlyOn(product, next);
    }

    // Each step leads to a later day, so it ends.
    private static void Follow(
        Product product, ProductCode old, DateOnly day, Setting setting, List<ProductCode> found)
    {
        foreach (var next in product.Codes)
        {
            if (!TakesOver(product, old, next)) continue;
            if (!next.IsValidOn(day)) Follow(product, next, day, setting, found);
            else if (SpecificCodes.Fits(product, next, setting, null) && !found.Contains(next)) found.Add(next);
        }
    }

    private static bool IsForSame(ProductCode old, ProductCode next)
    {
        if (!old.IsForOneLabel || !next.IsForOneLabel) return !old.IsForOneLabel && !next.IsForOneLabel;
        // A label may name several brands: jubbonti/wyost.
        foreach (var label in old.Labels)
            if (next.Labels.Contains(label, StringComparer.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool IsOnlyOn(Product product, ProductCode next)
    {
        foreach (var other in product.Codes)
            if (!ReferenceEquals(other, next) && other.IsValidOn(next.From!.Value)) return false;
        return true;
    }
}
