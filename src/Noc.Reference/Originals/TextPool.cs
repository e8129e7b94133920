namespace Noc.Reference.Originals;

/// <summary>Gives the same string for the same short text, so that cells which rows repeat are held once.</summary>
/// <remarks>It remembers the last text of each of its places only: its size is fixed, whatever a file holds.</remarks>
internal sealed class TextPool
{
    private const int Places = 1 << 12, MaxLength = 256;

    private string?[]? _texts;

    /// <summary>The text as a string.</summary>
    public string Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return "";
        if (text.Length > MaxLength) return text.ToString();
        _texts ??= new string?[Places];
        ref var place = ref _texts[string.GetHashCode(text, StringComparison.Ordinal) & (Places - 1)];
        if (place is not null && text.SequenceEqual(place)) return place;
        return place = text.ToString();
    }

    /// <summary>A cell without blanks around it; no-break blanks become plain ones.</summary>
    public string Clean(string text)
    {
        var clean = Cell.Clean(text);
        return ReferenceEquals(clean, text) ? text : Of(clean);
    }

    /// <summary>The text of columns <paramref name="first"/> to <paramref name="last"/>, both from 1 and inclusive,
    /// without blanks around it; empty where the line ends before.</summary>
    public string At(string line, int first, int last)
    {
        var field = TextFields.Span(line, first, last);
        return field.Contains('\u00A0') ? Of(Cell.Clean(field.ToString())) : Of(field);
    }

    /// <summary>The same, null where blank.</summary>
    public string? AtOrNull(string line, int first, int last) => TextFields.OrNull(At(line, first, last));
}

/// <summary>Splits cells into lists; cells that say the same share one list.</summary>
internal sealed class ListPool(char separator)
{
    private const int MaxLists = 10_000;

    private readonly Dictionary<string, string[]> _lists = new(StringComparer.Ordinal);

    /// <summary>The parts without blanks around them and without empty ones; none for blank text.</summary>
    public IReadOnlyList<string> Of(string cell)
    {
        if (_lists.TryGetValue(cell, out var parts)) return parts;
        parts = cell.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (_lists.Count < MaxLists) _lists.Add(cell, parts);
        return parts;
    }
}
