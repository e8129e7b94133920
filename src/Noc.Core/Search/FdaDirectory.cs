using Noc.Drugs;
using Noc.Tables;

namespace Noc.Search;

/// <summary>Drugs that only the FDA directory knows, in the shape of the curated ones.</summary>
internal static class FdaDirectory
{
    /// <summary>The drug of a package; null where the directory at hand has none.</summary>
    public static Product? Of(ReferenceTables tables, Ndc11 ndc)
    {
        var rows = tables.Image.Rows<NdcProductRecord>().Of((TableKey.Of(ndc) - 1) / 100);
        return rows.Length > 0 ? Of(tables, rows[^1]) : null;
    }

    /// <summary>The drug of a row of the directory. It has no id, no codes and no unclassified code.</summary>
    public static Product Of(ReferenceTables tables, in NdcProductRecord row)
    {
        var image = tables.Image;
        var (brand, generic) = (image.Text(row.Brand), image.Text(row.Generic));
        var routes = image.Text(row.Routes).Split(',', StringSplitOptions.RemoveEmptyEntries
            | StringSplitOptions.TrimEntries);
        var category = image.Text(row.Category);
        return new()
        {
            Id = "",
            Ingredient = generic.Length > 0 ? generic.ToLowerInvariant() : brand.ToLowerInvariant(),
            Brands = brand.Length > 0 && !brand.Equals(generic, StringComparison.OrdinalIgnoreCase) ? [brand] : [],
            Pathway = category.StartsWith("BLA", StringComparison.Ordinal) ? "BLA"
                : category.StartsWith("ANDA", StringComparison.Ordinal) ? "ANDA"
                : category.StartsWith("NDA", StringComparison.Ordinal) ? "NDA" : category.ToLowerInvariant(),
            IsBiologic = category.StartsWith("BLA", StringComparison.Ordinal) ? true : null,
            Class = image.Text(row.Class),
            Routes = [.. routes.Select(RouteOf)],
            IsOral = routes is ["ORAL"],
            Confidence = Confidence.Medium,
        };
    }

    private static string RouteOf(string route) => route switch
    {
        "INTRAVENOUS" => "IV",
        "SUBCUTANEOUS" => "SC",
        "INTRAMUSCULAR" => "IM",
        "ORAL" => "PO",
        "INTRAVITREAL" => "IVT",
        "INTRATHECAL" => "IT",
        "RESPIRATORY (INHALATION)" => "INH",
        "TOPICAL" => "TOP",
        "INTRA-ARTICULAR" => "IA",
        _ => route,
    };
}
