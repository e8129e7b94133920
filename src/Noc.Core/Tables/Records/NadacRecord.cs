using System.Runtime.InteropServices;
using Noc.Drugs;

namespace Noc.Tables;

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
