using Noc.Payers;

namespace Noc.Audit.Rules.Claims;

/// <summary>CHG002 claim-over-limit: a Medicare Part B claim is above $99,999.99.</summary>
/// <remarks>
/// <para>Why it matters: the contractors' system takes no larger claim; it is rejected.</para>
/// <para>What to do: split the charge of the drug over as many claims as the finding says: one unit on each, CLAIM 1 OF
/// 2 and so on in the text, the modifier for repeats on the later ones, the administration on the first only.</para>
/// <para>Source: Medicare contractors, claim total limit.</para>
/// <para>Silent when: the claim is institutional or the payer is not Medicare Part B. Where the charge of a line is far
/// above the drug's price (CHG004), the decimal point comes first and no split is reckoned.</para>
/// </remarks>
public static class ClaimOverLimit
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("CHG002", "claim-over-limit", "claim_limit", Severity.Reject,
        "Medicare Part B takes no claim above $99,999.99.", Sources.ClaimLimit);

    /// <summary>Judges professional claims with a drug line.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        if (context.Wants(PolicyKeys.ClaimLimit) is not { Value.Number: { } limit and > 0 } wanted) return;
        if (context.Claim.ChargeUsd is not { } total || total <= limit || total > 1e12m) return;
        if (Slip(context) is { } slip)
        {
            findings.Add(Info, context, wanted, "2300/CLM02",
                Texts.Of($"The claim is above ${limit:N2}, and the charge of line {slip.Line.Number} is far above the ")
                + "drug's price: check its decimal point before the claim is split.", context.Claim.ChargeText);
            return;
        }
        var parts = decimal.Ceiling(total / limit);
        var modifier = context.Wants(PolicyKeys.ClaimSplitModifier)?.Value.Word;
        findings.Add(Info, context, wanted, "2300/CLM02",
            Texts.Of($"The claim is above ${limit:N2}: split it into {parts:0}.{Shares(context, limit, parts)}"),
            context.Claim.ChargeText, new()
            {
                Text = Texts.Of($"CLAIM 1 OF {parts:0} in the text; ")
                    + (modifier is null ? "" : $"{modifier} on later claims; ") + "administration once",
            });
    }

    private static DrugLine? Slip(in RuleContext context)
    {
        foreach (var drug in context.DrugLines)
            if (ChargeFarFromPrice.IsFarAbove(context, drug)) return drug;
        return null;
    }

    // All but the largest line stay on the first claim; the largest is cut into equal shares, the first one smaller.
    private static string Shares(in RuleContext context, decimal limit, decimal parts)
    {
        decimal largest = 0;
        foreach (var drug in context.DrugLines)
            if (drug.Line.ChargeUsd is { } charge && charge > largest) largest = charge;
        var rest = context.Claim.ChargeUsd!.Value - largest;
        if (largest <= 0 || rest < 0 || rest >= limit || parts > 100) return "";
        var share = Rounding.CentsDown((largest + rest) / parts);
        var first = largest - (share * (parts - 1));
        if (first <= 0 || share > limit || first + rest > limit) return "";
        return Texts.Of($" The drug: ${first:N2} on the first, ${share:N2} on ")
            + (parts == 2 ? "the other." : "each other.");
    }
}
