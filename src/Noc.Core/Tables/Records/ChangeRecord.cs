using System.Runtime.InteropServices;
using Noc.Drugs;

namespace Noc.Tables;

/// <summary>A change of a code as the agency reports it.</summary>
/// <remarks>Source: CMS, HCPCS transaction reports and corrections.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ChangeRecord : ITableRecord
{
    /// <summary>What was done, as printed.</summary>
    public TextRef Action { get; init; }

    /// <summary>Comment of a correction.</summary>
    public TextRef Comment { get; init; }

    /// <summary>Short description after it.</summary>
    public TextRef ShortText { get; init; }

    /// <summary>The code; a modifier has none.</summary>
    public HcpcsCode Code { get; init; }

    /// <summary>The modifier; none for codes.</summary>
    public Modifier Modifier { get; init; }

    /// <summary>From the effective day on.</summary>
    public Days Days { get; init; }

    /// <inheritdoc/>
    public ulong Key => TableKey.Of(Code);

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "CHANGE"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 3;
}
