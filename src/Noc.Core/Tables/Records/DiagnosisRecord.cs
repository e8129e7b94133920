using System.Runtime.InteropServices;

namespace Noc.Tables;

/// <summary>A diagnosis code.</summary>
/// <remarks>Source: CMS and NCHS, ICD-10-CM order file.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct DiagnosisRecord : ITableRecord
{
    /// <summary>Long title.</summary>
    public TextRef Title { get; init; }

    /// <summary>The code without dot, packed (<see cref="TableKey.OfText"/>).</summary>
    public ulong Packed { get; init; }

    /// <summary>The fiscal years.</summary>
    public Days Days { get; init; }

    /// <summary>1 where it is valid on claims; 0 for a heading.</summary>
    public byte IsBillable { get; init; }

    /// <inheritdoc/>
    public ulong Key => Packed;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "ICD10"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 1;
}
