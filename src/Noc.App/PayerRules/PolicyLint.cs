using Noc.Payers;
using Noc.Reference.Policies;

namespace Noc.App.PayerRules;

/// <summary><c>noc rules lint</c>: what is wrong with policy files.</summary>
public static class PolicyLint
{
    /// <summary>Writes every problem with its place.</summary>
    /// <param name="folder">A folder or file of policies over the shipped ones; null for the shipped alone.</param>
    /// <param name="output">Where it is written.</param>
    /// <returns>0 where nothing is wrong, else 1.</returns>
    public static int Run(string? folder, TextWriter output)
    {
        var policies = PolicyFiles.Over(folder, out var problems);
        IReadOnlyList<PolicyProblem> all = [.. problems, .. new PolicySet(policies).Problems];
        foreach (var problem in all) output.WriteLine(problem);
        output.WriteLine($"{policies.Count} policies, {policies.Sum(policy => policy.Values.Count)} values, "
            + $"{policies.Sum(policy => policy.Rules.Count)} rules, "
            + $"{policies.Sum(policy => policy.Guidance.Count)} notes; "
            + (all.Count == 0 ? "nothing is wrong." : $"{all.Count} problems."));
        return all.Count == 0 ? 0 : 1;
    }
}
