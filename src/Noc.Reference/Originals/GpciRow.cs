namespace Noc.Reference.Originals;

/// <summary>The geographic practice cost indices of one payment locality.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Contractor">Five digits of the Part B contractor, such as 01112.</param>
/// <param name="State">Two letters, such as CA.</param>
/// <param name="Locality">Two digits; unique only together with the contractor.</param>
/// <param name="Name">Name of the locality without the marks of its footnotes.</param>
/// <param name="WorkWithFloor">Work index with the floor of 1.0; null where the file does not print it.</param>
/// <param name="WorkWithoutFloor">Work index without that floor; null where the file does not print it.</param>
/// <param name="PracticeExpense">Practice expense index.</param>
/// <param name="Malpractice">Malpractice index.</param>
/// <remarks>Source: GPCI file of the CMS "PFS Relative Value Files" (addendum E of the final rule). The floor of
/// 1.0 is law for some periods only, so a table must say which of the two it takes for which dates.</remarks>
public sealed record GpciRow(
    long Line, string Contractor, string State, string Locality, string Name, decimal? WorkWithFloor,
    decimal? WorkWithoutFloor, decimal PracticeExpense, decimal Malpractice);
