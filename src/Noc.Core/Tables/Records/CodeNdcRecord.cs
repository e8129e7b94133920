using System.Runtime.InteropServices;
using Noc.Drugs;

namespace Noc.Tables;

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
