namespace Noc.Reference.Originals;

/// <summary>One product of the Orange Book.</summary>
/// <remarks>Source: products.txt of the FDA's Orange Book data files.</remarks>
public sealed record OrangeBookRow
{
    /// <summary>Line of the file.</summary>
    public required long Line { get; init; }

    /// <summary>Ingredients.</summary>
    public required IReadOnlyList<string> Ingredients { get; init; }

    /// <summary>Dosage form.</summary>
    public required string DosageForm { get; init; }

    /// <summary>Route; null where the file gives none.</summary>
    public string? Route { get; init; }

    /// <summary>Brand or trade name.</summary>
    public string? TradeName { get; init; }

    /// <summary>Short name of the applicant.</summary>
    public string? Applicant { get; init; }

    /// <summary>Strength without the remark.</summary>
    public string? Strength { get; init; }

    /// <summary>Remark between double asterisks behind the strength, such as a Federal Register finding.</summary>
    public string? Remark { get; init; }

    /// <summary>N new drug application, A abbreviated.</summary>
    public required string ApplicationType { get; init; }

    /// <summary>Six digits.</summary>
    public required string ApplicationNumber { get; init; }

    /// <summary>Three digits.</summary>
    public required string ProductNumber { get; init; }

    /// <summary>Therapeutic equivalence, such as AB2 or AP; null where none is given.</summary>
    public string? EquivalenceCode { get; init; }

    /// <summary>Day of approval; null for those approved before 1982.</summary>
    public DateOnly? ApprovalDate { get; init; }

    /// <summary>True where the file says "Approved Prior to Jan 1, 1982".</summary>
    public bool IsApprovedBefore1982 { get; init; }

    /// <summary>True for a reference listed drug.</summary>
    public bool? IsReferenceListed { get; init; }

    /// <summary>True for a reference standard.</summary>
    public bool? IsReferenceStandard { get; init; }

    /// <summary>RX, OTC or DISCN.</summary>
    public string? Type { get; init; }

    /// <summary>Full name of the applicant.</summary>
    public string? ApplicantFullName { get; init; }
}
