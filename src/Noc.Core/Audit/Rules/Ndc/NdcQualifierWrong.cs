using Noc.Claims;
using Noc.Drugs;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC003 ndc-qualifier-wrong: LIN02 is not N4.</summary>
/// <remarks>
/// <para>Why it matters: only N4 says that LIN03 is an NDC.</para>
/// <para>What to do: write N4 into LIN02.</para>
/// <para>Source: X12 837P guide, loop 2410, LIN02.</para>
/// <para>Silent when: LIN03 is no NDC, or LIN02 names a number of another kind (EN, EO, HI, ON, UK, UP).</para>
/// </remarks>
public static class NdcQualifierWrong
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC003", "ndc-qualifier-wrong", "ndc_format", Severity.Reject,
        "Only N4 says that LIN03 is an NDC.", Sources.Guide837Drug) { Judges = LineTraits.Ndc };

    /// <summary>Judges lines whose LIN03 reads as an NDC.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var line = context.Drug!.Line;
        if (line.NdcCount == 0 || line.NdcQualifier.Is("N4"u8) || IsOtherKind(line.NdcQualifier)) return;
        if (NdcText.Read(line.NdcText.Text).Ndc is null) return;
        findings.Add(Info, context, "2410/LIN02", "LIN02 should be N4 in front of an NDC.", line.NdcQualifier,
            new() { Text = "N4" }, correction: new(CorrectionSafety.Safe, "write N4"));
    }

    // The 837P guide allows product codes of supplies here; one of twelve digits would read as an NDC.
    private static bool IsOtherKind(Field qualifier) => qualifier.Is("UP"u8) || qualifier.Is("UK"u8)
        || qualifier.Is("EN"u8) || qualifier.Is("EO"u8) || qualifier.Is("HI"u8) || qualifier.Is("ON"u8);
}
