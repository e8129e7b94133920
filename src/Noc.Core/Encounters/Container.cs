using Noc.Drugs;

namespace Noc.Encounters;

/// <summary>A container opened for an administration.</summary>
public sealed record Container
{
    /// <summary>Its NDC; none where not recorded.</summary>
    public Ndc11 Ndc { get; init; }

    /// <summary>How many; one where left out, 0 where what is recorded cannot be.</summary>
    public int Count { get; init; } = 1;

    /// <summary>What one holds by its label; none where not recorded.</summary>
    public Amount Holds { get; init; }

    /// <summary>Lot; empty where not recorded.</summary>
    public string Lot { get; init; } = "";

    /// <summary>Last day on which it may be used; null where not recorded.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>True for a single-dose container, false for another; null where not recorded.</summary>
    public bool? IsSingleDose { get; init; }
}
