using System.Runtime.InteropServices;
using Noc.Drugs;

namespace Noc.Tables;

/// <summary>What the notes of a payment limit say.</summary>
[Flags]
public enum LimitNotes : byte
{
    /// <summary>Nothing that was understood.</summary>
    None = 0,

    /// <summary>The coinsurance is adjusted for inflation.</summary>
    AdjustedCoinsurance = 1,

    /// <summary>A biosimilar with 8 percent of the reference product's price added instead of 6.</summary>
    EightPercent = 2,

    /// <summary>The lesser of two ways of reckoning was applied.</summary>
    LesserOf = 4,

    /// <summary>The limit rests on the average manufacturer price.</summary>
    ManufacturerPrice = 8,

    /// <summary>A clotting factor: a furnishing fee is paid on top.</summary>
    ClottingFactor = 16,
}

/// <summary>The Medicare payment limit of one drug code in one or more quarters.</summary>
/// <remarks>Source: CMS, Medicare Part B Payment Limit File (ASP Pricing File before 2026).</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct LimitRecord : ITableRecord
{
    /// <summary>One unit of the code as printed.</summary>
    public TextRef DosageText { get; init; }

    /// <summary>Unit of <see cref="UnitValue"/>; empty where the dosage is no single amount.</summary>
    public TextRef Unit { get; init; }

    /// <summary>Notes as printed.</summary>
    public TextRef Notes { get; init; }

    /// <summary>The limit as printed where it is no number, such as N/A.</summary>
    public TextRef LimitText { get; init; }

    /// <summary>The code.</summary>
    public HcpcsCode Code { get; init; }

    /// <summary>The quarters.</summary>
    public Days Days { get; init; }

    /// <summary>US dollars a unit, with the add-on; none where not printed.</summary>
    public Micro LimitUsd { get; init; }

    /// <summary>What the patient owes of it, 20 or lower; none where not printed.</summary>
    public Micro CoinsurancePercent { get; init; }

    /// <summary>Limit of a vaccine; none for others.</summary>
    public Micro VaccineLimitUsd { get; init; }

    /// <summary>Limit of a blood product; none for others.</summary>
    public Micro BloodLimitUsd { get; init; }

    /// <summary>Size of one unit.</summary>
    public Micro UnitValue { get; init; }

    /// <summary>What the unit is measured by.</summary>
    public CodeUnitKind UnitKind { get; init; }

    /// <summary>What the notes say.</summary>
    public LimitNotes Marks { get; init; }

    /// <inheritdoc/>
    public ulong Key => TableKey.Of(Code);

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "LIMIT"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 4;
}

/// <summary>The Medicare payment limit of a drug that has no code, by name.</summary>
/// <remarks>Source: CMS, NOC Pricing File.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct NocPriceRecord : ITableRecord
{
    /// <summary>Generic name, with the trade name as printed.</summary>
    public TextRef DrugName { get; init; }

    /// <summary>What the limit is for, as printed.</summary>
    public TextRef DosageText { get; init; }

    /// <summary>Notes as printed.</summary>
    public TextRef Notes { get; init; }

    /// <summary>The quarter.</summary>
    public Days Days { get; init; }

    /// <summary>US dollars; none where not printed.</summary>
    public Micro LimitUsd { get; init; }

    /// <inheritdoc/>
    public ulong Key => 0;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "NOCPRICE"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 3;
}

/// <summary>How hospital outpatient departments are paid for a code.</summary>
/// <remarks>Source: CMS, OPPS Addendum B.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct OppsRecord : ITableRecord
{
    /// <summary>Status indicator, such as K or N.</summary>
    public TextRef Status { get; init; }

    /// <summary>Payment group; empty without one.</summary>
    public TextRef Apc { get; init; }

    /// <summary>The code.</summary>
    public HcpcsCode Code { get; init; }

    /// <summary>The quarters.</summary>
    public Days Days { get; init; }

    /// <summary>US dollars; none where nothing is paid apart.</summary>
    public Micro RateUsd { get; init; }

    /// <summary>Least copayment in US dollars; none where not printed.</summary>
    public Micro CopaymentUsd { get; init; }

    /// <summary>Coinsurance adjusted for inflation, in percent; none without adjustment.</summary>
    public Micro CoinsurancePercent { get; init; }

    /// <summary>1 where the pass-through ends within the year.</summary>
    public byte PassThroughEnds { get; init; }

    /// <inheritdoc/>
    public ulong Key => TableKey.Of(Code);

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "OPPS"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 2;
}

/// <summary>What pharmacies paid for an NDC on average.</summary>
/// <remarks>Source: CMS Medicaid, NADAC.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct NadacRecord : ITableRecord
{
    /// <summary>Drug name.</summary>
    public TextRef Description { get; init; }

    /// <summary>ML, GM or EA.</summary>
    public TextRef Unit { get; init; }

    /// <summary>B brand, G generic ...</summary>
    public TextRef Class { get; init; }

    /// <summary>The NDC.</summary>
    public Ndc11 Ndc { get; init; }

    /// <summary>From the effective day on.</summary>
    public Days Days { get; init; }

    /// <summary>US dollars a pricing unit.</summary>
    public Micro UnitUsd { get; init; }

    /// <inheritdoc/>
    public ulong Key => TableKey.Of(Ndc);

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "NADAC"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 3;
}
