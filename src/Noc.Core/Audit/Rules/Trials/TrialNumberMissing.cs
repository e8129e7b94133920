using Noc.Audit.Rules.Diagnoses;
using Noc.Payers;

namespace Noc.Audit.Rules.Trials;

/// <summary>TRL001 trial-number-missing: a line of a clinical trial, or of a drug that its text calls investigational,
/// but the claim does not name the trial.</summary>
/// <remarks>
/// <para>Why it matters: Medicare returns trial claims without the eight digits of the trial's number at
/// ClinicalTrials.gov.</para>
/// <para>What to do: send the eight digits, without NCT, in REF*P4 of the claim. A drug under investigation, or of an
/// expanded access program, is covered on that ground only.</para>
/// <para>Source: Novitas and First Coast on trials and registries.</para>
/// <para>Silent when: no line has Q0 or Q1, the claim has no Z00.6, and no text says investigational, clinical trial or
/// expanded access; every service was before 2014, when the number became a duty; or TRL005 speaks. A warning for other
/// payers than Medicare, and where Z00.6 alone marks the claim.</para>
/// </remarks>
public static class TrialNumberMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("TRL001", "trial-number-missing", "trial", Severity.Deny,
        "Medicare returns trial claims that do not name the trial.", Sources.Trials);

    private static readonly DateOnly FirstDay = new(2014, 1, 1);

    // All of it: a day that the claim does not tell may be a later one.
    private static bool IsBefore(Noc.Claims.Claim claim, DateOnly day)
    {
        foreach (var line in claim.Lines)
            if (!((line.LastServiceDate ?? line.ServiceDate) < day)) return false;
        return claim.Lines.Count > 0;
    }

    /// <summary>Judges the claim.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var claim = context.Claim;
        var isMarked = Trial.IsIn(claim);
        var said = isMarked ? null : Trial.SaidBy(context.DrugLines);
        if (!isMarked && said is null && !LineDiagnoses.Has(claim, "Z006"u8)) return;
        var number = claim.Reference("P4"u8);
        var isMissing = number.IsEmpty;
        if (IsBefore(claim, FirstDay)) return;
        if (Trial.IsNamed(claim) || (!isMarked && EvidenceDevelopment.IsIn(context))) return;
        findings.Add(Info, context, "2300/REF*P4", isMissing
            ? said is not null ? $"The text says \"{said}\", and the claim names no trial."
                : "The claim belongs to a clinical trial and does not name it."
            : "The number of the trial has eight digits, without NCT.", number,
            new() { Text = $"REF*P4*{Trial.NumberIn(claim) ?? "<EIGHT DIGITS>"}" },
            (isMarked || said is not null) && context.Policy is { IsMedicare: true, Program: PayerProgram.Medicare }
                ? null : Severity.Warn);
    }
}
