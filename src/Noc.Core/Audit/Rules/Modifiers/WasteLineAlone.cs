using Noc.Payers;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD019 waste-line-alone: a line of discarded drug stands without the dose that was given, or beside a line
/// that says that none was discarded.</summary>
/// <remarks>
/// <para>Why it matters: waste is paid only beside what was given from the same container, and JZ on that line denies
/// it.</para>
/// <para>What to do: bill the dose on its own line without JZ, then the waste with JW.</para>
/// <para>Source: CMS JW and JZ modifier policy.</para>
/// <para>Silent when: the claim is a replacement, a void, a second payer's or part of a split claim, the drugs of the
/// lines may differ, or the payer is not Medicare: then a line alone is a warning, and JZ beside JW too.</para>
/// </remarks>
public static class WasteLineAlone
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD019", "waste-line-alone", "waste_modifier", Severity.Deny,
        "Waste is paid beside the dose from the same container only.", Sources.Waste) { Judges = LineTraits.Modifiers };

    /// <summary>Judges lines with JW, and those with JZ beside one.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.IsSplit || drug.Day is null || !context.Claim.IsFirstToPrimary) return;
        if (drug.Line.Has(Codes.JZ) != drug.Line.Has(Codes.JW)) Judge(context, drug, findings);
    }

    // A line with JZ beside one of waste is wrong itself; one of waste needs a line of the dose, whatever it says.
    private static void Judge(in RuleContext context, DrugLine drug, FindingSink findings)
    {
        var isWaste = drug.Line.Has(Codes.JW);
        foreach (var other in context.DrugLines)
        {
            if (ReferenceEquals(other, drug) || other.Day != drug.Day || other.Line.Code != drug.Line.Code
                || isWaste == other.Line.Has(Codes.JW)) continue;
            if (isWaste && WasteLines.MayBeSame(drug, other)) return;
            if (isWaste || !IsSameDrug(drug, other)) continue;
            findings.Add(Info, context, context.ModifierElement,
                $"JZ says that nothing was discarded, and line {other.Line.Number} bills waste of the drug.",
                drug.Line.ModifierTexts[0], new() { Text = $"no JZ here, or no JW on line {other.Line.Number}" },
                context.Policy.IsMedicare ? Severity.Reject : PairSeverity(context));
            return;
        }
        if (isWaste)
            findings.Add(Info, context, context.ModifierElement,
                "This line bills waste, but no line of the day bills the dose that was given."
                + (WasteLines.IsOnlyLine(context, drug) ? " Where its text tells what was given, JW is the mistake."
                    : ""),
                drug.Line.ModifierTexts[0], new() { Text = "a line of the dose without JW" },
                context.Policy.IsMedicare ? Severity.Deny : Severity.Warn);
    }

    // Of codes that leave the drug open the texts have to name the same one.
    private static bool IsSameDrug(DrugLine one, DrugLine other) => !one.IsUnclassified
        || (!one.Ndc.IsNone && one.Ndc == other.Ndc)
        || (!one.Match.IsNone && !other.Match.IsNone ? one.Match.Products[0] == other.Match.Products[0]
            : one.DrugName.Length > 0 && one.DrugName.Equals(other.DrugName, StringComparison.OrdinalIgnoreCase));

    // A payer that wants the waste on a line of its own says what it does with another pair.
    private static Severity PairSeverity(in RuleContext context) =>
        context.WantsWhen(PolicyKeys.WasteLine, Situation.SingleDose | Situation.Waste)
            is { Value.Word: "jw-line" or "jw-line-and-text", Severity: { } own, Confidence: not Tables.Confidence.Low }
            ? own : Severity.Warn;
}
