using Noc.Reference.Seed;
using Noc.Reference.Store;

namespace Noc.App.ManageData;

/// <summary><c>noc data import</c>: brings agencies' files into the tables.</summary>
public static class ImportReport
{
    /// <summary>Imports files and folders and says what became of them.</summary>
    /// <returns>0 done, 2 a path does not exist, 3 a file was recognised but refused, 4 the folder cannot be written.
    /// </returns>
    public static int Run(IReadOnlyList<string> paths, string folder, TextWriter output, TextWriter errors)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
                files.AddRange(Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal));
            else if (File.Exists(path)) files.Add(path);
            else
            {
                errors.WriteLine($"noc: there is no file or folder {path}.");
                return 2;
            }
        }
        ImportResult result;
        try
        {
            result = new TableImport(folder, SeedImage.Load())
            {
                Progress = member => errors.WriteLine(Line(member)),
            }.Run(files);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"noc: the data folder {folder} cannot be written, or another import is running.");
            return 4;
        }
        Write(result, output);
        return result.Members.Any(member => member.Outcome is ImportOutcome.Refused) ? 3 : 0;
    }

    private static string Line(ImportedMember member) => member.Outcome switch
    {
        ImportOutcome.Imported when member.Original is { } original =>
            $"  read     {member.Member}: {DatasetNotes.Of(original.Dataset).Name}, {PeriodOf(original)}, "
            + $"{original.Rows:N0} rows{(original.IsPartial ? " (extract)" : "")}"
            + (original.Problems.Count > 0 ? $", {original.Problems.Count} rows not understood" : ""),
        ImportOutcome.Known => $"  known    {member.Member}",
        ImportOutcome.NotRecognised =>
            $"  left     {member.Member}: {member.Reason ?? "no agency file that Noc knows"}",
        _ => $"  REFUSED  {member.Member}: {member.Reason}",
    };

    private static string PeriodOf(ImportedOriginal original) =>
        original.Period.From == DateOnly.MinValue ? "no dates of its own" : original.Period.ToString();

    private static void Write(ImportResult result, TextWriter output)
    {
        var refused = result.Members.Count(member => member.Outcome is ImportOutcome.Refused);
        foreach (var member in result.Members)
            if (member.Original is { Problems.Count: > 0 } original)
            {
                output.WriteLine($"Rows not understood in {member.Member}:");
                foreach (var problem in original.Problems.Take(20))
                    output.WriteLine($"  line {problem.Line}: {problem.Message}");
                if (original.Problems.Count > 20) output.WriteLine($"  and {original.Problems.Count - 20} more");
            }
        if (result.Repaired is { } fault)
            output.WriteLine($"{fault} It was written anew out of the copies of its files that Noc keeps. "
                + $"Tables in use: {result.After.Name}.");
        else if (!result.IsChanged) output.WriteLine($"Nothing new. Tables in use: {result.After.Name}.");
        else
        {
            output.WriteLine($"{"Dataset",-24} {"added",9} {"changed",9} {"ended",9}");
            foreach (var change in TableChanges.Of(result.Before, result.After))
                output.WriteLine(
                    $"{change.Name,-24} {change.Added,9:N0} {change.Changed,9:N0} {change.Ended,9:N0}");
            output.WriteLine($"Tables in use: {result.After.Name} (before: {result.Before.Name}).");
        }
        if (result.Lost.Count > 0)
            output.WriteLine($"No longer in the tables, for no copy of it is kept: {string.Join(", ", result.Lost)}. "
                + "Import it again.");
        if (refused > 0) output.WriteLine($"{refused} files were recognised but refused; the reasons stand above.");
    }
}
