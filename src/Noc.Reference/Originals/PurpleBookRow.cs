namespace Noc.Reference.Originals;

/// <summary>One presentation of a licensed biological product.</summary>
/// <remarks>Source: monthly Purple Book download of the FDA. Dates have years of two digits; a year that would lie
/// in the future of an approval belongs to the century before. Blanks are null.</remarks>
public sealed record PurpleBookRow
{
    /// <summary>Line of the file.</summary>
    public required long Line { get; init; }

    /// <summary>N new, R added, U updated in this release; null for the others.</summary>
    public string? Change { get; init; }

    /// <summary>License holder.</summary>
    public string? Applicant { get; init; }

    /// <summary>Number of the license application, such as 761118.</summary>
    public required string BlaNumber { get; init; }

    /// <summary>Brand name or names.</summary>
    public string? ProprietaryName { get; init; }

    /// <summary>Proper name, with the suffix of four letters where there is one.</summary>
    public required string ProperName { get; init; }

    /// <summary>351(a), 351(k) Biosimilar or 351(k) Interchangeable.</summary>
    public string? LicenseType { get; init; }

    /// <summary>Strength as written.</summary>
    public string? Strength { get; init; }

    /// <summary>Dosage form.</summary>
    public string? DosageForm { get; init; }

    /// <summary>Route of administration.</summary>
    public string? Route { get; init; }

    /// <summary>Presentation, such as Single-Dose Vial.</summary>
    public string? Presentation { get; init; }

    /// <summary>Rx, OTC or Disc.</summary>
    public string? MarketingStatus { get; init; }

    /// <summary>Licensed, Voluntarily Revoked ...</summary>
    public string? Licensure { get; init; }

    /// <summary>Day of approval.</summary>
    public DateOnly? ApprovalDate { get; init; }

    /// <summary>Proper name of the reference product of a biosimilar.</summary>
    public string? ReferenceProperName { get; init; }

    /// <summary>Brand name of the reference product of a biosimilar.</summary>
    public string? ReferenceProprietaryName { get; init; }

    /// <summary>Product number in the application, three digits.</summary>
    public string? ProductNumber { get; init; }

    /// <summary>CDER or CBER.</summary>
    public string? Center { get; init; }

    /// <summary>Day of first licensure.</summary>
    public DateOnly? FirstLicensure { get; init; }
}
