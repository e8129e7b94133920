namespace Noc.Payers;

/// <summary>A policy with all that it extends. Immutable and safe to share.</summary>
public sealed class EffectivePolicy
{
    // By key: entries of the narrowest policy first, of one policy the narrowest scope first.
    private readonly PolicyEntry[][] _entries;

    internal EffectivePolicy(IReadOnlyList<Policy> chain)
    {
        Chain = chain;
        _entries = new PolicyEntry[PolicyKeys.All.Count][];
        for (var key = 0; key < _entries.Length; key++)
            _entries[key] =
            [
                .. chain.SelectMany(policy => policy.Values.Where(entry => entry.Key.Index == key)
                    .OrderByDescending(entry => entry.Scope.Narrowness)),
            ];
        Rules = [.. chain.SelectMany(policy => policy.Rules)];
        Guidance = [.. chain.SelectMany(policy => policy.Guidance)];
    }

    /// <summary>The policy, then the wider ones up to the standard.</summary>
    public IReadOnlyList<Policy> Chain { get; }

    /// <summary>The policy itself.</summary>
    public Policy Policy => Chain[0];

    /// <summary>Rules of all of them.</summary>
    public IReadOnlyList<PolicyRule> Rules { get; }

    /// <summary>What people should know, of all of them.</summary>
    public IReadOnlyList<PolicyGuidance> Guidance { get; }

    /// <summary>What the payer wants of a line; null where nothing is known. Allocates nothing.</summary>
    public PolicyEntry? Of(PolicyKey key, in PolicySubject line)
    {
        foreach (var entry in _entries[key.Index])
            if (!entry.Value.Adds && entry.Scope.Includes(line)) return entry;
        return null;
    }

    /// <summary>The words of a list, with those that narrower policies add; empty where nothing is known.</summary>
    public IReadOnlyList<string> WordsOf(PolicyKey key, in PolicySubject line)
    {
        List<string>? added = null;
        foreach (var entry in _entries[key.Index])
        {
            if (!entry.Scope.Includes(line)) continue;
            if (!entry.Value.Adds) return added is null ? entry.Value.Words : [.. entry.Value.Words.Union(added)];
            (added ??= []).AddRange(entry.Value.Words);
        }
        return added ?? (IReadOnlyList<string>)[];
    }

    /// <summary>Whether any policy of the chain says anything of a key.</summary>
    public bool Knows(PolicyKey key) => _entries[key.Index].Length > 0;

    /// <summary>All entries of a key, the one that counts first.</summary>
    public IReadOnlyList<PolicyEntry> All(PolicyKey key) => _entries[key.Index];
}
