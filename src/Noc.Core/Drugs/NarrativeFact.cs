namespace Noc.Drugs;

/// <summary>A fact that two texts of one line may tell differently.</summary>
public enum NarrativeFact
{
    /// <summary>The drug.</summary>
    Name,

    /// <summary>The amount given.</summary>
    Dose,

    /// <summary>The concentration, or what one container holds.</summary>
    Strength,

    /// <summary>The way it was given.</summary>
    Route,

    /// <summary>The National Drug Code.</summary>
    Ndc,

    /// <summary>The amount thrown away.</summary>
    Waste,

    /// <summary>The invoice or list price.</summary>
    Price,
}
