using Noc.Coding;
using Noc.Tables;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR025 drug-names-disagree: texts of one line name different drugs.</summary>
/// <remarks>
/// <para>Why it matters: a reviewer who reads the brand of one drug and the ingredient of another pays neither.</para>
/// <para>What to do: write the drug of the container in every place.</para>
/// <para>Source: Palmetto, no conflicting text on NOC lines; CMS crosswalk and FDA NDC directory for names.</para>
/// <para>Silent when: a name is not of a known product, both can be the same ingredient, the drug is a compound, the
/// second of a description is no brand with a dose of its own (what it was mixed with, what was given before), or
/// another rule speaks: description and line note are NAR005, text and LIN03 are NDC007.</para>
/// </remarks>
public static class DrugNamesDisagree
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR025", "drug-names-disagree", "narrative_format", Severity.Delay,
        "Two drugs on one line pend or reject it.", Sources.RemarkText) { Judges = LineTraits.Unclassified };

    /// <summary>Delays at Medicare, which reads the text; a warning elsewhere, and of two drugs in one description.
    /// </summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.IsCompound) return;
        if (SecondIn(context) is { Length: > 0 } second)
            findings.Add(Info, context, context.DescriptionElement,
                $"The description names {drug.DrugName} and {second}: one line bills one drug.", drug.Line.Description,
                severity: Severity.Warn);
        if (!MayDisagree(drug)) return;
        if (DrugIdentity.Of(drug, context.Tables).Disagreement is not var (one, other)) return;
        if (IsToldElsewhere(one.Kind, other.Kind)) return;
        var isRemark = one.Kind is DrugEvidence.ClaimNote || other.Kind is DrugEvidence.ClaimNote;
        findings.Add(Info, context, isRemark ? "2300/NTE02" : context.DescriptionElement,
            $"{DrugReason.Phrase(one.Kind)} names {one.Display}, {DrugReason.Phrase(other.Kind)} {other.Display}.",
            isRemark ? context.Claim.Notes[0].Text : drug.Line.Description,
            severity: context.Policy.IsMedicare ? Severity.Delay : Severity.Warn);
    }

    // A brand of another drug with a dose of its own, or another name between parentheses.
    private static string SecondIn(in RuleContext context)
    {
        var drug = context.Drug!;
        if (drug.Match is not { IsNone: false, Kind: not NameKind.Base } match || drug.MatchedText != drug.Description
            || drug.DescriptionFacts is not { NameInParentheses.IsEmpty: true } facts) return "";
        var (text, start) = (drug.Description, match.Start + match.Length);
        var end = facts.MentionStart > start ? facts.MentionStart : text.Length;
        if (start >= end) return "";
        var rest = text.AsSpan(start, end - start);
        if (facts.OtherDoses.Count == 0 && !rest.Contains('(')) return "";
        var other = context.Tables.FindProduct(rest);
        if (other.IsNone || other.Kind is NameKind.Base) return "";
        var isAlone = other.Start > 0 && rest[other.Start - 1] == '(' && other.Start + other.Length < rest.Length
            && rest[other.Start + other.Length] == ')';
        if (!isAlone && (other.Kind is not NameKind.Brand || facts.OtherDoses.Count == 0)) return "";
        foreach (var one in match.Products)
            foreach (var its in other.Products)
                if (DrugNames.AreSameDrug(one, its)) return "";
        return rest.Slice(other.Start, other.Length).ToString().ToUpperInvariant();
    }

    // Cheap: most lines have neither parentheses nor remarks.
    private static bool MayDisagree(DrugLine drug) => drug.DescriptionFacts is { NameInParentheses.IsEmpty: false }
        || drug.RemarkFacts is not null;

    private static bool IsToldElsewhere(DrugEvidence one, DrugEvidence other) =>
        (one, other) is (DrugEvidence.Description or DrugEvidence.Parentheses, DrugEvidence.LineNote)
            or (DrugEvidence.Ndc, _);   // names of NDCs are spelt in many ways: NDC007 weighs them
}
