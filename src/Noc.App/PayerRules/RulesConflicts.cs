using System.Text.Json;
using Noc.Payers;

namespace Noc.App.PayerRules;

/// <summary><c>noc rules conflicts</c>: where two sources disagree, both with their dates.</summary>
public static class RulesConflicts
{
    /// <summary>Writes what disagrees on a day.</summary>
    /// <param name="day">Date of service.</param>
    /// <param name="isJson">True for JSON (schema noc.rules-conflicts/1), false for text.</param>
    /// <param name="isColored">True to colour text.</param>
    /// <param name="policies">The policies.</param>
    /// <param name="output">Where it is written.</param>
    /// <returns>0: that sources disagree is no fault of the files.</returns>
    public static int Run(DateOnly day, bool isJson, bool isColored, PolicySet policies, TextWriter output)
    {
        var report = new ConflictsReport("noc.rules-conflicts/1", NocVersion.Text, policies.Version, day,
            [.. Told(policies, day), .. policies.All.SelectMany(policy => Overlaps(policy, day))]);
        if (isJson) output.WriteLine(JsonSerializer.Serialize(report, RulesJson.Shaped.ConflictsReport));
        else output.Write(RulesPage.Conflicts(report, isColored));
        return 0;
    }

    // What a file names with disagrees-with: the row is a value, a rule or a note of any policy.
    private static IEnumerable<ConflictCard> Told(PolicySet policies, DateOnly day)
    {
        var byRow = new Dictionary<string, List<(string Topic, ClaimCard Claim)>>(StringComparer.Ordinal);
        var telling = new List<(string Topic, ClaimCard Claim, IReadOnlyList<string> Rows)>();
        foreach (var policy in policies.All)
        {
            foreach (var value in policy.Values.Where(value => value.IsInForce(day)))
                Add(value.Key.Topic, Value(value), value.DisagreesWith);
            foreach (var rule in policy.Rules)
                Add(rule.Topic, new("rule", rule.Says, $"when {rule.When}", PolicyView.Word(rule.Confidence),
                    PolicyView.Source(rule.Source), rule.Rows, policy.Id, PolicyView.Place(rule.Place)), []);
            foreach (var note in policy.Guidance)
                Add(note.Topic, new("guidance", note.Says, string.Join(", ", note.Codes),
                    PolicyView.Word(note.Confidence), PolicyView.Source(note.Source), note.Rows, policy.Id,
                    PolicyView.Place(note.Place)), note.DisagreesWith);
        }
        foreach (var (topic, claim, rows) in telling)
            foreach (var row in rows)
            {
                if (!byRow.TryGetValue(row, out var held)) continue;
                // A row may stand in several values; those of the same topic are what is meant.
                var others = held.Where(one => one.Claim.Place != claim.Place).ToList();
                var meant = others.FindAll(one => one.Topic == topic);
                foreach (var other in meant.Count > 0 ? meant : others.Take(1))
                    yield return Pair(topic, other.Claim, claim);
            }

        void Add(string topic, ClaimCard claim, IReadOnlyList<string> disagreesWith)
        {
            foreach (var row in claim.Rows)
            {
                if (!byRow.TryGetValue(row, out var held)) byRow[row] = held = [];
                held.Add((topic, claim));
            }
            if (disagreesWith.Count > 0) telling.Add((topic, claim, disagreesWith));
        }
    }

    // A value is used, a note is only told.
    private static ConflictCard Pair(string topic, ClaimCard one, ClaimCard other) =>
        one.Kind is "guidance" && other.Kind is not "guidance" ? new("told", topic, other, one)
            : new("told", topic, one, other);

    // Two values of one policy from different documents that may meet: the narrower is used, without saying why.
    private static IEnumerable<ConflictCard> Overlaps(Policy policy, DateOnly day)
    {
        var values = policy.Values.Where(value => !value.Value.Adds && value.IsInForce(day)).ToList();
        for (var i = 0; i < values.Count; i++)
            for (var j = i + 1; j < values.Count; j++)
            {
                var (a, b) = (values[i], values[j]);
                if (a.Key != b.Key || a.Value.Equals(b.Value) || a.Source.Title == b.Source.Title
                    || !ScopeOverlap.MayMeet(a.Scope, b.Scope)) continue;
                var (used, other) = a.Scope.Narrowness >= b.Scope.Narrowness ? (a, b) : (b, a);
                yield return new("overlap", a.Key.Topic, Value(used), Value(other));
            }
    }

    private static ClaimCard Value(PolicyEntry value) => new("value",
        $"{value.Key} {(value.Value.Adds ? "also " : "")}{value.Value}", ScopeText.Of(value.Scope),
        PolicyView.Word(value.Confidence), PolicyView.Source(value.Source), value.Rows, value.Policy,
        PolicyView.Place(value.Place));
}
