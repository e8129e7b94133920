using Noc.Claims;
using Noc.Tables;

namespace Noc.Audit.Rules.Diagnoses;

/// <summary>DXC003 diagnosis-reason-only: the line has only Z codes, and none names the disease that the drug
/// treats.</summary>
/// <remarks>
/// <para>Why it matters: a Z code tells why the patient came, not what is treated; payers find no reason to pay the
/// drug.</para>
/// <para>What to do: add the code of the disease behind the Z code, if the record has it.</para>
/// <para>Source: ICD-10-CM guidelines, section I.C.21.</para>
/// <para>Silent when: a disease is among the codes; the drug is not known, or may be given to prevent something
/// (Z29.81, Z29.11, Z30); chemotherapy alone (Z51.11, Z51.12) is always told.</para>
/// </remarks>
public static class DiagnosisReasonOnly
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("DXC003", "diagnosis-reason-only", "diagnosis", Severity.Warn,
        "A Z code says why the patient came, not what is treated.", Sources.Icd10, Confidence.Medium)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>Never more than a warning.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var claim = context.Claim;
        if (!drug.IsUnclassified || drug.IsWaste || claim.Diagnoses.Count == 0) return;
        var (count, isTreatment, first) = (0, false, -1);
        for (var i = 0; i < claim.Diagnoses.Count; i++)
        {
            if (!LineDiagnoses.IsOf(claim, drug.Line, i)) continue;
            var diagnosis = claim.Diagnoses[i];
            if (!LineDiagnoses.Starts(diagnosis, "Z"u8) || StandsAlone(diagnosis)) return;
            isTreatment |= LineDiagnoses.Starts(diagnosis, "Z5111"u8) || LineDiagnoses.Starts(diagnosis, "Z5112"u8);
            if (count++ == 0) first = i;
        }
        if (count == 0 || (!isTreatment && !NeedsDisease(context))) return;
        findings.Add(Info, context, "2300/HI", count == 1
            ? $"{claim.Diagnoses[first].Code.Text} is the only diagnosis of this line: add the disease that is treated."
            : "All diagnoses of this line are Z codes: add the disease that is treated.",
            claim.Diagnoses[first].Code, new() { Text = "code of the disease in the record" });
    }

    private static bool StandsAlone(Diagnosis diagnosis) => LineDiagnoses.Starts(diagnosis, "Z29"u8)
        || LineDiagnoses.Starts(diagnosis, "Z30"u8) || LineDiagnoses.Starts(diagnosis, "Z23"u8);

    // Every use on the label is a disease.
    private static bool NeedsDisease(in RuleContext context)
    {
        var drug = context.Drug!;
        if (drug.Match.IsNone) return false;
        foreach (var product in drug.Match.Products)
        {
            var starts = context.Tables.DiagnosesOf(product);
            if (starts.Count == 0) return false;
            foreach (var start in starts)
                if (start[0] == 'Z') return false;
        }
        return true;
    }
}
