namespace Noc.Reference.Originals;

/// <summary>A column that a reader looks for by name.</summary>
/// <param name="Name">The usual name, in any case.</param>
/// <param name="Aliases">Other names that releases used.</param>
internal sealed record Column(string Name, params string[] Aliases)
{
    /// <summary>False where a file may lack it.</summary>
    public bool IsNeeded { get; init; } = true;

    /// <summary>Recognises names with a changing part, such as a year; given in one spelling (upper case).</summary>
    public Func<string, bool>? Matches { get; init; }

    /// <summary>The same column where a file may lack it.</summary>
    public static Column Optional(string name, params string[] aliases) => new(name, aliases) { IsNeeded = false };

    /// <summary>Whether a header cell is this column.</summary>
    public bool Is(string cell) =>
        Cell.IsNamed(cell, Name) || Aliases.Any(alias => Cell.IsNamed(cell, alias))
        || (Matches is not null && cell.Length < 200 && Matches(Cell.Name(cell)));
}

/// <summary>Counts the lines of a file, so that each is accounted for.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<string, int> _skipped = new(StringComparer.Ordinal);
    private readonly List<RowProblem> _problems = [];

    /// <summary>Counts lines left out on purpose.</summary>
    public void Skip(string why, int lines = 1)
    {
        if (lines > 0) _skipped[why] = _skipped.GetValueOrDefault(why) + lines;
    }

    /// <summary>Notes a line that was not understood.</summary>
    public void Problem(long line, string message)
    {
        if (_problems.Count >= OriginalLimits.Problems)
            throw new UnreadableOriginalException($"More than {OriginalLimits.Problems} rows were not understood.");
        _problems.Add(new(line, message));
    }

    // Nine of ten rows not understood: the file is not what its header says.
    private void RefuseJunk(int understood)
    {
        if (_problems.Count == 0 || _problems.Count < understood * 9) return;
        var first = string.Join(" ", _problems.Take(3).Select(problem => $"Line {problem.Line}: {problem.Message}"));
        throw new UnreadableOriginalException(
            $"{_problems.Count} of {_problems.Count + understood} rows are not understood. {first}");
    }

    /// <summary>The file as read.</summary>
    /// <param name="dataset">What it is about.</param>
    /// <param name="period">The dates of service it speaks for.</param>
    /// <param name="release">What sets a re-issue apart.</param>
    /// <param name="completeFrom">Fewest rows of a complete file.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="linesRead">Lines of the file.</param>
    /// <param name="rowLines">Lines that the rows began on, where a line can give several; else one for each.</param>
    public Original<T> Close<T>(
        Dataset dataset, Period period, string release, int completeFrom, List<T> rows, int linesRead,
        int? rowLines = null)
    {
        var counted = (rowLines ?? rows.Count) + _problems.Count + _skipped.Values.Sum();
        if (counted != linesRead)
            throw new InvalidOperationException($"{dataset}: {counted} lines accounted for, {linesRead} read.");
        RefuseJunk(rowLines ?? rows.Count);
        return new()
        {
            Dataset = dataset,
            Period = period,
            Release = release,
            IsPartial = rows.Count < completeFrom,
            Rows = rows,
            LinesRead = linesRead,
            Problems = _problems,
            Skipped = _skipped,
        };
    }
}

/// <summary>Rows under a header that is found by its content; columns are asked for by name.</summary>
internal sealed class Table : IDisposable
{
    private readonly Records _records;
    private readonly Dictionary<Column, int> _places = new(ReferenceEqualityComparer.Instance);
    private readonly TextPool _pool = new();
    private readonly List<string> _banner = [], _header = [];

    private Table(Records records) => _records = records;

    /// <summary>Text of the lines in front of the header, cells joined by blanks, empty lines left out.</summary>
    public IReadOnlyList<string> Banner => _banner;

    /// <summary>The count of lines; banner, header, blank lines and inner lines of cells are counted here.</summary>
    public Ledger Ledger { get; } = new();

    /// <summary>Line on which the row at hand begins.</summary>
    public long Line => _records.Line;

