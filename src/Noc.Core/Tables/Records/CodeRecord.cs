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
