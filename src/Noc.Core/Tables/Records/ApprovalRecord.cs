using System.Runtime.InteropServices;

namespace Noc.Tables;

/// <summary>An approved product.</summary>
/// <remarks>Source: FDA, Purple Book and Orange Book.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ApprovalRecord : ITableRecord
{
    /// <summary>Brand name.</summary>
    public TextRef Brand { get; init; }

    /// <summary>Ingredients or proper name.</summary>
    public TextRef Name { get; init; }

    /// <summary>Such as BLA761118 or NDA202008.</summary>
    public TextRef Application { get; init; }

    /// <summary>Holder.</summary>
    public TextRef Applicant { get; init; }

    /// <summary>Strength.</summary>
    public TextRef Strength { get; init; }

    /// <summary>Dosage form.</summary>
    public TextRef Form { get; init; }

    /// <summary>Route.</summary>
    public TextRef Route { get; init; }

    /// <summary>Presentation of a biological product.</summary>
    public TextRef Presentation { get; init; }

    /// <summary>351(a), 351(k) Biosimilar, N, A ...</summary>
    public TextRef Type { get; init; }

    /// <summary>Marketing status.</summary>
    public TextRef Status { get; init; }

    /// <summary>Reference product of a biosimilar.</summary>
    public TextRef Reference { get; init; }

    /// <summary>Number of the application.</summary>
    public ulong Number { get; init; }

    /// <summary>From the approval on; without a first day where it is not known.</summary>
    public Days Days { get; init; }

    /// <inheritdoc/>
    public ulong Key => Number;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "APPROVAL"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 11;
}
