using Noc.Drugs;
using Noc.Payers;

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
        "beside", "frequency",
    ];

    // Facts may stand at the top or be grouped under line: and claim:.
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(
        YamlNode node, PolicyKey? key, PolicyReader reader)
    {
        var facts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (node.Pairs is null)
        {
            reader.Wrong(node, "an example is a map, such as {code: J3490, date: 2026-03-10}");
            return facts;
        }
        foreach (var (fact, value) in node.Pairs)
        {
            var name = Plain(fact.Text!);
            if (value.Pairs is not null && name is "line" or "claim")
                foreach (var (inner, part) in value.Pairs ?? []) Add(value, inner, part);
            else Add(node, fact, value);
        }
        return facts;

        void Add(YamlNode group, YamlNode fact, YamlNode value)
        {
            var name = Plain(fact.Text!);
            if (!Known.Contains(name))
                reader.Wrong(fact, $"an example does not know \"{fact.Text}\"; nearest: "
                    + PolicyReader.Nearest(name, Known));
            else if (name is "is" && key is not null) facts[name] = Stated(value, key, reader);
            else facts[name] = Checked(group, fact.Text!, name, reader);
        }
    }

    private static List<string> Stated(YamlNode value, PolicyKey key, PolicyReader reader)
    {
        var words = reader.Words(value);
        if (PolicyValue.Parse(key, words, out var error) is null) reader.Wrong(value, error!);
        return words;
    }

    // An example whose facts cannot be read proves nothing, or something else than it says.
    private static List<string> Checked(YamlNode group, string key, string name, PolicyReader reader)
    {
        switch (name)
        {
            case "date" or "received" or "sent" or "as-of":
                reader.Date(group, key);
                break;
            case "units" or "charge" or "quantity":
                ScopeReader.Number(group, key, reader);
                break;
            case "state":
                return KnownPlaces.States(group, key, reader);
            case "jurisdiction":
                return KnownPlaces.Jurisdictions(group, key, reader);
            case "place":
                return KnownPlaces.Places(group, key, reader);
            case "when":
                ScopeReader.SituationsOf(group, reader);
                break;
            case "claim":
                ScopeReader.Among(group, key, reader.Words(group, key), PolicyFields.Claims, reader);
                break;
            case "order":
                ScopeReader.Among(group, key, reader.Words(group, key), PolicyFields.Orders, reader);
                break;
            case "rule" when reader.Text(group, key) is { Length: > 0 } rule:
                reader.KnownRule(group[key]!, rule);
                break;
            case "code" when reader.Text(group, key) is var code && !HcpcsCode.TryParse(code, out _):
                reader.Wrong(group[key]!, $"\"{code}\" is no code");
                break;
        }
        return reader.Words(group, key);
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
