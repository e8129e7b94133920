using Noc.Audit.Rules.Diagnoses;
using Noc.Payers;

namespace Noc.Audit.Rules.Trials;

/// <summary>TRL002 trial-diagnosis-missing: the line belongs to a clinical trial, but Z00.6 is not on the claim, or
/// stands there without a disease.</summary>
/// <remarks>
/// <para>Why it matters: Medicare finds trial claims by Z00.6 beside the disease; without one of the two the line is
/// returned.</para>
/// <para>What to do: add Z00.6 and the disease that is treated.</para>
/// <para>Source: Medicare Claims Processing Manual, chapter 32, section 69.</para>
/// <para>Silent when: the line has neither Q0 nor Q1. A warning for other payers than Medicare.</para>
/// </remarks>
public static class TrialDiagnosisMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("TRL002", "trial-diagnosis-missing", "trial", Severity.Reject,
        "Medicare finds trial claims by Z00.6 beside the disease.", Sources.Trials) { Judges = LineTraits.Modifiers };

    /// <summary>Judges lines with a trial modifier.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var line = context.Drug!.Line;
        if (line.Modifiers.Count == 0 || !Trial.IsIn(line)) return;
        var claim = context.Claim;
        var (isNamed, hasDisease) = (false, false);
        foreach (var diagnosis in claim.Diagnoses)
        {
            if (LineDiagnoses.Starts(diagnosis, "Z006"u8)) isNamed = true;
            else hasDisease |= !LineDiagnoses.Starts(diagnosis, "Z"u8);
        }
        if (isNamed && hasDisease) return;
        findings.Add(Info, context, "2300/HI", isNamed
            ? "Z00.6 stands without the disease that is treated."
            : "A line of a clinical trial needs the diagnosis Z00.6 on the claim.", default,
            new() { Text = isNamed ? "code of the disease in the record" : "Z00.6" },
            context.Policy.Program is PayerProgram.Medicare ? null : Severity.Warn);
    }
}
