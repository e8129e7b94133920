namespace Noc.Tables;

/// <summary>The payers of the directory by id, payer id, name and alias. Immutable and safe to share.</summary>
public sealed class PayerDirectory
{
    private const int MaxPayerId = 80;   // NM109

    private static readonly string[] EmptyWords = ["INC", "LLC", "CORP", "CORPORATION", "THE"];

    private readonly Dictionary<string, PayerEntry> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PayerEntry>> _byPayerId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<PayerEntry>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PayerEntry>> _byAlias = new(StringComparer.Ordinal);

    // Most claims name their payer as the directory does: made at the first name that does not.
    private readonly Lazy<AlikeNames> _alike;

    /// <summary>Builds the look-ups; clearing houses are no payers and are left out.</summary>
    public PayerDirectory(IEnumerable<PayerEntry> payers)
    {
        foreach (var payer in payers)
        {
            _byId.TryAdd(payer.Id, payer);
            if (payer.Type == "clearinghouse") continue;
            foreach (var id in payer.PayerIds) Add(_byPayerId, id, payer);
            Add(_byName, Plain(payer.Name), payer);
            // "Arizona Medicaid (AHCCCS)" is also called Arizona Medicaid.
            if (payer.Name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var end)
                Add(_byName, Plain(payer.Name[..end]), payer);
            foreach (var alias in payer.Aliases) Add(_byAlias, Plain(alias), payer);
        }
        _alike = new(() => new(_byId.Values));
    }

    /// <summary>All payers, clearing houses among them, in the order of the directory.</summary>
    public IReadOnlyCollection<PayerEntry> All => _byId.Values;

    /// <summary>The payer with an id of the directory, such as medicaid-tx; null where there is none.</summary>
    public PayerEntry? Of(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Payers that take claims under an id of NM109; empty where none does.</summary>
    public IReadOnlyList<PayerEntry> WithPayerId(string payerId) => _byPayerId.GetValueOrDefault(payerId) ?? [];

    /// <summary>Whether any payer takes claims under an id of NM109, as it stands in the segment. Allocates nothing.
    /// </summary>
    public bool KnowsPayerId(ReadOnlySpan<byte> payerId)
    {
        Span<char> text = stackalloc char[MaxPayerId];
        return payerId.Length <= MaxPayerId && System.Text.Encoding.ASCII.TryGetChars(payerId, text, out var length)
            && _byPayerId.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(text[..length]);
    }

    /// <summary>Payers of a name, in the form of <see cref="Plain"/>; empty where there are none.</summary>
    public IReadOnlyList<PayerEntry> Named(string plainName) => _byName.GetValueOrDefault(plainName) ?? [];

    /// <summary>Payers with an alias, in the form of <see cref="Plain"/>; empty where there are none.</summary>
    public IReadOnlyList<PayerEntry> Called(string plainName) => _byAlias.GetValueOrDefault(plainName) ?? [];

    /// <summary>Payers whose name differs from another in nothing but the way it is written (<see cref="PayerName"/>);
    /// empty where there are none.</summary>
    /// <param name="plainName">In the form of <see cref="Plain"/>.</param>
    /// <param name="state">Two letters of where the service was given, for a name without a state; empty where not
    /// known.</param>
    public IReadOnlyList<PayerEntry> Alike(string plainName, string state) => _alike.Value.Of(plainName, state);

    /// <summary>A name in capitals with single spaces, without punctuation and words such as INC.</summary>
    public static string Plain(string name)
    {
        Span<char> letters = name.Length <= 256 ? stackalloc char[name.Length] : new char[name.Length];
        for (var i = 0; i < name.Length; i++)
            letters[i] = char.IsAsciiLetterOrDigit(name[i]) ? char.ToUpperInvariant(name[i]) : ' ';
        // "worker's" and "workers" are one word.
        for (var i = 0; i < name.Length; i++)
            if (name[i] is '\'') letters[i] = '\0';
        var words = new string(letters).Replace("\0", "", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where(word => !EmptyWords.Contains(word)));
    }

    private static void Add(Dictionary<string, List<PayerEntry>> map, string key, PayerEntry payer)
    {
        if (key.Length == 0) return;
        if (!map.TryGetValue(key, out var list)) map[key] = list = new(1);
        if (!list.Contains(payer)) list.Add(payer);
    }
}
