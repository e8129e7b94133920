namespace Noc.Reference.Policies;

/// <summary>Reads the facts of an example: of the line, of the claim, and what is expected.</summary>
internal static class ExampleFacts
{
    /// <summary>The facts of an example.</summary>
    internal static readonly string[] Known =
    [
        "rule", "is", "payer", "date", "received", "claim", "place", "bill", "code", "units", "charge", "modifiers",
        "description", "note", "claim-note", "ndc", "quantity", "unit", "revenue", "drugs", "when", "state",
        "jurisdiction", "order", "authorization", "sent", "as-of", "payer-id", "payer-name", "diagnoses", "attachment",
        "administration",
    ];

    // Facts may stand at the top or be grouped under line: and claim:.
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(YamlNode node, PolicyReader reader)
    {
        var facts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (node.Pairs is null)
        {
            reader.Wrong(node, "an example is a map, such as {code: J3490, date: 2026-03-10}");
            return facts;
        }
        foreach (var (key, value) in node.Pairs)
        {
            var name = Plain(key.Text!);
            if (value.Pairs is not null && name is "line" or "claim")
                foreach (var (inner, part) in value.Pairs ?? []) Add(inner, part);
            else Add(key, value);
        }
        return facts;

        void Add(YamlNode key, YamlNode value)
        {
            var name = Plain(key.Text!);
            if (!Known.Contains(name))
                reader.Wrong(key, $"an example does not know \"{key.Text}\"; nearest: "
                    + PolicyReader.Nearest(name, Known));
            facts[name] = reader.Words(value);
        }
    }

    // claimNote and claim_note are the same as claim-note.
    private static string Plain(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? $"-{char.ToLowerInvariant(c)}"
            : c == '_' ? "-" : c.ToString()));
        return plain switch
        {
            "hcpcs" => "code",
            "ndc-qty" or "ndc-quantity" => "quantity",
            "ndc-unit" => "unit",
            "dos" => "date",
            _ => plain,
        };
    }
}
