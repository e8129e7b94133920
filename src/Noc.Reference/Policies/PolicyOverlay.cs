using Noc.Payers;
using Noc.Reference.Seed;

namespace Noc.Reference.Policies;

/// <summary>Puts policies of a user over those that ship, and refuses what is no clear answer.</summary>
/// <remarks>
/// A policy with the id and level of a shipped one takes its place as a whole. A policy of another id takes over the
/// payers, ids, names and programs that it matches; the shipped one stays for what extends it. Two policies of the user
/// that stand on the same step are refused both: which of them counts must not be a matter of the order of files.
/// </remarks>
internal static class PolicyOverlay
{
    /// <summary>All policies that count.</summary>
    /// <param name="shipped">The shipped policies.</param>
    /// <param name="own">Those of the user.</param>
    /// <param name="problems">Gets what is wrong; the policies concerned are left out.</param>
    public static IReadOnlyList<Policy> Join(
        IReadOnlyList<Policy> shipped, IReadOnlyList<Policy> own, List<PolicyProblem> problems)
    {
        if (own.Count == 0) return shipped;
        var refused = new HashSet<Policy>(ReferenceEqualityComparer.Instance);
        RefuseTwins(own, problems, refused);
        RefuseRivals(own, problems, refused);
        var levels = shipped.ToDictionary(policy => policy.Id, policy => policy.Level, StringComparer.Ordinal);
        foreach (var policy in own)
        {
            if (levels.TryGetValue(policy.Id, out var level) && level != policy.Level)
                Refuse(policy, new(policy.Place, $"{policy.Id} ships with Noc at level {Word(level)}, not "
                    + $"{Word(policy.Level)}; keep that level, or give yours an id of its own"));
            foreach (var problem in PolicyConflicts.In(policy)) Refuse(policy, problem);
        }
        RefuseUnknownPayers(own, Refuse);
        var good = own.Where(policy => !refused.Contains(policy)).ToList();
        while (true)
        {
            var all = Over(shipped, good);
            var chains = new PolicySet(all).Problems;
            var wrong = good.FindAll(policy => chains.Any(problem => problem.Place == policy.Place));
            if (wrong.Count == 0) return all;
            problems.AddRange(chains.DistinctBy(problem => (problem.Place, problem.Message)));
            good.RemoveAll(wrong.Contains);
        }

        void Refuse(Policy policy, PolicyProblem problem)
        {
            problems.Add(problem);
            refused.Add(policy);
        }
    }

    private static void RefuseTwins(IReadOnlyList<Policy> own, List<PolicyProblem> problems, HashSet<Policy> refused)
    {
        foreach (var twins in own.GroupBy(policy => policy.Id, StringComparer.Ordinal).Where(all => all.Count() > 1))
        {
            problems.Add(new(twins.Last().Place, $"the policy {twins.Key} stands at {twins.First().Place} too, and "
                + "neither counts more; delete one, or give it an id of its own and let it extend the other"));
            refused.UnionWith(twins);
        }
    }

    private static void RefuseRivals(IReadOnlyList<Policy> own, List<PolicyProblem> problems, HashSet<Policy> refused)
    {
        var matched = new Dictionary<string, Policy>(StringComparer.OrdinalIgnoreCase);
        foreach (var policy in own)
            foreach (var whom in Matches(policy.Who))
            {
                if (matched.TryAdd(whom, policy) || matched[whom].Id == policy.Id) continue;
                problems.Add(new(policy.Place, $"{whom} is matched by {matched[whom].Id} at {matched[whom].Place} too, "
                    + "and neither counts more; take it out of one of the two (who:)"));
                refused.Add(policy);
                refused.Add(matched[whom]);
            }
    }

    private static void RefuseUnknownPayers(IReadOnlyList<Policy> own, Action<Policy, PolicyProblem> refuse)
    {
        if (own.All(policy => policy.Who.Payers.Count == 0 && !Examples(policy).Any())) return;
        var directory = SeedTables.Payers(new("payers.csv")).Select(payer => payer.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var policy in own)
            foreach (var payer in policy.Who.Payers.Where(payer => !directory.Contains(payer)))
                refuse(policy, new(policy.Place, $"the payer directory has no {payer}; nearest: "
                    + $"{NearestWord.Of(payer, directory)}. A payer that it does not have is matched by the ids or "
                    + "names that claims carry (who: {ids: [...], names: [...]})"));
        foreach (var policy in own)
            foreach (var (payer, place) in Examples(policy).Where(one => !directory.Contains(one.Payer)))
                refuse(policy, new(place, $"the payer directory has no {payer}; nearest: "
                    + NearestWord.Of(payer, directory)));
    }

    // Payers of the directory that examples are about.
    private static IEnumerable<(string Payer, PolicyPlace Place)> Examples(Policy policy) =>
        policy.Values.SelectMany(value => value.Examples).Concat(policy.Rules.SelectMany(rule => rule.Examples))
            .Where(example => example.Facts.ContainsKey("payer"))
            .Select(example => (example.Facts["payer"] is [var payer, ..] ? payer : "", example.Place));

    private static IEnumerable<string> Matches(PolicyMatch who) =>
    [
        .. who.Payers.Select(payer => $"the payer {payer}"),
        .. who.Ids.Select(id => $"the payer id {id}"),
        .. who.Names.Select(name => $"the payer name {name}"),
        .. who.Programs.SelectMany(program => who.States.Count == 0 ? [$"the program {program}"]
            : who.States.Select(state => $"the program {program} in {state}")),
    ];

    private static List<Policy> Over(IReadOnlyList<Policy> shipped, List<Policy> own)
    {
        var ids = own.Select(policy => policy.Id).ToHashSet(StringComparer.Ordinal);
        var taken = own.SelectMany(policy => Matches(policy.Who)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. shipped.Where(policy => !ids.Contains(policy.Id)).Select(policy => Without(policy, taken)), .. own];
    }

    // What the user's policies match, shipped ones no longer match.
    private static Policy Without(Policy policy, HashSet<string> taken)
    {
        var who = policy.Who;
        if (!Matches(who).Any(taken.Contains)) return policy;
        var states = who.States.Where(state => !who.Programs.All(program =>
            taken.Contains($"the program {program} in {state}"))).ToList();
        return policy with
        {
            Who = new([.. who.Payers.Where(payer => !taken.Contains($"the payer {payer}"))],
                who.States.Count > 0 ? states.Count > 0 ? who.Programs : []
                    : [.. who.Programs.Where(program => !taken.Contains($"the program {program}"))], states)
            {
                Ids = [.. who.Ids.Where(id => !taken.Contains($"the payer id {id}"))],
                Names = [.. who.Names.Where(name => !taken.Contains($"the payer name {name}"))],
            },
        };
    }

    private static string Word(PolicyLevel level) => level.ToString().ToLowerInvariant();
}
