using Noc.Drugs;

namespace Noc.Encounters;

/// <summary>One line of a purchase invoice.</summary>
public sealed record InvoiceLine
{
    /// <summary>JSON pointer to it in its document; empty where it was not read from one.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Number of the invoice; empty where not given.</summary>
    public string Number { get; init; } = "";

    /// <summary>Its date; null where not given.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>What was bought, as written.</summary>
    public string Drug { get; init; } = "";

    /// <summary>Its NDC; none where not given.</summary>
    public Ndc11 Ndc { get; init; }

    /// <summary>Its lot; empty where not given.</summary>
    public string Lot { get; init; } = "";

    /// <summary>How many packages.</summary>
    public decimal Quantity { get; init; } = 1;

    /// <summary>US dollars a package, before discount; null where not given.</summary>
    public decimal? UnitCostUsd { get; init; }

    /// <summary>US dollars off the line; zero where none is given.</summary>
    public decimal DiscountUsd { get; init; }

    /// <summary>US dollars a package after discount; null where the price is not known, nothing was bought, or a number
    /// is far beyond any purchase.</summary>
    public decimal? NetUnitUsd => UnitCostUsd is { } cost and <= 1e12m && DiscountUsd <= 1e12m && Quantity >= 0.000001m
        ? cost - DiscountUsd / Quantity : null;
}
