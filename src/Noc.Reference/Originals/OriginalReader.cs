namespace Noc.Reference.Originals;

/// <summary>Reads one layout of one dataset.</summary>
/// <param name="Dataset">What the file is about.</param>
/// <param name="Recognises">Whether a member has this layout, by its content.</param>
/// <param name="Read">Reads the member; throws <see cref="UnreadableOriginalException"/>.</param>
public sealed record OriginalReader(
    Dataset Dataset, Func<OriginalHead, bool> Recognises, Func<OriginalMember, IOriginal> Read)
{
    /// <summary>The columns that it goes by; none for layouts without a header, or with one like many others.</summary>
    internal IReadOnlyList<Column> Columns { get; init; } = [];

    /// <summary>For layouts whose header is like many others: the name of the column that a file lacks which is of this
    /// kind by its other columns or by its rows; null for other files.</summary>
    internal Func<OriginalHead, string?>? MissingColumn { get; init; }

    /// <summary>What stands between the columns of text.</summary>
    internal char Delimiter { get; init; } = ',';
}
