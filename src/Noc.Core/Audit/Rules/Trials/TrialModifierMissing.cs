using Noc.Audit.Rules.Diagnoses;
using Noc.Coding;
using Noc.Payers;

namespace Noc.Audit.Rules.Trials;

/// <summary>TRL004 trial-modifier-missing: the claim belongs to a clinical trial, and no line has Q0 or Q1.</summary>
/// <remarks>
/// <para>Why it matters: Q0 tells what is under investigation, Q1 the routine care around it; without one the claim is
/// judged as ordinary care.</para>
/// <para>What to do: add Q0 to what the trial investigates and Q1 to routine care; nothing to what has no part in
/// it.</para>
/// <para>Source: HCPCS Level II, modifiers Q0 and Q1.</para>
/// <para>Silent when: the claim has no Z00.6, a line has Q0 or Q1, the payer is not original Medicare, or TRL005
/// speaks. A warning where the claim does not name the trial: Z00.6 alone may be a mistake.</para>
/// </remarks>
public static class TrialModifierMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("TRL004", "trial-modifier-missing", "trial", Severity.Reject,
        "Without Q0 or Q1 a trial claim is judged as ordinary care.", Sources.Trials);

    /// <summary>Told once, on the first drug line.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var claim = context.Claim;
        if (context.Policy.Program is not PayerProgram.Medicare || !LineDiagnoses.Has(claim, "Z006"u8)) return;
        if (!ReferenceEquals(context.Drug, context.DrugLines[0]) || Trial.IsIn(claim)
            || context.Drug.Setting is Setting.OtherInstitutional || EvidenceDevelopment.IsIn(context)) return;
        findings.Add(Info, context, context.ModifierElement,
            "Z00.6 marks a clinical trial; no line has Q0 (under investigation) or Q1 (routine care).", default,
            new() { Text = "Q0 or Q1" }, Trial.IsNamed(claim) ? null : Severity.Warn);
    }
}
