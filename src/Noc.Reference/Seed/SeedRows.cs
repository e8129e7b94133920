using System.Text;

namespace Noc.Reference.Seed;

/// <summary>Reads the rows of one seed file: CSV with quotes, the first line names the columns.</summary>
internal sealed class SeedRows
{
    private const int MaxColumns = 32;

    private readonly string _file, _text;
    private readonly string[] _header;
    private readonly (int Start, int Length, bool IsEscaped)[] _cells = new (int, int, bool)[MaxColumns];
    private int _at, _row, _count;

    /// <summary>Reads a file of the seed that is embedded in this assembly.</summary>
    public SeedRows(string file) : this(file, TextOf(file)) { }

    /// <summary>Reads rows out of a text.</summary>
    public SeedRows(string file, string text)
    {
        (_file, _text) = (file, text);
        if (!ReadCells()) throw Broken("has no header");
        _header = new string[_count];
        for (var i = 0; i < _count; i++) _header[i] = Text(i);
    }

    private static string TextOf(string file)
    {
        using var stream = typeof(SeedRows).Assembly.GetManifestResourceStream($"seed/{file}")
            ?? throw new InvalidOperationException($"The seed file {file} is not part of this build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Moves to the next row; false at the end.</summary>
    public bool Next()
    {
        if (!ReadCells()) return false;
        return _count == _header.Length ? true : throw Broken($"has {_count} cells, not {_header.Length}");
    }

    /// <summary>Number of a column, from 0.</summary>
    public int Column(string name)
    {
        var index = Array.IndexOf(_header, name);
        return index >= 0 ? index : throw Broken($"has no column {name}");
    }

    /// <summary>A cell as it stands between commas; only quoted cells without inner quotes are whole.</summary>
    public ReadOnlySpan<char> this[int column] => _text.AsSpan(_cells[column].Start, _cells[column].Length);

    /// <summary>A cell as text.</summary>
    public string Text(int column)
    {
        var (_, length, isEscaped) = _cells[column];
        if (length == 0) return "";
        var text = this[column].ToString();
        return isEscaped ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    /// <summary>A date cell (yyyy-MM-dd); null where it is empty.</summary>
    public DateOnly? Date(int column)
    {
        var text = this[column];
        if (text.IsEmpty) return null;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') throw Broken($"column {_header[column]} is no date");
        int year = Number(text[..4], column), month = Number(text[5..7], column), day = Number(text[8..], column);
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(year, month, day) : throw Broken($"column {_header[column]} is no date");
    }

    /// <summary>A list cell, its parts separated by a character.</summary>
    public string[] List(int column, char separator)
    {
        var text = this[column];
        if (text.IsEmpty) return [];
        var parts = new string[text.Count(separator) + 1];
        var count = 0;
        while (true)
        {
            var end = text.IndexOf(separator);
            var part = (end < 0 ? text : text[..end]).Trim();
            if (!part.IsEmpty) parts[count++] = part.ToString();
            if (end < 0) break;
            text = text[(end + 1)..];
        }
        return count == parts.Length ? parts : parts[..count];
    }

    /// <summary>An error that names file and row (the header is row 1).</summary>
    public InvalidOperationException Broken(string what) => new($"data/seed/{_file}, row {_row}: {what}.");

    private int Number(ReadOnlySpan<char> digits, int column)
    {
        var number = 0;
        foreach (var c in digits)
            number = char.IsAsciiDigit(c) ? (number * 10) + (c - '0')
                : throw Broken($"column {_header[column]} is no date");
        return number;
    }

    private bool ReadCells()
    {
        _count = 0;
        if (_at >= _text.Length) return false;
        _row++;
        while (true)
        {
            if (_count == MaxColumns) throw Broken($"has more than {MaxColumns} cells");
            _cells[_count++] = _at < _text.Length && _text[_at] == '"' ? Quoted() : Plain();
            if (_at < _text.Length && _text[_at] == '\r') _at++;
            if (_at >= _text.Length) return true;
            var separator = _text[_at++];
            if (separator == '\n') return true;
            if (separator != ',') throw Broken("has text behind a closing quote");
        }
    }

    private (int, int, bool) Plain()
    {
        var rest = _text.AsSpan(_at);
        var end = rest.IndexOfAny(',', '\n');
        if (end < 0) end = rest.Length;
        var start = _at;
        if (end > 0 && rest[end - 1] == '\r') end--;
        _at += end;
        return (start, end, false);
    }

    private (int, int, bool) Quoted()
    {
        var start = ++_at;
        var isEscaped = false;
        while (true)
        {
            var end = _text.AsSpan(_at).IndexOf('"');
            if (end < 0) throw Broken("a quote is not closed");
            _at += end + 1;
            if (_at >= _text.Length || _text[_at] != '"') return (start, _at - 1 - start, isEscaped);
            isEscaped = true;
            _at++;
        }
    }
}
