using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>Reads the HCPCS Level II file as a workbook, or as text with commas under the same header.</summary>
public static class HcpcsSheetReader
{
    private static readonly Column Code = new("HCPC", "HCPCS", "HCPCS CODE"), RecordId = new("RECID"),
        Long = new("LONG DESCRIPTION"), Short = new("SHORT DESCRIPTION"),
        MultiplePricing = Column.Optional("MULT_PI"), Statute = Column.Optional("STATUTE"), Coverage = new("COV"),
        Note = Column.Optional("PROCNOTE"), Betos = Column.Optional("BETOS"),
        Added = new("ADD DT", "ADD DATE"), Effective = new("ACT EFF DT", "ACTION EFF DT"),
        Ended = new("TERM DT", "TERM DATE"), Action = new("ACTION CD", "ACTION CODE");

    private static readonly Column[] Prices = Numbered("PRICE", 4), References = Numbered("XREF", 5),
        Services = Numbered("TOS", 5);

    private static readonly Column[] Columns =
    [
        Code, RecordId, Long, Short, MultiplePricing, Statute, Coverage, Note, Betos, Added, Effective, Ended, Action,
        .. Prices, .. References, .. Services,
    ];

    /// <summary>The sheet of 48 columns.</summary>
    public static OriginalReader Reader { get; } = new(
        Dataset.Hcpcs, head => head.HasRow("RECID", "LONG DESCRIPTION", "PRICE1", "COV"), Read)
    {
        Columns = Columns,
    };

    /// <summary>Reads one release.</summary>
    /// <exception cref="UnreadableOriginalException">A needed column is missing, or no code has a date.</exception>
    public static Original<HcpcsRow> Read(OriginalMember member)
    {
        using var table = Table.Open(Records.Open(member), Columns);
        var rows = new List<HcpcsRow>();
        while (table.Read())
        {
            var text = table.Text(Code);
            if (table.Text(RecordId) is "7" or "8") table.Ledger.Skip(HcpcsFile.ModifierRecord);
            else if (table.Text(RecordId) == "4" && rows.Count > 0 && rows[^1].Code.Value == text)
            {
                table.Ledger.Skip(HcpcsFile.Continuation);
                rows[^1] = HcpcsFile.Describe(rows[^1], $"{rows[^1].LongDescription} {table.Text(Long)}");
            }
            else if (Row(table, text, out var wrong) is { } row) rows.Add(row);
            else table.Ledger.Problem(table.Line, wrong);
        }
        return HcpcsFile.Close(member, table.Ledger, rows, table.LinesRead);
    }

    private static HcpcsRow? Row(Table table, string text, out string wrong)
    {
        string? fault = null;
        if (!Cell.TryCode(text, out var code)) fault = "The first cell is no HCPCS code.";
        List<HcpcsCode>? references = null;
        foreach (var column in References) HcpcsFile.AddCode(ref references, table.Text(column));
        var row = new HcpcsRow
        {
            Line = table.Line,
            Code = code,
            LongDescription = "",
            ShortDescription = table.Text(Short),
            Pricing = Join(table, Prices, " "),
            MultiplePricing = One(table, MultiplePricing),
            Statute = table.Text(Statute),
            CrossReferences = references is null ? [] : references,
            Coverage = One(table, Coverage),
            ProcessingNote = table.Text(Note),
            Betos = string.Intern(table.Text(Betos)),
            TypesOfService = Join(table, Services, ""),
            Added = table.Day(Added, ref fault),
            ActionEffective = table.Day(Effective, ref fault),
            LastDay = table.Day(Ended, ref fault),
            ActionCode = One(table, Action),
        };
        wrong = fault ?? "";
        return fault is null ? HcpcsFile.Describe(row, table.Text(Long)) : null;
    }

    private static char? One(Table table, Column column) => table.Text(column) is [var c, ..] ? c : null;

    private static string Join(Table table, Column[] columns, string between)
    {
        var joined = "";
        foreach (var column in columns)
            if (table.Text(column) is { Length: > 0 } text)
                joined = joined.Length == 0 ? text : joined + between + text;
        return string.Intern(joined);
    }

    private static Column[] Numbered(string name, int count) =>
        [.. Enumerable.Range(1, count).Select(number => Column.Optional($"{name}{number}"))];
}
