namespace Noc.Reference.Store;

/// <summary>Outcome of an import.</summary>
/// <param name="Before">The tables before; the seed where nothing was imported.</param>
/// <param name="After">The tables after; the same where nothing was new.</param>
/// <param name="Members">The files in the order they were found.</param>
public sealed record ImportResult(TableImage Before, TableImage After, IReadOnlyList<ImportedMember> Members)
{
    /// <summary>Whether the tables changed.</summary>
    public bool IsChanged => Before.Name != After.Name;

    /// <summary>Why the tables in use before could not be used and were written anew; null where they could.
    /// <see cref="Before"/> is the seed then.</summary>
    public string? Repaired { get; init; }

    /// <summary>Files that those tables were made of and of which no copy is kept any more.</summary>
    public IReadOnlyList<string> Lost { get; init; } = [];
}
