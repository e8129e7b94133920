using System.Runtime.InteropServices;

namespace Noc.Tables;

/// <summary>Who pays Medicare claims of a state.</summary>
/// <remarks>Source: CMS award notices; GPCI file.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ContractorRecord : ITableRecord
{
    /// <summary>Two letters.</summary>
    public TextRef State { get; init; }

    /// <summary>Of Parts A and B, such as J6.</summary>
    public TextRef Jurisdiction { get; init; }

    /// <summary>Its contractor.</summary>
    public TextRef Name { get; init; }

    /// <summary>Contractor numbers of Part B, blanks between.</summary>
    public TextRef PartBNumbers { get; init; }

    /// <summary>A, B, C or D.</summary>
    public TextRef DmeJurisdiction { get; init; }

    /// <summary>Its contractor.</summary>
    public TextRef DmeName { get; init; }

    /// <summary>The days.</summary>
    public Days Days { get; init; }

    /// <inheritdoc/>
    public ulong Key => 0;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "MAC"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 6;
}
