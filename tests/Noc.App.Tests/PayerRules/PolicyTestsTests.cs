using Noc.App.PayerRules;
using Noc.Audit;
using Noc.Payers;
using Noc.Reference.Policies;
using Noc.Reference.Seed;

namespace Noc.App.Tests.PayerRules;

public sealed class PolicyTestsTests
{
    private static readonly PolicySet Shipped = new(PolicyFiles.Shipped(out _));

    private static readonly AuditContext Context = new(SeedTables.Load(), Shipped);

    [Fact]
    public void Every_example_of_the_shipped_policies_holds() =>
        Assert.Empty(PolicyTests.Failures(Shipped, Context.Tables, () => { }).Select(x => x.ToString()));

    // Moves the value out of the reach of its own example: then the example must not hold.
    [Fact]
    public void Every_value_has_an_example_that_fails_without_it()
    {
        var never = new PolicyScope { Codes = ["Z9999"] };
        var unproven = new List<string>();
        foreach (var policy in Shipped.All)
            foreach (var entry in policy.Values)
            {
                var changed = policy with
                {
                    Values = [.. policy.Values.Select(value => ReferenceEquals(value, entry)
                        ? value with { Scope = never } : value)],
                };
                var set = new PolicySet([.. Shipped.All.Select(one => one.Id == policy.Id ? changed : one)]);
                if (!entry.Examples.Any(example => example.Kind is ExampleKind.Gives
                    && PolicyTests.WhyNot(example, entry with { Scope = never }, changed, set, Context) is not null))
                    unproven.Add($"{entry.Place} {entry.Key}");
            }
        Assert.Empty(unproven);
    }

    // Says something else, and every list without each of its words: then an example must not hold.
    [Fact]
    public void Every_value_has_an_example_that_fails_when_it_says_something_else()
    {
        var unproven = new List<string>();
        foreach (var policy in Shipped.All)
            foreach (var entry in policy.Values)
                foreach (var value in Others(entry))
                    if (Holds(policy, entry, entry with { Value = value }, Shipped))
                        unproven.Add($"{entry.Place} {entry.Key}: {value}");
        Assert.Empty(unproven);
    }

    // Holds for every line, alone of its key, since a narrower value would win: then no example holds. Where the
    // other example is another payer, that proves it.
    [Fact]
    public void Every_narrow_value_has_an_example_that_fails_when_it_is_for_every_line()
    {
        var unproven = new List<string>();
        foreach (var policy in Shipped.All)
            foreach (var entry in policy.Values)
            {
                if (entry.Scope == PolicyScope.Any || entry.Examples.Any(one => one.Facts.ContainsKey("payer")))
                    continue;
                // Dates are narrowness too, be they its own or those of its source.
                var wide = entry with { Scope = PolicyScope.Any, Source = entry.Source with { Effective = null } };
                var changed = policy with
                {
                    Values = [.. policy.Values.Where(value => value.Key != entry.Key), wide],
                };
                var set = new PolicySet([.. Shipped.All.Select(one => one.Id == policy.Id ? changed : one)]);
                if (Holds(changed, entry, wide, set)) unproven.Add($"{entry.Place} {entry.Key}");
            }
        Assert.True(unproven.Count == 0, string.Join('\n', unproven));
    }

    // Never, always, and without each of its parts: then an example must not hold.
    [Fact]
    public void Every_free_rule_has_an_example_that_fails_when_its_condition_is_another()
    {
        var unproven = new List<string>();
        foreach (var policy in Shipped.All)
            foreach (var rule in policy.Rules)
                foreach (var when in OtherConditions(rule.When))
                    if (Holds(policy, rule, rule with { When = when })) unproven.Add($"{rule.Place} {rule.Id}: {when}");
        Assert.True(unproven.Count == 0, string.Join('\n', unproven));
    }

    private static bool Holds(Policy policy, PolicyRule rule, PolicyRule changed)
    {
        var other = policy with
        {
            Rules = [.. policy.Rules.Select(one => ReferenceEquals(one, rule) ? changed : one)],
        };
        var context = new AuditContext(Context.Tables,
            new PolicySet([.. Shipped.All.Select(one => one.Id == policy.Id ? other : one)]));
        return rule.Examples.All(example => PolicyTests.WhyNot(example, changed, other, context) is null);
    }

