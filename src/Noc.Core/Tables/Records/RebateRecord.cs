using System.Runtime.InteropServices;
using Noc.Drugs;

namespace Noc.Tables;

/// <summary>A product whose labeler pays Medicaid rebates.</summary>
/// <remarks>Source: CMS Medicaid, Drug Products in the Medicaid Drug Rebate Program.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RebateRecord : ITableRecord
{
    /// <summary>Labeler.</summary>
    public TextRef Labeler { get; init; }

    /// <summary>Product name.</summary>
    public TextRef Product { get; init; }

    /// <summary>S, I or N.</summary>
    public TextRef Category { get; init; }

    /// <summary>DESI rating of old files.</summary>
    public TextRef Desi { get; init; }

    /// <summary>Covered outpatient drug status.</summary>
    public TextRef CoveredStatus { get; init; }

    /// <summary>Unit type.</summary>
    public TextRef UnitType { get; init; }

    /// <summary>The NDC.</summary>
    public Ndc11 Ndc { get; init; }

    /// <summary>From market date to termination.</summary>
    public Days Days { get; init; }

    /// <summary>Units in the package.</summary>
    public Micro UnitsPerPackage { get; init; }

    /// <inheritdoc/>
    public ulong Key => TableKey.Of(Ndc);

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "REBATE"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 6;
}
