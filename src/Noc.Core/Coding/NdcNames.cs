using Noc.Drugs;
using Noc.Tables;

namespace Noc.Coding;

/// <summary>What the tables call the drug behind an NDC.</summary>
/// <remarks>Sources: CMS crosswalks, FDA NDC directory, CMS Medicaid rebate products. Made only for a line on which the
/// names are compared.</remarks>
public sealed class NdcNames
{
    private NdcNames(IReadOnlyList<string> names, IReadOnlyList<Product> products, bool isFromRelease)
    {
        (Names, Products, IsFromRelease) = (names, products, isFromRelease);
    }

    /// <summary>Brand, generic and other names, each once.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Products that the names stand for; empty where only the agencies' lists have them.</summary>
    public IReadOnlyList<Product> Products { get; }

    /// <summary>True where a complete file of the day has the NDC; false for extracts and other quarters.</summary>
    public bool IsFromRelease { get; }

    /// <summary>What people call it.</summary>
    public string Display => Products.Count == 1 ? Products[0].DisplayName : string.Join(", ", Names.Take(2));

    /// <summary>The names of an NDC; null where no table names it.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="ndc">The NDC.</param>
    /// <param name="codes">Its codes on the day.</param>
    /// <param name="day">Date of service.</param>
    public static NdcNames? Of(ReferenceTables tables, Ndc11 ndc, IReadOnlyList<CrosswalkCode> codes, DateOnly day)
    {
        var names = new List<string>();   // most NDCs of practices stand in no table at hand
        var isFromRelease = false;
        foreach (var code in codes)
        {
            Add(names, tables.Image.Text(code.Row.DrugName));
            isFromRelease |= code.Evidence is NdcEvidence.Release;
        }
        foreach (ref readonly var row in tables.Image.Rows<NocNdcRecord>().Of(TableKey.Of(ndc)))
        {
            Add(names, tables.Image.Text(row.DrugName));
            Add(names, tables.Image.Text(row.GenericName));
        }
        foreach (ref readonly var row in tables.Image.Rows<NdcProductRecord>().Of(ndc.LabelerProduct))
        {
            Add(names, tables.Image.Text(row.Brand));
            Add(names, tables.Image.Text(row.Generic));
            isFromRelease |= tables.Coverage.Of(Dataset.NdcProducts, day) is CoverageKind.Complete;
        }
        foreach (ref readonly var row in tables.Image.Rows<RebateRecord>().Of(TableKey.Of(ndc)))
            Add(names, tables.Image.Text(row.Product));
        return names.Count == 0 ? null : new(names, ProductsOf(tables, names), isFromRelease);
    }

    /// <summary>Whether a text has one of the names, or a word of one that tells the drug.</summary>
    public bool StandIn(string text)
    {
        if (text.Length == 0) return false;
        foreach (var name in Names)
            if (DrugNames.Shares(text, name)) return true;
        foreach (var product in Products)
        {
            if (DrugNames.Shares(text, product.Ingredient)) return true;
            foreach (var brand in product.Brands)
                if (DrugNames.Shares(text, brand)) return true;
        }
        return false;
    }

    /// <summary>Whether a name may be that of the drug: it has a word of one of its names, is short for one, or a
    /// misspelling, or either is of a kind of drugs only, such as immune globulins.</summary>
    public bool MayMean(string name)
    {
        foreach (var one in Names)
            if (MayBeOne(name, one)) return true;
        foreach (var product in Products)
            foreach (var one in product.Names)
                if (MayBeOne(name, one)) return true;
        return false;
    }

    private static bool MayBeOne(string name, string other) => name.Length > 0
        && (DrugNames.Shares(name, other) || NarrativeNames.MayBeSame(name, other));

    /// <summary>Whether one of the products has the same ingredient as one of another list.</summary>
    public bool AreAmong(IReadOnlyList<Product> others)
    {
        foreach (var product in Products)
            foreach (var other in others)
                if (DrugNames.AreSameDrug(product, other)) return true;
        return false;
    }

    // Not by the code: one code may stand for several drugs, such as contrast agents.
    private static List<Product> ProductsOf(ReferenceTables tables, List<string> names)
    {
        var products = new List<Product>(2);
        foreach (var name in names)
            if (tables.FindProduct(name) is { IsNone: false } match)
                foreach (var product in match.Products)
                    if (!products.Contains(product)) products.Add(product);
        return products;
    }

    private static void Add(List<string> names, string name)
    {
        name = name.Trim();
        if (name.Length > 0 && !names.Contains(name, StringComparer.OrdinalIgnoreCase)) names.Add(name);
    }
}