    private static IEnumerable<string> OtherConditions(string when)
    {
        yield return "true";
        yield return "false";
        var parts = Parts(when);
        for (var i = 0; parts.Count > 1 && i < parts.Count; i++)
            yield return string.Join(" && ", parts.Where((_, at) => at != i));
    }

    // What stands between && outside parentheses.
    private static List<string> Parts(string when)
    {
        var (parts, depth, start) = (new List<string>(), 0, 0);
        for (var i = 0; i < when.Length; i++)
        {
            depth += when[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth > 0 || !when.AsSpan(i).StartsWith("&&", StringComparison.Ordinal)) continue;
            parts.Add(when[start..i].Trim());
            start = i + 2;
        }
        return [.. parts, when[start..].Trim()];
    }

    // Without one of the conditions of its scope, alone of its key: then an example must not hold.
    [Fact]
    public void Every_narrowing_of_a_value_has_an_example_that_fails_without_it()
    {
        var unproven = new List<string>();
        foreach (var policy in Shipped.All)
            foreach (var entry in policy.Values)
                foreach (var (name, scope) in Wider(entry.Scope))
                {
                    // Where the scope has no dates those of the source count.
                    var wide = entry with { Scope = scope, Source = entry.Source with { Effective = null } };
                    var changed = policy with
                    {
                        Values = [.. policy.Values.Where(value => value.Key != entry.Key), wide],
                    };
                    var set = new PolicySet([.. Shipped.All.Select(one => one.Id == policy.Id ? changed : one)]);
                    if (Holds(changed, entry, wide, set)) unproven.Add($"{entry.Place} {entry.Key}: {name}");
                }
        Assert.True(unproven.Count == 0, string.Join('\n', unproven));
    }

    private static IEnumerable<(string Name, PolicyScope Scope)> Wider(PolicyScope scope)
    {
        (string Name, PolicyScope Scope)[] all =
        [
            ("codes", scope with { Codes = [] }), ("claims", scope with { Claims = [] }),
            ("places", scope with { Places = [] }), ("bills", scope with { Bills = [] }),
            ("jurisdictions", scope with { Jurisdictions = [] }), ("states", scope with { States = [] }),
            ("order", scope with { Order = "" }), ("drugs", scope with { Drugs = [] }),
            ("charge from", scope with { ChargeFrom = null }), ("charge below", scope with { ChargeBelow = null }),
            ("service from", scope with { Service = new(null, scope.Service.To) }),
            ("service to", scope with { Service = new(scope.Service.From, null) }),
            ("received from", scope with { Received = new(null, scope.Received.To) }),
            ("received to", scope with { Received = new(scope.Received.From, null) }),
            .. Enum.GetValues<Situation>().Where(one => scope.When.HasFlag(one))
                .Select(one => ($"when {one}", scope with { When = scope.When & ~one })),
            .. Enum.GetValues<Situation>().Where(one => scope.WhenNot.HasFlag(one))
                .Select(one => ($"when not {one}", scope with { WhenNot = scope.WhenNot & ~one })),
        ];
        // Bill types are those of institutional claims already.
        if (scope.Bills.Count > 0) all = [.. all.Where(one => one.Name != "claims")];
        return all.Where(one => one.Scope.Narrowness < scope.Narrowness || (one.Scope.Narrowness == scope.Narrowness
            && (one.Scope.Service != scope.Service || one.Scope.Received != scope.Received)));
    }

    private static bool Holds(Policy policy, PolicyEntry entry, PolicyEntry changed, PolicySet set) =>
        !entry.Examples.Any(example => example.Kind is ExampleKind.Gives or ExampleKind.GivesNot
            && PolicyTests.WhyNot(example, changed, policy, set, Context) is not null);

    private static IEnumerable<PolicyValue> Others(PolicyEntry entry)
    {
        var (key, value) = (entry.Key, entry.Value);
        if (value.Number is { } number) yield return value with { Number = number + 1 };
        if (value.Window is { } window) yield return value with { Window = new(window.Count + 1, window.Unit) };
        for (var i = 0; i < value.Words.Count; i++)
        {
            string[] others = key.Words.Count > 0 ? [.. key.Words.Except(value.Words)] : [value.Words[i] + "X"];
            foreach (var other in others)
                yield return value with { Words = [.. value.Words.Take(i), other, .. value.Words.Skip(i + 1)] };
            if (value.Words.Count > 1) yield return value with { Words = [.. value.Words.Where((_, at) => at != i)] };
        }
    }
}
