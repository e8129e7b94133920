using Noc.Coding;
using Noc.Tables;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC007 ndc-of-other-drug: the NDC is not the drug that the text of the line names.</summary>
/// <remarks>
/// <para>Why it matters: a reviewer who reads one drug and looks up another denies the line, or pays for the wrong
/// one.</para>
/// <para>What to do: take the NDC from the container that was used, or correct the text.</para>
/// <para>Source: Palmetto, no conflicting text on NOC lines; CMS ASP NDC-HCPCS crosswalk; FDA, NDC directory.</para>
/// <para>Silent when: no table knows the name in the text, or the NDC or its name; any word of the NDC's names stands
/// in the text, or both have the same ingredient: a brand and its generic, a biosimilar and its reference. Of a drug
/// that only the NDC directory names, also where one name may be short for the other, or a misspelling. Silent for
/// compounds. A warning where only an extract or another quarter has the NDC or the name, or the name is shared by
/// several products.</para>
/// </remarks>
public static class NdcOfOtherDrug
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC007", "ndc-of-other-drug", "ndc_format", Severity.Deny,
        "Text and NDC that name different drugs are denied or paid wrong.", Sources.RemarkNdc)
    {
        Judges = LineTraits.Ndc,
    };

    /// <summary>Compares the names of both.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (Named(context) is not var (ndc, other) || drug.Day is not { } day) return;
        var isKnown = drug.Match.IsNone
            ? context.Tables.Coverage.Of(Dataset.NdcProducts, day) is CoverageKind.Complete
            : drug.Match.Kind is not NameKind.Base;
        findings.Add(Info, context, "2410/LIN03", $"{drug.Ndc.Hyphenated} is {ndc.Display}, but the text names {other}."
            + (ndc.IsFromRelease ? "" : " Only an extract or another quarter has the NDC."), drug.Line.NdcText,
            severity: ndc.IsFromRelease && isKnown ? Severity.Deny : Severity.Warn);
    }

    /// <summary>Whether text and NDC name different drugs: then neither tells the quantity of the other.</summary>
    internal static bool Is(in RuleContext context) => Named(context) is not null;

    // What the NDC stands for, and the other drug of the text; null where they may be the same.
    private static (NdcNames Ndc, string Other)? Named(in RuleContext context)
    {
        var drug = context.Drug!;
        if (drug.Ndc.IsNone || drug.IsCompound || drug.Day is not { } day) return null;
        if (NdcNames.Of(context.Tables, drug.Ndc, drug.NdcCodes, day) is not { } ndc
            || ndc.StandIn(drug.Description) || ndc.StandIn(drug.Note)) return null;
        var name = drug.Match.IsNone ? NameIn(drug) : "";
        if (drug.Match.IsNone && name.Length == 0) return null;
        return (drug.Match.IsNone ? OfDirectory(context, ndc, name) : OfProducts(drug, ndc)) is { } other
            ? (ndc, other) : null;
    }

    // What the text calls a drug that is none of the curated products; empty where it names none.
    private static string NameIn(DrugLine drug) =>
        drug.DescriptionFacts is { Name.IsEmpty: false, IsGeneric: false } text
            ? text.Name.Of(drug.Description).ToString()
            : drug.NoteFacts is { Name.IsEmpty: false, IsGeneric: false } note
                ? note.Name.Of(drug.Note).ToString() : "";

    // The product that the text names where it is none that the NDC stands for.
    private static string? OfProducts(DrugLine drug, NdcNames ndc)
    {
        if (ndc.AreAmong(drug.Match.Products)) return null;
        foreach (var product in drug.Match.Products)
        {
            foreach (var name in ndc.Names)
                if (DrugNames.Shares(name, product.Ingredient)) return null;
            if (ndc.Products.Count > 0) continue;
            foreach (var name in product.Names)
                if (ndc.MayMean(name)) return null;
        }
        return drug.Match.Products[0].DisplayName;
    }

    // A drug of the directory that the text names where none of that name is that of the NDC.
    private static string? OfDirectory(in RuleContext context, NdcNames ndc, string name)
    {
        if (ndc.MayMean(name)) return null;
        var named = context.DirectoryNames.Named(name);
        foreach (var one in named)
            if (ndc.MayMean(one.Brand) || ndc.MayMean(one.Generic)) return null;
        return named.Count > 0 ? named[0].Display : null;
    }
}
