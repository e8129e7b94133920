using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC021 ndc-of-other-package: the NDC is of the carton where the payer wants that of the vial, or the other
/// way round.</summary>
/// <remarks>
/// <para>Why it matters: the payer looks the quantity up by the package it expects; another one is denied or priced
/// wrong.</para>
/// <para>What to do: take the NDC in the finding, if the container agrees.</para>
/// <para>Source: the payer's own rule on the container; FDA, NDC directory, package description.</para>
/// <para>Silent when: the payer takes either or its rule is not known; the directory does not name both packages with
/// codes of their own.</para>
/// </remarks>
public static class NdcOfOtherPackage
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC021", "ndc-of-other-package", "ndc_format", Severity.Deny,
        "The payer expects the NDC of another package.", Sources.NdcDirectory) { Judges = LineTraits.Ndc };

    /// <summary>Compares the NDC with its place in the package.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Ndc.IsNone || drug.Day is null) return;
        if (context.Wants(PolicyKeys.NdcContainer) is not { Value.Word: "inner" or "outer" } wanted) return;
        var isInner = wanted.Value.Word is "inner";
        if (Other(drug.FactsOfNdc(context.Tables)!, isInner) is not { } right) return;
        findings.Add(Info, context, wanted, "2410/LIN03", isInner
            ? $"{drug.Ndc.Hyphenated} is the carton; this payer wants the NDC of what is in it, {right.Hyphenated}."
            : $"{drug.Ndc.Hyphenated} is the container; this payer wants the NDC of the carton, {right.Hyphenated}.",
            drug.Line.NdcText, new() { Ndc = right.Digits },
            new(CorrectionSafety.Review, $"replace the NDC by {right.Digits}"));
    }

    // Only of packages with one drug: in a kit nobody knows which part was meant.
    private static Ndc11? Other(NdcFacts facts, bool isInner)
    {
        if (facts.Package is not { Kit: null, Parts: [var part] } || part.Levels.Count < 2) return null;
        var (inner, outer) = (part.Levels[^1].Ndc, part.Levels[0].Ndc);
        if (inner is null || outer is null || inner == outer) return null;
        return isInner ? facts.Role is NdcRole.Carton or NdcRole.MultiPack ? inner : null
            : facts.Role is NdcRole.Item ? outer : null;
    }
}
