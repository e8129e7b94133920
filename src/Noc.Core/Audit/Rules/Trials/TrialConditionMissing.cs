using Noc.Claims;
using Noc.Payers;

namespace Noc.Audit.Rules.Trials;

/// <summary>TRL003 trial-condition-missing: a hospital claim of a clinical trial without condition code 30.</summary>
/// <remarks>
/// <para>Why it matters: Medicare returns institutional trial claims without condition code 30.</para>
/// <para>What to do: add HI*BG:30.</para>
/// <para>Source: Novitas on trials and registries.</para>
/// <para>Silent when: the claim is professional, or nothing marks it as one of a trial. A warning for other payers
/// than Medicare.</para>
/// </remarks>
public static class TrialConditionMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("TRL003", "trial-condition-missing", "trial", Severity.Deny,
        "Medicare returns hospital trial claims without condition code 30.", Sources.Trials);

    /// <summary>Judges institutional claims.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var claim = context.Claim;
        if (claim.Type is not ClaimType.Institutional || !Trial.IsIn(claim) || Trial.HasCondition(claim)) return;
        findings.Add(Info, context, "2300/HI*BG", "A hospital claim of a clinical trial has condition code 30.",
            default, new() { Text = "HI*BG:30" },
            context.Policy.Program is PayerProgram.Medicare ? null : Severity.Warn);
    }
}
