using Noc.Tables;

namespace Noc.App.RunCases;

/// <summary>The payer of a worked case: by type and jurisdiction, then by name as people write it.</summary>
internal static class CasePayer
{
    /// <summary>The payer; null where the directory has none of that type and name.</summary>
    /// <param name="tables">The directory.</param>
    /// <param name="kind">The type as cases write it.</param>
    /// <param name="name">The name.</param>
    /// <param name="jurisdiction">A Medicare jurisdiction, a state, or several of them.</param>
    public static PayerEntry? Find(ReferenceTables tables, string kind, string name, string jurisdiction)
    {
        var plain = PayerDirectory.Plain(name);
        if (kind.StartsWith("medicare", StringComparison.Ordinal))
            return Contractor(tables, kind, plain, jurisdiction);
        var state = StateOf(jurisdiction);
        foreach (var type in TypesOf(kind))
        {
            var ofType = tables.Payers.All.Where(entry => entry.Type == type).ToList();
            foreach (var fits in Ways(tables, plain, state))
                if (ofType.FindAll(entry => fits(entry)) is { Count: > 0 } found)
                    return found.Find(entry => entry.States.Contains(state)) ?? found[0];
        }
        return null;
    }

    /// <summary>The first state of a jurisdiction; empty where it names none.</summary>
    public static string StateOf(string jurisdiction) => Parts(jurisdiction).FirstOrDefault(
        part => part.Length == 2 && part != "US" && !part.StartsWith('J')) ?? "";

    // As sure ways first: the whole name, then its beginning, then another spelling, then all of its words.
    private static IEnumerable<Func<PayerEntry, bool>> Ways(ReferenceTables tables, string plain, string state)
    {
        yield return entry => PayerDirectory.Plain(entry.Name) == plain
            || entry.Aliases.Any(alias => PayerDirectory.Plain(alias) == plain);
        yield return entry => PayerDirectory.Plain(entry.Name).StartsWith(plain, StringComparison.Ordinal);
        var alike = tables.Payers.Alike(plain, state);
        yield return alike.Contains;
        yield return entry => entry.Aliases.Any(
            alias => PayerDirectory.Plain(alias).StartsWith(plain, StringComparison.Ordinal));
        // "BCBSIL", "BCBS FEP": letters of the same name run together or stand apart.
        var letters = Letters(plain);
        yield return entry => Letters(PayerDirectory.Plain(entry.Name)) == letters
            || entry.Aliases.Any(alias => Letters(PayerDirectory.Plain(alias)) == letters)
            || (state.Length > 0 && entry.States.Contains(state) && letters == $"BCBS{state}"
                && entry.Id.StartsWith("bcbs", StringComparison.Ordinal));
        var words = plain.Split(' ');
        yield return entry =>
        {
            var named = $"{PayerDirectory.Plain(entry.Name)} "
                + string.Join(' ', entry.Aliases.Select(PayerDirectory.Plain)) + $" {entry.Id.ToUpperInvariant()}";
            return words.All(word => named.Contains(word, StringComparison.Ordinal));
        };
    }

    private static string Letters(string plain) => plain.Replace(" ", "", StringComparison.Ordinal)
        .Replace("BLUECROSSANDBLUESHIELD", "BCBS", StringComparison.Ordinal)
        .Replace("BLUECROSSBLUESHIELD", "BCBS", StringComparison.Ordinal);

    // An Advantage plan may stand in the directory as the commercial payer that runs it.
    private static string[] TypesOf(string kind) => kind switch
    {
        "commercial_ma" or "medicare_advantage" => ["commercial_ma", "commercial"],
        "commercial" => ["commercial", "commercial_ma"],
        "medicaid_mco" => ["medicaid_mco", "medicaid"],
        "medicaid" => ["medicaid", "medicaid_mco"],
        _ => [kind],
    };

    private static PayerEntry? Contractor(ReferenceTables tables, string kind, string plain, string jurisdiction)
    {
        var type = kind is "medicare_dme" ? kind : "medicare_mac";
        var all = tables.Payers.All.Where(entry => entry.Type == type).ToList();
        if (plain.Contains("RAILROAD", StringComparison.Ordinal)
            || jurisdiction.Contains("RRB", StringComparison.Ordinal))
            return all.Find(entry => entry.Id == "medicare-mac-railroad");
        foreach (var part in Parts(jurisdiction))
            if (all.Find(entry => entry.Id.EndsWith($"-{part.ToLowerInvariant()}", StringComparison.Ordinal)
                || entry.States.Contains(part)) is { } found) return found;
        // "Medicare (national)" is any contractor: the first.
        return plain.Length == 0 ? null : all.Find(entry => entry.Aliases.Prepend(entry.Name).Any(
            name => PayerDirectory.Plain(name).StartsWith(plain, StringComparison.Ordinal)))
            ?? (plain.StartsWith("MEDICARE", StringComparison.Ordinal) ? all[0] : null);
    }

    private static string[] Parts(string jurisdiction) => jurisdiction.ToUpperInvariant().Split(
        [';', ',', '/', ' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
}
