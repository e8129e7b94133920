using Noc.Payers;
using Noc.Reference.Policies;

namespace Noc.App.PayerRules;

/// <summary><c>noc rules lint</c>: what is wrong with policy files.</summary>
public static class PolicyLint
{
    /// <summary>Values and rules that no example proves, each with its place.</summary>
    internal static IEnumerable<PolicyProblem> Unproven(IEnumerable<Policy> policies)
    {
        foreach (var policy in policies)
        {
            foreach (var value in policy.Values.Where(value => value.Examples.Count == 0))
                yield return new(value.Place, $"{value.Key} of {policy.Id} has no example");
            foreach (var rule in policy.Rules.Where(rule => rule.Examples.Count == 0))
                yield return new(rule.Place, $"the rule {rule.Id} of {policy.Id} has no example");
        }
    }

    /// <summary>Policies with values or rules that no claim can meet: they match nobody, and none that does builds on
    /// them.</summary>
    internal static IEnumerable<PolicyProblem> Unmatched(IReadOnlyCollection<Policy> policies)
    {
        var extended = policies.Select(policy => policy.Extends).ToHashSet(StringComparer.Ordinal);
        return policies.Where(policy => policy.Values.Count + policy.Rules.Count > 0 && policy.Extends.Length > 0
                && !extended.Contains(policy.Id) && policy.Who is { Payers.Count: 0, Programs.Count: 0, Ids.Count: 0,
                    Names.Count: 0 })
            .Select(policy => new PolicyProblem(policy.Place, $"{policy.Id} matches no payer and no policy extends it, "
                + "so no claim meets it; say whom it is for (who:)"));
    }

    /// <summary>Writes every problem with its place; what no example proves is a warning.</summary>
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
            foreach (var problem in Unmatched(policies))
                output.WriteLine($"{problem.Place}: warning: {problem.Message}");
            var unproven = Unproven(policies).ToList();
            foreach (var problem in unproven)
                output.WriteLine(
                    $"{problem.Place}: warning: {problem.Message}, so `noc rules test` proves nothing of it");
            output.WriteLine($"{policies.Count} policies, {policies.Sum(policy => policy.Values.Count)} values, "
                + $"{policies.Sum(policy => policy.Rules.Count)} rules, "
                + $"{policies.Sum(policy => policy.Guidance.Count)} notes; "
                + (all.Count == 0 ? "nothing is wrong" : $"{all.Count} problem{(all.Count == 1 ? "" : "s")}")
                + (unproven.Count > 0 ? $", {unproven.Count} without an example." : "."));
            return all.Count == 0 ? 0 : 1;
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            PolicySource.Unreadable(source.Path!, errors, ref exitCode);
            return exitCode;
        }
    }
}
