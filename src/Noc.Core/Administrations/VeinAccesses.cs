namespace Noc.Administrations;

/// <summary>Which access into a vein each event used.</summary>
/// <remarks>Every place on the body that the record names is an access of its own, in whatever spelling: the second
/// one's first service is an initial one too. A line that was moved, the same drug going on at another place, is none.
/// Whether the protocol needed a second one is asked where nothing ran at both at the same time. Source: coding guide
/// F1 and F3.3.</remarks>
internal sealed class VeinAccesses
{
    private readonly string _first;
    private readonly Dictionary<string, string>? _moved;

    /// <summary>Finds the access that was used first, and those that only took over from another.</summary>
    public VeinAccesses(IReadOnlyList<DrugEvent> events)
    {
        var sites = events.Where(one => NameOf(one).Length > 0).GroupBy(NameOf, StringComparer.Ordinal)
            .OrderBy(site => site.Min(one => one.Start ?? DateTimeOffset.MaxValue))
            .ThenBy(site => site.Key, StringComparer.Ordinal).ToList();
        _first = sites.Count > 0 ? sites[0].Key : "";
        for (var i = 1; i < sites.Count; i++)
            if (sites.Take(i).FirstOrDefault(before => IsMoved(before, sites[i])) is { } from)
                (_moved ??= new(StringComparer.Ordinal)).Add(sites[i].Key, Moved(from.Key));
    }

    /// <summary>The access of an event; one that names none belongs to the one first used.</summary>
    public string Of(DrugEvent one) => NameOf(one) is { Length: > 0 } name ? Moved(name) : _first;

    private string Moved(string name) => _moved?.GetValueOrDefault(name) ?? name;

    // It begins with a drug that ran there before, and there nothing went on.
    private static bool IsMoved(IEnumerable<DrugEvent> before, IEnumerable<DrugEvent> after) =>
        after.MinBy(one => one.Start ?? DateTimeOffset.MaxValue) is { Start: { } moved } next
        && before.All(one => (one.Stop ?? one.Start) is { } end && end <= moved)
        && before.Any(one => one.Drug == next.Drug);

    // One spelling for a side: "L arm", "lt. arm" and "left arm" are the same place.
    private static string NameOf(DrugEvent one)
    {
        var text = (one.Access.Length > 0 ? one.Access : one.Site).Trim();
        if (text.Length == 0) return "";
        var words = text.ToLowerInvariant().Split([' ', '.', ',', '-', '_', '(', ')', '/'],
            StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? text.ToLowerInvariant() : string.Join(' ', words.Select(word => word switch
        {
            "l" or "lt" or "lft" => "left",
            "r" or "rt" or "rgt" => "right",
            "lue" => "left arm",
            "rue" => "right arm",
            "antecubital" => "ac",
            _ => word,
        }));
    }
}
