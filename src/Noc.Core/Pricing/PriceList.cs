using Noc.Drugs;

namespace Noc.Pricing;

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
