
namespace Noc.Administrations;

/// <summary>The administration codes of a visit.</summary>
public sealed record VisitCodes
{
    /// <summary>The visit.</summary>
    public required Visit Visit { get; init; }

    /// <summary>The lines, by code; the same code with other modifiers is a line of its own.</summary>
    public required IReadOnlyList<CodedService> Services { get; init; }

    /// <summary>What each event became, in order of their starts; those without one come last.</summary>
    public required IReadOnlyList<EventOutcome> Events { get; init; }

    /// <summary>What somebody should look at in the visit as a whole.</summary>
    public required IReadOnlyList<AdministrationFlag> Flags { get; init; }

    /// <summary>Whether an initial service into a vein is among them.</summary>
    public bool HasInitial => Services.Any(static service => InfusionCodes.RankOf(service.Code) >= 0);
}
