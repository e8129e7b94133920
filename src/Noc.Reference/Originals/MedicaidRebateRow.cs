using Noc.Drugs;

namespace Noc.Reference.Originals;

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
