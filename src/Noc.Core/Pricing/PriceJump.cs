namespace Noc.Pricing;

/// <summary>Published data hold errors: a price that stands far from its neighbours is used, and said.</summary>
/// <remarks>Such as the OPPS rate of J9329 in its first quarter, ten times that of the next.</remarks>
internal static class PriceJump
{
    private const int Times = 3;

    /// <summary>Flags a price that is three times its neighbours, or a third, on all sides that are known.</summary>
    /// <param name="work">The line.</param>
    /// <param name="what">What the price is.</param>
    /// <param name="price">The price.</param>
    /// <param name="before">The one before; null where there is none.</param>
    /// <param name="after">The one after; null where there is none.</param>
    public static void Check(Reckoning work, string what, decimal price, decimal? before, decimal? after)
    {
        if (IsNear(price, before) || IsNear(price, after) || (after ?? before) is not (> 0 and var other)) return;
        work.Flag("price-jump", $"The published {what}, ${price:0.000###}, is far from ${other:0.000###} of a "
            + $"neighbouring quarter. It is used; look for a corrected file.");
    }

    private static bool IsNear(decimal price, decimal? other) =>
        other is > 0 and var near && price < Times * near && price * Times > near;
}
