namespace Noc.Reference.Originals;

/// <summary>A row that would be the header of a known kind of file if it had all of its columns.</summary>
/// <param name="Dataset">What such files are about.</param>
/// <param name="Rank">How alike it is; the greater the more.</param>
/// <param name="Reason">Which columns are missing, and which are not known.</param>
internal sealed record HeaderLikeness(Dataset Dataset, int Rank, string Reason)
{
    // Fewer known names than these stand in headers of all the world. A file with twice as many unknown ones is
    // somebody's own list.
    private const int FewestKnown = 3, MostNamed = 4, LongestName = 60;

    /// <summary>Compares a row with the columns of a reader; null where it is no header of the kind, or a whole
    /// one.</summary>
    public static HeaderLikeness? Of(OriginalReader reader, IReadOnlyList<string> cells)
    {
        if (reader.Columns.Count == 0 || cells.Count < FewestKnown) return null;
        var needed = reader.Columns.Count(column => column.IsNeeded);
        var missing = reader.Columns.Where(column => column.IsNeeded && !cells.Any(column.Is)).ToList();
        var known = reader.Columns.Count(column => cells.Any(column.Is));
        if (missing.Count == 0 || missing.Count * 2 > needed || known < FewestKnown) return null;
        var other = cells.Where(cell => !string.IsNullOrWhiteSpace(cell)
            && !reader.Columns.Any(column => column.Is(cell))).ToList();
        if (other.Count > known * 2) return null;
        return new(reader.Dataset, (known * 10) - (missing.Count * 20) - other.Count, Sentence(missing, other));
    }

    /// <summary>Why a header is refused that lacks columns and has others in their place; null where it has no
    /// others.</summary>
    /// <param name="columns">All columns of the layout.</param>
    /// <param name="cells">The names in the header.</param>
    public static string? Renamed(IReadOnlyList<Column> columns, IReadOnlyList<string> cells)
    {
        var other = cells.Where(cell => !string.IsNullOrWhiteSpace(cell) && !columns.Any(column => column.Is(cell)))
            .ToList();
        return other.Count == 0 ? null
            : Sentence([.. columns.Where(column => !cells.Any(column.Is))], other);
    }

    /// <summary>A sentence that names missing columns, and those that are not known.</summary>
    public static string Sentence(IReadOnlyList<Column> missing, IReadOnlyList<string> other)
    {
        var names = string.Join(", ", missing.Take(MostNamed).Select(column => $"\"{column.Name}\""));
        var unknown = string.Join(", ", other.Take(MostNamed).Select(cell => $"\"{Short(cell)}\""));
        return $"The header has no column {names}"
            + (unknown.Length > 0 ? $"; Noc does not know its column {unknown}" : "") + ".";
    }

    private static string Short(string cell) => Cell.Clean(cell) is var name && name.Length > LongestName
        ? name[..LongestName] : name;
}
