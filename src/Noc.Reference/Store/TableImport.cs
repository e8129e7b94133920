using Noc.Reference.Compile;
using Noc.Reference.Originals;

namespace Noc.Reference.Store;

/// <summary>Brings agencies' files into the tables of a data folder.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="seed">The facts that ship with Noc.</param>
public sealed class TableImport(string folder, TableImage seed)
{
    private readonly TableStore _tables = new(folder);
    private readonly OriginalStore _originals = new(folder);

    /// <summary>Called with each file once it is dealt with.</summary>
    public Action<ImportedMember>? Progress { get; init; }

    /// <summary>Reads files and archives, and puts tables of these and all earlier files to use.</summary>
    /// <remarks>Idempotent. Stopped at any moment, it leaves the old tables in use.</remarks>
    /// <exception cref="FolderInUseException">Another import is running.</exception>
    /// <exception cref="IOException">The data folder cannot be written.</exception>
    public ImportResult Run(IEnumerable<string> paths)
    {
        using var running = FolderLock.Take(folder);
        _originals.Tidy();
        var before = _tables.OpenCurrent(out var fault) ?? seed;
        var (kept, lost) = FilesBefore();
        var known = kept.Select(file => file.Hash).ToHashSet(StringComparer.Ordinal);
        var outcomes = new List<ImportedMember>();
        foreach (var path in paths)
            foreach (var member in MembersOf(path, outcomes))
                if (Take(member, known) is var (outcome, file))
                {
                    if (file is not null && known.Add(file.Hash)) kept.Add(file);
                    Note(outcome);
                }
        void Note(ImportedMember outcome)
        {
            outcomes.Add(outcome);
            if (outcome.Outcome is not ImportOutcome.Imported) Progress?.Invoke(outcome);
        }
        var isNew = outcomes.Exists(outcome => outcome.Outcome is ImportOutcome.Imported);
        var isSame = kept.Count + lost.Count == 0 ? before == seed
            : before.Name == TableCompiler.NameOf(kept.Concat(lost).Select(file => file.Hash), seed);
        if (!isNew && isSame && fault is null) return new(before, before, outcomes);
        var after = Compile(kept, outcomes);
        // What seemed new was refused when it was read.
        if (kept.Count == 0 && before == seed && fault is null) return new(before, before, outcomes);
        if (after.Name != before.Name || fault is not null) _tables.Publish(after, kept);
        return new(before, after, outcomes) { Repaired = fault, Lost = [.. lost.Select(file => file.Member)] };
    }

    // Tables list the files behind the seed too, of which there are no copies.
    private (List<KeptOriginal> Kept, List<KeptOriginal> Lost) FilesBefore()
    {
        var shipped = KeptOriginal.Of(seed).Select(file => file.Hash).ToHashSet(StringComparer.Ordinal);
        var files = _tables.Files().ToLookup(file => _originals.Has(file.Hash));
        return ([.. files[true]], [.. files[false].Where(file => !shipped.Contains(file.Hash))]);
    }

    private IReadOnlyList<OriginalMember> MembersOf(string path, List<ImportedMember> outcomes)
    {
        try
        {
            return [.. OriginalFiles.Members(path)];
        }
        catch (Exception fault) when (fault is UnreadableOriginalException or IOException
            or UnauthorizedAccessException)
        {
            var refused = new ImportedMember(
                path, Path.GetFileName(path), ImportOutcome.Refused, Reason: ReasonOf(fault));
            outcomes.Add(refused);
            Progress?.Invoke(refused);
            return [];
        }
    }

    private (ImportedMember Outcome, KeptOriginal? File) Take(OriginalMember member, HashSet<string> known)
    {
        try
        {
            if (OriginalReaders.Of(member) is null) return (NotRecognised(member), null);
            var hash = _originals.Keep(member);
            return (new(member.Path, member.Name,
                    known.Contains(hash) ? ImportOutcome.Known : ImportOutcome.Imported),
                new(hash, Path.GetFileName(member.Path), member.Name));
        }
        catch (Exception fault) when (fault is UnreadableOriginalException or IOException or InvalidDataException
            or UnauthorizedAccessException)
        {
            return (new(member.Path, member.Name, ImportOutcome.Refused, Reason: ReasonOf(fault)), null);
        }
    }

