
namespace Noc.Encounters;

/// <summary>A payer of an encounter.</summary>
public sealed record EncounterPayer
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its id as claims carry it (NM109); empty where not known.</summary>
    public string Id { get; init; } = "";

    /// <summary>Claim filing indicator (SBR09), such as MB; empty where not known.</summary>
    public string Filing { get; init; } = "";

    /// <summary>primary, secondary or tertiary.</summary>
    public string Order { get; init; } = "primary";
}
