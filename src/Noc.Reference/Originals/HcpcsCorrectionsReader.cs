using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>A correction to a HCPCS release already published.</summary>
/// <param name="Line">Row of the sheet.</param>
/// <param name="Code">The code; none where a modifier is corrected.</param>
/// <param name="Modifier">The modifier; none where a code is corrected.</param>
/// <param name="Action">What is corrected, in free text, such as <c>ADD CODE</c>.</param>
/// <param name="Effective">First day; null where blank or misprinted.</param>
/// <param name="EffectiveText">The day as printed.</param>
/// <param name="ShortDescription">The new one; empty where it stays, and for CPT numbers.</param>
/// <param name="LongDescription">The new one; empty where it stays, and for CPT numbers.</param>
/// <param name="Coverage">The new coverage letter; empty where it stays.</param>
/// <param name="Pricing">The new pricing indicator; empty where it stays.</param>
/// <param name="CrossReference">The new successor or cross reference; empty where it stays.</param>
/// <param name="Comments">Remarks; empty for most.</param>
/// <remarks>Source: CMS, corrections beside the HCPCS Level II file.</remarks>
public sealed record HcpcsCorrectionRow(
    long Line, HcpcsCode Code, Modifier Modifier, string Action, DateOnly? Effective, string EffectiveText,
    string ShortDescription, string LongDescription, string Coverage, string Pricing, string CrossReference,
    string Comments);

/// <summary>Reads corrections of a HCPCS release from a workbook.</summary>
public static class HcpcsCorrectionsReader
{
    private static readonly Column Code = new("CODE", "HCPCS", "HCPC"), Action = new("ACTION", "ACTION CD"),
        Effective = new("EFF DATE", "EFFECTIVE DATE"), Short = Column.Optional("SHORT DESC", "SHORT DESCRIPTION"),
        Long = Column.Optional("LONG DESC", "LONG DESCRIPTION"), Coverage = Column.Optional("COV"),
        Price = Column.Optional("PRICE"), Reference = Column.Optional("XREF CODE"),
        Comments = Column.Optional("COMMENTS");

    private static readonly Column[] Columns =
        [Code, Action, Effective, Short, Long, Coverage, Price, Reference, Comments];

    /// <summary>The workbook. Its print (.prn) cuts cells off and is left aside.</summary>
    public static OriginalReader Reader { get; } = new(
        Dataset.HcpcsCorrections, head => head.HasRow("CODE", "ACTION", "EFF DATE"), Read)
    {
        Columns = Columns,
    };

    /// <summary>Reads one list of corrections.</summary>
    /// <exception cref="UnreadableOriginalException">Header or year are not found.</exception>
    public static Original<HcpcsCorrectionRow> Read(OriginalMember member)
    {
        using var table = Table.Open(Records.Open(member), Columns);
        var rows = new List<HcpcsCorrectionRow>();
        while (table.Read())
        {
            if (HcpcsFile.TryCodeOrModifier(table.Text(Code), out var code, out var modifier))
                rows.Add(Row(table, code, modifier));
            else table.Ledger.Problem(table.Line, "The first cell is neither a HCPCS code nor a modifier.");
        }
        var period = ReleasePeriod.Of(table.Banner, member)
            ?? throw new UnreadableOriginalException("Neither the title nor the name says a year.");
        // A list has as many rows as there were mistakes: none is too short.
        return table.Ledger.Close(
            Dataset.HcpcsCorrections, period, Cell.ReleaseOf(member.Name), 0, rows, table.LinesRead);
    }

    private static HcpcsCorrectionRow Row(Table table, HcpcsCode code, Modifier modifier)
    {
        // Misprinted days occur ("01/0/12019"): the text stays and the day is not known.
        var day = Cell.TryDay(table.Text(Effective), out var effective) ? effective : null;
        var isCpt = !code.IsNone && Cell.IsCpt(code);
        return new(table.Line, code, modifier, table.Text(Action), day, table.Text(Effective),
            isCpt ? "" : table.Text(Short), isCpt ? "" : table.Text(Long), table.Text(Coverage),
            table.Text(Price), table.Text(Reference), table.Text(Comments));
    }
}
