namespace Noc.Reference.Originals;

/// <summary>A row that was not understood and is not among the rows read.</summary>
/// <param name="Line">Line of the file, or row of the sheet, from 1.</param>
/// <param name="Message">What was not understood. Holds no content of the row beyond a code.</param>
public sealed record RowProblem(long Line, string Message);
