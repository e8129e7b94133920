namespace Noc.Coding;

/// <summary>A single-dose container that can be had.</summary>
/// <param name="Amount">The labelled amount of drug, in the unit of the dose; overfill is not counted.</param>
/// <param name="CostUsd">What one costs; null where not known, then cost decides nothing.</param>
public readonly record struct VialSize(decimal Amount, decimal? CostUsd = null);
