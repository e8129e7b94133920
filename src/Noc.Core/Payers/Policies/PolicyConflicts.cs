namespace Noc.Payers;

/// <summary>Finds values of one policy that contradict each other.</summary>
public static class PolicyConflicts
{
    /// <summary>Two different values of a key that may meet on one line, neither narrower than the other; values of
    /// two keys of which one line cannot do both; rules of one id.</summary>
    public static IEnumerable<PolicyProblem> In(Policy policy)
    {
        for (var i = 0; i < policy.Values.Count; i++)
            for (var j = i + 1; j < policy.Values.Count; j++)
                if (Between(policy.Values[i], policy.Values[j]) is { } problem) yield return problem;
        foreach (var twins in policy.Rules.GroupBy(rule => rule.Id, StringComparer.Ordinal))
            foreach (var twin in twins.Skip(1))
                yield return new(twin.Place, $"the rule {twin.Id} stands at {twins.First().Place} too; give one of "
                    + "them an id of its own");
    }

    private static PolicyProblem? Between(PolicyEntry a, PolicyEntry b)
    {
        if (!ScopeOverlap.MayMeet(a.Scope, b.Scope)) return null;
        if (a.Key != b.Key)
            return !ValueContradiction.Between(a, b) ? null
                : new(b.Place, $"{b.Key} {b.Value} and {a.Key} {a.Value} at {a.Place} cannot both be met; narrow one "
                    + "of them with `for`, or take out what both name");
        if (a.Value.Adds || b.Value.Adds || a.Value.Equals(b.Value) || a.Scope.Narrowness != b.Scope.Narrowness)
            return null;
        return new(b.Place, $"{b.Key} is {b.Value} here and {a.Value} at {a.Place}; narrow one of them with `for`, or "
            + "end one with dates");
    }
}
