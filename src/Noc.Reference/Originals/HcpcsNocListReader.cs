namespace Noc.Reference.Originals;

/// <summary>Reads the list of unclassified codes, as a workbook or as a print of it.</summary>
public static class HcpcsNocListReader
{
    // Codes: 146 in 2018, 141 in 2019.
    private const int CompleteFrom = 100;

    private const string EndMark = "end mark";

    private static readonly string[] PrintNames = ["HCPCS", "LONG DESCRIPTION", "ADD DATE", "TERM DATE"];

    private static readonly Column Code = new("HCPCS", "HCPC", "CODE"), Description = new("LONG DESCRIPTION"),
        Added = new("ADD DATE", "ADD DT"), Ended = new("TERM DATE", "TERM DT");

    /// <summary>The workbook.</summary>
    public static OriginalReader Reader { get; } = new(Dataset.HcpcsNocList,
        head => head.Contains("NOC CODES") && head.HasRow("LONG DESCRIPTION", "TERM DATE"), Read)
    {
        Columns = [Code, Description, Added, Ended],
    };

    /// <summary>The print with columns set by blanks.</summary>
    public static OriginalReader PrintReader { get; } = new(Dataset.HcpcsNocList,
        head => !head.IsSheet && head.Contains("NOC CODES") && head.Lines.Any(IsHeader), ReadPrint)
    {
        MissingColumn = head => head.IsSheet || !head.Contains("NOC CODES") ? null
            : head.Lines.Select(Lacks).FirstOrDefault(name => name is not null),
    };

    /// <summary>Reads the workbook.</summary>
    /// <exception cref="UnreadableOriginalException">Header or year are not found.</exception>
    public static Original<NocCodeRow> Read(OriginalMember member)
    {
        using var table = Table.Open(Records.Open(member), Code, Description, Added, Ended);
        var rows = new List<NocCodeRow>();
        while (table.Read())
        {
            string? wrong = null;
            var text = table.Text(Code);
            if (IsEndMark(text)) table.Ledger.Skip(EndMark);
            else Add(rows, table.Ledger, table.Line, text, table.Text(Description), table.Day(Added, ref wrong),
                table.Day(Ended, ref wrong), wrong);
        }
        return Close(member, table.Banner, table.Ledger, rows, table.LinesRead);
    }

    /// <summary>Reads the print.</summary>
    /// <exception cref="UnreadableOriginalException">Header or year are not found.</exception>
    public static Original<NocCodeRow> ReadPrint(OriginalMember member)
    {
        using var lines = new LineReader(member.Open());
        var ledger = new Ledger();
        var rows = new List<NocCodeRow>();
        var banner = new List<string>();
        string? header = null;
        while (lines.Read() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) ledger.Skip("blank");
            else if (IsEndMark(line.Trim())) ledger.Skip(EndMark);
            else if (header is null && IsHeader(line))
            {
                header = line;
                ledger.Skip("header");
            }
            else if (header is null)
            {
                banner.Add(line);
                ledger.Skip("banner");
            }
            else Printed(rows, ledger, lines.Count, line, header);
        }
        if (header is null) throw new UnreadableOriginalException("No header with the column \"HCPCS\" was found.");
        return Close(member, banner, ledger, rows, lines.Count);
    }

    private static void Printed(List<NocCodeRow> rows, Ledger ledger, long number, string line, string header)
    {
        string? wrong = null;
        var columns = new int[4];
        for (var i = 0; i < 4; i++) columns[i] = header.IndexOf(PrintNames[i], StringComparison.OrdinalIgnoreCase);
        var code = Part(line, columns[0], columns[1]);
        // A description without dates may run into their columns.
        var end = Part(line, columns[2], columns[3]) is { Length: 8 } day && day.All(char.IsAsciiDigit)
            ? columns[2] : line.Length;
        var isDated = end == columns[2];
        if (!Cell.TryDay(isDated ? Part(line, columns[2], columns[3]) : "", out var added)
            || !Cell.TryDay(isDated ? Part(line, columns[3], line.Length) : "", out var ended))
        {
            wrong = "A date is none.";
            (added, ended) = (null, null);
        }
        Add(rows, ledger, number, code, Part(line, columns[1], end), added, ended, wrong);
    }

    // The head of the print without one of its four columns.
    private static string? Lacks(string line)
    {
        var missing = PrintNames.Where(name => !line.Contains(name, StringComparison.OrdinalIgnoreCase)).ToArray();
        return missing is [var one] && !line.Contains(',') && !line.Contains('\t') ? one : null;
    }

    private static bool IsHeader(string line) =>
        line.TrimStart().StartsWith("HCPCS ", StringComparison.OrdinalIgnoreCase)
        && line.IndexOf("LONG DESCRIPTION", StringComparison.OrdinalIgnoreCase) is > 0 and var description
        && line.IndexOf("ADD DATE", StringComparison.OrdinalIgnoreCase) is var added && added > description
        && line.IndexOf("TERM DATE", StringComparison.OrdinalIgnoreCase) > added;

    private static string Part(string line, int from, int to) =>
        line.Length <= from ? "" : Cell.Clean(line[from..Math.Min(to, line.Length)]);

    // Spreadsheets that were once DOS files end in a control character.
    private static bool IsEndMark(string text) => text is "_x001A_" or "\u001A";

    // A second row of a code without a date goes on with its description.
    private static void Add(List<NocCodeRow> rows, Ledger ledger, long line, string text, string description,
        DateOnly? added, DateOnly? ended, string? wrong)
    {
        if (!Cell.TryCode(text, out var code)) wrong = "The first cell is no HCPCS code.";
        if (wrong is not null) ledger.Problem(line, wrong);
        else if (added is null && ended is null && rows.Count > 0 && rows[^1].Code == code)
        {
            ledger.Skip(HcpcsFile.Continuation);
            rows[^1] = rows[^1] with { Description = $"{rows[^1].Description} {description}" };
        }
        else rows.Add(new(line, code, Cell.IsCpt(code) ? "" : description, added, ended));
    }

    private static Original<NocCodeRow> Close(
        OriginalMember member, IReadOnlyList<string> banner, Ledger ledger, List<NocCodeRow> rows, int linesRead)
    {
        var period = ReleasePeriod.Of(banner, member)
            ?? throw new UnreadableOriginalException("Neither the title nor the name says a year.");
        return ledger.Close(
            Dataset.HcpcsNocList, period, Cell.ReleaseOf(member.Name), CompleteFrom, rows, linesRead);
    }
}
