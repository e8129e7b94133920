using Noc.Pricing;

namespace Noc.App.PriceLines;

/// <summary>Sums over lines: of rounded numbers, never reckoned anew.</summary>
/// <param name="Lines">How many lines.</param>
/// <param name="Priced">How many have a price.</param>
/// <param name="Money">The sums of those.</param>
/// <param name="Costed">How many of those have a drug cost.</param>
/// <param name="CostUsd">Their cost.</param>
/// <param name="MarginUsd">Their margin.</param>
/// <param name="ChargeUsd">Charges of all lines.</param>
internal readonly record struct PriceTotals(
    int Lines, int Priced, Settlement Money, int Costed, decimal CostUsd, decimal MarginUsd, decimal ChargeUsd)
{
    /// <summary>Adds up.</summary>
    public static PriceTotals Of(IReadOnlyList<PricedLine> lines)
    {
        var sums = new PriceTotals { Lines = lines.Count };
        foreach (var one in lines)
        {
            sums = sums with { ChargeUsd = sums.ChargeUsd + (one.Line.ChargeUsd is { } usd and < 1e12m ? usd : 0) };
            if (one.Price is not Price.Priced priced) continue;
            sums = sums with { Priced = sums.Priced + 1, Money = sums.Money + priced.Money };
            if (priced.CostUsd is { } cost)
                sums = sums with
                {
                    Costed = sums.Costed + 1, CostUsd = sums.CostUsd + cost,
                    MarginUsd = sums.MarginUsd + priced.MarginUsd!.Value,
                };
        }
        return sums;
    }
}
