using Noc.Coding;
using Noc.Drugs;
using Noc.Encounters;
using Noc.Tables;

namespace Noc.Audit.Evidence;

/// <summary>Compares drugs of records with those of claims. Null where nobody can tell: a name that the tables do not
/// know may be the brand or the ingredient of another.</summary>
internal static class RecordedDrugs
{
    /// <summary>The NDCs of an administration and its containers.</summary>
    public static IEnumerable<Ndc11> NdcsOf(Administration given)
    {
        if (!given.Ndc.IsNone) yield return given.Ndc;
        foreach (var container in given.Containers)
            if (!container.Ndc.IsNone && container.Ndc != given.Ndc) yield return container.Ndc;
    }

    /// <summary>Whether an administration is of the drug on the line.</summary>
    public static bool? IsSame(DrugLine drug, Administration given, ReferenceTables tables)
    {
        var byName = IsSame(drug, given.Drug, tables);
        if (drug.AnyNdc.IsNone) return byName;
        var differs = false;
        foreach (var ndc in NdcsOf(given))
        {
            if (ndc.LabelerProduct == drug.AnyNdc.LabelerProduct) return true;
            differs = true;
        }
        // Two NDCs of one drug are a wrong NDC, a finding of its own; of two names that nobody knows they tell.
        return byName ?? (differs ? false : null);
    }

    /// <summary>Whether a record and the line name the same drug.</summary>
    public static bool? IsSame(DrugLine drug, string recorded, ReferenceTables tables)
    {
        if (recorded.Length == 0) return null;
        var products = ProductsOf(drug, tables);
        var other = tables.FindProduct(recorded);
        foreach (var product in products)
        {
            if (DrugNames.Shares(product.Ingredient, recorded)) return true;
            foreach (var brand in product.Brands)
                if (DrugNames.Shares(brand, recorded)) return true;
            if (other.IsNone) continue;
            foreach (var one in other.Products)
                if (DrugNames.AreSameDrug(one, product)) return true;
        }
        var name = drug.DrugName;
        if (name.Length > 0 && (DrugNames.Shares(name, recorded) || NarrativeNames.MayBeSame(name, recorded)))
            return true;
        if (products.Count > 0 && !other.IsNone) return false;
        return null;
    }

    /// <summary>Whether two records name the same drug.</summary>
    public static bool? AreSame(string one, string other, ReferenceTables tables)
    {
        if (one.Length == 0 || other.Length == 0) return null;
        if (DrugNames.Shares(one, other) || NarrativeNames.MayBeSame(one, other)) return true;
        var (first, second) = (tables.FindProduct(one), tables.FindProduct(other));
        if (first.IsNone || second.IsNone) return null;
        foreach (var a in first.Products)
            foreach (var b in second.Products)
                if (DrugNames.AreSameDrug(a, b)) return true;
        return false;
    }

    /// <summary>Whether two names are of different drugs as far as the tables tell: they know one and not the other,
    /// and no product of the encounter goes by both.</summary>
    public static bool MayDiffer(string one, string other, Encounter encounter, ReferenceTables tables)
    {
        if (one.Length == 0 || other.Length == 0) return false;
        if (tables.FindProduct(one).IsNone == tables.FindProduct(other).IsNone) return false;
        foreach (var product in encounter.Products)
            if (IsCalled(product, one) && IsCalled(product, other)) return false;
        return true;
    }

    private static bool IsCalled(ProductFacts product, string name) =>
        DrugNames.Shares(product.Name, name) || DrugNames.Shares(product.Ingredient, name);

    /// <summary>The products that a line bills, by its text or its code; empty where neither tells.</summary>
    public static IReadOnlyList<Product> ProductsOf(DrugLine drug, ReferenceTables tables) =>
        !drug.Match.IsNone ? drug.Match.Products
        : !drug.IsUnclassified && drug.Day is { } day && tables.Code(drug.Line.Code, day) is CodeStatus.Found found
            ? [found.Product] : [];

    /// <summary>Words under which a drug is looked up: capitals, four letters and more.</summary>
    public static IEnumerable<string> KeysOf(string name)
    {
        foreach (var word in name.Split([' ', ',', '(', ')', '-', '/', '.'], StringSplitOptions.RemoveEmptyEntries))
            if (word.Length >= 4 && char.IsAsciiLetter(word[0])) yield return word.ToUpperInvariant();
    }
}
