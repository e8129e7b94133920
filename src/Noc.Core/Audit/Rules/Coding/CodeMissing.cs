using Noc.Claims;
using Noc.Drugs;
using Noc.Payers;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD014 code-missing: a line tells of a drug and has no procedure code.</summary>
/// <remarks>
/// <para>Why it matters: a professional line without a code is rejected; a hospital line under revenue code 0636
/// without one is returned (CARC 16 with M20).</para>
/// <para>What to do: bill the drug's own code, or the unclassified code of its class.</para>
/// <para>Source: X12 837P guide, SV101; denials.csv, CARC 16 with M20.</para>
/// <para>Silent when: a professional line has neither NDC nor a text with a dose, an institutional one another revenue
/// code than 0636, or the bill is of an inpatient. A warning for hospital bills to other payers than Medicare, where
/// the payer does not name another revenue code for such drugs (revenue.uncoded). The other rules do not judge such
/// lines: the code decides what they ask.</para>
/// </remarks>
public static class CodeMissing
{
    // Bills of outpatients and of inpatients without Part A, on which drugs are coded one by one.
    private static readonly int[] CodedBills = [12, 13, 14, 22, 23, 34, 72, 75, 76, 83, 85];

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD014", "code-missing", "code_choice", Severity.Reject,
        "A drug line without a code is not paid.", Sources.CodeMissing);

    /// <summary>Told once, for the first line.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        if (First(context.Claim) is not { } line) return;
        var isHospital = context.Claim.Type is ClaimType.Institutional;
        if (isHospital && context.Wants(PolicyKeys.UncodedRevenue) is { Value.Word: { } right } wanted)
        {
            findings.Add(Info, context, wanted, "2400/SV201",
                $"Line {line.Number} bills revenue code 0636 and has no code. This payer wants a drug without a code "
                + $"under revenue code {right}, with its NDC.", line.RevenueCode, new() { Text = right },
                new(CorrectionSafety.Review, $"set the revenue code to {right}, or add the drug's own code"));
            return;
        }
        findings.Add(Info, context, context.CodeElement,
            $"Line {line.Number} {(isHospital ? "bills revenue code 0636" : "tells of a drug")} and has no code.",
            expected: new() { Text = "the drug's own code, or an unclassified one" },
            severity: isHospital && !context.Policy.IsMedicare ? Severity.Warn : null,
            confidence: isHospital ? Tables.Confidence.Medium : null);
    }

    /// <summary>The first line of a drug that has no code; null where there is none.</summary>
    internal static ServiceLine? First(Claim claim)
    {
        for (var i = 0; i < claim.Lines.Count; i++)
        {
            var line = claim.Lines[i];
            if (line.Code.IsNone && line.CodeText.IsEmpty
                && (claim.Type is ClaimType.Institutional ? IsHospitalDrug(claim, line) : IsDrug(line))) return line;
        }
        return null;
    }

    private static bool IsHospitalDrug(Claim claim, ServiceLine line) =>
        line.RevenueCode.Bytes.TrimStart((byte)'0').SequenceEqual("636"u8)
        && CodedBills.Contains(claim.BillType.Number);

    private static bool IsDrug(ServiceLine line) => line.NdcCount > 0 || (!line.Description.IsEmpty
        && NarrativeParser.Parse(line.Description.Text) is { Name.IsEmpty: false, Dose.IsNone: false });
}
