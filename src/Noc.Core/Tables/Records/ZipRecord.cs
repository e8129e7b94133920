using System.Runtime.InteropServices;

namespace Noc.Tables;

/// <summary>The contractor and locality of a ZIP code.</summary>
/// <remarks>Source: CMS, ZIP5 file.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ZipRecord : ITableRecord
{
    /// <summary>Two letters; CMS splits Kansas and Missouri.</summary>
    public TextRef State { get; init; }

    /// <summary>The five digits as a number.</summary>
    public int Zip { get; init; }

    /// <summary>Number of the Part B contractor.</summary>
    public int Contractor { get; init; }

    /// <summary>Number of the locality.</summary>
    public int Locality { get; init; }

    /// <summary>The quarter and after.</summary>
    public Days Days { get; init; }

    /// <summary>1 where the last four digits of the ZIP code decide.</summary>
    public byte Flags { get; init; }

    /// <inheritdoc/>
    public ulong Key => (ulong)Zip;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "ZIP"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 1;
}
