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
