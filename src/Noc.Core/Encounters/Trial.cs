
namespace Noc.Encounters;

/// <summary>The clinical trial that an encounter belongs to.</summary>
public sealed record Trial
{
    /// <summary>JSON pointer to it in its document; empty where it was not read from one.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Eight digits of the registry number, without NCT; empty where not given.</summary>
    public string Registry { get; init; } = "";

    /// <summary>True where the sponsor gives the drug; false where it is bought; null where not known.</summary>
    public bool? IsDrugFree { get; init; }
}
