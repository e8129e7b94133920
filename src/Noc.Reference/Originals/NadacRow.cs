using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>The average price that pharmacies paid for one NDC.</summary>
/// <remarks>Source: NADAC of data.medicaid.gov, as csv (mm/dd/yyyy) or API rows (ISO dates).</remarks>
public sealed record NadacRow
{
    /// <summary>Line of the file.</summary>
    public required long Line { get; init; }

    /// <summary>Name of the drug.</summary>
    public required string Description { get; init; }

    /// <summary>The NDC as written.</summary>
    public required string NdcText { get; init; }

    /// <summary>The eleven digits; null where the text is none.</summary>
    public Ndc11? Ndc { get; init; }

    /// <summary>US dollars per pricing unit; null where the cell is blank.</summary>
    public decimal? PerUnitUsd { get; init; }

    /// <summary>First day of the price.</summary>
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>ML, GM or EA.</summary>
    public string? PricingUnit { get; init; }

    /// <summary>C/I in all rows seen.</summary>
    public string? PharmacyType { get; init; }

    /// <summary>True for drugs without prescription; null where the cell is blank.</summary>
    public bool? IsOverTheCounter { get; init; }

    /// <summary>Numbers of explanation codes.</summary>
    public IReadOnlyList<string> ExplanationCodes { get; init; } = [];

    /// <summary>B brand, G generic, B-ANDA, B-BIO.</summary>
    public string? Classification { get; init; }

    /// <summary>Price of the corresponding generic drug in US dollars per unit; null where there is none.</summary>
    public decimal? GenericPerUnitUsd { get; init; }

    /// <summary>First day of that price.</summary>
    public DateOnly? GenericEffectiveDate { get; init; }

    /// <summary>The week's file that the row stands in.</summary>
    public DateOnly? AsOf { get; init; }
}
