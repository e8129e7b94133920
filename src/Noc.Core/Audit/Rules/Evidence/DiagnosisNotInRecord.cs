using Noc.Audit.Rules.Diagnoses;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD027 diagnosis-not-in-record: a diagnosis of the line is not one of the visit.</summary>
/// <remarks>
/// <para>Why it matters: a drug is paid for what the patient has; a diagnosis that nobody recorded is paid back, and
/// billing it is a compliance matter.</para>
/// <para>What to do: take the diagnosis of the record, or point to another one of the claim.</para>
/// <para>Source: what was given must be documented, and the claim must say what the record says; Medicare Benefit
/// Policy Manual, chapter 15, section 50.</para>
/// <para>Silent when: the patient is not surely the same, the record has no diagnosis, or the claim names
/// the same with fewer or more characters; for the reason of a visit for chemotherapy or a trial (Z51.11, Z51.12,
/// Z00.6), and where an earlier drug line points to it too.</para>
/// </remarks>
public static class DiagnosisNotInRecord
{
    private static readonly string[] Reasons = ["Z5111", "Z5112", "Z006"];

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD027", "diagnosis-not-in-record", "diagnosis", Severity.Warn,
        "A diagnosis that nobody recorded is paid back.", Sources.Records);

    /// <summary>Compares the diagnoses of the line with those of the encounter.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.Evidence is not { IsSure: true, Item.Encounter.Diagnoses: { Count: > 0 } recorded }) return;
        for (var i = 0; i < context.Claim.Diagnoses.Count; i++)
        {
            var code = context.Claim.Diagnoses[i].Code;
            if (code.IsEmpty || !LineDiagnoses.IsOf(context.Claim, drug.Line, i) || IsAmong(recorded, code.Text)
                || IsAmong(Reasons, code.Text) || IsTold(context, i)) continue;
            findings.AddEvidence(Info, context, "2300/HI",
                $"{code.Text} is not among the diagnoses of the visit: {string.Join(", ", recorded)}.", code,
                new() { Text = recorded.Count == 1 ? recorded[0] : "a diagnosis of the visit" });
            return;
        }
    }

    private static bool IsAmong(IReadOnlyList<string> all, string code)
    {
        foreach (var one in all)
            if (one.StartsWith(code, StringComparison.OrdinalIgnoreCase)
                || code.StartsWith(one, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool IsTold(in RuleContext context, int index)
    {
        foreach (var other in context.DrugLines)
        {
            if (ReferenceEquals(other, context.Drug)) return false;
            if (other.Evidence is { IsSure: true } && LineDiagnoses.IsOf(context.Claim, other.Line, index)) return true;
        }
        return false;
    }
}
