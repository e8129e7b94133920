using Noc.Payers;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD004 waste-text-missing: drug was discarded, but no text says how much.</summary>
/// <remarks>
/// <para>Why it matters: a payer that prices waste by hand pays only what the text names.</para>
/// <para>What to do: write the amount discarded with the word WASTE into the text or the remarks.</para>
/// <para>Source: the payer's own rule on waste of unclassified drugs.</para>
/// <para>Silent when: the payer wants no words on waste, or its wish is not known; nothing tells that drug was
/// discarded; a text of this line, of the waste line or of the claim names an amount.</para>
/// </remarks>
public static class WasteTextMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD004", "waste-text-missing", "waste_modifier", Severity.Deny,
        "Waste that is priced by hand is paid by the text.", Sources.Waste) { Judges = LineTraits.Unclassified };

    /// <summary>Judges lines with JW, and lines whose dose leaves part of a container.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Day is not { } day || !drug.IsUnclassified) return;
        if (Wanted(context) is not { } wanted || IsSaid(drug)) return;
        var hasModifier = drug.Line.Has(Codes.JW);
        var arithmetic = "";
        if (!hasModifier && (!WasteLines.IsSubject(context, drug, day)
            || WasteLines.Discarded(context, drug, out arithmetic).IsNone)) return;
        foreach (var other in context.DrugLines)
            if (other.Line.Code == drug.Line.Code && IsSaid(other)) return;
        findings.Add(Info, context, wanted, context.DescriptionElement,
            hasModifier ? "JW says that drug was discarded; no text says how much."
                : $"Drug was discarded ({arithmetic}); no text says so.",
            drug.Line.Description, new() { Narrative = "<AMOUNT> WASTE" });
    }

    /// <summary>The value that asks for waste in the text; null where the payer does not. NAR010 leaves waste to this
    /// rule then: one cause, one finding.</summary>
    internal static PolicyEntry? Wanted(in RuleContext context) =>
        context.Policy.Wants?.Knows(PolicyKeys.WasteLine) == true
        && context.WantsWhen(PolicyKeys.WasteLine, Situation.SingleDose | Situation.Waste)
            is { Value.Word: "text" or "jw-line-and-text" } wanted ? wanted : null;

    private static bool IsSaid(DrugLine drug) => drug.DescriptionFacts is { Waste.IsNone: false }
        || drug.NoteFacts is { Waste.IsNone: false } || drug.RemarkFacts is { Waste.IsNone: false };
}
