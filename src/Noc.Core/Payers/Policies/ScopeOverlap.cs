using Noc.Tables;

namespace Noc.Payers;

/// <summary>How the scopes of two values lie to each other.</summary>
public static class ScopeOverlap
{
    /// <summary>Whether every line of a scope is surely in a wider one too.</summary>
    public static bool Covers(PolicyScope wide, PolicyScope narrow) =>
        Covers(wide.Claims, narrow.Claims) && Covers(wide.Places, narrow.Places) && Covers(wide.Bills, narrow.Bills)
        && Covers(wide.Jurisdictions, narrow.Jurisdictions) && Covers(wide.States, narrow.States)
        && Covers(wide.Drugs, narrow.Drugs)
        && (wide.Codes.Count == 0 || (narrow.Codes.Count > 0
            && narrow.Codes.All(code => wide.Codes.Any(one => one == code || Holds(one, code)))))
        && (wide.Order.Length == 0 || wide.Order == narrow.Order)
        && (wide.ChargeFrom is null || narrow.ChargeFrom >= wide.ChargeFrom)
        && (wide.ChargeBelow is null || narrow.ChargeBelow <= wide.ChargeBelow)
        && (wide.When & ~narrow.When) == Situation.None && (wide.WhenNot & ~narrow.WhenNot) == Situation.None
        && Covers(wide.Service, narrow.Service) && Covers(wide.Received, narrow.Received);

    private static bool Covers(Items<string> wide, Items<string> narrow) =>
        wide.Count == 0 || (narrow.Count > 0 && narrow.All(wide.Contains));

    private static bool Covers(Days wide, Days narrow) =>
        (wide.From is null || narrow.From >= wide.From) && (wide.To is null || narrow.To <= wide.To);

    /// <summary>Whether a line may be in both scopes.</summary>
    public static bool MayMeet(PolicyScope a, PolicyScope b) =>
        MayMeet(a.Claims, b.Claims) && MayMeet(a.Places, b.Places) && MayMeet(a.Bills, b.Bills)
        && MayMeet(a.Jurisdictions, b.Jurisdictions) && MayMeet(a.States, b.States) && MayMeet(a.Drugs, b.Drugs)
        && MayMeetCodes(a.Codes, b.Codes)
        && (a.Order.Length == 0 || b.Order.Length == 0 || a.Order == b.Order)
        && (a.ChargeFrom is null || b.ChargeBelow is null || a.ChargeFrom < b.ChargeBelow)
        && (b.ChargeFrom is null || a.ChargeBelow is null || b.ChargeFrom < a.ChargeBelow)
        && (a.When & b.WhenNot) == Situation.None && (b.When & a.WhenNot) == Situation.None
        && !Exclude(a.When | b.When, Situation.SingleDose, Situation.MultiDose)
        && !Exclude(a.When | b.When, Situation.Waste, Situation.NoWaste)
        && a.Service.Overlap(b.Service) && a.Received.Overlap(b.Received);

    private static bool Exclude(Situation both, Situation one, Situation other) =>
        (both & one) != Situation.None && (both & other) != Situation.None;

    private static bool MayMeet(Items<string> a, Items<string> b) =>
        a.Count == 0 || b.Count == 0 || a.Intersect(b).Any();

    // Two single codes meet where they are the same; a range, series or class may meet anything that it holds.
    private static bool MayMeetCodes(Items<string> a, Items<string> b)
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
