using Noc.Claims;

namespace Noc.Audit.Rules.Diagnoses;

/// <summary>DXC001 diagnosis-pointer-missing: a drug line points to no diagnosis.</summary>
/// <remarks>
/// <para>Why it matters: SV107 is required on professional lines; without it the claim is rejected (RARC M76).</para>
/// <para>What to do: point to the diagnosis that the drug treats.</para>
/// <para>Source: X12 837P guide, SV107-1.</para>
/// <para>Silent when: the claim is institutional.</para>
/// </remarks>
public static class DiagnosisPointerMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("DXC001", "diagnosis-pointer-missing", "diagnosis", Severity.Reject,
        "Every professional line points to a diagnosis (RARC M76).", Sources.Guide837P);

    /// <summary>Judges drug lines of professional claims.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (context.Claim.Type is ClaimType.Institutional) return;
        if (drug.Line.DiagnosisPointers.Count == 0)
            findings.Add(Info, context, "2400/SV107", "The line points to no diagnosis.");
    }
}
