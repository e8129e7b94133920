using Noc.Payers;
using Noc.Tables;

namespace Noc.App.PayerRules;

/// <summary>Finds the policy that somebody means by a word on the command line.</summary>
internal static class PayerNames
{
    /// <summary>A policy by its id, else by the id, name or alias of a payer, or an id that claims send; null where
    /// there is none.</summary>
    public static (EffectivePolicy Policy, PayerEntry? Payer, bool HasOwn)? Find(
        string text, ReferenceTables tables, PolicySet policies)
    {
        text = text.Trim();
        if (policies.All.FirstOrDefault(policy => Is(policy.Id, text) || Is(policy.Name, text)) is { } byId
            && policies.Effective(byId.Id) is { } policy) return (policy, null, true);
        if (policies.Named(text, text) is { } named) return (named, null, true);
        var (directory, plain) = (tables.Payers, PayerDirectory.Plain(text));
        IEnumerable<PayerEntry> payers = directory.Of(text.ToLowerInvariant()) is { } one ? [one]
            : [.. directory.Named(plain), .. directory.Called(plain), .. directory.WithPayerId(text)];
        // Several payers may share an id: one with a policy of its own says more.
        var all = payers.Select(payer => Wants(payer, policies)).Where(found => found.Policy is not null).ToList();
        return all.Count == 0 ? null : all.Find(found => found.HasOwn) is { Policy: not null } own ? own : all[0];
    }

    private static (EffectivePolicy Policy, PayerEntry? Payer, bool HasOwn) Wants(PayerEntry payer, PolicySet policies)
    {
        var state = payer.Id is ['m', 'e', 'd', 'i', 'c', 'a', 'i', 'd', '-', _, _] ? payer.Id[^2..].ToUpperInvariant()
            : "";
        var found = policies.Find(payer.Id, Program(payer), state, out var hasOwn);
        return (found!, payer, hasOwn);
    }

    /// <summary>The id or name with the fewest changed letters.</summary>
    public static string Nearest(string text, ReferenceTables tables, PolicySet policies)
    {
        var names = policies.All.Select(policy => policy.Id).Concat(policies.All.Select(policy => policy.Name))
            .Concat(tables.Payers.All.SelectMany(payer => (string[])[payer.Id, payer.Name, .. payer.Aliases]));
        return NearestWord.Of(text.ToLowerInvariant(), names.Select(name => name.ToLowerInvariant()).Distinct());
    }

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string Program(PayerEntry payer) => payer.Type switch
    {
        "medicare_dme" => "medicare-dme",
        "medicare" or "medicare_mac" => "medicare",
        "medicaid" or "medicaid_mco" => "medicaid",
        "commercial_ma" => "medicare-advantage",
        "federal" => "federal",
        "workers_comp" => "workers-comp",
        _ => "commercial",
    };
}
