namespace Noc.Audit.Rules.Charges;

/// <summary>CHG003 charge-sum-wrong: the claim total is not the sum of its lines.</summary>
/// <remarks>
/// <para>Why it matters: the front end rejects a claim that does not balance.</para>
/// <para>What to do: correct CLM02 or the line that is wrong.</para>
/// <para>Source: X12 837 guides, CLM02.</para>
/// <para>Silent when: the claim bills no drug, a charge does not read, or that of an unclassified line is
/// negative.</para>
/// </remarks>
public static class ChargeSumWrong
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("CHG003", "charge-sum-wrong", "frontend_reject", Severity.Reject,
        "The front end rejects a claim that does not balance.", Sources.Guide837P);

    /// <summary>Judges claims with a drug line.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        if (context.Claim.ChargeUsd is not { } total) return;
        decimal sum = 0;
        foreach (var line in context.Claim.Lines)
        {
            if (line.ChargeUsd is not { } charge || Math.Abs(charge) > 1e12m) return;
            sum += charge;
        }
        // A negative charge is told itself (CHG001).
        foreach (var drug in context.DrugLines)
            if (drug is { IsUnclassified: true, Line.ChargeUsd: < 0 }) return;
        if (sum == total) return;
        findings.Add(Info, context, "2300/CLM02", Texts.Of($"CLM02 is not the sum of the lines (${sum:N2})."),
            context.Claim.ChargeText, new() { Text = Texts.Of($"{sum:0.##}") });
    }
}
