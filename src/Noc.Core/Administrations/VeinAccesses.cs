namespace Noc.Administrations;

/// <summary>Which access into a vein each event used.</summary>
/// <remarks>A place on the body is a second access only where something ran at both at the same time: else the line was
/// moved. Accesses that the record names as such are always apart. Source: coding guide F1 (one initial service an
/// access; a second one where the protocol needs it).</remarks>
internal sealed class VeinAccesses
{
    private readonly Dictionary<string, string> _accesses = new(StringComparer.Ordinal);
    private readonly string _first;

    /// <summary>Sorts events, which come in order of their starts, and tells what was moved.</summary>
    public VeinAccesses(IReadOnlyList<DrugEvent> events, Ledger ledger)
    {
        _first = "";
        if (!events.Any(one => one.Access.Length > 0 || one.Site.Length > 0)) return;
        var names = events.Where(one => NameOf(one).Length > 0).OrderBy(one => one.Start ?? DateTimeOffset.MaxValue)
            .ThenBy(NameOf, StringComparer.Ordinal).Select(NameOf).Distinct(StringComparer.Ordinal).ToList();
        _first = names is [var first, ..] ? first : "";
        var used = new Dictionary<string, List<DrugEvent>>(StringComparer.Ordinal)
        {
            [_first] = [.. events.Where(one => NameOf(one) is "" || NameOf(one) == _first)],
        };
        foreach (var name in names)
        {
            if (name == _first)
            {
                _accesses[name] = name;
                continue;
            }
            var own = events.Where(one => NameOf(one) == name).ToList();
            var moved = own[0].Access.Length > 0 ? null
                : used.FirstOrDefault(other => !own.Exists(one => other.Value.Exists(two => AreTogether(one, two))))
                    .Key;
            _accesses[name] = moved ?? name;
            if (moved is null) used[name] = own;
            else
            {
                used[moved].AddRange(own);
                ledger.Flag(own[0], FlagKind.SecondAccess, $"Another place ({own[0].Site.Trim()}), when nothing ran at "
                    + "the first any more: a line that was moved is no second access. Where the protocol needed two, "
                    + "name both (access), and the record must show why.");
            }
        }
    }

    /// <summary>The access of an event; one that names none belongs to the one first used.</summary>
    public string Of(DrugEvent one) => NameOf(one) is { Length: > 0 } name ? _accesses[name] : _first;

    // A push takes no time: it is together with what runs at its moment.
    private static bool AreTogether(DrugEvent one, DrugEvent other) =>
        one.Start is { } start && other.Start is { } begun && (start == begun
            || (start < (other.Stop ?? begun) && begun < (one.Stop ?? start))
            || (one.Stop is null && start > begun && start < other.Stop)
            || (other.Stop is null && begun > start && begun < one.Stop));

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
