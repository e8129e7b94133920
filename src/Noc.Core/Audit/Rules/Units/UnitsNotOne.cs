using Noc.Payers;

namespace Noc.Audit.Rules.Units;

/// <summary>UNT001 units-not-one: an unclassified line bills other than one unit to Medicare.</summary>
/// <remarks>
/// <para>Why it matters: an unclassified code has no unit; Medicare takes one and returns the rest (RARC M53,
/// M123).</para>
/// <para>What to do: bill one unit; the dose belongs in the text. Leave the charge as it is.</para>
/// <para>Source: Medicare contractors on unclassified drugs; the payer's own unit rule.</para>
/// <para>Silent when: the payer is not original Medicare (others want containers, or milligrams: UNT002); for
/// skin substitutes, which are counted by the square centimetre.</para>
/// </remarks>
public static class UnitsNotOne
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("UNT001", "units-not-one", "units", Severity.Reject,
        "An unclassified line counts one unit (Medicare answers RARC M53, M123).", Sources.RemarkUnits)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>The policy says whether one unit is the rule.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.Line.BilledUnits == 1) return;
        if (context.Wants(PolicyKeys.UnitsBasis) is not { Value.Word: "one" } wanted) return;
        if (drug.Line.Code == Codes.SkinSubstitute || drug.Line.Code == Codes.SkinDevice) return;
        if (drug.Line.Code == Codes.C9399 && context.Wants(PolicyKeys.C9399Units) is not null) return;   // UNT003
        findings.Add(Info, context, context.UnitsElement, drug.Line.BilledUnits is { } units
            ? Texts.Of($"{units:0.###} units are billed; an unclassified line has one. ")
                + "The charge stays as it is."
            : "The line has no units; an unclassified line has one.", drug.Line.UnitsText, new() { Units = 1 },
            correction: new(CorrectionSafety.Review, "set the units to 1"), source: wanted.Source,
            severity: wanted.Severity, confidence: wanted.Confidence, topic: wanted.Topic);
    }
}
