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

    /// <summary>By the name, and by the dose: each of its presentations has a code.</summary>
    NameAndDose,

    /// <summary>By the name, and by the maker that the NDC tells: the crosswalk does not list it.</summary>
    NameAndMaker,
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
        var byName = drug.Match.IsNone || NamedProduct.IsUnknownBiosimilar(tables, drug.MatchedText, drug.Match) ? []
            : ByName(drug, day, drug.Description, drug.Note);
        if (byNdc.Count == 0) return Settled(drug, tables, byName);
        var both = byNdc.FindAll(code => byName.Exists(other => other.Code == code.Code));
        if (both.Count > 0) return (both, OwnCodeProof.Both);
        if (drug.Match.IsNone)
            return (byNdc, drug.DrugName.Length == 0 || Says(drug, tables, byNdc)
                ? OwnCodeProof.Ndc : OwnCodeProof.NdcBesideUnknownName);
        // The name may be shared by products with other codes or without: the NDC knows which one it is.
        if (byNdc.Exists(code => IsNamed(drug, code.Product)) || Says(drug, tables, byNdc))
            return (byNdc, OwnCodeProof.Both);
        // The drug of the text has no code, the NDC is another drug's: NDC007.
        return byName.Count == 0 ? ([], default) : ([.. byName, .. byNdc], OwnCodeProof.Contradiction);
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

    // The name alone leaves several codes: the dose tells which presentation was opened, the NDC whose product it was.
    private static (List<OwnCode> Codes, OwnCodeProof Proof) Settled(
        DrugLine drug, ReferenceTables tables, List<OwnCode> byName)
    {
        if (byName.Count > 1)
        {
            var all = byName.ConvertAll(own => new SpecificCode(own.Product!, own.Row!, null, ""));
            var dose = drug.TotalDose.IsNone ? drug.Strength : drug.TotalDose;
            return SpecificCodes.ByPresentation(all, dose) is { } fit
                ? ([new(fit.Row.Code, fit.Product, fit.Row, null)], OwnCodeProof.NameAndDose)
                : (byName, OwnCodeProof.Name);
        }
        if (byName is not [var only] || drug.AnyNdc.IsNone || only.Row is not { IsForOneLabel: false }
            || !only.Product!.Codes.Any(row => row.IsForOneLabel && row.IsValidOn(drug.Day!.Value)))
            return (byName, OwnCodeProof.Name);
        var codes = SpecificCodes.Find(only.Product, drug.Day!.Value, drug.Setting, drug.TotalDose, drug.Route);
        var ofMaker = codes.FindAll(code => HasNdcOf(tables, code.Row.Code, drug.AnyNdc));
        if (drug.FactsOfNdc(tables)!.Labeler is { Length: > 0 } labeler)
            foreach (var code in SpecificCodes.For(codes, labeler, labeler.Replace(".", "", StringComparison.Ordinal)))
                if (code.Row.IsForOneLabel && !ofMaker.Contains(code)) ofMaker.Add(code);
        return ofMaker.Exists(code => code.Row.IsForOneLabel)
            ? (ofMaker.ConvertAll(code => new OwnCode(code.Row.Code, code.Product, code.Row, null)),
                OwnCodeProof.NameAndMaker)
            : (byName, OwnCodeProof.Name);
    }

    // Whether the crosswalk, of any quarter, has a package of the same labeler under the code.
    private static bool HasNdcOf(ReferenceTables tables, HcpcsCode code, Ndc11 ndc)
    {
        foreach (ref readonly var row in tables.Image.Rows<CodeNdcRecord>().Of(TableKey.Of(code)))
            if (row.Ndc.HasLabelerOf(ndc)) return true;
        return false;
    }

    private static List<OwnCode> ByName(DrugLine drug, DateOnly day, params string[] texts)
    {
        var all = new List<OwnCode>();
        foreach (var product in drug.Match.Products)
        {
            if (!RouteChoice.IsPossible(product, drug.Route)) continue;
            var codes = SpecificCodes.Find(product, day, drug.Setting, drug.TotalDose, drug.Route);
            foreach (var code in SpecificCodes.For(codes, texts))
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
