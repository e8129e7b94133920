using Noc.Payers;

namespace Noc.Audit.Rules.Charges;

/// <summary>CHG002 claim-over-limit: a Medicare Part B claim is above $99,999.99.</summary>
/// <remarks>
/// <para>Why it matters: the contractors' system takes no larger claim; it is rejected.</para>
/// <para>What to do: split the charge of the drug over as many claims as the finding says, CLAIM 1 OF 2 and so on in
/// the text, the modifier for repeats on the later ones, the administration on the first only. An unclassified code
/// keeps one unit on each, with the dose of that claim; units of another code are divided. Nobody says how to divide
/// one unit that is dearer than a claim may be: ask the contractor.</para>
/// <para>Source: Medicare contractors, claim total limit.</para>
/// <para>Silent when: the claim is institutional or the payer is not Medicare Part B. Where the charge of a line is far
/// above the drug's price (CHG004), the decimal point comes first and no split is reckoned.</para>
/// </remarks>
public static class ClaimOverLimit
{
    private const decimal MostParts = 100, MostUnits = 1e9m, Cent = 0.01m;

    private const string Alike = " Change totals that are alike by a cent: they look like duplicates.";

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
        var (parts, shares) = Split(context, total, limit);
        var modifier = context.Wants(PolicyKeys.ClaimSplitModifier)?.Value.Word;
        if (parts == 0)
        {
            findings.Add(Info, context, wanted, "2300/CLM02",
                Texts.Of($"The claim is above ${limit:N2}.{shares}"), context.Claim.ChargeText);
            return;
        }
        findings.Add(Info, context, wanted, "2300/CLM02",
            Texts.Of($"The claim is above ${limit:N2}: split it into {parts:0}.{shares}"),
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
    private static (decimal Parts, string Shares) Split(in RuleContext context, decimal total, decimal limit)
    {
        var parts = decimal.Ceiling(total / limit);
        DrugLine? largest = null;
        foreach (var drug in context.DrugLines)
            if (drug.Line.ChargeUsd > (largest?.Line.ChargeUsd ?? 0)) largest = drug;
        var charge = largest?.Line.ChargeUsd ?? 0;
        var rest = total - charge;
        if (largest is null || rest < 0 || rest >= limit || parts > MostParts) return (parts, "");
        if (!largest.IsUnclassified && largest.Line.BilledUnits is > 0 and <= MostUnits and var units
            && units == decimal.Truncate(units)) return ByUnits(largest, units, rest, limit, parts);
        var share = Rounding.CentsDown(total / parts);
        var first = charge - (share * (parts - 1));
        if (parts == 2 && first + rest == share) (first, share) = (first + Cent, share - Cent);
        return (parts, first <= 0 || share > limit || first + rest > limit ? ""
            : Texts.Of($" The drug: ${first:N2} on the first, ${share:N2} on ") + Others(parts)
                + (parts > 2 ? Alike : ""));
    }

    // Charges follow the units, or a unit costs more on one claim than on the other. No parts where none helps.
    private static (decimal Parts, string Shares) ByUnits(
        DrugLine drug, decimal units, decimal rest, decimal limit, decimal parts)
    {
        var charge = drug.Line.ChargeUsd!.Value;
        var each = charge / units;
        var (mostFirst, most) = (decimal.Floor((limit - rest) / each), decimal.Floor(limit / each));
        if (most < 1)
            return (0, Texts.Of($" One unit of {drug.Line.Code} is ${each:N2}, more than a claim may be, and no ")
                + "contractor says how a unit is divided: ask it before you send.");
        if (mostFirst < 1) return (parts, "");
        parts = Math.Max(parts, 1 + decimal.Ceiling((units - mostFirst) / most));
        if (parts > MostParts) return (parts, "");
        var other = Math.Min(most, decimal.Ceiling((units - Math.Min(mostFirst, decimal.Floor(units / parts)))
            / (parts - 1)));
        var first = units - (other * (parts - 1));
        // The first claim takes what whole shares of the others leave, at least one unit.
        if (first < 1 || first > mostFirst) return (parts, "");
        var share = Rounding.Cents(each * other);
        var left = charge - (share * (parts - 1));
        return (parts, Texts.Of($" The drug: {first:0} unit{(first == 1 ? "" : "s")} for ${left:N2} on the first, ")
            + Texts.Of($"{other:0} for ${share:N2} on ") + Others(parts)
            + (left + rest == share || parts > 2 ? Alike : ""));
    }

    private static string Others(decimal parts) => parts == 2 ? "the other." : "each other.";
}
