namespace Noc.Tables;

/// <summary>Payers by their names without what senders write in many ways. Immutable and safe to share.</summary>
internal sealed class AlikeNames
{
    private readonly Dictionary<PayerName, List<PayerEntry>> _byName = [];
    private readonly Dictionary<string, List<PayerEntry>> _bluesByState = new(StringComparer.Ordinal);

    // Contractors have other words that tell them, and claims go to them by place.
    public AlikeNames(IEnumerable<PayerEntry> payers)
    {
        foreach (var payer in payers)
        {
            if (payer.Type is "clearinghouse" or "medicare" or "medicare_mac" or "medicare_dme") continue;
            var isBlue = false;
            foreach (var name in Names(payer))
                foreach (var reading in PayerName.Readings(PayerDirectory.Plain(name)))
                {
                    Add(_byName, reading, payer);
                    isBlue |= IsBlue(reading.Core);
                }
            if (!isBlue || payer.Type is not "commercial") continue;
            foreach (var state in payer.States) Add(_bluesByState, state, payer);
        }
    }

    /// <summary>Those that a name may mean; empty where there are none.</summary>
    public IReadOnlyList<PayerEntry> Of(string plainName, string state)
    {
        var found = new List<PayerEntry>();
        foreach (var reading in PayerName.Readings(plainName))
            foreach (var payer in Of(reading, state))
                if (!found.Contains(payer)) found.Add(payer);
        return found;
    }

    private List<PayerEntry> Of(PayerName name, string state)
    {
        var isBluesOnly = name.Core is PayerName.Blues or "BC" or "BS";
        if ((name.State.Length > 0 || !isBluesOnly) && _byName.TryGetValue(name, out var found)) return found;
        if (isBluesOnly) return SoleBlue(name, name.State.Length > 0 ? name.State : state);
        if (name.State.Length == 0)
            return state.Length > 0 && _byName.TryGetValue(name with { State = state }, out found) ? found : [];
        // A payer that is not limited to some states may put the state behind its name.
        return _byName.TryGetValue(name with { State = "" }, out found)
            ? found.FindAll(payer => payer.States.Count == 0) : [];
    }

    // Where one plan alone bears the mark in a state, the mark tells it.
    private List<PayerEntry> SoleBlue(PayerName name, string state) =>
        _bluesByState.TryGetValue(state, out var blues) && blues is [var only]
        && Names(only).SelectMany(one => PayerName.Readings(PayerDirectory.Plain(one)))
            .Any(reading => reading.Core.Contains(name.Core, StringComparison.Ordinal)) ? blues : [];

    private static bool IsBlue(string core) => core.StartsWith("BC", StringComparison.Ordinal) || core is "BS"
        || core.EndsWith("BC", StringComparison.Ordinal) || core.EndsWith("BS", StringComparison.Ordinal)
        || core.Contains(PayerName.Blues, StringComparison.Ordinal);

    // "TMHP" of "Texas Medicaid (TMHP)" is an alias; the name before it is one too.
    private static IEnumerable<string> Names(PayerEntry payer)
    {
        yield return payer.Name;
        if (payer.Name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var end) yield return payer.Name[..end];
        foreach (var alias in payer.Aliases)
            // MA is Medicare Advantage here, on claims Massachusetts.
            if (payer.Type is not "commercial_ma" || !alias.EndsWith(" MA", StringComparison.Ordinal))
                yield return alias;
    }

    private static void Add<TKey>(Dictionary<TKey, List<PayerEntry>> map, TKey key, PayerEntry payer)
        where TKey : notnull
    {
        if (!map.TryGetValue(key, out var list)) map[key] = list = new(1);
        if (!list.Contains(payer)) list.Add(payer);
    }
}
