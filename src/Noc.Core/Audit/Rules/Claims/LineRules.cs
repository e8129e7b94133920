using Noc.Claims;

namespace Noc.Audit.Rules.Claims;

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

    /// <summary>Judges unclassified lines of professional claims.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || context.Claim.Type is ClaimType.Institutional) return;
        if (drug.Line.DiagnosisPointers.Count == 0)
            findings.Add(Info, context, "2400/SV107", "The line points to no diagnosis.");
    }
}

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

    /// <summary>Judges unclassified lines of professional claims.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || context.Claim.Type is ClaimType.Institutional) return;
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

/// <summary>CHG001 charge-absurd: the charge of a drug line is missing, negative, zero or beyond reason.</summary>
/// <remarks>
/// <para>Why it matters: payers pay the lesser of charge and allowance; a slip of the decimal point costs the
/// line.</para>
/// <para>What to do: check the charge against the invoice.</para>
/// <para>Source: X12 837 guides, SV102 and SV203.</para>
/// <para>Silent when: the drug was obtained free (0.00 with words that say so, or 0.01).</para>
/// </remarks>
public static class ChargeAbsurd
{
    /// <summary>A charge above this is taken for a slip: the dearest drugs cost less than half of it.</summary>
    private const decimal HighestUsd = 10_000_000m;

    private static readonly string[] FreeWords = ["FREE", "SAMPLE", "NO CHARGE", "NO COST", "TRIAL", "DONATED",
        "SUPPLIED"];

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("CHG001", "charge-absurd", "free_drug", Severity.Reject,
        "Payers pay the lesser of charge and allowance.", Sources.Guide837P);

    /// <summary>Rejects what cannot be a charge, warns about what hardly is one.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified) return;
        var (message, severity) = drug.Line.ChargeUsd switch
        {
            null => ("The line has no charge that reads as an amount.", Severity.Reject),
            < 0 => ("The charge is negative.", Severity.Reject),
            0 when !SaysFree(drug) => ("The charge is zero, and nothing says that the drug was free.", Severity.Warn),
            > 0.01m and < 1 => ("The charge is below one dollar: check the decimal point.", Severity.Warn),
            > HighestUsd => ("The charge is above ten million dollars: check the decimal point.", Severity.Warn),
            _ => ("", Severity.Info),
        };
        if (message.Length > 0)
            findings.Add(Info, context, context.ChargeElement, message, drug.Line.ChargeText, severity: severity);
    }

    private static bool SaysFree(DrugLine drug)
    {
        foreach (var word in FreeWords)
            if (drug.Description.Contains(word, StringComparison.OrdinalIgnoreCase)
                || drug.Note.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}

/// <summary>DUP001 duplicate-line: two lines bill the same drug, dose and NDC on the same day.</summary>
/// <remarks>
/// <para>Why it matters: the second line is denied as an exact duplicate (CARC 18).</para>
/// <para>What to do: delete it, or show with a modifier that the dose was given twice.</para>
/// <para>Source: claim adjustment reason code 18.</para>
/// <para>Silent when: code, modifiers, NDC, text or date differ; for JW lines, RT and LT, repeat modifiers, linked
/// compounds and parts of a split claim.</para>
/// </remarks>
public static class DuplicateLine
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("DUP001", "duplicate-line", "code_choice", Severity.Deny,
        "The second line is denied as an exact duplicate (CARC 18).", Sources.Duplicate);

    /// <summary>Names the later of two equal lines.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.IsWaste || drug.IsSplit || Codes.HasRepeat(drug.Line)) return;
        if (!drug.Line.CompoundLink.IsEmpty || !drug.Line.PrescriptionNumber.IsEmpty) return;
        foreach (var other in context.DrugLines)
        {
            if (ReferenceEquals(other, drug)) return;
            if (!IsSame(other, drug)) continue;
            findings.Add(Info, context, context.CodeElement,
                $"Line {other.Line.Number} already bills the same drug, dose and date.", drug.Line.CodeText);
            return;
        }
    }

    private static bool IsSame(DrugLine a, DrugLine b)
    {
        if (a.Line.Code != b.Line.Code || a.Day != b.Day) return false;
        if (a.Line.Modifiers.Count != b.Line.Modifiers.Count) return false;
        foreach (var modifier in b.Line.Modifiers)
            if (!a.Line.Has(modifier)) return false;
        if (!a.Line.NdcText.Bytes.SequenceEqual(b.Line.NdcText.Bytes)) return false;
        if (a.Dose.IsNone != b.Dose.IsNone || (!a.Dose.IsNone && a.Dose.SameAs(b.Dose) != true)) return false;
        // A line that names neither drug nor NDC is too thin to be called the same.
        return (a.Description.Length > 0 || a.Line.NdcCount > 0)
            && string.Equals(a.DrugName, b.DrugName, StringComparison.OrdinalIgnoreCase);
    }
}
