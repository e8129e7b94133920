using System.Text.Json;
using Noc.Payers;

namespace Noc.App.PayerRules;

/// <summary><c>noc rules conflicts</c>: where two sources disagree, both with their dates.</summary>
public static class RulesConflicts
{
    private static readonly string[] First = ["units", "narrative", "waste", "code_choice", "compound", "c9399", "ndc"];

    /// <summary>Writes what disagrees on a day.</summary>
    /// <param name="day">Date of service.</param>
    /// <param name="isJson">True for JSON (schema noc.rules-conflicts/1), false for text.</param>
    /// <param name="isColored">True to colour text.</param>
    /// <param name="policies">The policies.</param>
    /// <param name="output">Where it is written.</param>
    /// <returns>0: that sources disagree is no fault of the files.</returns>
    public static int Run(DateOnly day, bool isJson, bool isColored, PolicySet policies, TextWriter output)
    {
        var report = new ConflictsReport(
            "noc.rules-conflicts/1", NocVersion.Text, policies.Version, day, Find(policies, day));
        if (isJson) output.WriteLine(JsonSerializer.Serialize(report, RulesJson.Shaped.ConflictsReport));
        else output.Write(RulesPage.Conflicts(report, isColored));
        return 0;
    }

    /// <summary>What disagrees for lines of a day: what a file tells first, then values that cannot both be met; of
    /// each the topics that claims fail by first.</summary>
    internal static IReadOnlyList<ConflictCard> Find(PolicySet policies, DateOnly day) =>
    [
        .. Told(policies, day).Concat(policies.All.SelectMany(policy => Overlaps(policy, policies, day)))
            .DistinctBy(Pair).OrderBy(one => one.Kind is "told" ? 0 : 1)
            .ThenBy(one => one is { Used.Kind: "value", Other.Kind: "value" } ? 0 : 1)
            .ThenBy(one => Rank(one.Topic)).ThenBy(one => one.Used.Policy, StringComparer.Ordinal),
    ];

    private static int Rank(string topic)
    {
        var at = Array.FindIndex(First, first => topic.StartsWith(first, StringComparison.Ordinal));
        return at < 0 ? First.Length : at;
    }

    // Told by either side, a pair is one.
    private static (PlaceCard, PlaceCard) Pair(ConflictCard conflict)
    {
        var (one, other) = (conflict.Used.Place, conflict.Other.Place);
        return string.CompareOrdinal(one.ToString(), other.ToString()) < 0 ? (one, other) : (other, one);
    }

    // What a file names with disagrees-with, where both are in force and may meet on a line. A value means the values
    // of its own key; a note names the key that it speaks of.
    private static IEnumerable<ConflictCard> Told(PolicySet policies, DateOnly day)
    {
        var byRow = policies.All.SelectMany(policy => policy.Values).Where(value => value.IsInForce(day))
            .SelectMany(value => value.Rows.Select(row => (row, value))).ToLookup(pair => pair.row, pair => pair.value);
        foreach (var policy in policies.All)
        {
            foreach (var value in policy.Values.Where(value => value.IsInForce(day)))
                foreach (var other in value.DisagreesWith
                    .SelectMany(told => Meant(byRow, told, value.Key, value.Scope)))
                    if (!other.Value.Equals(value.Value) && other.Place != value.Place)
                        yield return Ordered("told", value, other, policies);
            foreach (var note in policy.Guidance.Where(note => note.IsInForce(day)))
                foreach (var other in note.DisagreesWith.SelectMany(told => Meant(byRow, told, null, note.Scope)))
                    if (!IsToldByValue(byRow, note, other))
                        yield return new("told", other.Key.Topic, Value(other), Note(note, policy));
        }
    }

    // A note beside the value of the same row tells the same once more.
    private static bool IsToldByValue(
        ILookup<string, PolicyEntry> byRow, PolicyGuidance note, PolicyEntry other) =>
        note.Rows.Any(row => byRow[row].Any(value =>
            value.Key == other.Key && value.DisagreesWith.Any(other.Rows.Contains)));

    private static IEnumerable<PolicyEntry> Meant(
        ILookup<string, PolicyEntry> byRow, string told, PolicyKey? own, PolicyScope scope)
    {
        var parts = told.Split('/', 2);
        var key = parts.Length > 1 ? PolicyKeys.Of(parts[1]) : own;
        return byRow[parts[0]].Where(other => other.Key == key && ScopeOverlap.MayMeet(scope, other.Scope));
    }

    // Values from different documents which one line cannot both meet: of one policy, or of a plan or contractor and of
    // what it builds on. The narrower is used without saying why. Within a policy a narrower value is an exception
    // that its writer knew of, and what a whole program or the standard says steps in only where nobody says more;
    // original Medicare alone binds its contractors.
    private static IEnumerable<ConflictCard> Overlaps(Policy policy, PolicySet policies, DateOnly day)
    {
        var own = InForce(policy, day);
        for (var i = 0; i < own.Count; i++)
            for (var j = i + 1; j < own.Count; j++)
                if (Disagree(own[i], own[j]) && !IsException(own[i].Scope, own[j].Scope))
                    yield return Ordered("overlap", own[i], own[j], policies);
        if (policy.Level <= PolicyLevel.Program) yield break;
        var wider = (policies.Effective(policy.Id)?.Chain.Skip(1) ?? [])
            .Where(step => step.Level > PolicyLevel.Program || IsBinding(step))
            .SelectMany(step => InForce(step, day)).ToList();
        foreach (var value in own)
            foreach (var other in wider)
                if (Disagree(value, other) && IsException(value.Scope, other.Scope))
                    yield return Ordered("overlap", value, other, policies);
    }

    private static bool Disagree(PolicyEntry one, PolicyEntry other) => one.Source.Title != other.Source.Title
        && ScopeOverlap.MayMeet(one.Scope, other.Scope) && ValueContradiction.Between(one, other);

    // All lines of the one are lines of the other.
    private static bool IsException(PolicyScope one, PolicyScope other)
    {
        var (a, b) = (one with { Service = default }, other with { Service = default });
        return ScopeOverlap.Covers(a, b) || ScopeOverlap.Covers(b, a);
    }

    private static bool IsBinding(Policy policy) => policy.Who.Programs.Contains("medicare");

    private static List<PolicyEntry> InForce(Policy policy, DateOnly day) =>
        [.. policy.Values.Where(value => value.IsInForce(day))];

    // The value of the narrower policy counts, and of one policy that with the narrower scope.
    private static ConflictCard Ordered(string kind, PolicyEntry one, PolicyEntry other, PolicySet policies)
    {
        var isFirst = one.Policy == other.Policy ? one.Scope.Narrowness >= other.Scope.Narrowness
            : policies.Effective(other.Policy)?.Chain.Any(step => step.Id == one.Policy) != true;
        var (used, second) = isFirst ? (one, other) : (other, one);
        return new(kind, used.Key.Topic, Value(used), Value(second));
    }

    private static ClaimCard Note(PolicyGuidance note, Policy policy) => new("guidance", note.Says,
        ScopeText.Of(note.Scope), PolicyView.Word(note.Confidence), PolicyView.Source(note.Source), note.Rows,
        policy.Id, PolicyView.Place(note.Place));

    private static ClaimCard Value(PolicyEntry value) => new("value",
        $"{value.Key} {(value.Value.Adds ? "also " : "")}{value.Value}", ScopeText.Of(value.Scope),
        PolicyView.Word(value.Confidence), PolicyView.Source(value.Source), value.Rows, value.Policy,
        PolicyView.Place(value.Place));
}
