using Noc.Drugs;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD020 no-waste-beside-waste: JZ says that nothing was discarded, and the text names an amount that was.
/// </summary>
/// <remarks>
/// <para>Why it matters: a reviewer cannot tell which of the two is true; JZ is an assertion that records have to bear
/// out, and the waste is not paid.</para>
/// <para>What to do: as the record says, take JZ off and bill the waste with JW, or take the waste out of the
/// text.</para>
/// <para>Source: CMS JW and JZ policy, edits in force since 2023-10-01.</para>
/// <para>Silent when: no text of the line names waste above zero, or another rule already asks for the line with JW
/// (MOD003, EVD011). Only a warning: where one billing unit covers dose and waste together, the manual wants JZ.</para>
/// </remarks>
public static class NoWasteBesideWaste
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD020", "no-waste-beside-waste", "waste_modifier", Severity.Warn,
        "JZ says that nothing was discarded.", Sources.Waste)
    {
        Judges = LineTraits.Unclassified | LineTraits.Modifiers,
    };

    /// <summary>Never more than a warning.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || !drug.Line.Has(Codes.JZ) || drug.Line.Has(Codes.JW)) return;
        if ((Said(drug.DescriptionFacts) ?? Said(drug.NoteFacts)) is not { } waste) return;
        findings.Add(Info, context, context.ModifierElement,
            $"JZ says that nothing was discarded; the text tells of {waste} of waste.", drug.Line.ModifierTexts[0],
            new() { Text = $"a second line with JW for {waste}, or no waste in the text" });
    }

    private static Amount? Said(NarrativeFacts? text) =>
        text is { Waste: { IsNone: false, Value: > 0 } waste } ? waste : null;
}
