using Noc.Payers;
using Noc.Reference.Policies;

namespace Noc.App.PayerRules;

/// <summary><c>noc rules lint</c>: what is wrong with policy files.</summary>
public static class PolicyLint
{
    /// <summary>Writes every problem with its place.</summary>
    /// <param name="source">Which policies.</param>
    /// <param name="output">Where it is written.</param>
    /// <param name="errors">Gets what is wrong with the command.</param>
    /// <returns>0 where nothing is wrong, 1 where something is, 2 where there is no such folder, 3 where it cannot be
    /// read.</returns>
    public static int Run(PolicySource source, TextWriter output, TextWriter errors)
    {
        var exitCode = 0;
        if (source.Path is { } path && !PolicySource.Exists(path, errors, ref exitCode)) return exitCode;
        try
        {
            var policies = PolicyFiles.Over(source.Path, out var problems);
            IReadOnlyList<PolicyProblem> all = [.. problems, .. new PolicySet(policies).Problems];
            foreach (var problem in all) output.WriteLine(problem);
            output.WriteLine($"{policies.Count} policies, {policies.Sum(policy => policy.Values.Count)} values, "
                + $"{policies.Sum(policy => policy.Rules.Count)} rules, "
                + $"{policies.Sum(policy => policy.Guidance.Count)} notes; "
                + (all.Count == 0 ? "nothing is wrong." : $"{all.Count} problem{(all.Count == 1 ? "" : "s")}."));
            return all.Count == 0 ? 0 : 1;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            PolicySource.Unreadable(source.Path!, errors, ref exitCode);
            return exitCode;
        }
    }
}
