using System.Text;

namespace Noc.Reference.Seed;

/// <summary>Reads the rows of one seed file: CSV with quotes, first line names the columns.</summary>
internal sealed class SeedRows
{
    private readonly string _file, _text;
    private readonly string[] _header;
    private readonly List<string> _cells = [];
    private int _at, _row = 1;

    public SeedRows(string file)
    {
        _file = file;
        using var stream = typeof(SeedRows).Assembly.GetManifestResourceStream($"seed/{file}")
            ?? throw new InvalidOperationException($"The seed file {file} is not part of this build.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        _text = reader.ReadToEnd();
        _header = Next() ? [.. _cells] : throw Broken("has no header");
    }

    /// <summary>Moves to the next row; false at the end.</summary>
    public bool Next()
    {
        _cells.Clear();
        if (_at >= _text.Length) return false;
        _row++;
        while (true)
        {
            _cells.Add(Cell());
            if (_at >= _text.Length) return true;
            if (_text[_at++] == '\n') return true;
        }
    }

    /// <summary>A cell of the row by column name.</summary>
    public string this[string column]
    {
        get
        {
            var index = Array.IndexOf(_header, column);
            return index >= 0 && index < _cells.Count ? _cells[index] : throw Broken($"has no column {column}");
        }
    }

    /// <summary>A date cell; null where it is empty.</summary>
    public DateOnly? Date(string column) => this[column] is not { Length: > 0 } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) ? date : throw Broken($"column {column} is no date");

    /// <summary>A list cell, its parts separated by a character.</summary>
    public string[] List(string column, char separator) =>
        this[column].Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>An error that names file and row.</summary>
    public InvalidOperationException Broken(string what) => new($"data/seed/{_file}, row {_row}: {what}.");

    private string Cell()
    {
        if (_at < _text.Length && _text[_at] == '"') return Quoted();
        var rest = _text.AsSpan(_at);
        var end = rest.IndexOfAny(',', '\n');
        var cell = end < 0 ? rest : rest[..end];
        _at += cell.Length;
        return cell.TrimEnd('\r').ToString();
    }

    private string Quoted()
    {
        var cell = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            if (_text[_at] != '"')
            {
                cell.Append(_text[_at]);
                continue;
            }
            if (_at + 1 < _text.Length && _text[_at + 1] == '"')
            {
                cell.Append('"');
                _at++;
                continue;
            }
            _at++;
            return cell.ToString();
        }
        throw Broken("a quote is not closed");
    }
}
