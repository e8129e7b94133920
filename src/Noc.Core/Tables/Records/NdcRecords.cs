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

/// <summary>The other way: an NDC that is billed with a code.</summary>
/// <remarks>Made from <see cref="NdcCodeRecord"/>.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct CodeNdcRecord : ITableRecord
{
    /// <summary>The code.</summary>
    public HcpcsCode Code { get; init; }

    /// <summary>The NDC.</summary>
    public Ndc11 Ndc { get; init; }

    /// <summary>The quarters.</summary>
    public Days Days { get; init; }

    /// <inheritdoc/>
    public ulong Key => TableKey.Of(Code);

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "CODENDC"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 0;
}

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

/// <summary>A product of the NDC directory.</summary>
/// <remarks>Source: FDA, product.txt.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct NdcProductRecord : ITableRecord
{
    /// <summary>Brand or trade name with its suffix.</summary>
    public TextRef Brand { get; init; }

    /// <summary>Generic names.</summary>
    public TextRef Generic { get; init; }

    /// <summary>Dosage form.</summary>
    public TextRef Form { get; init; }

    /// <summary>Routes, comma between.</summary>
    public TextRef Routes { get; init; }

    /// <summary>Ingredients with strengths, semicolon between.</summary>
    public TextRef Strength { get; init; }

    /// <summary>Marketing category, such as NDA.</summary>
    public TextRef Category { get; init; }

    /// <summary>Application number.</summary>
    public TextRef Application { get; init; }

    /// <summary>Labeler.</summary>
    public TextRef Labeler { get; init; }

    /// <summary>Pharmacological classes.</summary>
    public TextRef Class { get; init; }

    /// <summary>Product type.</summary>
    public TextRef Type { get; init; }

    /// <summary>Nine digits as a number: labeler and product.</summary>
    public ulong LabelerProduct { get; init; }

    /// <summary>Days on the market.</summary>
    public Days Days { get; init; }

    /// <summary>E expired, U unfinished, I inactive; NUL otherwise.</summary>
    public char Exclusion { get; init; }

    /// <inheritdoc/>
    public ulong Key => LabelerProduct;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "PRODUCT"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 10;
}

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
