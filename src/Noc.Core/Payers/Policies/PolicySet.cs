using System.Collections.Concurrent;

namespace Noc.Payers;

/// <summary>All policies at hand, by id and by whom they match. Immutable and safe to share.</summary>
public sealed partial class PolicySet
{
    private const int MaxDepth = 8;

    private readonly Dictionary<string, Policy> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Policy> _byPayer = new(StringComparer.Ordinal);
    private readonly List<PolicyProblem> _twice = [];
    private readonly Lazy<IReadOnlyList<PolicyProblem>> _problems;

    // Policies beside the standard that match nobody and hold no values: advice for everybody.
    private readonly IReadOnlyList<Policy> _advice;

    // Made when a claim first asks: most runs meet a few payers of a hundred.
    private readonly ConcurrentDictionary<string, EffectivePolicy?> _effective = new(StringComparer.Ordinal);

    /// <summary>Joins policies; those that are wrong together are told in <see cref="Problems"/> and left out.
    /// </summary>
    public PolicySet(IEnumerable<Policy> policies)
    {
        foreach (var policy in policies)
            if (!_byId.TryAdd(policy.Id, policy))
                _twice.Add(new(policy.Place, $"the policy {policy.Id} stands at {_byId[policy.Id].Place} already"));
        foreach (var policy in _byId.Values)
            foreach (var payer in policy.Who.Payers)
                if (!_byPayer.TryAdd(payer, policy))
                    _twice.Add(new(policy.Place,
                        $"the payer {payer} is matched by {_byPayer[payer].Id} already; one policy a payer"));
        _problems = new(Check);
        _advice = [.. _byId.Values.Where(policy => policy is { Level: PolicyLevel.Standard, Extends.Length: > 0,
            Values.Count: 0, Who: { Payers.Count: 0, Programs.Count: 0 } })];
    }

    /// <summary>No policies at all.</summary>
    public static PolicySet Empty { get; } = new([]);

    /// <summary>What is wrong among the policies. Looked for when first asked.</summary>
    public IReadOnlyList<PolicyProblem> Problems => _problems.Value;

    /// <summary>All policies, by id.</summary>
    public IEnumerable<Policy> All => _byId.Values.OrderBy(policy => policy.Id, StringComparer.Ordinal);

    /// <summary>The policy with an id; null where there is none.</summary>
    public Policy? Of(string id) => _byId.GetValueOrDefault(id);

    /// <summary>A policy with all that it extends; null where there is none of that id.</summary>
    public EffectivePolicy? Effective(string id) => _effective.GetOrAdd(id, static (name, set) =>
        set.Of(name) is { } policy && set.Chain(policy, null) is { } chain ? new(chain, set._advice) : null, this);

    private List<PolicyProblem> Check()
    {
        List<PolicyProblem> problems = [.. _twice];
        foreach (var policy in _byId.Values) Chain(policy, problems);
        foreach (var policy in _byId.Values) problems.AddRange(PolicyConflicts.In(policy));
        return problems;
    }

    // From the narrowest to the standard; null where a link is wrong.
    private List<Policy>? Chain(Policy policy, List<PolicyProblem>? problems)
    {
        var chain = new List<Policy> { policy };
        while (chain[^1].Extends.Length > 0)
        {
            var last = chain[^1];
            if (!_byId.TryGetValue(last.Extends, out var wider))
            {
                problems?.Add(new(last.Place, $"{last.Id} extends {last.Extends}, which does not exist; nearest: "
                    + NearestWord.Of(last.Extends, _byId.Keys)));
                return null;
            }
            if (wider.Level > last.Level || chain.Contains(wider) || chain.Count == MaxDepth)
            {
                problems?.Add(new(
                    last.Place, $"{last.Id} cannot extend {wider.Id}: it is narrower, or goes in a circle"));
                return null;
            }
            chain.Add(wider);
        }
        return chain;
    }
}
