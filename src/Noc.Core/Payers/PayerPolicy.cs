using Noc.Tables;

namespace Noc.Payers;

/// <summary>Whose rules a claim is judged by.</summary>
public enum PayerProgram
{
    /// <summary>Commercial, federal employee, workers' compensation and anything not known better.</summary>
    Other,

    /// <summary>Original Medicare, Part A or B.</summary>
    Medicare,

    /// <summary>Original Medicare through a durable medical equipment contractor.</summary>
    MedicareDme,

    /// <summary>Medicare Advantage: a private plan, so Medicare's claim rules are a guide only.</summary>
    MedicareAdvantage,

    /// <summary>Medicaid, fee for service or managed care.</summary>
    Medicaid,
}

/// <summary>What one payer wants on the lines that Noc judges. Payer policy files will fill the same type.</summary>
public sealed record PayerPolicy
{
    /// <summary>Policy id, such as <c>medicare-mac-ngs-j6</c>; null where no payer of the directory fits.</summary>
    public string? Id { get; init; }

    /// <summary>Payer name for people; the contractor's where Medicare decides by place.</summary>
    public required string Name { get; init; }

    /// <summary>The program.</summary>
    public required PayerProgram Program { get; init; }

    /// <summary>True where the payer is Railroad Medicare.</summary>
    public bool IsRailroad { get; init; }

    /// <summary>True where an unclassified line has one unit; false where that is not known.</summary>
    public bool OneUnitPerUnclassifiedLine { get; init; }

    /// <summary>Where the unit rule comes from.</summary>
    public Source? UnitsSource { get; init; }

    /// <summary>True where claims carry the NDC by law or by the payer's own rule; false where it only helps.</summary>
    public bool NdcRequired { get; init; }

    /// <summary>Where the NDC rule comes from; null where no rule is known at all.</summary>
    public Source? NdcSource { get; init; }

    /// <summary>Highest claim total the payer's system takes, US dollars; null where none is known.</summary>
    public decimal? ClaimLimitUsd { get; init; }

    /// <summary>True for original Medicare, where national claim rules bind.</summary>
    public bool IsMedicare => Program is PayerProgram.Medicare or PayerProgram.MedicareDme;
}
