using System.Text.Json;
using Noc.App.RunCases;
using Noc.Audit;
using Noc.Reference.Policies;
using Noc.Reference.Seed;

namespace Noc.App.Tests.RunCases;

/// <summary>Runs files of worked cases and proves that each was answered: none fails, none is left aside, nothing in
/// them is passed over.</summary>
internal static class WorkedCases
{
    /// <summary>Every case of a file passes.</summary>
    /// <param name="file">The file.</param>
    /// <param name="notSupported">Ids of the cases that Noc says it cannot run.</param>
    /// <param name="notChecked">What cases want that Noc has no answer for, as the run tells it.</param>
    public static void AllPass(string file, string[]? notSupported = null, string[]? notChecked = null)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var ids = document.RootElement.GetProperty("cases").EnumerateArray()
            .Select(one => one.GetProperty("id").GetString()!).ToList();
        var result = Run(file);
        Assert.Equal("", result.Errors);
        var lines = result.Output.Split('\n');
        Assert.Empty(lines.Where((line, at) => line.StartsWith("FAIL", StringComparison.Ordinal)
            || (at > 0 && lines[at - 1].StartsWith("FAIL", StringComparison.Ordinal))));
        Assert.Equal(0, result.Code);
        Assert.Equal(notSupported ?? [], ids.Where(id => Array.Exists(lines, line => Is(line, "not yet", id))));
        Assert.Empty(ids.Except(notSupported ?? []).Where(id => !Array.Exists(lines, line => Is(line, "pass", id))));
        Assert.Equal(ids.Count - (notSupported?.Length ?? 0),
            lines.Count(line => line.StartsWith("pass", StringComparison.Ordinal)));
        Assert.Equal(notChecked ?? [], lines.Where(line => line.StartsWith(Unchecked, StringComparison.Ordinal))
            .Select(line => line[Unchecked.Length..]));
    }

    /// <summary>What a run of all cases of a file prints, and its exit code.</summary>
    public static (int Code, string Output, string Errors) Run(string file)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CaseRunner.Run([file], [], Context, output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    private static readonly AuditContext Context = new(SeedTables.Load(), ShippedPolicies.Set)
    {
        AsOf = new(2026, 11, 22),
    };

    private const string Unchecked = "         not checked: ";

    private static bool Is(string line, string word, string id) =>
        line.StartsWith($"{word,-8}{id,-8} ", StringComparison.Ordinal);
}
