namespace Noc.Reference.Originals;

/// <summary>A row that was not understood and is not among the rows read.</summary>
/// <param name="Line">Line of the file, or row of the sheet, from 1.</param>
/// <param name="Message">What was not understood. Holds no content of the row beyond a code.</param>
public sealed record RowProblem(long Line, string Message);

/// <summary>An agency's file as read, whatever its rows are.</summary>
/// <remarks>Every line is accounted for: lines that gave rows, problems and skipped lines make up
/// <see cref="LinesRead"/>.</remarks>
public interface IOriginal
{
    /// <summary>What the file is about.</summary>
    Dataset Dataset { get; }

    /// <summary>The dates of service that it speaks for.</summary>
    Period Period { get; }

    /// <summary>What sets a re-issue apart, such as <c>2025-12-17</c> or <c>v2</c>; the greatest in ordinal order is
    /// the newest of its kind. Empty where nothing tells.</summary>
    string Release { get; }

    /// <summary>True where it has fewer rows than a complete file of its kind: an extract.</summary>
    bool IsPartial { get; }

    /// <summary>How many rows were understood.</summary>
    int RowCount { get; }

    /// <summary>How many lines the file has, or rows the sheet.</summary>
    int LinesRead { get; }

    /// <summary>Rows not understood.</summary>
    IReadOnlyList<RowProblem> Problems { get; }

    /// <summary>Lines left out on purpose: why, and how many.</summary>
    IReadOnlyDictionary<string, int> Skipped { get; }
}

/// <summary>An agency's file as read.</summary>
/// <typeparam name="T">One row.</typeparam>
public sealed class Original<T> : IOriginal
{
    /// <inheritdoc/>
    public required Dataset Dataset { get; init; }

    /// <inheritdoc/>
    public required Period Period { get; init; }

    /// <inheritdoc/>
    public required string Release { get; init; }

    /// <inheritdoc/>
    public required bool IsPartial { get; init; }

    /// <summary>The rows in the order of the file.</summary>
    public required IReadOnlyList<T> Rows { get; init; }

    /// <inheritdoc/>
    public int RowCount => Rows.Count;

    /// <inheritdoc/>
    public required int LinesRead { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<RowProblem> Problems { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyDictionary<string, int> Skipped { get; init; }
}

/// <summary>A file is not of the layout that it seemed to have, or is damaged, or beyond a limit.</summary>
/// <remarks>The message names a column, a limit or a line, never the content of a row.</remarks>
public sealed class UnreadableOriginalException : Exception
{
    /// <summary>Says what could not be read.</summary>
    public UnreadableOriginalException(string message) : base(message) { }

    /// <summary>Says what could not be read, and which fault showed it.</summary>
    public UnreadableOriginalException(string message, Exception inner) : base(message, inner) { }
}

/// <summary>How far a file may go before it is refused as hostile or damaged.</summary>
public static class OriginalLimits
{
    /// <summary>Members of all archives in one file. The largest release of an agency has some thirty.</summary>
    public const int Members = 2_000;

    /// <summary>Bytes of one member once unpacked. The largest text (NCCI pairs) has about 200 MB.</summary>
    public const long MemberBytes = 1L << 30;

    /// <summary>Bytes of an archive inside an archive, which is held in memory.</summary>
    public const long NestedBytes = 1L << 28;

    /// <summary>How many times larger than packed a member of more than a megabyte may be. Deflate reaches 1,032;
    /// fixed-width text with many blanks some 30.</summary>
    public const int Ratio = 300;

    /// <summary>Archives inside archives.</summary>
    public const int Depth = 3;

    /// <summary>Bytes of one line. The longest line of an original has some thousand.</summary>
    public const int LineBytes = 1 << 20;

    /// <summary>Lines of one quoted record. The copyright notice in front of the MUE table has about ten.</summary>
    public const int RecordLines = 100;

    /// <summary>Cells of one record; the most that a spreadsheet can hold.</summary>
    public const int Columns = 16_384;

    /// <summary>Lines in front of the header.</summary>
    public const int BannerLines = 200;

    /// <summary>Rows not understood before the whole file is taken for another layout.</summary>
    public const int Problems = 10_000;
}
