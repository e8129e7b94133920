namespace Noc.Claims;

/// <summary>What another payer said about a line: SVD with its CAS.</summary>
/// <param name="PayerId">SVD01.</param>
/// <param name="PaidUsd">SVD02.</param>
/// <param name="Adjustments">The CAS triples behind it.</param>
public sealed record LineAdjudication(Field PayerId, Field PaidUsd, Items<Adjustment> Adjustments)
{
    /// <summary>The day of its decision, DTP*573 of loop 2430; null where not told.</summary>
    public DateOnly? DecidedOn { get; init; }
}
