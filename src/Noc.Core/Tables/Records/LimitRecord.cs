using System.Runtime.InteropServices;
using Noc.Drugs;

namespace Noc.Tables;

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
