using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC021 ndc-of-other-package: the NDC is of the carton where the payer wants that of the vial, or the other
/// way round; or of a part of a kit.</summary>
/// <remarks>
/// <para>Why it matters: the payer looks the quantity up by the package it expects; another one is denied or priced
/// wrong.</para>
/// <para>What to do: take the NDC in the finding, if the container agrees. Where a kit was opened, its own NDC counts,
/// once, whatever it holds.</para>
/// <para>Source: the payer's own rule on the container; FDA, NDC directory, package description.</para>
/// <para>Silent when: the directory does not name both packages with codes of their own; no rule of the payer is known,
/// and the crosswalk lists the carton's code and not that of what is in it. Information where no rule of the payer is
/// known, and for kits and their parts; a warning where the payer wants the container that was used, which only the
/// record can tell.</para>
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
        if (drug.Ndc.IsNone || drug.Day is not { } day) return;
        var wanted = context.Wants(PolicyKeys.NdcContainer);
        var isInner = wanted is not { Value.Word: "outer" };
        if (isInner && !MayBeOther(context.Tables, drug.Ndc, day)) return;
        var facts = drug.FactsOfNdc(context.Tables)!;
        if (facts.Role is NdcRole.Kit or NdcRole.Component)
        {
            if (isInner) AddKit(context, facts, findings);
            return;
        }
        if (Other(facts, isInner) is not { } right) return;
        var ndc = drug.Ndc.Hyphenated;
        var correction = new Correction(CorrectionSafety.Review, $"replace the NDC by {right.Digits}");
        if (wanted is { Value.Word: "inner" or "outer" })
            findings.Add(Info, context, wanted, "2410/LIN03", isInner
                ? $"{ndc} is the carton; this payer wants the NDC of what is in it, {right.Hyphenated}."
                : $"{ndc} is the container; this payer wants the NDC of the carton, {right.Hyphenated}.",
                drug.Line.NdcText, new() { Ndc = right.Digits }, correction);
        else if (wanted is not null || !IsCarton(context.Tables, drug.Ndc, right, day))
            findings.Add(Info, context, "2410/LIN03", $"{ndc} is the carton"
                + (facts.Items > 1 ? Texts.Of($" of {facts.Items:0.###}") : "")
                + $"; what is in it has an NDC of its own, {right.Hyphenated}: write that of the container used.",
                drug.Line.NdcText, new() { Ndc = right.Digits },
                wanted is not null ? Severity.Warn : Severity.Info, correction, wanted?.Confidence, wanted?.Source);
    }

    private static void AddKit(in RuleContext context, NdcFacts facts, FindingSink findings)
    {
        var ndc = facts.Ndc.Hyphenated;
        var parts = facts.Package!.Parts.Select(part => part.Levels[^1].Ndc).OfType<Ndc11>()
            .Where(part => part != facts.Ndc).Distinct().ToList();
        if (facts.Role is NdcRole.Component)
            findings.Add(Info, context, "2410/LIN03",
                $"{ndc} is a part of the kit {facts.ListedAs.Hyphenated}: where the kit was opened, write its NDC.",
                context.Drug!.Line.NdcText, new() { Ndc = facts.ListedAs.Digits }, Severity.Info);
        else if (parts.Count > 0)
            findings.Add(Info, context, "2410/LIN03", $"{ndc} is a kit, one piece on the claim. Its parts have NDCs of "
                + $"their own ({string.Join(", ", parts.Select(part => part.Hyphenated))}): write one of them only "
                + "where it did not come in the kit.", context.Drug!.Line.NdcText, severity: Severity.Info);
    }

    // Cheap: few packages name a code beside their own. A code of no package may be a part of a kit.
    private static bool MayBeOther(ReferenceTables tables, Ndc11 ndc, DateOnly day) =>
        NdcDirectory.NamesOthers(tables, ndc)
        || (tables.Coverage.Of(Dataset.NdcPackages, day) is CoverageKind.Complete
            && !NdcDirectory.IsKnown(tables, ndc));

    // Payers compare with the crosswalk, which lists most drugs by their cartons.
    private static bool IsCarton(ReferenceTables tables, Ndc11 outer, Ndc11 inner, DateOnly day) =>
        CrosswalkCodes.IsListed(tables, outer, day, default, out _)
        && !CrosswalkCodes.IsListed(tables, inner, day, default, out _);

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
