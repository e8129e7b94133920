using System.Runtime.InteropServices;
using Noc.Drugs;

namespace Noc.Tables;

/// <summary>What the physician fee schedule pays for a code in a locality.</summary>
/// <remarks>Source: CMS, PFALL and PFREV files.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct LocalityPaymentRecord : ITableRecord
{
    /// <summary>The code.</summary>
    public HcpcsCode Code { get; init; }

    /// <summary>26, TC or 53; none for the whole service.</summary>
    public Modifier Modifier { get; init; }

    /// <summary>Number of the Part B contractor.</summary>
    public int Contractor { get; init; }

    /// <summary>Number of the locality.</summary>
    public int Locality { get; init; }

    /// <summary>The year.</summary>
    public Days Days { get; init; }

    /// <summary>US dollars outside a facility.</summary>
    public Micro NonFacilityUsd { get; init; }

    /// <summary>US dollars in a facility.</summary>
    public Micro FacilityUsd { get; init; }

    /// <inheritdoc/>
    public ulong Key => TableKey.Of(Code);

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "PAYMENT"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 0;
}
