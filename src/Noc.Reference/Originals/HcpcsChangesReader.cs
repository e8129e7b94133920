namespace Noc.Reference.Originals;

/// <summary>Reads the transaction report, as a workbook or as a print of it.</summary>
public static class HcpcsChangesReader
{
    // A report names every code of the release, changed or not: 6,559 in 2018.
    private const int CompleteFrom = 5_000;

    private const string NoChange = "no change";

    private static readonly string[] CodeNames =
        ["HCPCS/Modifier Code", "HCPCS/MOD", "HCPC/MOD", "HCPC", "HCPCS", "HCPCS CODE"];

    private static readonly Column Code = new(CodeNames[0], CodeNames[1..]),
        Action = new("TYPE OF CHANGE", "ACTION CD", "ACTION CODE"),
        Short = Column.Optional("SHORT DESCRIPTION"), Long = Column.Optional("LONG DESCRIPTION");

    /// <summary>The workbook; its first sheet has the changes.</summary>
    public static OriginalReader Reader { get; } = new(Dataset.HcpcsChanges, Recognises, Read)
    {
        Columns = [Code, Action, Short, Long],
    };

    /// <summary>The print with columns set by blanks.</summary>
    public static OriginalReader PrintReader { get; } = new(
        Dataset.HcpcsChanges, head => !head.IsSheet && head.Lines.Any(IsHeader), ReadPrint)
    {
        MissingColumn = head => head.IsSheet ? null : head.Lines.Select(Lacks).FirstOrDefault(name => name is not null),
    };

    /// <summary>Reads the workbook.</summary>
    /// <exception cref="UnreadableOriginalException">Header or year are not found.</exception>
    public static Original<HcpcsChangeRow> Read(OriginalMember member)
    {
        using var table = Table.Open(Records.Open(member), Code, Action);
        var rows = new List<HcpcsChangeRow>();
        while (table.Read()) Add(rows, table.Ledger, table.Line, table.Text(Code), table.Text(Action));
        return Close(member, table.Banner, table.Ledger, rows, table.LinesRead);
    }

    /// <summary>Reads the print.</summary>
    /// <exception cref="UnreadableOriginalException">Header or year are not found.</exception>
    public static Original<HcpcsChangeRow> ReadPrint(OriginalMember member)
    {
        using var lines = new LineReader(member.Open());
        var ledger = new Ledger();
        var rows = new List<HcpcsChangeRow>();
        var banner = new List<string>();
        int? end = null;
        while (lines.Read() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) ledger.Skip("blank");
            else if (end is null && IsHeader(line))
            {
                end = line.IndexOf("SHORT DESCRIPTION", StringComparison.OrdinalIgnoreCase) is > 0 and var at
                    ? at : int.MaxValue;
                ledger.Skip("header");
            }
            else if (end is null)
            {
                banner.Add(line);
                ledger.Skip("banner");
            }
            else
            {
                var cells = line[..Math.Min(line.Length, end.Value)].Trim();
                var blank = cells.IndexOf(' ', StringComparison.Ordinal);
                if (blank < 0) ledger.Problem(lines.Count, "The line has no type of change.");
                else Add(rows, ledger, lines.Count, cells[..blank], cells[blank..].Trim());
            }
        }
        if (end is null) throw new UnreadableOriginalException("No header with \"TYPE OF CHANGE\" was found.");
        return Close(member, banner, ledger, rows, lines.Count);
    }

    private static bool Recognises(OriginalHead head)
    {
        if (head.HasRow("RECID") || head.HasRow("ACTION", "EFF DATE")) return false;
        foreach (var code in CodeNames)
            if (head.HasRow(code, "TYPE OF CHANGE") || head.HasRow(code, "ACTION CD")) return true;
        return false;
    }

    // The head of the print without one of its two columns.
    private static string? Lacks(string line)
    {
        if (!IsSetByBlanks(line) || !Has(line, Short.Name) || !Has(line, Long.Name)) return null;
        var isCode = line.TrimStart().StartsWith("HCPC", StringComparison.OrdinalIgnoreCase);
        return isCode == Has(line, Action.Name) ? null : isCode ? Action.Name : Code.Name;
    }

    private static bool IsSetByBlanks(string line) => !line.Contains('\t') && !line.Contains(',');

    private static bool Has(string line, string words) => line.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static bool IsHeader(string line) =>
        line.TrimStart().StartsWith("HCPC", StringComparison.OrdinalIgnoreCase)
        && Has(line, Action.Name) && IsSetByBlanks(line);

    private static void Add(List<HcpcsChangeRow> rows, Ledger ledger, long line, string text, string action)
    {
        if (!HcpcsFile.TryCodeOrModifier(text, out var code, out var modifier))
            ledger.Problem(line, "The first cell is neither a HCPCS code nor a modifier.");
        else if (action.Length == 0) ledger.Problem(line, "The type of change is blank.");
        else if (action.Equals(NoChange, StringComparison.OrdinalIgnoreCase)) ledger.Skip(NoChange);
        else rows.Add(new(line, code, modifier, string.Intern(action)));
    }

    private static Original<HcpcsChangeRow> Close(
        OriginalMember member, IReadOnlyList<string> banner, Ledger ledger, List<HcpcsChangeRow> rows, int linesRead)
    {
        var period = ReleasePeriod.Of(banner, member)
            ?? throw new UnreadableOriginalException("Neither the report nor its name says a year.");
        return ledger.Close(Dataset.HcpcsChanges, period, Cell.ReleaseOf(member.Name),
            linesRead >= CompleteFrom ? 0 : int.MaxValue, rows, linesRead);
    }
}
