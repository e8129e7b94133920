namespace Noc.Pricing;

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
