namespace Noc.Audit.Rules.Claims;

/// <summary>RPL001 replacement-number-missing: a claim that replaces or voids an earlier one does not name
/// it.</summary>
/// <remarks>
/// <para>Why it matters: without the payer's number of the earlier claim the front end rejects the new one, or takes it
/// for a duplicate.</para>
/// <para>What to do: send the payer's claim number from the remittance in REF*F8 (paper: item 22, FL 64). The finding
/// has the number that the record of the visit names.</para>
/// <para>Source: X12 837 guides, CLM05-3 and REF*F8.</para>
/// <para>Silent when: the frequency is neither 7 nor 8, or the payer takes no such claims (RPL002).</para>
/// </remarks>
public static class ReplacementNumberMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("RPL001", "replacement-number-missing", "frontend_reject",
        Severity.Reject, "Nobody knows which claim is replaced.", Sources.Guide837P);

    /// <summary>Judges claims of frequency 7 and 8.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var claim = context.Claim;
        if ((!claim.IsReplacement && !claim.IsVoid) || !claim.Reference("F8"u8).IsEmpty) return;
        if (ReplacementNotTaken.IsNotTaken(context)) return;
        findings.Add(Info, context, "2300/REF*F8",
            $"Frequency {claim.Frequency.Text} {(claim.IsVoid ? "voids" : "replaces")} a claim; the payer's number "
            + "of it is missing.", default, new() { Text = $"REF*F8*{OnFile(context) ?? "<PAYER CLAIM NUMBER>"}" });
    }

    private static string? OnFile(in RuleContext context)
    {
        foreach (var drug in context.DrugLines)
            if (drug.Evidence is { IsSure: true, Item.Encounter.Claim.OriginalClaim: { Length: > 0 } number })
                return number;
        return null;
    }
}
