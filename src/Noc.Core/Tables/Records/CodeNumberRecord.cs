using System.Runtime.InteropServices;

namespace Noc.Tables;

/// <summary>A number of a code list, without its text.</summary>
/// <remarks>Sources: CMS; X12 and NUBC lists by number only.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct CodeNumberRecord : ITableRecord
{
    /// <summary>Name of a place of service; empty for the other lists.</summary>
    public TextRef Name { get; init; }

    /// <summary>The code, packed (<see cref="TableKey.OfText"/>).</summary>
    public ulong Packed { get; init; }

    /// <summary>Which list.</summary>
    public Dataset List { get; init; }

    /// <summary>The days.</summary>
    public Days Days { get; init; }

    /// <summary>1 in use, 2 not in use, 0 where the file does not say.</summary>
    public byte IsActive { get; init; }

    /// <summary>1 facility rate, 2 non-facility rate, 0 not known; place of service only.</summary>
    public byte IsFacility { get; init; }

    /// <inheritdoc/>
    public ulong Key => TableKey.Of(List, Packed);

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "NUMBER"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 1;
}
