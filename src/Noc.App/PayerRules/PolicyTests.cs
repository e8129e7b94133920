using Noc.Audit;
using Noc.Payers;
using Noc.Tables;

namespace Noc.App.PayerRules;

/// <summary><c>noc rules test</c>: runs the examples that stand beside the values.</summary>
public static class PolicyTests
{
    /// <summary>Runs the examples of all policies.</summary>
    /// <param name="set">The policies, with their examples.</param>
    /// <param name="tables">Reference facts.</param>
    /// <param name="output">Where the outcome is written.</param>
    /// <returns>0 where all hold, else 1.</returns>
    public static int Run(PolicySet set, ReferenceTables tables, TextWriter output)
    {
        var (held, failures) = (0, new List<PolicyProblem>());
        foreach (var failure in Failures(set, tables, () => held++)) failures.Add(failure);
        foreach (var failure in failures) output.WriteLine(failure);
        var unproven = PolicyLint.Unproven(set.All).ToList();
        foreach (var problem in unproven) output.WriteLine($"{problem.Place}: warning: {problem.Message}");
        output.WriteLine($"{held} examples hold, {failures.Count} do not"
            + (unproven.Count > 0 ? $"; {unproven.Count} without an example." : "."));
        return failures.Count == 0 ? 0 : 1;
    }

    /// <summary>The examples that do not hold.</summary>
    internal static IEnumerable<PolicyProblem> Failures(
        PolicySet set, ReferenceTables tables, Action held)
    {
        var context = new AuditContext(tables, set);
        foreach (var policy in set.All)
        {
            foreach (var entry in policy.Values)
                foreach (var example in entry.Examples)
                {
                    if (WhyNot(example, entry, policy, set, context) is { } why) yield return new(example.Place, why);
                    else held();
                }
            foreach (var rule in policy.Rules)
                foreach (var example in rule.Examples)
                {
                    if (WhyNot(example, rule, policy, context) is { } why) yield return new(example.Place, why);
                    else held();
                }
        }
    }

    /// <summary>Why an example of a free rule does not hold; null where it does.</summary>
    internal static string? WhyNot(PolicyExample example, PolicyRule rule, Policy policy, AuditContext context)
    {
        var fires = new ExampleClaim(example, policy, context.Tables).Findings(context)
            .Any(finding => finding.Rule.Id == "PAY001" && finding.Message == rule.Says);
        return fires == example.Kind is ExampleKind.Fires ? null
            : fires ? $"{rule.Id} fires" : $"{rule.Id} does not fire";
    }

    /// <summary>Why an example of a value does not hold; null where it does.</summary>
    internal static string? WhyNot(
        PolicyExample example, PolicyEntry entry, Policy policy, PolicySet set, AuditContext context)
    {
        var claim = new ExampleClaim(example, policy, context.Tables);
        switch (example.Kind)
        {
            case ExampleKind.Gives:
                return Gives(example, entry, claim, set.Effective(policy.Id)) ? null
                    : $"{entry.Key} is not {Stated(example, entry)} here, but "
                        + Actual(entry, claim, set.Effective(policy.Id));
            case ExampleKind.GivesNot:
                var other = example.Facts.ContainsKey("payer")
                    ? set.Find(claim.Payer, "commercial", claim.Subject().State, out _) : set.Effective(policy.Id);
                return Gives(example, entry, claim, other) ? $"{entry.Key} is {entry.Value} here too" : null;
            default:
                var rules = claim.Findings(context).Select(finding => finding.Rule.Id).Distinct().ToList();
                if (rules.Contains(example.Rule) == example.Kind is ExampleKind.Fires) return null;
                return example.Kind is ExampleKind.Fires
                    ? $"{example.Rule} does not fire; found: {(rules.Count > 0 ? string.Join(", ", rules) : "nothing")}"
                    : $"{example.Rule} fires";
        }
    }

    private static bool Gives(
        PolicyExample example, PolicyEntry entry, ExampleClaim claim, EffectivePolicy? policy)
    {
        if (policy is null) return false;
        if (example.Facts.TryGetValue("is", out var stated)
            && PolicyValue.Parse(entry.Key, stated, out _) is var value
            && entry.Value != (value is null ? null : value with { Adds = entry.Value.Adds })) return false;
        return entry.Value.Adds
            ? entry.Includes(claim.Subject()) && entry.Value.Words.All(
                policy.WordsOf(entry.Key, claim.Subject()).Contains)
            : policy.Of(entry.Key, claim.Subject())?.Place == entry.Place;
    }

    // An example may say the value once more: a slip in one of the two places is seen then.
    private static string Stated(PolicyExample example, PolicyEntry entry) =>
        example.Facts.TryGetValue("is", out var stated) ? string.Join(", ", stated) : entry.Value.ToString();

    private static string Actual(PolicyEntry entry, ExampleClaim claim, EffectivePolicy? policy) =>
        policy?.Of(entry.Key, claim.Subject()) is { } actual ? $"{actual.Value} ({actual.Place})" : "not said";
}
