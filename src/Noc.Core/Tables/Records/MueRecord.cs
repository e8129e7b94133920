using System.Runtime.InteropServices;
using Noc.Drugs;

namespace Noc.Tables;

/// <summary>The most units of a code that Medicare takes on a line or day.</summary>
/// <remarks>Source: CMS, NCCI medically unlikely edits, practitioner.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct MueRecord : ITableRecord
{
    /// <summary>The code.</summary>
    public HcpcsCode Code { get; init; }

    /// <summary>The quarter.</summary>
    public Days Days { get; init; }

    /// <summary>The most units.</summary>
    public Micro Units { get; init; }

    /// <summary>1 by line, 2 by day and absolute, 3 by day and open to appeal.</summary>
    public byte Indicator { get; init; }

    /// <inheritdoc/>
    public ulong Key => TableKey.Of(Code);

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "MUE"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 0;
}
