
namespace Noc.Administrations;

/// <summary>What one event became.</summary>
public sealed record EventOutcome
{
    /// <summary>The event.</summary>
    public required DrugEvent Event { get; init; }

    /// <summary>Its codes; empty where it is not reported.</summary>
    public required IReadOnlyList<EventCode> Codes { get; init; }

    /// <summary>Why it is not reported; null where it is.</summary>
    public required NotReported? Reason { get; init; }

    /// <summary>The reasoning, in sentences.</summary>
    public required string Why { get; init; }

    /// <summary>How sure it is.</summary>
    public required CodingBasis Basis { get; init; }

    /// <summary>Minutes that count: of a fluid those beside no drug. Null where it is not timed.</summary>
    public required int? CountedMinutes { get; init; }

    /// <summary>What somebody should look at.</summary>
    public required IReadOnlyList<AdministrationFlag> Flags { get; init; }
}
