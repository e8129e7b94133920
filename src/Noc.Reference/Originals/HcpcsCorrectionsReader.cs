using Noc.Drugs;

namespace Noc.Reference.Originals;

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
