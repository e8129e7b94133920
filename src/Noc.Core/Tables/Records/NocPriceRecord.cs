using System.Runtime.InteropServices;

namespace Noc.Tables;

/// <summary>The Medicare payment limit of a drug that has no code, by name.</summary>
/// <remarks>Source: CMS, NOC Pricing File.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct NocPriceRecord : ITableRecord
{
    /// <summary>Generic name, with the trade name as printed.</summary>
    public TextRef DrugName { get; init; }

    /// <summary>What the limit is for, as printed.</summary>
    public TextRef DosageText { get; init; }

    /// <summary>Notes as printed.</summary>
    public TextRef Notes { get; init; }

    /// <summary>The quarter.</summary>
    public Days Days { get; init; }

    /// <summary>US dollars; none where not printed.</summary>
    public Micro LimitUsd { get; init; }

    /// <inheritdoc/>
    public ulong Key => 0;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "NOCPRICE"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 3;
}
