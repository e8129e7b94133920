using System.Runtime.InteropServices;

namespace Noc.Tables;

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
