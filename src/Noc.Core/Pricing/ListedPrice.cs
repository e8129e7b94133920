using System.Globalization;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Pricing;

/// <summary>A price that the user brings: of an amount of one NDC, for some days.</summary>
/// <param name="Ndc">The NDC.</param>
/// <param name="Days">The days.</param>
/// <param name="PriceUsd">US dollars for <paramref name="Quantity"/>.</param>
/// <param name="Quantity">How much of the NDC's unit the price is for; always above zero.</param>
/// <param name="Unit">UN, ML, GR, F2 or ME.</param>
public readonly record struct ListedPrice(Ndc11 Ndc, Days Days, decimal PriceUsd, decimal Quantity, string Unit)
{
    /// <summary>US dollars for one unit, not rounded.</summary>
    public decimal UnitUsd => PriceUsd / Quantity;

    /// <summary>The row as it is shown with a price.</summary>
    public string Row(string list) => string.Create(CultureInfo.InvariantCulture,
        $"{list} {Ndc.Hyphenated} {Days}: ${PriceUsd:#,##0.00####} for {Quantity:0.######} {Unit}");
}
