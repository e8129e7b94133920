using Noc.App.PayerRules;
using Noc.Audit;
using Noc.Payers;
using Noc.Reference.Policies;
using Noc.Reference.Seed;

namespace Noc.App.Tests;

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
}
