using Noc.Drugs;

namespace Noc.Encounters;

/// <summary>An order for a drug.</summary>
public sealed record DrugOrder
{
    /// <summary>JSON pointer to it in its document; empty where it was not read from one.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Its number; empty where it has none.</summary>
    public string Id { get; init; } = "";

    /// <summary>Name of the drug as ordered.</summary>
    public required string Drug { get; init; }

    /// <summary>Dose ordered; none where not recorded.</summary>
    public Amount Dose { get; init; }

    /// <summary>Dose ordered for each kilogram of body weight; none where it does not depend on weight.</summary>
    public Amount DosePerKg { get; init; }

    /// <summary>Route ordered; empty where not recorded.</summary>
    public string Route { get; init; } = "";

    /// <summary>Day of the order; null where not recorded.</summary>
    public DateOnly? OrderedOn { get; init; }

    /// <summary>Day of the signature; null where it is not signed.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>First day on which it may be carried out; null for the day of the order.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day on which it may be carried out; null for no end.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Who signed; empty where nobody did.</summary>
    public string Signer { get; init; } = "";
}
