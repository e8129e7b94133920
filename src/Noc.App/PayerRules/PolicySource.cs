using Noc.Payers;
using Noc.Reference.Policies;

namespace Noc.App.PayerRules;

/// <summary>The policies that a command judges by, as <c>--payers</c> and <c>--ignore-bad-policies</c> ask.</summary>
/// <param name="Path">A folder or file of policies over the shipped ones; null for the shipped alone.</param>
/// <param name="IgnoresBad">True to go on without the policies that have an error.</param>
/// <param name="DataFolder">Keeps what was compiled, so that a second start reads no YAML.</param>
public sealed record PolicySource(string? Path, bool IgnoresBad, string DataFolder)
{
    /// <summary>Opens the policies; says on <paramref name="errors"/> what is wrong with them.</summary>
    /// <param name="errors">Gets every error with place and remedy.</param>
    /// <param name="exitCode">0; 2 where there is no such folder; 3 where a policy was refused.</param>
    /// <returns>The policies; null where the command must not go on.</returns>
    public PolicySet? Open(TextWriter errors, out int exitCode)
    {
        exitCode = 0;
        if (Path is not { } path) return ShippedPolicies.Set;
        if (!Exists(path, errors, ref exitCode)) return null;
        try
        {
            var own = OwnPolicies.Load(path, DataFolder);
            return Accept(own.Problems, errors, ref exitCode) ? own.Set : null;
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            return Unreadable(path, errors, ref exitCode);
        }
    }

    /// <summary>Opens the policies with their examples: reads YAML.</summary>
    /// <inheritdoc cref="Open"/>
    public PolicySet? OpenWithExamples(TextWriter errors, out int exitCode)
    {
        exitCode = 0;
        if (Path is { } path && !Exists(path, errors, ref exitCode)) return null;
        try
        {
            var policies = PolicyFiles.Over(Path, out var problems);
            return Accept(problems, errors, ref exitCode) ? new(policies) : null;
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            return Unreadable(Path!, errors, ref exitCode);
        }
    }

    /// <summary>Whether the folder is there and holds policy files; says so where not.</summary>
    internal static bool Exists(string path, TextWriter errors, ref int exitCode)
    {
        var isFolder = Directory.Exists(path);
        var fault = File.Exists(path) || (isFolder && PolicyFiles.IsIn(path)) ? null
            : isFolder ? $"the folder {path} holds no policy files (*.yaml)." : $"there is no folder or file {path}.";
        if (fault is null) return true;
        errors.WriteLine($"noc: --payers: {fault} docs/payers/add-a-payer.md shows how to begin one.");
        exitCode = 2;
        return false;
    }

    private bool Accept(IReadOnlyList<PolicyProblem> problems, TextWriter errors, ref int exitCode)
    {
        foreach (var problem in problems) errors.WriteLine(problem);
        if (problems.Count == 0 || IgnoresBad) return true;
        errors.WriteLine($"noc: {problems.Count} error{(problems.Count == 1 ? "" : "s")} in the policies of --payers, "
            + "so nothing was done. Correct them, or let the others count with --ignore-bad-policies.");
        exitCode = 3;
        return false;
    }

    internal static PolicySet? Unreadable(string path, TextWriter errors, ref int exitCode)
    {
        errors.WriteLine($"noc: --payers: {path} cannot be read. Check its permissions.");
        exitCode = 3;
        return null;
    }
}
