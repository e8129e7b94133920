using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Audit;

/// <summary>How it is known that a drug has a code of its own.</summary>
internal enum OwnCodeProof
{
    /// <summary>By the name on the line.</summary>
    Name,

    /// <summary>By the NDC; the line names no drug that the tables know.</summary>
    Ndc,

    /// <summary>By the NDC, where the line has a name that the tables do not know.</summary>
    NdcBesideUnknownName,

    /// <summary>By both: they have a code in common.</summary>
    Both,

    /// <summary>By each, but they name different drugs.</summary>
    Contradiction,
}

/// <summary>A code of its own for the drug on a line.</summary>
/// <param name="Code">The code.</param>
/// <param name="Product">The product as the tables of products know it; null where only the crosswalk does.</param>
/// <param name="Row">Its code there; null where only the crosswalk has it.</param>
/// <param name="OfNdc">The line of the crosswalk; null where only the name leads to the code.</param>
internal readonly record struct OwnCode(HcpcsCode Code, Product? Product, ProductCode? Row, CrosswalkCode? OfNdc);

/// <summary>The codes that the drug on an unclassified line has of its own, by name and by NDC.</summary>
internal static class OwnCodes
{
    /// <summary>The codes, each once, with what proves them; none where the tables know none.</summary>
    public static (List<OwnCode> Codes, OwnCodeProof Proof) Of(DrugLine drug, ReferenceTables tables)
    {
        if (drug.Day is not { } day || (drug.Match.IsNone && drug.NdcCodes.Count == 0)) return ([], default);
        var byNdc = ByNdc(drug, tables, day);
        // CMS prices this package by its name because it has no code: the name alone proves nothing against that.
        if (byNdc.Count == 0 && IsPricedByName(drug, tables, day)) return ([], default);
        var byName = drug.Match.IsNone ? [] : ByName(drug, day);
        if (byNdc.Count == 0) return (byName, OwnCodeProof.Name);
        var both = byNdc.FindAll(code => byName.Exists(other => other.Code == code.Code));
        if (both.Count > 0) return (both, OwnCodeProof.Both);
        if (drug.Match.IsNone)
            return (byNdc, drug.DrugName.Length == 0 || Says(drug, tables, byNdc)
                ? OwnCodeProof.Ndc : OwnCodeProof.NdcBesideUnknownName);
        // The name may be shared by products with other codes or without: the NDC knows which one it is.
        if (byNdc.Exists(code => IsNamed(drug, code.Product)) || Says(drug, tables, byNdc))
            return (byNdc, OwnCodeProof.Both);
        return ([.. byName, .. byNdc], OwnCodeProof.Contradiction);
    }

    private static List<OwnCode> ByNdc(DrugLine drug, ReferenceTables tables, DateOnly day)
    {
        var found = new List<OwnCode>(drug.NdcCodes.Count);
        foreach (var code in drug.NdcCodes)
        {
            if (!CrosswalkCodes.Fits(tables, code.Code, day, drug.Setting, drug.Route)) continue;
            var known = tables.Code(code.Code, day) as CodeStatus.Found;
            found.Add(new(code.Code, known?.Product, known?.Row, code));
        }
        return found;
    }

    private static List<OwnCode> ByName(DrugLine drug, DateOnly day)
    {
        var all = new List<OwnCode>();
        foreach (var product in drug.Match.Products)
        {
            if (!RouteChoice.IsPossible(product, drug.Route)) continue;
            var codes = SpecificCodes.Find(product, day, drug.Setting, drug.TotalDose, drug.Route);
            foreach (var code in SpecificCodes.For(codes, drug.Description, drug.Note))
                if (!all.Exists(other => other.Code == code.Row.Code))
                    all.Add(new(code.Row.Code, product, code.Row, null));
        }
        return all;
    }

    private static bool IsPricedByName(DrugLine drug, ReferenceTables tables, DateOnly day) =>
        !drug.AnyNdc.IsNone && tables.Image.Rows<NocNdcRecord>().Of(TableKey.Of(drug.AnyNdc)).On(day) is not null;

    private static bool IsNamed(DrugLine drug, Product? product)
    {
        if (product is null) return false;
        foreach (var named in drug.Match.Products)
            if (ReferenceEquals(named, product) || DrugNames.AreSameDrug(named, product)) return true;
        return false;
    }

    private static bool Says(DrugLine drug, ReferenceTables tables, List<OwnCode> codes)
    {
        foreach (var code in codes)
        {
            if (code.OfNdc is not { } of) continue;
            var name = tables.Image.Text(of.Row.DrugName);
            if (DrugNames.Shares(drug.Description, name) || DrugNames.Shares(drug.Note, name)) return true;
        }
        return false;
    }
}