    // A known kind of file with a renamed column must not pass for a file of somebody else.
    private static ImportedMember NotRecognised(OriginalMember member)
    {
        var why = OriginalDocuments.Why(member.Head);
        return why is null && OriginalReaders.Like(member) is { } like
            ? new(member.Path, member.Name, ImportOutcome.Refused, Reason: like.Reason) { Dataset = like.Dataset }
            : new(member.Path, member.Name, ImportOutcome.NotRecognised, Reason: why);
    }

    // Reads one file ahead of the one being compiled: two cores, and never more than three files in memory.
    private TableImage Compile(List<KeptOriginal> kept, List<ImportedMember> outcomes)
    {
        var files = kept.OrderBy(file => file.Hash, StringComparer.Ordinal).ToList();
        return TableCompiler.Compile(Read(), seed);

        IEnumerable<LoadedFile> Read()
        {
            var ahead = new Queue<(KeptOriginal File, Task<ReadFile> Reading)>();
            for (var i = 0; i < files.Count || ahead.Count > 0; i++)
            {
                if (i < files.Count)
                {
                    var file = files[i];
                    ahead.Enqueue((file, Task.Run(() => ReadKept(file))));
                }
                if (ahead.Count < 3 && i < files.Count - 1) continue;
                var (next, reading) = ahead.Dequeue();
                var read = reading.GetAwaiter().GetResult();
                Report(outcomes, next, read);
                if (read.Original is not { } original) kept.Remove(next);
                else yield return new(original, next.File, next.Member, next.Hash);
            }
        }
    }

    private void Report(List<ImportedMember> outcomes, KeptOriginal file, ReadFile read)
    {
        var original = read.Original;
        var at = outcomes.FindIndex(outcome => outcome.Outcome is ImportOutcome.Imported && outcome.Original is null
            && outcome.Member == file.Member && Path.GetFileName(outcome.Path) == file.File);
        if (at < 0)
        {
            if (original is not null) return;
            var broken = new ImportedMember(file.File, file.Member, ImportOutcome.Refused,
                Reason: $"its rows are no longer in the tables; the copy that Noc kept is not readable: {read.Reason}");
            outcomes.Add(broken);
            Progress?.Invoke(broken);
            return;
        }
        if (original is null) _originals.Remove(file.Hash);
        outcomes[at] = original is null
            ? outcomes[at] with { Outcome = ImportOutcome.Refused, Reason = read.Reason, Dataset = read.Dataset }
            : outcomes[at] with
            {
                Original = new(original.Dataset, original.Period, original.Release, original.IsPartial,
                    original.RowCount, original.Problems, original.Skipped),
            };
        Progress?.Invoke(outcomes[at]);
    }

    // What a kept file holds; why it cannot be read where there is no original.
    private sealed record ReadFile(IOriginal? Original, Dataset? Dataset, string? Reason);

    private ReadFile ReadKept(KeptOriginal file)
    {
        Dataset? dataset = null;
        try
        {
            var member = _originals.Open(file.Hash, file.File, file.Member);
            if (OriginalReaders.Of(member) is not { } reader)
                return new(null, null, "Noc no longer knows files of this kind.");
            dataset = reader.Dataset;
            return new(reader.Read(member), dataset, null);
        }
        catch (Exception fault) when (fault is UnreadableOriginalException or IOException or InvalidDataException)
        {
            return new(null, dataset, ReasonOf(fault));
        }
    }

    private static string ReasonOf(Exception fault) =>
        fault is UnreadableOriginalException ? fault.Message : "The file cannot be read.";
}
