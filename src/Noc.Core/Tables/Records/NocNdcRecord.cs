using System.Runtime.InteropServices;
using Noc.Drugs;

namespace Noc.Tables;

/// <summary>An NDC of a drug that has no code.</summary>
/// <remarks>Source: CMS, NOC NDC crosswalk; joins prices by name and dosage.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct NocNdcRecord : ITableRecord
{
    /// <summary>Generic name as printed.</summary>
    public TextRef GenericName { get; init; }

    /// <summary>Labeler as printed.</summary>
    public TextRef Labeler { get; init; }

    /// <summary>Drug name as printed.</summary>
    public TextRef DrugName { get; init; }

    /// <summary>What a unit of the price is.</summary>
    public TextRef DosageText { get; init; }

    /// <summary>Identifier that is no NDC; empty for NDCs.</summary>
    public TextRef AlternateId { get; init; }

    /// <summary>The NDC; none for alternate identifiers.</summary>
    public Ndc11 Ndc { get; init; }

    /// <summary>The quarter.</summary>
    public Days Days { get; init; }

    /// <summary>Amount in one item.</summary>
    public Micro PackageSize { get; init; }

    /// <summary>Items in the package.</summary>
    public Micro PackageQuantity { get; init; }

    /// <summary>Price units in one item.</summary>
    public Micro UnitsPerItem { get; init; }

    /// <summary>Price units in the package.</summary>
    public Micro UnitsPerPackage { get; init; }

    /// <inheritdoc/>
    public ulong Key => TableKey.Of(Ndc);

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "NOCNDC"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 5;
}
