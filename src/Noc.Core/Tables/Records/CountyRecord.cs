using System.Runtime.InteropServices;

namespace Noc.Tables;

/// <summary>The counties of a payment locality.</summary>
/// <remarks>Source: CMS, LOCCO file.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct CountyRecord : ITableRecord
{
    /// <summary>State as printed.</summary>
    public TextRef State { get; init; }

    /// <summary>Fee schedule area.</summary>
    public TextRef Area { get; init; }

    /// <summary>Counties in words.</summary>
    public TextRef Counties { get; init; }

    /// <summary>Number of the Part B contractor.</summary>
    public int Contractor { get; init; }

    /// <summary>Number of the locality.</summary>
    public int Locality { get; init; }

    /// <summary>The year.</summary>
    public Days Days { get; init; }

    /// <inheritdoc/>
    public ulong Key => TableKey.Of(Contractor, Locality);

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "COUNTY"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 3;
}
