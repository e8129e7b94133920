using Noc.Claims;

namespace Noc.Audit.Rules.Diagnoses;

/// <summary>DXC002 diagnosis-pointer-nowhere: a pointer names a diagnosis that the claim does not have.</summary>
/// <remarks>
/// <para>Why it matters: the claim is rejected before anybody reads it.</para>
/// <para>What to do: point to a diagnosis of the claim, or add the missing one.</para>
/// <para>Source: X12 837P guide, SV107; pointers count the diagnoses of HI from 1.</para>
/// <para>Silent when: the claim is institutional.</para>
/// </remarks>
public static class DiagnosisPointerNowhere
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("DXC002", "diagnosis-pointer-nowhere", "diagnosis", Severity.Reject,
        "A pointer to no diagnosis rejects the claim.", Sources.Guide837P);

    /// <summary>Judges drug lines of professional claims.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (context.Claim.Type is ClaimType.Institutional) return;
        foreach (var pointer in drug.Line.DiagnosisPointers)
        {
            if (pointer.Number is { } number && number >= 1 && number <= context.Claim.Diagnoses.Count) continue;
            findings.Add(Info, context, "2400/SV107",
                $"A pointer names diagnosis {(pointer.Number is { } n ? Texts.Of($"{n:0}") : "?")}; the claim has "
                + $"{context.Claim.Diagnoses.Count}.", pointer);
            return;
        }
    }
}
