using Noc.Coding;
using Noc.Tables;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC007 ndc-of-other-drug: the NDC is not the drug that the text of the line names.</summary>
/// <remarks>
/// <para>Why it matters: a reviewer who reads one drug and looks up another denies the line, or pays for the wrong
/// one.</para>
/// <para>What to do: take the NDC from the container that was used, or correct the text.</para>
/// <para>Source: Palmetto, no conflicting text on NOC lines; CMS ASP NDC-HCPCS crosswalk; FDA, NDC directory.</para>
/// <para>Silent when: the text names no known drug, the tables do not know the NDC or its name, any word of the NDC's
/// names stands in the text, or both have the same ingredient: a brand and its generic, a biosimilar and its reference.
/// Silent for compounds. A warning where only an extract or another quarter has the NDC, or the name is shared by
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
        if (drug.Ndc.IsNone || drug.Match.IsNone || drug.IsCompound || drug.Day is not { } day) return;
        if (NdcNames.Of(context.Tables, drug.Ndc, drug.NdcCodes, day) is not { } ndc) return;
        if (ndc.StandIn(drug.Description) || ndc.StandIn(drug.Note) || ndc.AreAmong(drug.Match.Products)) return;
        foreach (var product in drug.Match.Products)
            foreach (var name in ndc.Names)
                if (DrugNames.Shares(name, product.Ingredient)) return;
        var isSure = ndc.IsFromRelease && drug.Match.Kind is not NameKind.Base;
        findings.Add(Info, context, "2410/LIN03",
            $"{drug.Ndc.Hyphenated} is {ndc.Display}, but the text names {drug.Match.Products[0].DisplayName}."
            + (ndc.IsFromRelease ? "" : " Only an extract or another quarter has the NDC."), drug.Line.NdcText,
            severity: isSure ? Severity.Deny : Severity.Warn);
    }
}
