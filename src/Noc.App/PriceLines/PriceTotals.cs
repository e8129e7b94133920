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
        var sums = default(PriceTotals);
        foreach (var one in lines) sums = sums.With(one);
        return sums;
    }

    /// <summary>The sums with one line more.</summary>
    public PriceTotals With(PricedLine one)
    {
        var sums = this with
        {
            Lines = Lines + 1,
            ChargeUsd = ChargeUsd + (one.Line.ChargeUsd is { } usd and < 1e12m ? usd : 0),
        };
        if (one.Price is not Price.Priced priced) return sums;
        sums = sums with { Priced = sums.Priced + 1, Money = sums.Money + priced.Money };
        return priced.CostUsd is not { } cost ? sums : sums with
        {
            Costed = sums.Costed + 1, CostUsd = sums.CostUsd + cost,
            MarginUsd = sums.MarginUsd + priced.MarginUsd!.Value,
        };
    }

    /// <summary>Both together.</summary>
    public static PriceTotals operator +(PriceTotals one, PriceTotals other) => new(
        one.Lines + other.Lines, one.Priced + other.Priced, one.Money + other.Money, one.Costed + other.Costed,
        one.CostUsd + other.CostUsd, one.MarginUsd + other.MarginUsd, one.ChargeUsd + other.ChargeUsd);
}
