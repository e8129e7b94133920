using Noc.Drugs;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC010 ndc-on-no-drug: an NDC stands on a line that bills a visit or the giving of a drug.</summary>
/// <remarks>
/// <para>Why it matters: the NDC belongs to the line of the drug; on other lines payers reject it or count the drug
/// twice. Most often a line was copied.</para>
/// <para>What to do: take LIN and CTP off this line; see that the drug's own line has them.</para>
/// <para>Source: X12 837P guide, loop 2410: drug identification of the line's own drug.</para>
/// <para>Silent when: the code is not surely without a drug: vaccines and immune globulins, skin tests, operations,
/// dialysis, imaging.</para>
/// </remarks>
public static class NdcOnNoDrug
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC010", "ndc-on-no-drug", "ndc_format", Severity.Warn,
        "An NDC belongs on the line of its drug only.", Sources.Guide837Drug)
    {
        Judges = LineTraits.OwnCode | LineTraits.Ndc,
    };

    /// <summary>Judges lines with a LIN of an NDC, read or not.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var line = drug.Line;
        if (drug.IsUnclassified || line.NdcCount == 0 || !IsNoDrug(line.Code)) return;
        if (context.Tables.IsProductCode(line.Code)) return;
        if (!line.NdcQualifier.IsEmpty && !line.NdcQualifier.Is("N4"u8)) return;
        var copied = 0;
        foreach (var other in context.DrugLines)
            if (!drug.Ndc.IsNone && other.Ndc == drug.Ndc && !IsNoDrug(other.Line.Code))
                copied = other.Line.Number;
        findings.Add(Info, context, "2410/LIN03", $"{line.Code} bills no drug, so it has no NDC."
            + (copied > 0 ? Texts.Of($" The same NDC stands on line {copied}, where it belongs.") : ""), line.NdcText,
            new() { Text = "no LIN, no CTP" },
            correction: new(CorrectionSafety.Review, "take LIN and CTP off the line"));
    }

    private static bool IsNoDrug(HcpcsCode code) => code is { Series: >= '0' and <= '9', Number: >= 0 }
        && (((code.Series - '0') * 10_000) + code.Number) switch
        {
            >= 96_360 and <= 96_549 => true,              // infusion, injection, chemotherapy
            >= 99_202 and <= 99_499 => true,              // visits
            >= 36_400 and <= 36_416 => true,              // taking blood
            >= 90_460 and <= 90_474 or 90_480 => true,    // giving a vaccine
            _ => false,
        };
}
