namespace Noc.Reference.Originals;

/// <summary>One product of the FDA's NDC directory.</summary>
/// <remarks>Source: product.txt of ndctext.zip. Blank cells are null or empty lists; dates that are not known
/// are null.</remarks>
public sealed record NdcProductRow
{
    /// <summary>Line of the file.</summary>
    public required long Line { get; init; }

    /// <summary>Key of the row in the file; null in rebuilt files.</summary>
    public string? ProductId { get; init; }

    /// <summary>Labeler and product with a hyphen, as written; with letters in a few rows.</summary>
    public required string ProductNdc { get; init; }

    /// <summary>The nine digits of labeler and product in 5-4 form; null where letters stand in the code.</summary>
    public string? Labeler5Product4 { get; init; }

    /// <summary>Type, such as HUMAN PRESCRIPTION DRUG.</summary>
    public string? ProductType { get; init; }

    /// <summary>Brand or trade name.</summary>
    public string? ProprietaryName { get; init; }

    /// <summary>Suffix of the name, such as XR.</summary>
    public string? NameSuffix { get; init; }

    /// <summary>Generic names as written.</summary>
    public string? NonproprietaryName { get; init; }

    /// <summary>Dosage form, such as INJECTION, SOLUTION.</summary>
    public string? DosageForm { get; init; }

    /// <summary>Routes, such as INTRAVENOUS.</summary>
    public IReadOnlyList<string> Routes { get; init; } = [];

    /// <summary>First day of marketing.</summary>
    public DateOnly? MarketingStart { get; init; }

    /// <summary>Last day of marketing; null while it goes on.</summary>
    public DateOnly? MarketingEnd { get; init; }

    /// <summary>Category, such as NDA, BLA or UNAPPROVED DRUG OTHER.</summary>
    public string? MarketingCategory { get; init; }

    /// <summary>Application, such as NDA202008.</summary>
    public string? ApplicationNumber { get; init; }

    /// <summary>Name of the labeler.</summary>
    public string? LabelerName { get; init; }

    /// <summary>Active ingredients; strengths stay null where the lists of the row differ in length.</summary>
    public IReadOnlyList<NdcIngredient> Ingredients { get; init; } = [];

    /// <summary>Pharmacological classes as written.</summary>
    public string? PharmacologicalClasses { get; init; }

    /// <summary>DEA schedule, such as CII.</summary>
    public string? DeaSchedule { get; init; }

    /// <summary>NDC_EXCLUDE_FLAG: E expired, U unfinished, I inactive, N in the directory; null in old files.</summary>
    public string? ExcludeFlag { get; init; }

    /// <summary>The listing is certified through this day.</summary>
    public DateOnly? CertifiedThrough { get; init; }
}
