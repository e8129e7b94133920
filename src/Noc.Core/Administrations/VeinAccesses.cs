namespace Noc.Administrations;

/// <summary>Which access into a vein each event used.</summary>
/// <remarks>Every place on the body that the record names is an access of its own, in whatever spelling: the second
/// one's first service is an initial one too. Whether the protocol needed it is asked where nothing ran at both at the
/// same time. Source: coding guide F1 and F3.3.</remarks>
internal sealed class VeinAccesses
{
    private readonly string _first;

    /// <summary>Finds the access that was used first.</summary>
    public VeinAccesses(IReadOnlyList<DrugEvent> events) => _first = events.Where(one => NameOf(one).Length > 0)
        .OrderBy(one => one.Start ?? DateTimeOffset.MaxValue).ThenBy(NameOf, StringComparer.Ordinal)
        .Select(NameOf).FirstOrDefault("");

    /// <summary>The access of an event; one that names none belongs to the one first used.</summary>
    public string Of(DrugEvent one) => NameOf(one) is { Length: > 0 } name ? name : _first;

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
