namespace Noc.Coding;

/// <summary>The containers that are opened for a dose.</summary>
/// <param name="Vials">Labelled amount of each, largest first.</param>
/// <param name="Total">Their sum, in the unit of the dose.</param>
/// <param name="CostUsd">What they cost together; null where a cost is not known.</param>
public sealed record VialCombination(IReadOnlyList<decimal> Vials, decimal Total, decimal? CostUsd)
{
    /// <summary>What is left of them after a dose, in its unit.</summary>
    public decimal Discarded(decimal dose) => Math.Max(0, Total - dose);
}
