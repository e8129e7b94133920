using Noc.Drugs;

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

/// <summary>One NDC of a manufacturer who pays Medicaid rebates, in one quarter.</summary>
/// <remarks>Source: "Drug products in the Medicaid Drug Rebate Program", data.medicaid.gov, and its data
/// definitions. No file was at hand when this was written: the columns are those of the public documentation.
/// </remarks>
public sealed record MedicaidRebateRow
{
    /// <summary>Line of the file.</summary>
    public required long Line { get; init; }

    /// <summary>The quarter that the row is of; null in the weekly files of new drugs.</summary>
    public Period? Quarter { get; init; }

    /// <summary>Name of the labeler in the rebate agreement.</summary>
    public string? LabelerName { get; init; }

    /// <summary>Labeler, product and package code, put together where the file gives only the parts.</summary>
    public required string NdcText { get; init; }

    /// <summary>The eleven digits; null where the text is none.</summary>
    public Ndc11? Ndc { get; init; }

    /// <summary>S single source, I innovator multiple source, N non-innovator multiple source.</summary>
    public string? DrugCategory { get; init; }

    /// <summary>1 prescription, 2 over the counter.</summary>
    public string? DrugType { get; init; }

    /// <summary>Old files: DESI rating, 2 to 6; null from 2014 on.</summary>
    public string? DesiIndicator { get; init; }

    /// <summary>Covered outpatient drug status, two digits, such as 03 (NDA); null in old files.</summary>
    public string? CoveredStatus { get; init; }

    /// <summary>AHF, CAP, EA, GM, ML, SUP, TAB, TDP or the like.</summary>
    public string? UnitType { get; init; }

    /// <summary>Units of <see cref="UnitType"/> in the package; null where the cell is blank.</summary>
    public decimal? UnitsPerPackage { get; init; }

    /// <summary>That cell as written.</summary>
    public string? UnitsPerPackageText { get; init; }

    /// <summary>Name of the product at the FDA.</summary>
    public string? ProductName { get; init; }

    /// <summary>Therapeutic equivalence code; NR is "not rated".</summary>
    public string? EquivalenceCode { get; init; }

    /// <summary>FDA application number or monograph.</summary>
    public string? ApplicationNumber { get; init; }

    /// <summary>Day of FDA approval.</summary>
    public DateOnly? ApprovalDate { get; init; }

    /// <summary>Day on the market.</summary>
    public DateOnly? MarketDate { get; init; }

    /// <summary>Last day that a unit can expire or was sold; null while it is sold.</summary>
    public DateOnly? TerminationDate { get; init; }

    /// <summary>Day of reactivation of a terminated product.</summary>
    public DateOnly? ReactivationDate { get; init; }

    /// <summary>True for clotting factors; null where the cell is blank.</summary>
    public bool? IsClottingFactor { get; init; }

    /// <summary>True for drugs for children only; null where the cell is blank.</summary>
    public bool? IsPediatric { get; init; }

    /// <summary>True for line extensions; null where the cell is blank.</summary>
    public bool? IsLineExtension { get; init; }
}
