using System.Runtime.InteropServices;
using Noc.Drugs;

namespace Noc.Tables;

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
