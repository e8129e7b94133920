using Noc.Drugs;

namespace Noc.Encounters;

/// <summary>An authorization of a payer.</summary>
public sealed record Authorization
{
    /// <summary>JSON pointer to it in its document; empty where it was not read from one.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Its number; never empty.</summary>
    public required string Number { get; init; }

    /// <summary>Name of the drug; empty where it names none.</summary>
    public string Drug { get; init; } = "";

    /// <summary>The code it names; none where it names none.</summary>
    public HcpcsCode Code { get; init; }

    /// <summary>First day; null for no beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day; null for no end.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Units, or visits, that it allows; null where it does not count.</summary>
    public decimal? Units { get; init; }

    /// <summary>Units used before this encounter; null where not known.</summary>
    public decimal? UnitsUsed { get; init; }

    /// <summary>Highest total in US dollars; null for none.</summary>
    public decimal? LimitUsd { get; init; }
}
