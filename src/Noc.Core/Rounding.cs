namespace Noc;

/// <summary>The one place that rounds: money, prices, units, amounts. Half a step goes up, away from zero.</summary>
/// <remarks>Source: CMS practice as it shows in the payment limit files and remittances: limits to three decimals, a
/// line, its coinsurance and its sequestration to cents; totals are sums of rounded numbers.</remarks>
public static class Rounding
{
    /// <summary>US dollars to cents.</summary>
    public static decimal Cents(decimal usd) => decimal.Round(usd, 2, MidpointRounding.AwayFromZero);

    /// <summary>US dollars to cents, what is less than a cent left out: no part of a sum may exceed it.</summary>
    public static decimal CentsDown(decimal usd) => decimal.Round(usd, 2, MidpointRounding.ToZero);

    /// <summary>Units or an amount of drug to three decimals, as many as a claim takes.</summary>
    public static decimal Amount(decimal amount) => decimal.Round(amount, 3, MidpointRounding.AwayFromZero);

    /// <summary>An amount to a number of decimals that a payer asks for.</summary>
    public static decimal Amount(decimal amount, int decimals) =>
        decimal.Round(amount, decimals, MidpointRounding.AwayFromZero);

    /// <summary>To a whole number, such as units of a code that has no halves.</summary>
    public static decimal Whole(decimal value) => decimal.Round(value, MidpointRounding.AwayFromZero);

    /// <summary>A payment limit to a tenth of a cent.</summary>
    public static decimal Limit(decimal usd) => decimal.Round(usd, 3, MidpointRounding.AwayFromZero);

    /// <summary>A percentage to two decimals, for people; reckoning goes on with the unrounded one.</summary>
    public static decimal Percent(decimal percent) => decimal.Round(percent, 2, MidpointRounding.AwayFromZero);

    /// <summary>A percentage to three decimals, as margins over a price are quoted.</summary>
    public static decimal FinePercent(decimal percent) => decimal.Round(percent, 3, MidpointRounding.AwayFromZero);

    /// <summary>Drug or packages to six decimals, for people.</summary>
    public static decimal Quantity(decimal quantity) => decimal.Round(quantity, 6, MidpointRounding.AwayFromZero);
}
