using Noc.Payers;

namespace Noc.Audit.Rules.Claims;

/// <summary>CHG002 claim-over-limit: a Medicare Part B claim is above $99,999.99.</summary>
/// <remarks>
/// <para>Why it matters: the contractors' system takes no larger claim; it is rejected.</para>
/// <para>What to do: split it: administration once, modifier 76 on the later claims, CLAIM 1 OF 2 in the text.</para>
/// <para>Source: Medicare contractors, claim total limit.</para>
/// <para>Silent when: the claim is institutional or the payer is not Medicare Part B.</para>
/// </remarks>
public static class ClaimOverLimit
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("CHG002", "claim-over-limit", "claim_limit", Severity.Reject,
        "Medicare Part B takes no claim above $99,999.99.", Sources.ClaimLimit);

    /// <summary>Judges professional claims with a drug line.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        if (context.Wants(PolicyKeys.ClaimLimit) is not { Value.Number: { } limit } wanted) return;
        if (context.Claim.ChargeUsd is not { } total || total <= limit) return;
        var parts = decimal.Ceiling(total / limit);
        findings.Add(Info, context, "2300/CLM02",
            Texts.Of($"The claim is above ${limit:N2}: split it into {parts:0}."), context.Claim.ChargeText,
            new()
            {
                Text = Texts.Of($"CLAIM 1 OF {parts:0} in the text; 76 on later claims; administration once"),
            },
            severity: wanted.Severity, confidence: wanted.Confidence, source: wanted.Source);
    }
}
