using Noc.Drugs;
using Noc.Tables;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR005 narrative-conflict: two texts of a line give different values for the same fact.</summary>
/// <remarks>
/// <para>Why it matters: a reviewer who finds two doses or two routes pends or rejects the line.</para>
/// <para>What to do: make both texts say the same, as the record does.</para>
/// <para>Source: Palmetto, no conflicting text on NOC lines.</para>
/// <para>Silent when: one text only has more detail, the units cannot be compared, or one of two names is not known:
/// it may be the brand of the other. The note of the claim is compared where it names the drug of the line. Silent for
/// waste lines and compounds.</para>
/// </remarks>
public static class NarrativeConflict
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NAR005", "narrative-conflict", "narrative_format", Severity.Delay,
        "A reviewer who finds two values for one fact pends or rejects the line.", Sources.RemarkText)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>Names the first fact that differs.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.IsWaste || drug.IsCompound) return;
        if (drug.DescriptionFacts is not null && drug.NoteFacts is not null && CheckNote(context, findings)) return;
        CheckRemark(context, findings);
    }

    private static bool CheckNote(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var isAboutAnother = false;
        foreach (var conflict in NarrativeConflicts.Between(
            drug.Description, drug.DescriptionFacts!, drug.Note, drug.NoteFacts!))
        {
            if (conflict.Fact is NarrativeFact.Name && !AreOtherProducts(context))
            {
                isAboutAnother = !AreSameProduct(context);
                continue;
            }
            findings.Add(Info, context, "2400/NTE02",
                $"{(isAboutAnother ? "The note names another drug, or" : "")}"
                + $"{(isAboutAnother ? " description" : "Description")} and note give two different "
                + $"{What(conflict, drug.Description, drug.Note)}.", drug.Line.Notes[0].Text,
                severity: context.Policy.IsMedicare ? Severity.Delay : Severity.Warn);
            return true;
        }
        return false;
    }

    // The note of the claim may speak of more than the line: only where it names the same drug (NAR025 where not).
    private static void CheckRemark(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.RemarkFacts is not { Name.IsEmpty: false, OtherNames.Count: 0 } remark) return;
        var isNoteRead = drug.DescriptionFacts is null;
        var (text, facts) = isNoteRead ? (drug.Note, drug.NoteFacts) : (drug.Description, drug.DescriptionFacts);
        if (facts is not { Name.IsEmpty: false }) return;
        var isSame = NarrativeNames.MayBeSame(facts.Name.Of(text), remark.Name.Of(drug.Remark))
            || AreSame(NamedProduct.In(context.Tables, text, facts),
                NamedProduct.In(context.Tables, drug.Remark, remark)) is true;
        if (!isSame) return;
        foreach (var conflict in NarrativeConflicts.Between(text, facts, drug.Remark, remark))
        {
            if (conflict.Fact is NarrativeFact.Name) continue;
            findings.Add(Info, context, "2300/NTE02",
                $"{(isNoteRead ? "Note" : "Description")} of the line and note of the claim give two different "
                + $"{What(conflict, text, drug.Remark)}.", context.Claim.Notes[0].Text,
                severity: context.Policy.IsMedicare ? Severity.Delay : Severity.Warn);
            return;
        }
    }

    // Values are shown only where they cannot be anything else: a misread name might be a person's.
    private static string What(Noc.Drugs.NarrativeConflict conflict, string first, string second)
    {
        var word = conflict.Fact switch
        {
            NarrativeFact.Name => "drugs",
            NarrativeFact.Dose => "doses",
            NarrativeFact.Strength => "strengths",
            NarrativeFact.Route => "routes",
            NarrativeFact.Ndc => "NDCs",
            NarrativeFact.Waste => "amounts of waste",
            _ => "prices",
        };
        return conflict.Fact is NarrativeFact.Name ? word
            : $"{word} ({conflict.First.Of(first)} and {conflict.Second.Of(second)})";
    }

    private static bool AreOtherProducts(in RuleContext context) => Compare(context) is false;

    private static bool AreSameProduct(in RuleContext context) => Compare(context) is true;

    // Whether both names may be one product; null where one of them is not known.
    private static bool? Compare(in RuleContext context)
    {
        var drug = context.Drug!;
        var a = NamedProduct.In(context.Tables, drug.Description, drug.DescriptionFacts);
        return AreSame(a, NamedProduct.In(context.Tables, drug.Note, drug.NoteFacts));
    }

    private static bool? AreSame(in ProductMatch a, in ProductMatch b)
    {
        if (a.IsNone || b.IsNone) return null;
        foreach (var product in a.Products)
            foreach (var other in b.Products)
                if (ReferenceEquals(product, other) || product.Ingredient == other.Ingredient) return true;
        return false;
    }
}
