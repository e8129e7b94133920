using System.Runtime.InteropServices;
using Noc.Drugs;

namespace Noc.Tables;

/// <summary>Relative values and flags of one code in the physician fee schedule.</summary>
/// <remarks>Source: CMS, PPRRVU files. No measure; none where the file has none.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct FeeRecord : ITableRecord
{
    /// <summary>Status letter, such as A or C.</summary>
    public TextRef Status { get; init; }

    /// <summary>Days of the global period, or a letter code.</summary>
    public TextRef GlobalDays { get; init; }

    /// <summary>Whether the code splits into professional and technical part.</summary>
    public TextRef PcTc { get; init; }

    /// <summary>Rule for several procedures on a day.</summary>
    public TextRef MultipleProcedure { get; init; }

    /// <summary>Rule for both sides of the body: 0 to 3 or 9; none where not loaded.</summary>
    public TextRef Bilateral { get; init; }

    /// <summary>Level of supervision of diagnostic tests.</summary>
    public TextRef Supervision { get; init; }

    /// <summary>The code.</summary>
    public HcpcsCode Code { get; init; }

    /// <summary>26, TC or 53; none for the whole service.</summary>
    public Modifier Modifier { get; init; }

    /// <summary>From the release on, to the end of its year or the next release.</summary>
    public Days Days { get; init; }

    /// <summary>Work units.</summary>
    public Micro Work { get; init; }

    /// <summary>Practice expense units outside a facility; none where the service is not for there (NA).</summary>
    public Micro NonFacilityExpense { get; init; }

    /// <summary>Practice expense units in a facility; none where the service is not for there (NA).</summary>
    public Micro FacilityExpense { get; init; }

    /// <summary>Malpractice units.</summary>
    public Micro Malpractice { get; init; }

    /// <summary>All units outside a facility; none where the service is not for there.</summary>
    public Micro NonFacilityTotal { get; init; }

    /// <summary>All units in a facility; none where the service is not for there.</summary>
    public Micro FacilityTotal { get; init; }

    /// <summary>US dollars a unit for clinicians outside advanced payment models.</summary>
    public Micro ConversionFactor { get; init; }

    /// <summary>The same for qualifying participants; none before 2026 or where not loaded.</summary>
    public Micro QualifyingFactor { get; init; }

    /// <inheritdoc/>
    public ulong Key => TableKey.Of(Code);

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "FEE"u8;

    /// <inheritdoc/>
    public static int Version => 3;

    /// <inheritdoc/>
    public static int Texts => 6;
}
