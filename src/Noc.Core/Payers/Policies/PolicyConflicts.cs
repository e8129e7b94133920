namespace Noc.Payers;

/// <summary>Finds values of one policy that contradict each other.</summary>
public static class PolicyConflicts
{
    /// <summary>Two different values of a key that may meet on one line, neither narrower than the other.</summary>
    public static IEnumerable<PolicyProblem> In(Policy policy)
    {
        for (var i = 0; i < policy.Values.Count; i++)
            for (var j = i + 1; j < policy.Values.Count; j++)
            {
                var (a, b) = (policy.Values[i], policy.Values[j]);
                if (a.Key != b.Key || a.Value.Adds || b.Value.Adds || a.Value.Equals(b.Value)) continue;
                if (a.Scope.Narrowness == b.Scope.Narrowness && ScopeOverlap.MayMeet(a.Scope, b.Scope))
                    yield return new(b.Place, $"{b.Key} is {b.Value} here and {a.Value} at {a.Place}; narrow one of "
                        + "them with `for`, or end one with dates");
            }
    }
}
