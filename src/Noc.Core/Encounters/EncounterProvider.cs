
namespace Noc.Encounters;

/// <summary>A provider of an encounter.</summary>
public sealed record EncounterProvider
{
    /// <summary>Name of the person or organisation.</summary>
    public string Name { get; init; } = "";

    /// <summary>Ten digits; empty where not given.</summary>
    public string Npi { get; init; } = "";

    /// <summary>Taxonomy code; empty where not given.</summary>
    public string Taxonomy { get; init; } = "";

    /// <summary>Two letters; empty where not given.</summary>
    public string State { get; init; } = "";

    /// <summary>Five or nine digits; empty where not given.</summary>
    public string Zip { get; init; } = "";
}