    /// <summary>Lines of the file so far.</summary>
    public int LinesRead => _records.LinesRead;

    /// <summary>The row's cells as they stand.</summary>
    public IReadOnlyList<string> Cells => _records.Cells;

    /// <summary>Finds the header: the first row that bears at least half of the needed columns.</summary>
    /// <exception cref="UnreadableOriginalException">There is none, or it lacks a needed column.</exception>
    public static Table Open(Records records, params Column[] columns) => Open(records, columns, isWhole: false);

    /// <summary>The same where <paramref name="columns"/> are all that the layout ever had: a header that lacks one of
    /// them and has a name beside them had it renamed, and is refused too.</summary>
    /// <exception cref="UnreadableOriginalException">There is no header, or it lacks a column.</exception>
    public static Table OpenWhole(Records records, params Column[] columns) => Open(records, columns, isWhole: true);

    private static Table Open(Records records, Column[] columns, bool isWhole)
    {
        var table = new Table(records);
        try
        {
            table.FindHeader(columns);
            if (isWhole && columns.Any(column => !table.Has(column))
                && HeaderLikeness.Renamed(columns, [.. table._header]) is { } reason)
                throw new UnreadableOriginalException(reason);
            return table;
        }
        catch
        {
            records.Dispose();
            throw;
        }
    }

    /// <summary>Moves to the next row that is not blank; false behind the last.</summary>
    public bool Read()
    {
        while (_records.Read())
        {
            Ledger.Skip("inner line of a cell", _records.Lines - 1);
            if (_records.IsBroken) Ledger.Problem(Line, "A quote never closes.");
            else if (_records.IsBlank) Ledger.Skip("blank");
            else return true;
        }
        return false;
    }

    /// <summary>Refuses a file that lacks a column which its release must have.</summary>
    /// <exception cref="UnreadableOriginalException">It does.</exception>
    public void Require(Column column)
    {
        if (!Has(column)) throw new UnreadableOriginalException(HeaderLikeness.Sentence([column], []));
    }

    /// <summary>Whether the file has the column.</summary>
    public bool Has(Column column) => _places.ContainsKey(column);

    /// <summary>The cell without blanks around it; empty where the file or the row lacks it.</summary>
    public string Text(Column column) =>
        _places.TryGetValue(column, out var at) && at < _records.Cells.Count ? _pool.Clean(_records.Cells[at]) : "";

    /// <summary>A number of the row; null where not known. What is none goes to <paramref name="wrong"/>.</summary>
    public decimal? Number(Column column, ref string? wrong)
    {
        if (!Cell.TryNumber(Text(column), out var value)) wrong ??= $"{column.Name} is no number.";
        return value;
    }

    /// <summary>A day of the row; null where not known. Text that is none goes to <paramref name="wrong"/>.</summary>
    public DateOnly? Day(Column column, ref string? wrong)
    {
        if (!Cell.TryDay(Text(column), out var day)) wrong ??= $"{column.Name} is no date.";
        return day;
    }

    public void Dispose() => _records.Dispose();

    private void FindHeader(Column[] columns)
    {
        var needed = columns.Count(column => column.IsNeeded);
        while (_records.LinesRead < OriginalLimits.BannerLines && _records.Read())
        {
            foreach (var column in columns)
                if (_records.Cells.FindIndex(column.Is) is >= 0 and var at) _places[column] = at;
            if (_places.Keys.Count(column => column.IsNeeded) * 2 >= needed)
            {
                foreach (var column in columns)
                    if (column.IsNeeded) Require(column);
                Ledger.Skip("header", _records.Lines);
                _header.AddRange(_records.Cells);
                return;
            }
            _places.Clear();
            Ledger.Skip(_records.IsBlank ? "blank" : "banner", _records.Lines);
            if (!_records.IsBlank)
                _banner.Add(Cell.Clean(string.Join(' ', _records.Cells.Where(cell => cell.Trim().Length > 0))));
        }
        throw new UnreadableOriginalException($"No header with the column \"{columns[0].Name}\" was found.");
    }
}
