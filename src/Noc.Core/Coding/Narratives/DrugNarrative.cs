using Noc.Drugs;

namespace Noc.Coding;

/// <summary>What the text of a drug line shall tell. Absent facts are not told, or left to a person where the payer
/// asks for them.</summary>
public sealed record DrugNarrative
{
    /// <summary>The drug; brand and ingredient as <c>BRAND (INGREDIENT)</c>. Empty where not known.</summary>
    public string Name { get; init; } = "";

    /// <summary>Ingredients of a compound; empty for a plain drug.</summary>
    public IReadOnlyList<NarrativeIngredient> Ingredients { get; init; } = [];

    /// <summary>True where a pharmacy made it.</summary>
    public bool IsCompound { get; init; }

    /// <summary>Strength of the product, such as 50MG/ML; empty where not known.</summary>
    public string Strength { get; init; } = "";

    /// <summary>All that was given; <c>default</c> where not known.</summary>
    public Amount Dose { get; init; }

    /// <summary>Amounts of the further ingredients of one product, as the 12 MG of 400MG/12MG; empty where it has one.
    /// </summary>
    public IReadOnlyList<Amount> MoreDoses { get; init; } = [];

    /// <summary>IV, SC, IM and so on; empty where not known.</summary>
    public string Route { get; init; } = "";

    /// <summary>The NDC; <c>default</c> where not known.</summary>
    public Ndc11 Ndc { get; init; }

    /// <summary>UN, ML, GR, F2 or ME; empty where not known. For shaded lines and form locator 43.</summary>
    public string NdcUnit { get; init; } = "";

    /// <summary>Quantity in that unit; null where not known.</summary>
    public decimal? NdcQuantity { get; init; }

    /// <summary>SDV, MDV, PFS and so on; empty where not known.</summary>
    public string Container { get; init; } = "";

    /// <summary>How many of them; null where not known.</summary>
    public decimal? Containers { get; init; }

    /// <summary>What was thrown away; zero where nothing was, <c>default</c> where not known.</summary>
    public Amount Waste { get; init; }

    /// <summary>True where the payer takes waste in the text alone, so that it is told even where nobody asks for it.
    /// </summary>
    public bool IsWasteInTextOnly { get; init; }

    /// <summary>Invoice or list price in US dollars; null where not known.</summary>
    public decimal? PriceUsd { get; init; }

    /// <summary>What stands in front of the price where the payer has no words of its own.</summary>
    public string PriceLabel { get; init; } = "INV. $";

    /// <summary>ONCE, X2, Q4W and so on; empty where not known.</summary>
    public string Frequency { get; init; } = "";

    /// <summary>Day on which it was given; null where it shall not be told.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Who made the drug; empty where not known.</summary>
    public string Manufacturer { get; init; } = "";

    /// <summary>The maker's number of the product; empty where not known.</summary>
    public string ProductNumber { get; init; } = "";

    /// <summary>Billed units, for what one stands for; null where that shall not be told.</summary>
    public decimal? BilledUnits { get; init; }

    /// <summary>The patient's weight in kilograms; null where not known.</summary>
    public decimal? WeightKg { get; init; }

    /// <summary>Diagnosis code; empty where not known.</summary>
    public string Diagnosis { get; init; } = "";

    /// <summary>Which part of a split claim this is, and of how many; zeros where it is whole.</summary>
    public (int Part, int Parts) Split { get; init; }
}
