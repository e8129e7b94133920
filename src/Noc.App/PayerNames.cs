using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.App;

/// <summary>Finds the policy that somebody means by a word on the command line.</summary>
internal static class PayerNames
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    private const int MostCandidates = 5, SlipRank = 10_000, BeginRank = 1000, LettersPerSlip = 5;

    /// <summary>A policy by its id, else by the id, name or alias of a payer, or an id that claims send; null where
    /// there is none. Of a payer that a user's policy takes over, the user's.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="tables">The payer directory.</param>
    /// <param name="policies">What payers want.</param>
    /// <param name="state">Two letters of where the drug is given, for payers without a policy of their own; empty
    /// where not known.</param>
    public static (EffectivePolicy Policy, PayerEntry? Payer, bool HasOwn)? Find(
        string text, ReferenceTables tables, PolicySet policies, string state = "")
    {
        text = text.Trim();
        if (policies.All.FirstOrDefault(policy => Is(policy.Id, text) || Is(policy.Name, text)) is { } byId
            && policies.Effective(byId.Id) is { } policy)
            // A user's policy may stand over the one that is called like the payer: what claims are judged by counts.
            return tables.Payers.Of(byId.Id) is { } same && Wants(same, policies, state) is { HasOwn: true } over
                && over.Policy.Chain.Skip(1).Any(step => step.Id == byId.Id) ? over : (policy, null, true);
        if (policies.Named(text, text) is { } named) return (named, null, true);
        var (directory, plain) = (tables.Payers, PayerDirectory.Plain(text));
        IEnumerable<PayerEntry> payers = directory.Of(text.ToLowerInvariant()) is { } one ? [one]
            : [.. directory.Named(plain), .. directory.Called(plain), .. directory.WithPayerId(text)];
        if (!payers.Any() && directory.Alike(plain, "") is [var alike]) payers = [alike];
        // Several payers may share an id: one with a policy of its own says more.
        var all = payers.Select(payer => Wants(payer, policies, state)).Where(found => found.Policy is not null)
            .ToList();
        return all.Count == 0 ? null : all.Find(found => found.HasOwn) is { Policy: not null } own ? own : all[0];
    }

    private static (EffectivePolicy Policy, PayerEntry? Payer, bool HasOwn) Wants(
        PayerEntry payer, PolicySet policies, string state)
    {
        var home = payer.States is [var only] ? only : state;
        // A plan follows its state's Medicaid, as on claims.
        var found = payer.Type is "medicaid_mco"
            ? policies.FindManaged(payer.Id, $"medicaid-{home.ToLowerInvariant()}", out var hasOwn)
            : policies.Find(payer.Id, ProgramNames.Of(PayerPrograms.OfType(payer.Type)), home, out hasOwn);
        return (found!, payer, hasOwn);
    }

    /// <summary>What to say where nobody is called so: who may be meant.</summary>
    public static string Suggestion(string text, ReferenceTables tables, PolicySet policies) =>
        Candidates(text, tables, policies) switch
        {
            [] => "",
            var some => $" Is this meant: {string.Join("; ", some)}?",
        };

    /// <summary>The few that may be meant, the likeliest first: those whose name has all the words, then those whose
    /// words begin so, then those with a slip of spelling. Empty where nothing is near.</summary>
    internal static IReadOnlyList<string> Candidates(string text, ReferenceTables tables, PolicySet policies)
    {
        var asked = Words(text);
        if (asked.Count == 0) return [];
        var ranked = policies.All
            .Select(policy => (policy.Id, policy.Name, IsPolicy: true, Rank: Rank(asked, [policy.Id, policy.Name])))
            .Concat(tables.Payers.All.Where(payer => payer.Type is not "clearinghouse" && policies.Of(payer.Id) is null)
                .Select(payer => (payer.Id, payer.Name, IsPolicy: false,
                    Rank: Rank(asked, [payer.Id, payer.Name, .. payer.Aliases]))))
            .Where(one => one.Rank < int.MaxValue).OrderBy(one => one.Rank)
            .ThenByDescending(one => one.IsPolicy).ThenBy(one => one.Id, StringComparer.Ordinal).ToList();
        // Where names fit word by word, a likeness of letters says nothing.
        return [.. ranked.Where(one => one.Rank < SlipRank || ranked[0].Rank >= SlipRank).DistinctBy(one => one.Name)
            .Take(MostCandidates).Select(one => Is(one.Id, one.Name) ? one.Id : $"{one.Id} ({one.Name})")];
    }

    // Fewer words that were not asked for are better.
    private static int Rank(List<string> asked, IEnumerable<string> names)
    {
        var best = int.MaxValue;
        foreach (var name in names)
        {
            var words = Words(name);
            var spare = Math.Max(0, words.Count - asked.Count);
            if (asked.All(words.Contains)) best = Math.Min(best, spare);
            else if (asked.All(word => word.Length > 1 && words.Any(one => one.StartsWith(word, Ordinal))))
                best = Math.Min(best, BeginRank + spare);
            else if (Slips(string.Join(' ', asked), string.Join(' ', words)) is { } slips)
                best = Math.Min(best, SlipRank + slips);
        }
        return best;
    }

    // One letter in five; a short word that differs is another word.
    private static int? Slips(string asked, string name)
    {
        var most = Math.Min(asked.Length, name.Length) / LettersPerSlip;
        return most > 0 && Math.Abs(asked.Length - name.Length) <= most
            && SpellingDistance.Between(asked, name) is var slips && slips <= most ? slips : null;
    }

    // Small words tell nobody apart; a state is its two letters.
    private static List<string> Words(string text)
    {
        var words = PayerDirectory.Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word is not ("OF" or "AND" or "FOR")).ToList();
        for (var at = 0; at + 1 < words.Count; at++)
            if (PayerName.StateOf($"{words[at]} {words[at + 1]}") is { } state)
            {
                words[at] = state;
                words.RemoveAt(at + 1);
            }
        return words.ConvertAll(word => PayerName.StateOf(word) ?? word);
    }

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
