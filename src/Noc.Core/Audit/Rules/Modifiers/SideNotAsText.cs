using Noc.Drugs;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD025 side-not-as-text: the modifier names one side, the text of the line the other.</summary>
/// <remarks>
/// <para>Why it matters: a reviewer who reads RT and LEFT EYE cannot tell which eye was treated, and pends or denies
/// the line; a drug may not be given into the same eye again as soon as into the other.</para>
/// <para>What to do: look into the record, and write the same side in both places.</para>
/// <para>Source: CMS HCPCS modifiers RT and LT; Palmetto, no conflicting text on NOC lines.</para>
/// <para>Silent when: the text names no side or both, or the line has both modifiers, or 50.</para>
/// </remarks>
public static class SideNotAsText
{
    private static readonly Modifier Right = Modifier.Of("RT"), Left = Modifier.Of("LT");

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD025", "side-not-as-text", "narrative_format", Severity.Delay,
        "One line is for one side, and says the same one everywhere.", Sources.Modifiers)
    {
        Judges = LineTraits.Unclassified | LineTraits.Modifiers,
    };

    /// <summary>Delays at Medicare, which reads the text; a warning elsewhere.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var (isRight, isLeft) = (drug.Line.Has(Right), drug.Line.Has(Left));
        if (!drug.IsUnclassified || isRight == isLeft || drug.Line.Has(Codes.Both)) return;
        var told = (drug.DescriptionFacts?.Side ?? BodySide.None).And(drug.NoteFacts?.Side ?? BodySide.None);
        if (told is not (BodySide.Right or BodySide.Left) || told is BodySide.Right == isRight) return;
        findings.Add(Info, context, context.ModifierElement,
            $"The modifier is {(isRight ? Right : Left)}; the text names the {(isRight ? "left" : "right")} side.",
            default, new() { Text = $"{told.Modifier()}, or the other side in the text" },
            context.Policy.IsMedicare ? null : Severity.Warn);
    }
}
