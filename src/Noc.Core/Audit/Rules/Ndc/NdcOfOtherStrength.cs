using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC011 ndc-of-other-strength: the text gives another strength than the NDC has.</summary>
/// <remarks>
/// <para>Why it matters: units, quantity and price of the line rest on the strength; a reviewer who finds two of them
/// pends it.</para>
/// <para>What to do: take NDC and strength from the same label.</para>
/// <para>Source: FDA, NDC directory, strength of the product; Palmetto, no conflicting text on NOC lines.</para>
/// <para>Silent when: the text gives no strength or several, the directory does not have the NDC, its product has
/// several ingredients or is a powder whose solution the text describes; for compounds.</para>
/// </remarks>
public static class NdcOfOtherStrength
{
    private const decimal Tolerance = 0.01m;

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC011", "ndc-of-other-strength", "ndc_format", Severity.Warn,
        "Units and price rest on the strength.", Sources.NdcDirectory, Confidence.Medium)
    {
        Judges = LineTraits.Unclassified | LineTraits.Ndc,
    };

    /// <summary>Never more than a warning.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.Ndc.IsNone || drug.Day is null || drug.IsCompound) return;
        var text = drug.DescriptionFacts is { Strength.IsNone: false } own ? own : drug.NoteFacts;
        if (text is not { Strength.IsNone: false, OtherStrengths.Count: 0 }) return;
        var facts = drug.FactsOfNdc(context.Tables)!;
        if (Known(facts, text.StrengthPer) is not { IsNone: false } known) return;
        if (text.Strength.In(known.Unit) is not { } written) return;
        var per = text.StrengthPer.Value > 0 ? text.StrengthPer.Value : 1;
        if (Math.Abs((written / per) - known.Value) <= Tolerance * known.Value) return;
        var of = text.StrengthPer.Unit is "ML" or "G" ? $"/{text.StrengthPer.Unit}" : " each";
        findings.Add(Info, context, "2410/LIN03",
            $"The text gives {drug.StrengthText}; {drug.Ndc.Hyphenated} has {Shown(known)}{of}.", drug.Line.NdcText);
    }

    // The drug in one ML or G where the text is by it, else in one item.
    private static Amount Known(NdcFacts facts, Amount per)
    {
        var strength = facts.Strength;
        if (strength.IsNone) return default;
        if (per.Unit is not ("ML" or "G")) return per.IsNone ? default : facts.ItemDose;
        return strength is { IsPerItem: false, Per: { Value: > 0 } of } && of.Unit == per.Unit
            ? new(strength.Drug.Value / of.Value, strength.Drug.Unit) : default;
    }

    private static string Shown(Amount amount) => Texts.Of($"{amount.Value:0.###}") + amount.Unit;
}
