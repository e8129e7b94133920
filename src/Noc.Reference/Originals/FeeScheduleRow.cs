using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>One code (with or without 26, TC or 53) of the national physician fee schedule.</summary>
/// <remarks>
/// Source: PPRRVU file of the CMS "PFS Relative Value Files". Relative value units have two decimals and no
/// measure; blanks are "not known" (null). Descriptions of CPT and CDT codes are dropped on read.
/// </remarks>
public sealed record FeeScheduleRow
{
    /// <summary>Line of the file.</summary>
    public required long Line { get; init; }

    /// <summary>The CPT or HCPCS code.</summary>
    public required HcpcsCode Code { get; init; }

    /// <summary>26, TC or 53; null for the whole service.</summary>
    public Modifier? Modifier { get; init; }

    /// <summary>The short descriptor of a HCPCS Level II code; null for CPT and CDT codes and where it is blank.
    /// </summary>
    public string? Description { get; init; }

    /// <summary>Status letter, such as A (active), C (contractor priced), X (by law not on this schedule).</summary>
    public required string StatusCode { get; init; }

    /// <summary>True where a plus sign says that Medicare does not pay by these units.</summary>
    public bool IsNotUsedByMedicare { get; init; }

    /// <summary>Work units.</summary>
    public decimal? WorkRvu { get; init; }

    /// <summary>Practice expense units outside a facility.</summary>
    public decimal? NonFacilityPeRvu { get; init; }

    /// <summary>True where the service is rarely or never done outside a facility.</summary>
    public bool IsNotDoneOutsideFacility { get; init; }

    /// <summary>Practice expense units in a facility.</summary>
    public decimal? FacilityPeRvu { get; init; }

    /// <summary>True where the service is rarely or never done in a facility.</summary>
    public bool IsNotDoneInFacility { get; init; }

    /// <summary>Malpractice units.</summary>
    public decimal? MalpracticeRvu { get; init; }

    /// <summary>Sum of the units outside a facility, as printed.</summary>
    public decimal? NonFacilityTotalRvu { get; init; }

    /// <summary>Sum of the units in a facility, as printed.</summary>
    public decimal? FacilityTotalRvu { get; init; }

    /// <summary>PC/TC indicator, a digit: 5 marks "incident to" codes such as drug administration.</summary>
    public string? PcTcIndicator { get; init; }

    /// <summary>Global days: 000, 010, 090, XXX, YYY, ZZZ or MMM.</summary>
    public string? GlobalDays { get; init; }

    /// <summary>Share of the global package before the operation, 0 to 1.</summary>
    public decimal? PreoperativeShare { get; init; }

    /// <summary>Share of the global package in the operation, 0 to 1.</summary>
    public decimal? IntraoperativeShare { get; init; }

    /// <summary>Share of the global package behind the operation, 0 to 1.</summary>
    public decimal? PostoperativeShare { get; init; }

    /// <summary>Multiple procedure indicator (modifier 51).</summary>
    public string? MultipleProcedure { get; init; }

    /// <summary>Bilateral surgery indicator (modifier 50).</summary>
    public string? Bilateral { get; init; }

    /// <summary>Assistant at surgery indicator.</summary>
    public string? AssistantSurgeon { get; init; }

    /// <summary>Co-surgeons indicator (modifier 62).</summary>
    public string? CoSurgeons { get; init; }

    /// <summary>Team surgery indicator (modifier 66).</summary>
    public string? TeamSurgery { get; init; }

    /// <summary>The PRIC IND column of 2026 and later; null before.</summary>
    public string? PricingIndicator { get; init; }

    /// <summary>The endoscopic base code; null for most codes.</summary>
    public HcpcsCode? EndoscopicBase { get; init; }

    /// <summary>US dollars per unit.</summary>
    public decimal? ConversionFactorUsd { get; init; }

    /// <summary>Which of the two factors of 2026 and later it is.</summary>
    public required FeeScheduleTrack Track { get; init; }

    /// <summary>Supervision of diagnostic procedures, two characters; 09 is "does not apply".</summary>
    public string? DiagnosticSupervision { get; init; }

    /// <summary>Calculation flag; 0 in all files seen.</summary>
    public string? CalculationFlag { get; init; }

    /// <summary>Diagnostic imaging family; 88 or 99.</summary>
    public string? ImagingFamily { get; init; }

    /// <summary>Practice expense units outside a facility that the OPPS cap of imaging uses.</summary>
    public decimal? OppsNonFacilityPe { get; init; }

    /// <summary>Practice expense units in a facility that the OPPS cap of imaging uses.</summary>
    public decimal? OppsFacilityPe { get; init; }

    /// <summary>Malpractice units that the OPPS cap of imaging uses.</summary>
    public decimal? OppsMalpractice { get; init; }
}
