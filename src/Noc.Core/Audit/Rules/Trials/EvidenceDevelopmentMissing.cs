using Noc.Audit.Rules.Diagnoses;
using Noc.Claims;

namespace Noc.Audit.Rules.Trials;

/// <summary>TRL005 evidence-development-missing: an antibody against amyloid (Leqembi, Kisunla, Aduhelm) that the claim
/// does not bill as part of a registry or trial.</summary>
/// <remarks>
/// <para>Why it matters: original Medicare covers these drugs only with evidence development; billed as ordinary care
/// the line is denied.</para>
/// <para>What to do: add Q0 to the line, Z00.6 behind the disease (G30.0, G30.1, G30.8, G30.9 or G31.84), the eight
/// digits of the study in REF*P4 (99999999 is taken for the registry of CMS) and, on a hospital's claim, condition code
/// 30. A patient in no study is told before with a notice (ABN).</para>
/// <para>Source: national coverage determination 200.3; First Coast on Leqembi.</para>
/// <para>Silent when: the payer is not original Medicare, the service was before 2022-04-07, the line bills waste or
/// has GA, GX, GY or GZ, or the drug is given under the skin. What else a line with Q0 or Q1 misses is told by TRL001
/// to TRL003.</para>
/// </remarks>
public static class EvidenceDevelopmentMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("TRL005", "evidence-development-missing", "trial", Severity.Deny,
        "Medicare covers antibodies against amyloid only with evidence development.", Sources.AmyloidAntibodies);

    /// <summary>Judges drug lines of original Medicare.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (EvidenceDevelopment.Of(context, drug) is not { } product) return;
        var claim = context.Claim;
        var name = drug.NameOf(product);
        if (!Trial.IsIn(drug.Line))
        {
            findings.Add(Info, context, context.ModifierElement, $"Medicare covers {name} only with evidence "
                + $"development, and this claim misses: {string.Join(", ", Missing(claim))}.", default,
                new() { Text = "Q0" });
            return;
        }
        // TRL002 speaks where there is no disease at all.
        if (EvidenceDevelopment.HasDisease(claim) || !HasOther(claim)) return;
        findings.Add(Info, context, "2300/HI", $"Medicare covers {name} in Alzheimer's disease (G30.0, G30.1, G30.8, "
            + "G30.9) and mild cognitive impairment (G31.84), and the claim has none of them.",
            claim.Diagnoses[0].Code, new() { Text = "code of the disease in the record" });
    }

    private static IEnumerable<string> Missing(Claim claim)
    {
        yield return "Q0 on this line";
        // Another line already marks the claim: what it misses is told there.
        if (Trial.IsIn(claim)) yield break;
        if (!LineDiagnoses.Has(claim, "Z006"u8)) yield return "the diagnosis Z00.6";
        if (!EvidenceDevelopment.HasDisease(claim)) yield return "a diagnosis of G30.- or G31.84";
        if (!Trial.IsNamed(claim)) yield return "the eight digits of the study in REF*P4";
        if (claim.Type is ClaimType.Institutional && !Trial.HasCondition(claim)) yield return "condition code 30";
    }

    private static bool HasOther(Claim claim)
    {
        foreach (var diagnosis in claim.Diagnoses)
            if (!LineDiagnoses.Starts(diagnosis, "Z"u8)) return true;
        return false;
    }
}
