namespace Noc.App.WriteNarratives;

/// <summary>What <c>noc narrative</c> was asked for. Texts as typed; null where left out.</summary>
public sealed record NarrativeOptions
{
    /// <summary>Id of a policy or of a payer of the directory, or a payer's name.</summary>
    public required string Payer { get; init; }

    /// <summary>A text to rewrite; what the other options say comes first.</summary>
    public string? Text { get; init; }

    /// <summary>The drug.</summary>
    public string? Drug { get; init; }

    /// <summary>Dose, such as 150MG.</summary>
    public string? Dose { get; init; }

    /// <summary>Route, such as IV.</summary>
    public string? Route { get; init; }

    /// <summary>Strength, such as 50MG/ML.</summary>
    public string? Strength { get; init; }

    /// <summary>NDC in any spelling.</summary>
    public string? Ndc { get; init; }

    /// <summary>Unit and quantity of the NDC, such as ML3.</summary>
    public string? NdcQuantity { get; init; }

    /// <summary>Waste, such as 50MG, or none.</summary>
    public string? Waste { get; init; }

    /// <summary>Invoice price in US dollars.</summary>
    public decimal? Price { get; init; }

    /// <summary>Who made it.</summary>
    public string? Maker { get; init; }

    /// <summary>SDV, MDV, PFS and so on.</summary>
    public string? Container { get; init; }

    /// <summary>X1, Q4W and so on.</summary>
    public string? Frequency { get; init; }

    /// <summary>Billed units, for the unit map.</summary>
    public decimal? Units { get; init; }

    /// <summary>The HCPCS code.</summary>
    public string Code { get; init; } = "J3490";

    /// <summary>Date of service.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>True where nobody said the day: that of the text comes before it.</summary>
    public bool IsDayAssumed { get; init; }

    /// <summary>Two letters of the state; empty where not said.</summary>
    public string State { get; init; } = "";

    /// <summary>True for an institutional claim.</summary>
    public bool IsInstitutional { get; init; }

    /// <summary>True where a pharmacy made the drug.</summary>
    public bool IsCompound { get; init; }
}
