using Noc.Reference.Originals;

namespace Noc.Reference.Store;

/// <summary>The outline of a file that was read.</summary>
/// <param name="Dataset">What it is about.</param>
/// <param name="Period">The dates of service that it speaks for.</param>
/// <param name="Release">What sets a re-issue apart.</param>
/// <param name="IsPartial">True for an extract.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Problems">Rows not understood.</param>
/// <param name="Skipped">Lines left out on purpose: why, and how many.</param>
public sealed record ImportedOriginal(
    Dataset Dataset, Period Period, string Release, bool IsPartial, int Rows, IReadOnlyList<RowProblem> Problems,
    IReadOnlyDictionary<string, int> Skipped);
