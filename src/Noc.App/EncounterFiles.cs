using Noc.App.AuditClaims;
using Noc.Formats.Encounters;

namespace Noc.App;

/// <summary>Reads the files of encounters that a user named, for every command alike.</summary>
internal static class EncounterFiles
{
    // Ids kept to tell a visit that was sent twice: beyond so many of one file nobody is told.
    private const int MostIds = 1_000_000;

    /// <summary>The encounters of a file. Where it cannot be opened, fails in the middle or holds none, the last one
    /// has no encounter and says so.</summary>
    /// <param name="path">The file; <c>-</c> for standard input.</param>
    public static IEnumerable<ReadEncounter> Read(string path) =>
        Read(() => path == "-" ? Console.OpenStandardInput() : InputFiles.Open(path));

    /// <summary>The encounters of what is opened.</summary>
    internal static IEnumerable<ReadEncounter> Read(Func<Stream> open)
    {
        Exception? fault = null;
        var count = 0L;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var read in FileFault.Guard(open, EncounterFile.Read, failure => fault = failure))
        {
            count++;
            yield return read.Encounter is { Id.Length: > 0 } visit && ids.Count < MostIds && !ids.Add(visit.Id)
                ? read with { Problems = [.. read.Problems, SentTwice(read.Line, visit.Pointer)] } : read;
        }
        var lost = fault is null ? count > 0 ? null : "The file holds no encounter."
            : count == 0 ? FileFault.Explain(fault)
            : $"Only the beginning was read ({count} encounter{(count == 1 ? "" : "s")}). {FileFault.Explain(fault)}";
        if (lost is not null) yield return new(0, null, [new(0, "", lost)]);
    }

    private static EncounterProblem SentTwice(long line, string pointer) => new(line, $"{pointer}/id",
        "An earlier visit of this file has this id. Take one off where it was sent twice, else give it its own.");

    /// <summary>What is wrong with an encounter, with its file and place.</summary>
    public static string Describe(string file, EncounterProblem problem) =>
        TerminalText.Clean($"{file}{(problem.Line > 0 ? $" line {problem.Line}" : "")}"
            + $"{(problem.Pointer.Length > 0 ? $" {problem.Pointer}" : "")}: {problem.Message}");
}
