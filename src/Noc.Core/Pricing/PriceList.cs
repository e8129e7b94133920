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

/// <summary>Prices by NDC and day, such as wholesale acquisition costs: the user's own, as none is shipped.</summary>
public sealed class PriceList
{
    private readonly Dictionary<Ndc11, List<ListedPrice>> _prices = [];

    /// <summary>No prices.</summary>
    public static PriceList Empty { get; } = new([]);

    /// <summary>Keeps prices by NDC.</summary>
    public PriceList(IEnumerable<ListedPrice> prices)
    {
        foreach (var price in prices)
        {
            if (!_prices.TryGetValue(price.Ndc, out var known)) _prices[price.Ndc] = known = [];
            known.Add(price);
        }
    }

    /// <summary>How many NDCs have prices.</summary>
    public int Count => _prices.Count;

    /// <summary>The price for a day, the latest to begin where several do; null where there is none.</summary>
    public ListedPrice? Of(Ndc11 ndc, DateOnly day)
    {
        if (ndc.IsNone || !_prices.TryGetValue(ndc, out var prices)) return null;
        ListedPrice? best = null;
        foreach (var price in prices)
            if (price.Days.Include(day) && (best is not { } known || (price.Days.From ?? DateOnly.MinValue)
                >= (known.Days.From ?? DateOnly.MinValue))) best = price;
        return best;
    }
}

/// <summary>Lists and contracts that the user brings.</summary>
public sealed record PriceInputs
{
    /// <summary>Nothing brought.</summary>
    public static PriceInputs None { get; } = new();

    /// <summary>Wholesale acquisition costs.</summary>
    public PriceList Wac { get; init; } = PriceList.Empty;

    /// <summary>Average wholesale prices.</summary>
    public PriceList Awp { get; init; } = PriceList.Empty;

    /// <summary>What the provider paid.</summary>
    public PriceList Cost { get; init; } = PriceList.Empty;

    /// <summary>Contracts, the first that fits counts.</summary>
    public IReadOnlyList<Contract> Contracts { get; init; } = [];

    /// <summary>Medicaid's professional fee in US dollars a line; null where not told: none is added.</summary>
    public decimal? DispensingFeeUsd { get; init; }
}
