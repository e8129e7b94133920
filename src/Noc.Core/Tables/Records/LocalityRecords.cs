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

/// <summary>The contractor and locality of a ZIP code.</summary>
/// <remarks>Source: CMS, ZIP5 file.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct ZipRecord : ITableRecord
{
    /// <summary>Two letters; CMS splits Kansas and Missouri.</summary>
    public TextRef State { get; init; }

    /// <summary>The five digits as a number.</summary>
    public int Zip { get; init; }

    /// <summary>Number of the Part B contractor.</summary>
    public int Contractor { get; init; }

    /// <summary>Number of the locality.</summary>
    public int Locality { get; init; }

    /// <summary>The quarter and after.</summary>
    public Days Days { get; init; }

    /// <summary>1 where the last four digits of the ZIP code decide.</summary>
    public byte Flags { get; init; }

    /// <inheritdoc/>
    public ulong Key => (ulong)Zip;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "ZIP"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 1;
}

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
