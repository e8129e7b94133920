using System.Runtime.InteropServices;
using Noc.Drugs;

namespace Noc.Tables;

/// <summary>A package of the NDC directory.</summary>
/// <remarks>Source: FDA, package.txt.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct NdcPackageRecord : ITableRecord
{
    /// <summary>The package in words, levels joined with &gt;.</summary>
    public TextRef Description { get; init; }

    /// <summary>The NDC.</summary>
    public Ndc11 Ndc { get; init; }

    /// <summary>Days on the market.</summary>
    public Days Days { get; init; }

    /// <summary>1 for samples.</summary>
    public byte IsSample { get; init; }

    /// <inheritdoc/>
    public ulong Key => TableKey.Of(Ndc);

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "PACKAGE"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 1;
}
