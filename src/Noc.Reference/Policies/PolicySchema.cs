using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Noc.Audit;
using Noc.Payers;

namespace Noc.Reference.Policies;

/// <summary>The JSON schema of policy files, for editors: made of the words that the reader knows.</summary>
/// <remarks>It helps while writing; the reader checks more: codes, dates, conditions, contradictions.</remarks>
internal static class PolicySchema
{
    private static readonly JsonSerializerOptions Looks = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as text.</summary>
    public static string Write()
    {
        var root = Map(
            PolicyFields.File, ["family", "policies"], ("family", Text()), ("policies", List(Ref("policy"))));
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "$id", "noc.payer-policy/1");
        root.Insert(2, "title", "Payer policies of Noc (docs/payers/add-a-payer.md)");
        root.Add("$defs", new JsonObject
        {
            ["policy"] = Map(PolicyFields.Policy, ["id", "name", "level"], ("level", Enum<PolicyLevel>()),
                ("who", Ref("who")), ("values", List(Ref("value"))), ("rules", List(Ref("rule"))),
                ("guidance", List(Ref("guidance")))),
            ["who"] = Map(PolicyFields.Who, [], ("programs", Words(ProgramNames.All)), ("payers", Words()),
                ("states", Words()), ("ids", Words()), ("names", Words())),
            ["value"] = Value(),
            ["rule"] = Map(PolicyFields.Rule, ["id", "topic", "when", "says", "severity", "confidence", "source"],
                ("topic", Topic()), ("severity", Enum<Severity>()), ("confidence", Enum<Confidence>()),
                ("source", Ref("source")),
                ("rows", Words()), ("examples", Ref("examples")), ("service", Ref("days")), ("received", Ref("days"))),
            ["guidance"] = Map(PolicyFields.Guidance, ["topic", "says", "confidence", "source"],
                ("topic", Topic()), ("codes", Words()), ("for", Ref("scope")),
                ("rules", Words(RuleCatalog.All.Select(rule => rule.Id).ToList())),
                ("confidence", Enum<Confidence>()), ("source", Ref("source")), ("rows", Words()),
                ("disagrees-with", Words())),
            ["source"] = Map(PolicyFields.Source, ["title"]),
            ["scope"] = Scope(),
            ["days"] = Map(PolicyFields.Days, []),
            ["examples"] = Map(PolicyFields.Examples, [], [.. PolicyFields.Examples.Select(kind =>
                (kind, OneOrMore(Ref("example"))))]),
            ["example"] = Map([.. ExampleFacts.Known, "line"], [], [.. ExampleFacts.Known.Select(fact =>
                (fact, new JsonObject())), ("line", new JsonObject())], isOpen: true),
        });
        return root.ToJsonString(Looks) + "\n";
    }

    // One branch a key: its own words, so that an editor offers them.
    private static JsonObject Value()
    {
        var value = Map(PolicyFields.Value, ["key", "is", "confidence", "source"], ("key", Choice(
            PolicyKeys.All.Select(key => key.Name))), ("is", new()), ("add", new() { ["type"] = "boolean" }),
            ("for", Ref("scope")), ("topic", Topic()), ("severity", Enum<Severity>()),
            ("confidence", Enum<Confidence>()), ("source", Ref("source")), ("rows", Words()),
            ("disagrees-with", Words()), ("examples", Ref("examples")));
        value.Add("allOf", new JsonArray([.. PolicyKeys.All.Select(key => new JsonObject
        {
            ["if"] = new JsonObject
            {
                ["properties"] = new JsonObject { ["key"] = new JsonObject { ["const"] = key.Name } },
            },
            ["then"] = new JsonObject { ["properties"] = new JsonObject { ["is"] = Is(key) } },
        })]));
        return value;
    }

    private static JsonObject Is(PolicyKey key)
    {
        var form = key.Form switch
        {
            PolicyForm.Word => Choice(key.Words),
            PolicyForm.Words => Words(key.Words),
            PolicyForm.Number => new() { ["type"] = "number" },
            PolicyForm.NumberOrWord => new()
            {
                ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "number" }, Choice(key.Words)),
            },
            PolicyForm.Window => new()
            {
                ["type"] = "string", ["pattern"] = "^((under )?[0-9]+ (days?|months?|years?)|end of next year)$",
            },
            PolicyForm.Codes => Words(),
            _ => new() { ["type"] = new JsonArray("string", "number") },
        };
        form.Add("description", key.Meaning);
        return form;
    }

    private static JsonObject Scope() => Map(PolicyFields.Scope, [], ("codes", Words()),
        ("claims", Words(PolicyFields.Claims)), ("places", Words()), ("bills", Words()), ("jurisdictions", Words()),
        ("states", Words()), ("order", Choice(PolicyFields.Orders)), ("drugs", Words()),
        ("charge", Map(PolicyFields.Charge, [], [.. PolicyFields.Charge.Select(end =>
            (end, new JsonObject { ["type"] = "number" }))])),
        ("when", Words([.. ScopeReader.SituationNames, .. ScopeReader.SituationNames.Select(word => $"not {word}")])),
        ("service", Ref("days")), ("received", Ref("days")));

    // What is not said is a text.
    private static JsonObject Map(
        string[] known, string[] needed, (string Name, JsonObject Form)[] forms, bool isOpen)
    {
        var properties = new JsonObject();
        foreach (var name in known)
            properties.Add(name, Array.Find(forms, form => form.Name == name).Form ?? Text());
        return new()
        {
            ["type"] = "object",
            ["additionalProperties"] = isOpen,
            ["required"] = new JsonArray([.. needed.Select(name => JsonValue.Create(name))]),
            ["properties"] = properties,
        };
    }

    private static JsonObject Map(string[] known, string[] needed, params (string Name, JsonObject Form)[] forms) =>
        Map(known, needed, forms, isOpen: false);

    private static JsonObject Topic() => Choice(PolicyFields.Topics);

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Ref(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    private static JsonObject List(JsonObject item) => new() { ["type"] = "array", ["items"] = item };

    private static JsonObject OneOrMore(JsonObject item) =>
        new() { ["anyOf"] = new JsonArray(item, List((JsonObject)item.DeepClone())) };

    private static JsonObject Words(IReadOnlyCollection<string>? known = null) =>
        OneOrMore(known is null ? new() { ["type"] = new JsonArray("string", "number") } : Choice(known));

    private static JsonObject Choice(IEnumerable<string> words) =>
        new() { ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]) };

    private static JsonObject Enum<T>() where T : struct, Enum =>
        Choice(System.Enum.GetNames<T>().Select(name => name.ToLowerInvariant()));
}
