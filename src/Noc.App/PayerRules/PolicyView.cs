using Noc.Payers;
using Noc.Tables;

namespace Noc.App.PayerRules;

/// <summary>Policies as reports show them.</summary>
internal static class PolicyView
{
    public static PolicyLine Line(Policy policy) => new(policy.Id, policy.Name, Word(policy.Level),
        policy.Extends.Length > 0 ? policy.Extends : null, policy.Values.Count, policy.Rules.Count,
        policy.Guidance.Count, NewestRead(policy), Place(policy.Place));

    /// <summary>What counts on a day: the values of each key, the one that counts first; what it replaces behind it.
    /// </summary>
    public static PolicyCard Card(EffectivePolicy policy, PayerEntry? payer, bool hasOwn, DateOnly day) => new(
        policy.Policy.Id, policy.Policy.Name, payer?.Id, hasOwn,
        [.. policy.Chain.Select(step => new ChainCard(step.Id, step.Name, Word(step.Level), Place(step.Place)))],
        [.. PolicyKeys.All.SelectMany(key => Values(policy.All(key), day))],
        [.. policy.Chain.SelectMany(step => step.Rules.Where(rule => rule.IsInForce(day, day))
            .Select(rule => Rule(rule, step.Id)))],
        [.. policy.Chain.SelectMany(step => step.Guidance.Where(note => note.IsInForce(day))
            .Select(note => Guidance(note, step.Id)))]);

    // A value is replaced where an earlier one is meant for all of its lines; else both stand, each for its own.
    private static List<ValueCard> Values(IReadOnlyList<PolicyEntry> entries, DateOnly day)
    {
        var counting = new List<(PolicyEntry Entry, List<ReplacedCard> Replaced)>();
        foreach (var entry in entries)
        {
            if (!entry.IsInForce(day)) continue;
            var over = counting.Find(wider => !wider.Entry.Value.Adds
                && ScopeOverlap.Covers(OnDay(wider.Entry.Scope), OnDay(entry.Scope)));
            if (over.Entry is null) counting.Add((entry, []));
            else over.Replaced.Add(
                new(entry.Value.ToString(), ScopeText.Of(entry.Scope), entry.Policy, Place(entry.Place)));
        }
        return [.. counting.Select(one => Value(one.Entry, one.Replaced))];
    }

    private static PolicyScope OnDay(PolicyScope scope) => scope with { Service = default };

    private static ValueCard Value(PolicyEntry entry, IReadOnlyList<ReplacedCard> replaced) => new(entry.Key.Name,
        entry.Key.Meaning, entry.Value.ToString(), entry.Value.Words, entry.Value.Number, entry.Value.Adds,
        ScopeText.Of(entry.Scope), SeverityOf(entry), Word(entry.Confidence), Source(entry.Source), entry.Rows,
        entry.Policy, Place(entry.Place), replaced);

    private static string? SeverityOf(PolicyEntry entry) => entry.Severity is not { } severity ? null
        : Word(entry.Confidence is Confidence.Low && severity > Severity.Warn ? Severity.Warn : severity);

    private static RuleCard Rule(PolicyRule rule, string policy) => new(rule.Id, rule.Topic, rule.When, rule.Says,
        rule.Expected, Word(rule.Confidence is Confidence.Low && rule.Severity > Severity.Warn ? Severity.Warn
            : rule.Severity), Word(rule.Confidence), Source(rule.Source), rule.Rows, policy, Place(rule.Place));

    private static GuidanceCard Guidance(PolicyGuidance note, string policy) => new(note.Topic, note.Codes, note.Says,
        Word(note.Confidence), Source(note.Source), note.Rows, note.DisagreesWith, policy, Place(note.Place))
        {
            Rules = note.Rules.Count > 0 ? note.Rules : null,
            Scope = ReferenceEquals(note.Scope, PolicyScope.Any) ? null : ScopeText.Of(note.Scope),
        };

    public static DateOnly? NewestRead(Policy policy) => policy.Values.Select(value => value.Source)
        .Concat(policy.Rules.Select(rule => rule.Source)).Concat(policy.Guidance.Select(note => note.Source))
        .Max(source => source.Read);

    public static PlaceCard Place(PolicyPlace place) => new(place.File, place.Line, place.Column);

    public static SourceCard Source(Source source) =>
        new(source.Title, source.Section, source.Url, source.Effective, source.Read);

    public static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
