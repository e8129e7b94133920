using System.Runtime.InteropServices;
using Noc.Drugs;

namespace Noc.Tables;

/// <summary>That an NDC is billed with a code, and how many units a package has.</summary>
/// <remarks>Source: CMS, ASP NDC-HCPCS crosswalk. An NDC may have several codes.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct NdcCodeRecord : ITableRecord
{
    /// <summary>Drug name as printed.</summary>
    public TextRef DrugName { get; init; }

    /// <summary>Labeler as printed.</summary>
    public TextRef Labeler { get; init; }

    /// <summary>One unit of the code as printed.</summary>
    public TextRef DosageText { get; init; }

    /// <summary>Identifier that is no NDC, such as a product number of a skin substitute; empty for NDCs.</summary>
    public TextRef AlternateId { get; init; }

    /// <summary>The NDC; none for alternate identifiers.</summary>
    public Ndc11 Ndc { get; init; }

    /// <summary>The code.</summary>
    public HcpcsCode Code { get; init; }

    /// <summary>The quarters.</summary>
    public Days Days { get; init; }

    /// <summary>Amount in one item.</summary>
    public Micro PackageSize { get; init; }

    /// <summary>Items in the package.</summary>
    public Micro PackageQuantity { get; init; }

    /// <summary>Billing units in one item.</summary>
    public Micro UnitsPerItem { get; init; }

    /// <summary>Billing units in the package.</summary>
    public Micro UnitsPerPackage { get; init; }

    /// <summary>True for a bottle of tablets or of a liquid by mouth: nobody can tell from the row which, and claims
    /// count the tablets, not the bottle.</summary>
    public bool IsBottle => PackageSize.Value is not (null or 1) && OralCodes.Includes(Code);

    /// <inheritdoc/>
    public ulong Key => TableKey.Of(Ndc);

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "NDCCODE"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 4;
}
