using Noc.Payers;

namespace Noc.Reference.Policies;

/// <summary>A policy file cannot be read.</summary>
public sealed class PolicyException(PolicyProblem problem) : Exception(problem.ToString())
{
    /// <summary>Where and why.</summary>
    public PolicyProblem Problem => problem;
}
