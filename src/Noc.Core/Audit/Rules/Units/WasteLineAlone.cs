namespace Noc.Audit.Rules.Units;

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

    /// <summary>Judges lines with JW.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var claim = context.Claim;
        if (!drug.Line.Has(Codes.JW) || drug.Line.Has(Codes.JZ) || drug.IsSplit || drug.Day is null) return;
        if (!claim.IsFirstToPrimary) return;
        var severity = context.Policy.IsMedicare ? Severity.Deny : Severity.Warn;
        var isBeside = false;
        foreach (var other in context.DrugLines)
        {
            if (ReferenceEquals(other, drug) || other.Line.Has(Codes.JW) || other.Day != drug.Day) continue;
            if (other.Line.Code != drug.Line.Code) continue;
            isBeside = true;
            if (!other.Line.Has(Codes.JZ) || !IsSameDrug(drug, other)) continue;
            findings.Add(Info, context, context.ModifierElement,
                $"Line {other.Line.Number} says with JZ that nothing was discarded, and this line bills waste of it.",
                drug.Line.ModifierTexts[0], new() { Text = $"no JZ on line {other.Line.Number}, or no JW line" },
                severity);
            return;
        }
        if (isBeside) return;
        findings.Add(Info, context, context.ModifierElement,
            "This line bills waste, but no line of the day bills the dose that was given.",
            drug.Line.ModifierTexts[0], new() { Text = "a line of the dose without JW" }, severity);
    }

    // Of codes that leave the drug open the texts have to name the same one.
    private static bool IsSameDrug(DrugLine one, DrugLine other) => !one.IsUnclassified
        || (!one.Ndc.IsNone && one.Ndc == other.Ndc)
        || (!one.Match.IsNone && !other.Match.IsNone && one.Match.Products[0] == other.Match.Products[0]);
}
