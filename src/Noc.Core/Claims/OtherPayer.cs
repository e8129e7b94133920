namespace Noc.Claims;

/// <summary>Another payer of the claim: loop 2320 with 2330B.</summary>
public sealed class OtherPayer
{
    /// <summary>SBR01 of loop 2320.</summary>
    public Field Sequence { get; init; }

    /// <summary>SBR09 of loop 2320.</summary>
    public Field FilingIndicator { get; init; }

    /// <summary>NM103 of loop 2330B.</summary>
    public Field Name { get; init; }

    /// <summary>NM109 of loop 2330B.</summary>
    public Field Id { get; init; }

    /// <summary>AMT*D: what this payer paid, US dollars.</summary>
    public Field PaidUsd { get; init; }

    /// <summary>The day of its decision, DTP*573 of loop 2330B; null where not told.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>The claim-level CAS triples of loop 2320.</summary>
    public Items<Adjustment> Adjustments { get; init; } = [];
}
