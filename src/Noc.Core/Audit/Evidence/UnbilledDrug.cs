using Noc.Encounters;

namespace Noc.Audit.Evidence;

/// <summary>A drug that was given and that no claim of the run bills.</summary>
/// <param name="Item">Its encounter.</param>
/// <param name="Given">The administration.</param>
/// <param name="CostUsd">What the drug cost by the invoice, US dollars; null where invoice or containers do not tell.
/// </param>
/// <param name="Payer">Name of the payer; empty where not known.</param>
/// <param name="SendBy">Last day by which it is safe to send a claim; null where the payer is not known.</param>
/// <param name="HasClaim">True where a claim of the run bills other things of the visit.</param>
public sealed record UnbilledDrug(
    EvidenceItem Item, Administration Given, decimal? CostUsd, string Payer, DateOnly? SendBy, bool HasClaim)
{
    /// <summary>True where nobody told the payer's own window: the day is that of the shortest common one.</summary>
    public bool IsCommonLimit { get; init; }
}
