namespace Noc.Payers;

/// <summary>Finds values of one policy that contradict each other.</summary>
internal static class PolicyConflicts
{
    /// <summary>Two different values of a key that may meet on one line, neither narrower than the other.</summary>
    public static IEnumerable<PolicyProblem> In(Policy policy)
    {
        for (var i = 0; i < policy.Values.Count; i++)
            for (var j = i + 1; j < policy.Values.Count; j++)
            {
                var (a, b) = (policy.Values[i], policy.Values[j]);
                if (a.Key != b.Key || a.Value.Adds || b.Value.Adds || a.Value.Equals(b.Value)) continue;
                if (a.Scope.Narrowness == b.Scope.Narrowness && MayMeet(a.Scope, b.Scope))
                    yield return new(b.Place, $"{b.Key} is {b.Value} here and {a.Value} at {a.Place}; narrow one of "
                        + "them with `for`, or end one with dates");
            }
    }

    private static bool MayMeet(PolicyScope a, PolicyScope b) =>
        MayMeet(a.Claims, b.Claims) && MayMeet(a.Places, b.Places) && MayMeet(a.Bills, b.Bills)
        && MayMeet(a.Jurisdictions, b.Jurisdictions) && MayMeet(a.States, b.States) && MayMeet(a.Drugs, b.Drugs)
        && MayMeetCodes(a.Codes, b.Codes)
        && (a.Order.Length == 0 || b.Order.Length == 0 || a.Order == b.Order)
        && (a.ChargeFrom is null || b.ChargeBelow is null || a.ChargeFrom < b.ChargeBelow)
        && (b.ChargeFrom is null || a.ChargeBelow is null || b.ChargeFrom < a.ChargeBelow)
        && (a.When & b.WhenNot) == Situation.None && (b.When & a.WhenNot) == Situation.None
        && a.Service.Overlap(b.Service) && a.Received.Overlap(b.Received);

    private static bool MayMeet(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        a.Count == 0 || b.Count == 0 || a.Intersect(b).Any();

    // Two single codes meet where they are the same; a range, series or class may meet anything that it holds.
    private static bool MayMeetCodes(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        if (a.Count == 0 || b.Count == 0) return true;
        foreach (var one in a)
            foreach (var other in b)
                if (one == other || Holds(one, other) || Holds(other, one)) return true;
        return false;
    }

    private static bool Holds(string wide, string narrow) =>
        (CodeClass.Words.Contains(wide) && CodeClass.Words.Contains(narrow) && wide is "drug")
        || (Drugs.HcpcsCode.TryParse(narrow, out var code)
            && CodeClass.Includes(wide, code, isUnclassified: wide == "unclassified" && IsCore(code)));

    private static bool IsCore(Drugs.HcpcsCode code) => code.Value is "J3490" or "J3590" or "J9999" or "C9399";
}
