namespace Noc.Payers;

/// <content>Payers that policies name as claims do, because the directory does not have them.</content>
public sealed partial class PolicySet
{
    // Policies by the words of claims. A reference, which is written whole: threads share the set.
    private sealed record WordsOfClaims(Dictionary<string, string> Names, Dictionary<string, string> Ids);

    private WordsOfClaims? _asClaims;

    /// <summary>Name of these policies for reports: that of the shipped ones, or of a user's over them.</summary>
    public string Version { get; init; } = "built-in";

    /// <summary>Whether any policy names payers by the ids that claims send.</summary>
    public bool NamesIds => (_asClaims ??= ReadNames()).Ids.Count > 0;

    /// <summary>The policy that names a payer as claims do; null where none does. A name counts before an id.</summary>
    /// <param name="id">Payer id of the claim (NM109).</param>
    /// <param name="name">Payer name of the claim (NM103).</param>
    public EffectivePolicy? Named(string id, string name)
    {
        var (names, ids) = _asClaims ??= ReadNames();
        return names.TryGetValue(name, out var policy) || ids.TryGetValue(id, out policy) ? Effective(policy) : null;
    }

    private WordsOfClaims ReadNames()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var policy in _byId.Values)
        {
            foreach (var name in policy.Who.Names) names.TryAdd(name, policy.Id);
            foreach (var id in policy.Who.Ids) ids.TryAdd(id, policy.Id);
        }
        return new(names, ids);
    }
}
