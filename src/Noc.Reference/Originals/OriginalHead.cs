namespace Noc.Reference.Originals;

/// <summary>The beginning of a member: what readers recognise it by.</summary>
public sealed class OriginalHead
{
    private const int Bytes = 1 << 16, SheetRows = 30;

    private IReadOnlyList<IReadOnlyList<string>>? _comma;

    private OriginalHead(string name, bool isSheet, IReadOnlyList<string> lines, IReadOnlyList<IReadOnlyList<string>>
        rows)
    {
        (Name, IsSheet, Lines) = (name, isSheet, lines);
        if (isSheet) _comma = rows;
    }

    /// <summary>The member's name. Only for telling releases apart: a file is never recognised by it.</summary>
    public string Name { get; }

    /// <summary>True for a workbook.</summary>
    public bool IsSheet { get; }

    /// <summary>The first 64 KiB as lines of text; for a workbook the first 30 rows with tabs between cells. Empty
    /// for what is neither.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The same as cells: of the sheet, or of text split at commas.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => _comma ??= Split(',');

    /// <summary>The text of <see cref="Lines"/> split at another delimiter, with quotes as in CSV.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Split(char delimiter, bool quotes = true)
    {
        if (IsSheet) return Rows;
        var rows = new List<IReadOnlyList<string>>();
        var bytes = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Lines));
        using var records = new TextRecords(new MemoryStream(bytes), delimiter, quotes);
        try
        {
            while (records.Read()) rows.Add([.. records.Cells]);
        }
        catch (UnreadableOriginalException)
        {
            // What was split so far is enough to say "not this layout".
        }
        return rows;
    }

    /// <summary>Whether one row has all these cells, whatever their case and blanks.</summary>
    public bool HasRow(params ReadOnlySpan<string> names)
    {
        foreach (var row in Rows)
            if (HasAll(row, names)) return true;
        return false;
    }

    /// <summary>Whether the text occurs in any line, whatever its case.</summary>
    public bool Contains(string text)
    {
        foreach (var line in Lines)
            if (line.Contains(text, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>The beginning of a member.</summary>
    /// <exception cref="UnreadableOriginalException">The member is damaged.</exception>
    public static OriginalHead Of(OriginalMember member)
    {
        var bytes = new byte[Bytes];
        int read;
        using (var stream = member.Open()) read = stream.ReadAtLeast(bytes, Bytes, throwOnEndOfStream: false);
        if (bytes.AsSpan(0, read).StartsWith("PK"u8)) return OfSheet(member);
        var lines = new List<string>();
        using var reader = new LineReader(new MemoryStream(bytes, 0, read));
        try
        {
            while (reader.Read() is { } line) lines.Add(line);
        }
        catch (UnreadableOriginalException)
        {
            lines.Clear();   // binary: no reader recognises it
        }
        return new(member.Name, isSheet: false, lines, []);
    }

    private static OriginalHead OfSheet(OriginalMember member)
    {
        var rows = new List<IReadOnlyList<string>>();
        using var records = new SheetRecords(member.Open());
        while (rows.Count < SheetRows && records.Read()) rows.Add([.. records.Cells]);
        return new(member.Name, isSheet: true, [.. rows.Select(row => string.Join('\t', row))], rows);
    }

    private static bool HasAll(IReadOnlyList<string> row, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var found = false;
            foreach (var cell in row) found = found || Cell.IsNamed(cell, name);
            if (!found) return false;
        }
        return true;
    }
}
