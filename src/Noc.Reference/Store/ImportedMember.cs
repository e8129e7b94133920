namespace Noc.Reference.Store;

/// <summary>What became of one file or member of an import.</summary>
/// <param name="Path">The file on disk.</param>
/// <param name="Member">Name of the member inside an archive; the same as the file's where it is none.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Original">Its rows in number, period and problems; null where it was not read.</param>
/// <param name="Reason">Why it was refused, or why it holds nothing for the tables; null otherwise.</param>
public sealed record ImportedMember(
    string Path, string Member, ImportOutcome Outcome, ImportedOriginal? Original = null, string? Reason = null)
{
    /// <summary>What a refused file is about or looks like; null where that is not known.</summary>
    public Dataset? Dataset { get; init; }
}
