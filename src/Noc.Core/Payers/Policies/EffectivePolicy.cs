using Noc.Payers.Expressions;

namespace Noc.Payers;

/// <summary>A policy with all that it extends. Immutable and safe to share.</summary>
public sealed class EffectivePolicy
{
    // By key: entries of the narrowest policy first, of one policy the narrowest scope first.
    private readonly PolicyEntry[][] _entries;

    private PolicyCondition[]? _conditions;

    // How many notes, from the first on, are of policies narrower than the standard.
    private readonly int _ownGuidance;

    // Positions of notes by the rule that they help with. Made when a report first asks.
    private Dictionary<string, List<int>>? _helping;

    /// <summary>Joins a chain.</summary>
    /// <param name="chain">The policy, then the wider ones.</param>
    /// <param name="advice">Policies that bind nobody: only what people should know counts.</param>
    internal EffectivePolicy(Items<Policy> chain, IReadOnlyList<Policy> advice)
    {
        Chain = chain;
        _entries = new PolicyEntry[PolicyKeys.All.Count][];
        for (var key = 0; key < _entries.Length; key++)
            _entries[key] =
            [
                .. chain.SelectMany(policy => policy.Values.Where(entry => entry.Key.Index == key)
                    .OrderByDescending(entry => entry.Scope.Narrowness)),
            ];
        DrugNames = [.. _entries.SelectMany(one => one).SelectMany(entry => entry.Scope.Drugs).Distinct()];
        Rules = [.. chain.SelectMany(policy => policy.Rules)];
        Guidance = [.. chain.Concat(advice.Where(policy => !chain.Contains(policy)))
            .SelectMany(policy => policy.Guidance)];
        _ownGuidance = chain.Where(policy => policy.Level > PolicyLevel.Standard).Sum(policy => policy.Guidance.Count);
    }

    /// <summary>The policy, then the wider ones up to the standard.</summary>
    public Items<Policy> Chain { get; }

    /// <summary>The policy itself.</summary>
    public Policy Policy => Chain[0];

    /// <summary>Drugs that values of the chain name, lower case.</summary>
    public Items<string> DrugNames { get; }

    /// <summary>Rules of all of them.</summary>
    public Items<PolicyRule> Rules { get; }

    /// <summary>What people should know: of all of them, then advice that binds no payer.</summary>
    public Items<PolicyGuidance> Guidance { get; }

    /// <summary>What helps to mend a finding of a rule on a line; null where nobody says anything. The payer's own
    /// word comes first, one about the code before one about all.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="topic">Topic of the finding: the payers' own rules share an id, and are told apart by it.</param>
    /// <param name="line">The line, or the claim.</param>
    /// <param name="ownOnly">Leave out what holds for everybody: the standard's notes and societies' advice.</param>
    public PolicyGuidance? Help(string rule, string topic, in PolicySubject line, bool ownOnly = false)
    {
        if (!(_helping ??= IndexHelp()).TryGetValue(rule, out var helping)) return null;
        PolicyGuidance? general = null;
        foreach (var at in helping)
        {
            var note = Guidance[at];
            if ((ownOnly && at >= _ownGuidance) || (rule is OwnRule && note.Topic != topic) || !note.Includes(line))
                continue;
            if (note.Codes.Count > 0) return note;
            general ??= note;
        }
        return general;
    }

    // The id that all rules of policy files share in reports.
    private const string OwnRule = "PAY001";

    private Dictionary<string, List<int>> IndexHelp()
    {
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var at = 0; at < Guidance.Count; at++)
            foreach (var rule in Guidance[at].Rules)
            {
                if (!index.TryGetValue(rule, out var helping)) index[rule] = helping = [];
                helping.Add(at);
            }
        return index;
    }

    /// <summary>What the payer wants of a line; null where nothing is known. Allocates nothing.</summary>
    public PolicyEntry? Of(PolicyKey key, in PolicySubject line)
    {
        foreach (var entry in _entries[key.Index])
            if (!entry.Value.Adds && entry.Includes(line)) return entry;
        return null;
    }

    /// <summary>Whether a value is the payer's own word, not that of its program or of the standard.</summary>
    public bool IsOwn(PolicyEntry entry) => Policy.Level > PolicyLevel.Program && entry.Policy == Policy.Id;

    /// <summary>The words of a list, with those that narrower policies add; empty where nothing is known.</summary>
    public PolicyWords WordsOf(PolicyKey key, in PolicySubject line) => new(_entries[key.Index], line);

    /// <summary>The rules with their conditions ready to run: made when first asked for. A condition with an error is
    /// left out; <c>noc rules lint</c> tells of it.</summary>
    public Items<PolicyCondition> Conditions => _conditions ??= Rules.Count == 0 ? [] : [.. Rules
        .Select(rule => (rule, WhenExpression.Read(rule.When).Expression)).Where(pair => pair.Expression is not null)
        .Select(pair => new PolicyCondition(pair.rule, pair.Expression!))];

    /// <summary>Whether any policy of the chain says anything of a key.</summary>
    public bool Knows(PolicyKey key) => _entries[key.Index].Length > 0;

    /// <summary>All entries of a key, the one that counts first.</summary>
    public Items<PolicyEntry> All(PolicyKey key) => _entries[key.Index];
}
