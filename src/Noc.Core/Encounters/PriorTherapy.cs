
namespace Noc.Encounters;

/// <summary>A therapy tried before.</summary>
public sealed record PriorTherapy
{
    /// <summary>JSON pointer to it in its document; empty where it was not read from one.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Name of the drug.</summary>
    public required string Drug { get; init; }

    /// <summary>First day; null where not given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; null where not given.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How it ended, in words of the record; empty where not given.</summary>
    public string Outcome { get; init; } = "";
}
