namespace Noc.Reference.Originals;

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
