
namespace Noc.Pricing;

/// <summary>The expected payment of a line, or the reason there is none.</summary>
public abstract record Price
{
    private Price() { }   // closed: these two cases are all there are

    /// <summary>A price.</summary>
    /// <param name="Money">Allowed amount and how it falls on payer and patient.</param>
    /// <param name="Basis">Where it comes from.</param>
    public sealed record Priced(Settlement Money, PriceBasis Basis) : Price
    {
        /// <summary>What the drug of the line cost in US dollars; null where not known.</summary>
        public decimal? CostUsd { get; init; }

        /// <summary>What the provider keeps less what the drug cost; null where the cost is not known.</summary>
        public decimal? MarginUsd => CostUsd is { } cost ? Money.ProviderKeepsUsd - cost : null;
    }

    /// <summary>No price.</summary>
    /// <param name="Reason">Why not.</param>
    /// <param name="Remedy">What would price it.</param>
    public sealed record NotPriced(string Reason, string Remedy) : Price;
}
