using System.Runtime.InteropServices;
using Noc.Drugs;

namespace Noc.Tables;

/// <summary>A procedure code as one or more releases of the code file describe it.</summary>
/// <remarks>Source: CMS, HCPCS Level II files. A code has one record for each wording; its own dates are in all of
/// them.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct CodeRecord : ITableRecord
{
    /// <summary>Short description of CMS.</summary>
    public TextRef ShortText { get; init; }

    /// <summary>Long description of CMS.</summary>
    public TextRef LongText { get; init; }

    /// <summary>Unit of <see cref="UnitValue"/>, such as MG; empty where the description has no single
    /// amount.</summary>
    public TextRef Unit { get; init; }

    /// <summary>Kind of service, such as O1E.</summary>
    public TextRef Betos { get; init; }

    /// <summary>Codes that Medicare uses instead, blanks between.</summary>
    public TextRef CrossReferences { get; init; }

    /// <summary>The code.</summary>
    public HcpcsCode Code { get; init; }

    /// <summary>The days for which releases with this wording speak.</summary>
    public Days Days { get; init; }

    /// <summary>First and last day on which the code may be billed.</summary>
    public Days Valid { get; init; }

    /// <summary>Size of one unit; none where the description has no single amount.</summary>
    public Micro UnitValue { get; init; }

    /// <summary>What the unit is measured by.</summary>
    public CodeUnitKind UnitKind { get; init; }

    /// <summary>Action code of the release: A added, D discontinued, N none ...; NUL where not known.</summary>
    public char Action { get; init; }

    /// <summary>Coverage code: C, D, I, M, S; NUL where not known.</summary>
    public char Coverage { get; init; }

    /// <summary>Pricing indicator, 0 to 99.</summary>
    public ushort PricingIndicator { get; init; }

    /// <summary>1 where the agency lists it as a code for items not otherwise classified.</summary>
    public byte Flags { get; init; }

    /// <summary>One unit of the code where its description has exactly one amount; else none.</summary>
    /// <param name="image">The tables of the record.</param>
    public Amount ExactUnit(TableImage image) =>
        UnitKind is CodeUnitKind.Exact && UnitValue.Value is { } value ? new(value, image.Text(Unit)) : default;

    /// <inheritdoc/>
    public ulong Key => TableKey.Of(Code);

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Section => "CODE"u8;

    /// <inheritdoc/>
    public static int Version => 1;

    /// <inheritdoc/>
    public static int Texts => 5;
}

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
