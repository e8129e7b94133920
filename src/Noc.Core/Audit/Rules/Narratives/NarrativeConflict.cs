using Noc.Drugs;

namespace Noc.Audit.Rules.Narratives;

/// <summary>NAR005 narrative-conflict: description and note give different values for the same fact.</summary>
/// <remarks>
/// <para>Why it matters: a reviewer who finds two doses or two routes pends or rejects the line.</para>
/// <para>What to do: make both texts say the same, as the record does.</para>
/// <para>Source: Palmetto, no conflicting text on NOC lines.</para>
/// <para>Silent when: one text only has more detail, the units cannot be compared, or one of two names is not known:
/// it may be the brand of the other. Silent for waste lines and compounds.</para>
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
        if (!drug.IsUnclassified || drug.DescriptionFacts is not { } text || drug.NoteFacts is not { } note) return;
        if (drug.IsWaste || drug.IsCompound) return;
        var isAboutAnother = false;
        foreach (var conflict in NarrativeConflicts.Between(drug.Description, text, drug.Note, note))
        {
            if (conflict.Fact is NarrativeFact.Name && !AreOtherProducts(context))
            {
                isAboutAnother = !AreSameProduct(context);
                continue;
            }
            findings.Add(Info, context, "2400/NTE02",
                $"{(isAboutAnother ? "The note names another drug, or" : "")}"
                + $"{(isAboutAnother ? " description" : "Description")} and note give two different "
                + $"{What(conflict, drug)}.", drug.Line.Notes[0].Text,
                severity: context.Policy.IsMedicare ? Severity.Delay : Severity.Warn);
            return;
        }
    }

    // Values are shown only where they cannot be anything else: a misread name might be a person's.
    private static string What(Noc.Drugs.NarrativeConflict conflict, DrugLine drug)
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
            : $"{word} ({conflict.First.Of(drug.Description)} and {conflict.Second.Of(drug.Note)})";
    }

    private static bool AreOtherProducts(in RuleContext context) => Compare(context) is false;

    private static bool AreSameProduct(in RuleContext context) => Compare(context) is true;

    // Whether both names may be one product; null where one of them is not known.
    private static bool? Compare(in RuleContext context)
    {
        var drug = context.Drug!;
        var a = NamedProduct.In(context.Tables, drug.Description, drug.DescriptionFacts);
        var b = NamedProduct.In(context.Tables, drug.Note, drug.NoteFacts);
        if (a.IsNone || b.IsNone) return null;
        foreach (var product in a.Products)
            foreach (var other in b.Products)
                if (ReferenceEquals(product, other) || product.Ingredient == other.Ingredient) return true;
        return false;
    }
}
