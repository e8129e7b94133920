using Noc.Reference.Seed;
using Noc.Reference.Store;

namespace Noc.App.ManageData;

/// <summary><c>noc data import</c>: brings agencies' files into the tables.</summary>
public static class ImportReport
{
    private const int MostOdd = 10;

    /// <summary>Imports files and folders and says what became of them.</summary>
    /// <param name="paths">Files and folders; none to write damaged tables anew.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="today">Tells what speaks for a day too far ahead.</param>
    /// <param name="output">Where the counts go.</param>
    /// <param name="errors">Where progress and refusals go.</param>
    /// <returns>0 done, 2 a path does not exist, 3 a file was refused, a file that was named holds nothing that
    /// Noc reads, or a folder cannot be read, 4 the data folder cannot be written.</returns>
    public static int Run(IReadOnlyList<string> paths, string folder, DateOnly today, TextWriter output,
        TextWriter errors)
    {
        var files = new List<string>();
        var isUnread = false;
        foreach (var path in paths)
        {
            if (!Directory.Exists(path) && !File.Exists(path))
            {
                errors.WriteLine($"noc: there is no file or folder {path}.");
                return 2;
            }
            files.AddRange(FolderFiles.Of(path, endings: null, out var problem));
            if (problem is null) continue;
            errors.WriteLine($"noc: {path}: {problem}");
            isUnread = true;
        }
        ImportResult result;
        try
        {
            result = new TableImport(folder, SeedImage.Load())
            {
                Progress = member => errors.WriteLine(TerminalText.Clean(Line(member))),
            }.Run(files);
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            errors.WriteLine(FolderFault.Message(folder, fault));
            return 4;
        }
        Write(result, today, output);
        var useless = paths.Where(path => File.Exists(path) && IsUseless(result, path)).ToList();
        foreach (var path in useless)
            errors.WriteLine($"noc: {path} holds nothing that Noc reads. Give the agency's file as it was downloaded: "
                + "zip, gzip, csv, txt or xlsx.");
        return isUnread || useless.Count > 0
            || result.Members.Any(member => member.Outcome is ImportOutcome.Refused) ? 3 : 0;
    }

    // In a folder anything may lie about; a file that was named is meant to be read.
    private static bool IsUseless(ImportResult result, string path) =>
        result.Members.Where(member => member.Path == path)
            .All(member => member.Outcome is ImportOutcome.NotRecognised);

    private static string Line(ImportedMember member) => member.Outcome switch
    {
        ImportOutcome.Imported when member.Original is { } original =>
            $"  read     {member.Member}: {DatasetNotes.Of(original.Dataset).Name}, {PeriodOf(original)}, "
            + $"{original.Rows:N0} rows{(original.IsPartial ? " (extract)" : "")}"
            + (original.Problems.Count > 0 ? $", {original.Problems.Count} rows not understood" : ""),
        ImportOutcome.Known => $"  known    {member.Member}",
        ImportOutcome.NotRecognised =>
            $"  left     {member.Member}: {member.Reason ?? "no agency file that Noc knows"}",
        _ => $"  REFUSED  {member.Member}{Archive(member)}: {Looks(member)}{Reason(member)}",
    };

    private static string Looks(ImportedMember member) => member.Dataset is not { } dataset ? ""
        : $"looks like {DatasetNotes.Of(dataset).Name}; ";

    private static string Archive(ImportedMember member) =>
        Path.GetFileName(member.Path) is { Length: > 0 } file && file != member.Member ? $" in {file}" : "";

    // A sentence of its own, or the second half of one.
    private static string? Reason(ImportedMember member) => member is { Dataset: not null, Reason: [var first, ..] why }
        ? char.ToLowerInvariant(first) + why[1..] : member.Reason;

    private static string PeriodOf(ImportedOriginal original) =>
        original.Period.From == DateOnly.MinValue ? "no dates of its own" : original.Period.ToString();

    private static void Write(ImportResult result, DateOnly today, TextWriter output)
    {
        var refused = result.Members.Count(member => member.Outcome is ImportOutcome.Refused);
        foreach (var member in result.Members)
            if (member.Original is { Problems.Count: > 0 } original)
            {
                output.WriteLine($"Rows not understood in {TerminalText.Clean(member.Member)}:");
                foreach (var problem in original.Problems.Take(20))
                    output.WriteLine($"  line {problem.Line}: {problem.Message}");
                if (original.Problems.Count > 20) output.WriteLine($"  and {original.Problems.Count - 20} more");
            }
        if (result.Repaired is { } fault)
            StatusReport.WriteParagraph($"{fault} It was written anew out of the copies of its files that Noc keeps. "
                + $"Tables in use: {result.After.Name}.", output);
        else if (!result.IsChanged) output.WriteLine($"Nothing new. Tables in use: {result.After.Name}.");
        else
        {
            var datasets = TableChanges.Of(result.Before, result.After);
            DiffReport.WriteCounts(datasets, output);
            if (datasets.Count == 0)
                StatusReport.WriteParagraph("What was read changes nothing: the tables said it before, or a newer "
                    + "release of the same period says otherwise (noc data status --long).", output);
            output.WriteLine($"Tables in use: {result.After.Name} (before: {result.Before.Name}).");
        }
        WriteOdd(result, today, output);
        if (result.Lost.Count > 0)
            StatusReport.WriteParagraph("No longer in the tables, for no copy of it is kept: "
                + $"{string.Join(", ", result.Lost)}. Import it again.", output);
        if (refused > 0)
            output.WriteLine($"{(refused == 1 ? "1 file was" : $"{refused} files were")} refused; the reasons stand "
                + "above.");
    }

    // What was odd before was said before; `noc data status` has it all.
    private static void WriteOdd(ImportResult result, DateOnly today, TextWriter output)
    {
        var odd = Oddities.Of(result.After, today).Except(Oddities.Of(result.Before, today)).ToList();
        if (odd.Count == 0) return;
        output.WriteLine($"Implausible, to be checked ({odd.Count}):");
        foreach (var line in odd.Take(MostOdd)) StatusReport.WriteItem(line, output);
        if (odd.Count > MostOdd) output.WriteLine($"  and {odd.Count - MostOdd} more (noc data status --long)");
    }
}
