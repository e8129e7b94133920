using System.Runtime.InteropServices;

namespace Noc.Tables;

/// <summary>A payment locality with its cost indices.</summary>
/// <remarks>Source: CMS, GPCI file.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct LocalityRecord : ITableRecord
{
    /// <summary>Two letters.</summary>
    public TextRef State { get; init; }

    /// <summary>Name of the locality.</summary>
    public TextRef Name { get; init; }

    /// <summary>Number of the Part B contractor.</summary>
    public int Contractor { get; init; }

    /// <summary>Number of the locality.</summary>
    public int Locality { get; init; }

    /// <summary>The year.</summary>
    public Days Days { get; init; }

    /// <summary>Index of work with the floor of 1.0, which is law for some periods only; none where not printed.
    /// </summary>
    public Micro WorkWithFloor { get; init; }

    /// <summary>Index of work without the floor; none where not printed.</summary>
    public Micro WorkWithoutFloor { get; init; }

    /// <summary>Index of practice expense.</summary>
    public Micro PracticeExpense { get; init; }

    /// <summary>Index of malpractice.</summary>
    public Micro Malpractice { get; init; }

    /// <inheritdoc/>
    public ulong Key => TableKey.Of(Contractor, Locality);

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "LOCALITY"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 2;
}
