namespace Noc.Reference.Originals;

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
