using Noc.Reference.Seed;

namespace Noc.Reference.Policies;

/// <summary>Reads the states, jurisdictions, places of service and bill types of policy files: one that no claim can
/// have is refused, since what stands under it would never count.</summary>
internal static class KnownPlaces
{
    private static readonly Lazy<(HashSet<string> States, HashSet<string> Jurisdictions)> Known = new(() =>
    {
        var contractors = SeedTables.Contractors(new("contractors.csv"));
        return ([.. contractors.Select(one => one.State)],
        [
            .. contractors.Select(one => one.Jurisdiction), .. contractors.Select(one => $"J{one.DmeJurisdiction}"),
            .. contractors.Where(one => one.PartB is not null).Select(one => one.PartB!.Jurisdiction),
        ]);
    });

    /// <summary>States and territories, two letters.</summary>
    public static List<string> States(YamlNode node, string key, PolicyReader reader) => Checked(node, key, reader,
        Known.Value.States.Contains, state => $"there is no state \"{state}\"; write its two letters, such as TX");

    /// <summary>Jurisdictions of Medicare contractors, DME included.</summary>
    public static List<string> Jurisdictions(YamlNode node, string key, PolicyReader reader) => Checked(node, key,
        reader, Known.Value.Jurisdictions.Contains, word => $"there is no jurisdiction \"{word}\"; Medicare has "
            + string.Join(", ", Known.Value.Jurisdictions.Where(one => one.Length > 1).Order(StringComparer.Ordinal)));

    /// <summary>Places of service.</summary>
    public static List<string> Places(YamlNode node, string key, PolicyReader reader) => Checked(node, key, reader,
        place => place is [>= '0' and <= '9', >= '0' and <= '9'],
        place => $"\"{place}\" is no place of service: two digits in quotes, such as \"11\"");

    /// <summary>Beginnings of bill types: the kind of facility, and of care.</summary>
    public static List<string> Bills(YamlNode node, string key, PolicyReader reader) => Checked(node, key, reader,
        bill => bill is [>= '0' and <= '9'] or [>= '0' and <= '9', >= '0' and <= '9'],
        bill => $"\"{bill}\" begins no bill type: the first one or two digits in quotes, such as \"13\"");

    private static List<string> Checked(
        YamlNode node, string key, PolicyReader reader, Predicate<string> isKnown, Func<string, string> fault)
    {
        var words = reader.Words(node, key);
        foreach (var word in words)
            if (!isKnown(word)) reader.Wrong(node[key]!, fault(word));
        return words;
    }
}
