using System.Globalization;

namespace Noc.Coding;

/// <summary>An NDC quantity as a payer wants it on paper, in the shaded part of item 24.</summary>
/// <remarks>Source: the payer's policy (ndc.quantity-format); Medi-Cal wants seven whole digits and three decimals
/// without a point.</remarks>
public static class PaperQuantity
{
    /// <summary>Unit and quantity, such as ML3, or ML0000003000 by implied decimals.</summary>
    /// <param name="unit">UN, ML, GR, F2 or ME.</param>
    /// <param name="quantity">In that unit, positive.</param>
    /// <param name="format">Word of the policy key; empty for a plain number.</param>
    public static string Write(string unit, decimal quantity, string format) => unit + format switch
    {
        "implied-7-3" => Rounding.Whole(quantity * 1000)
            .ToString("0000000000", CultureInfo.InvariantCulture),
        "decimals-2" => quantity.ToString("0.##", CultureInfo.InvariantCulture),
        _ => quantity.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
