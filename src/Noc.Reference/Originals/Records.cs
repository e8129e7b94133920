using System.Text;

namespace Noc.Reference.Originals;

/// <summary>Records of cells out of delimited text or out of a sheet.</summary>
internal abstract class Records : IDisposable
{
    /// <summary>The cells of the record at hand, as they stand in the file.</summary>
    public List<string> Cells { get; } = [];

    /// <summary>Line on which the record begins, from 1.</summary>
    public long Line { get; protected set; }

    /// <summary>How many lines it takes; more than one where a quoted cell holds line breaks.</summary>
    public int Lines { get; protected set; } = 1;

    /// <summary>Lines of the file so far.</summary>
    public abstract int LinesRead { get; }

    /// <summary>True where a quote never closes; the cells are those of its first line then.</summary>
    public bool IsBroken { get; protected set; }

    /// <summary>True where all cells are empty.</summary>
    public bool IsBlank
    {
        get
        {
            foreach (var cell in Cells)
                if (!string.IsNullOrWhiteSpace(cell)) return false;
            return true;
        }
    }

    /// <summary>Moves to the next record; false behind the last.</summary>
    public abstract bool Read();

    /// <summary>Opens a member: the first sheet of a workbook, or text with a delimiter.</summary>
    public static Records Open(OriginalMember member, char delimiter = ',', bool quotes = true) =>
        member.Head.IsSheet ? new SheetRecords(member.Open()) : new TextRecords(member.Open(), delimiter, quotes);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the file.</summary>
    protected abstract void Dispose(bool disposing);
}

/// <summary>Records of delimited text, with or without quotes.</summary>
internal sealed class TextRecords(Stream stream, char delimiter, bool quotes) : Records
{
    private readonly LineReader _lines = new(stream);
    private readonly Queue<string> _ahead = new();
    private readonly List<string> _taken = [];
    private readonly StringBuilder _cell = new();
    private readonly TextPool _pool = new();
    private int _given;

    public override int LinesRead => _given;

    public override bool Read()
    {
        Cells.Clear();
        _taken.Clear();
        (IsBroken, Lines) = (false, 1);
        if (Next() is not { } line) return false;
        Line = _given;
        var isOpen = Parse(line, isOpen: false, quotes);
        while (isOpen)
        {
            _cell.Append('\n');
            if (_taken.Count >= OriginalLimits.RecordLines || Next() is not { } more) return Break();
            isOpen = Parse(more, isOpen: true, quotes);
        }
        Lines = _taken.Count;
        return true;
    }

    // A quote that never closes would swallow the file: its line is read as if quotes meant nothing.
    private bool Break()
    {
        var waiting = _ahead.ToArray();
        _ahead.Clear();
        foreach (var line in _taken.Skip(1).Concat(waiting)) _ahead.Enqueue(line);
        _given -= _taken.Count - 1;
        Cells.Clear();
        _cell.Clear();
        Parse(_taken[0], isOpen: false, hasQuotes: false);
        (IsBroken, Lines) = (true, 1);
        return true;
    }

    private string? Next()
    {
        if (!_ahead.TryDequeue(out var line)) line = _lines.Read();
        if (line is null) return null;
        _given++;
        _taken.Add(line);
        return line;
    }

    /// <summary>Adds the cells of a line; true where it ends inside quotes.</summary>
    private bool Parse(string line, bool isOpen, bool hasQuotes)
    {
        var rest = line.AsSpan();
        while (true)
        {
            if (isOpen)
            {
                var quote = rest.IndexOf('"');
                _cell.Append(quote < 0 ? rest : rest[..quote]);
                if (quote < 0) return true;
                rest = rest[(quote + 1)..];
                isOpen = rest is ['"', ..];
                if (!isOpen) continue;
                _cell.Append('"');
                rest = rest[1..];
            }
            else if (hasQuotes && _cell.Length == 0 && rest is ['"', ..])
            {
                rest = rest[1..];
                var close = rest.IndexOf('"');
                var isWhole = close >= 0 && (close + 1 == rest.Length || rest[close + 1] == delimiter);
                isOpen = !isWhole;
                if (isOpen) continue;
                EndCell(rest[..close]);
                if (close + 1 == rest.Length) return false;
                rest = rest[(close + 2)..];
            }
            else
            {
                var end = rest.IndexOf(delimiter);
                EndCell(end < 0 ? rest : rest[..end]);
                if (end < 0) return false;
                rest = rest[(end + 1)..];
            }
        }
    }

    private void EndCell(ReadOnlySpan<char> tail)
    {
        if (Cells.Count >= OriginalLimits.Columns)
            throw new UnreadableOriginalException($"Line {Line} has more than {OriginalLimits.Columns} cells.");
        if (_cell.Length == 0) Cells.Add(_pool.Of(tail));
        else
        {
            Cells.Add(_cell.Append(tail).ToString());
            _cell.Clear();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _lines.Dispose();
    }
}
