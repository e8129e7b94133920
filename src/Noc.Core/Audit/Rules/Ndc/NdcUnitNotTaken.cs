using Noc.Claims;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC020 ndc-unit-not-taken: the NDC quantity is in a unit that this payer does not take.</summary>
/// <remarks>
/// <para>Why it matters: the payer cannot price the quantity; it denies or rejects the line.</para>
/// <para>What to do: count in a unit that the payer takes: vials of powder as UN, liquids in ML. Milligrams (ME) are
/// taken by few.</para>
/// <para>Source: the payer's own rule on NDC units; X12 837 guides, CTP05-1.</para>
/// <para>Silent when: the line has no unit, or none of the standard (NDC004 speaks); the payer's units are not
/// known. Milligrams are a warning where the payer does not say that it takes them and the form is not known.</para>
/// </remarks>
public static class NdcUnitNotTaken
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC020", "ndc-unit-not-taken", "ndc_units", Severity.Reject,
        "The payer cannot price a unit that it does not take.", Sources.Guide837Drug) { Judges = LineTraits.Ndc };

    /// <summary>Judges every line with an NDC quantity.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var line = context.Drug!.Line;
        if (line.NdcUnit.IsEmpty || line.NdcQuantity is not > 0 || !IsAmong(PolicyKeys.NdcUnits.Words, line.NdcUnit))
            return;
        if (context.Wants(PolicyKeys.NdcUnits) is not { } wanted || IsAmong(wanted.Value.Words, line.NdcUnit))
        {
            CheckMilligrams(context, findings);
            return;
        }
        var (text, arithmetic) = Right(context, wanted);
        findings.Add(Info, context, wanted, "2410/CTP05-1",
            $"This payer does not take the unit {line.NdcUnit.Text}, only {string.Join(", ", wanted.Value.Words)}."
            + (arithmetic.Length > 0 ? $" {arithmetic}." : ""), line.NdcUnit,
            new() { Text = text }, new(CorrectionSafety.Review, "count in a unit that the payer takes"));
    }

    // The standard has milligrams; where the form is known NDC008 tells the unit.
    private static void CheckMilligrams(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.Line.NdcUnit.Is("ME"u8) || context.WantsItself(PolicyKeys.NdcUnits) is not null || drug.Ndc.IsNone
            || drug.Day is null || drug.FactsOfNdc(context.Tables)!.Measure.Unit is not Drugs.NdcUnit.None) return;
        findings.Add(Info, context, "2410/CTP05-1",
            "Many payers do not take milligrams: count millilitres, or vials of powder.", drug.Line.NdcUnit,
            new()
            {
                Text = NdcQuantity.SegmentOf(context) is { Length: > 0 } right ? right
                    : "CTP****<QUANTITY>*ML, or UN for vials of powder",
            }, Severity.Warn,
            confidence: Confidence.Medium);
    }

    private static (string Text, string Arithmetic) Right(in RuleContext context, PolicyEntry wanted)
    {
        var (measure, quantity) = NdcQuantity.Counted(context);
        if (measure.Unit is Drugs.NdcUnit.None || !wanted.Value.Has(measure.Code))
            return ("CTP****<QUANTITY>*<UNIT>", "");
        return quantity.Value is { } value ? (NdcQuantity.Segment(value, measure.Code), quantity.Arithmetic)
            : ($"CTP****<QUANTITY>*{measure.Code}", "");
    }

    private static bool IsAmong(IReadOnlyList<string> words, Field unit)
    {
        for (var i = 0; i < words.Count; i++)
            if (words[i] is [var a, var b] && unit.Bytes is [var x, var y] && a == x && b == y) return true;
        return false;
    }
}
