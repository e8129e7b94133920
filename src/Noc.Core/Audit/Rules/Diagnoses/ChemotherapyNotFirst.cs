using Noc.Tables;

namespace Noc.Audit.Rules.Diagnoses;

/// <summary>DXC004 chemotherapy-not-first: a visit for chemotherapy or immunotherapy has its Z code behind the
/// cancer.</summary>
/// <remarks>
/// <para>Why it matters: where the visit was for the treatment, Z51.11 or Z51.12 comes first and the cancer second; the
/// other order reads as a visit for something else.</para>
/// <para>What to do: put the Z code first, if the visit was for the treatment.</para>
/// <para>Source: ICD-10-CM guidelines, section I.C.2.e.</para>
/// <para>Silent when: the claim has neither code, or a Z51 code is first.</para>
/// </remarks>
public static class ChemotherapyNotFirst
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("DXC004", "chemotherapy-not-first", "diagnosis", Severity.Warn,
        "The reason of the visit comes first.", Sources.Icd10, Confidence.Medium);

    /// <summary>Never more than a warning.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var diagnoses = context.Claim.Diagnoses;
        for (var i = 1; i < diagnoses.Count; i++)
        {
            if (!LineDiagnoses.Starts(diagnoses[i], "Z5111"u8) && !LineDiagnoses.Starts(diagnoses[i], "Z5112"u8))
                continue;
            if (LineDiagnoses.Starts(diagnoses[0], "Z51"u8)) return;
            var code = diagnoses[i].Code;
            findings.Add(Info, context, "2300/HI",
                $"{code.Text} is diagnosis {i + 1}: where the visit was for the treatment, it comes first.", code,
                new() { Text = $"{code.Text} first" });
            return;
        }
    }
}
