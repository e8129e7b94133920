using Noc.Drugs;

namespace Noc.Encounters;

/// <summary>What is known of a product beside the reference tables.</summary>
public sealed record ProductFacts
{
    /// <summary>JSON pointer to it in its document; empty where it was not read from one.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Its NDC; none where not given.</summary>
    public Ndc11 Ndc { get; init; }

    /// <summary>Brand or name.</summary>
    public required string Name { get; init; }

    /// <summary>Ingredient; empty where not given.</summary>
    public string Ingredient { get; init; } = "";

    /// <summary>Strength as on the label, such as 50 mg/mL; empty where not given.</summary>
    public string Strength { get; init; } = "";

    /// <summary>Labeler; empty where not given.</summary>
    public string Labeler { get; init; } = "";

    /// <summary>NDA, BLA, ANDA, unapproved ...; empty where not given.</summary>
    public string Pathway { get; init; } = "";

    /// <summary>Number of the application; empty where not given.</summary>
    public string Application { get; init; } = "";

    /// <summary>Day of approval; null where not given.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>Uses of the label, in words; empty where not given.</summary>
    public string Indications { get; init; } = "";
}

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

/// <summary>A document that supports the claim.</summary>
public sealed record Attachment
{
    /// <summary>JSON pointer to it in its document; empty where it was not read from one.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>What it is: invoice, order, note, record, approval, lab, authorization, other.</summary>
    public required string Kind { get; init; }

    /// <summary>Its date; null where not given.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Attachment control number (PWK06); empty where it has none.</summary>
    public string Control { get; init; } = "";
}

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
