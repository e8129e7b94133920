using Noc.Audit.Evidence;
using Noc.Coding;
using Noc.Encounters;
using Noc.Tables;

namespace Noc.App.AuditClaims;

/// <summary>Something wrong with the evidence.</summary>
/// <param name="File">The file or folder.</param>
/// <param name="Line">Its line, from 1; 0 where the file is one document.</param>
/// <param name="Pointer">JSON pointer to the value; empty for the whole.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="IsLoss">True where an encounter may be lost by it.</param>
internal sealed record EvidenceProblem(string File, long Line, string Pointer, string Message, bool IsLoss)
{
    /// <summary>Place and message, as it is printed.</summary>
    public override string ToString() => EncounterFiles.Describe(File, new(Line, Pointer, Message));
}

/// <summary>Reads encounters out of files and folders, each once, into an index.</summary>
internal static class EvidenceReader
{
    private static readonly string[] Endings = [".json", ".ndjson", ".jsonl"];

    /// <summary>The encounters of all paths; what is wrong is added to the problems, and reading goes on.</summary>
    public static EvidenceIndex Read(
        IReadOnlyList<string> paths, ReferenceTables tables, List<EvidenceProblem> problems)
    {
        var encounters = new List<(Encounter Encounter, string File, long Line)>();
        foreach (var path in paths)
            foreach (var file in FilesOf(path, problems)) ReadFile(file, tables, encounters, problems);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (encounter, file, line) in encounters)
        {
            if (!ids.TryAdd(encounter.Id, file))
                problems.Add(new(file, line, $"{encounter.Pointer}/id",
                    $"Another encounter, in {ids[encounter.Id]}, has the same number.", false));
            foreach (var (pointer, message) in Contradictions.Of(encounter))
                problems.Add(new(file, line, pointer, message, false));
            foreach (var given in encounter.Administrations)
                if (given is { DoseInContainers.IsNone: false, Dose.IsNone: true })
                    problems.Add(new(file, line, $"{given.Pointer}/dose", "The dose counts containers, and what one "
                        + "holds is not known: give the amount of drug, or what a container holds.", false));
        }
        return new(encounters, tables);
    }

    private static IReadOnlyList<string> FilesOf(string path, List<EvidenceProblem> problems)
    {
        var empty = new List<string>();
        var files = FolderFiles.Of(path, Endings, out var problem, empty);
        if (files.Count + empty.Count == 0) problem ??= "The folder holds no evidence (.json, .ndjson, .jsonl).";
        if (problem is not null) problems.Add(new(path, 0, "", problem, true));
        foreach (var file in empty) problems.Add(new(file, 0, "", FolderFiles.Empty, true));
        return files;
    }

    private static void ReadFile(
        string file, ReferenceTables tables, List<(Encounter, string, long)> encounters,
        List<EvidenceProblem> problems)
    {
        foreach (var read in EncounterFiles.Read(file))
        {
            foreach (var problem in read.Problems)
                problems.Add(new(file, problem.Line, problem.Pointer, problem.Message, read.Encounter is null));
            if (read.Encounter is { } encounter)
                encounters.Add((ContainerDoses.Told(encounter, tables), file, read.Line));
        }
    }
}
