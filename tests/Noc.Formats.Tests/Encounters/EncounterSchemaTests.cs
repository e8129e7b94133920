using System.Text.Json;
using System.Text.Json.Nodes;
using Noc.Formats.Encounters;
using Noc.Formats.Tests.X837;

namespace Noc.Formats.Tests.Encounters;

public sealed class EncounterSchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(
        File.ReadAllText(Path.Combine(Samples.Root, "docs", "schemas", "noc.encounter-1.schema.json")))!.AsObject();

    [Fact]
    public void Every_name_of_the_schema_is_read()
    {
        var whole = Example(Schema);
        (whole["id"], whole["from"]) = ("V1", "2026-03-10");
        var read = EncounterReader.Read(JsonSerializer.SerializeToElement(whole));
        Assert.Empty(read.Problems);
        Assert.NotNull(Assert.Single(read.Encounter!.Administrations));
    }

    [Fact]
    public void The_example_of_the_page_reads_without_a_problem()
    {
        var page = File.ReadAllText(Path.Combine(Samples.Root, "docs", "encounter.md"));
        var start = page.IndexOf("```json", StringComparison.Ordinal) + 7;
        using var document = JsonDocument.Parse(page[start..page.IndexOf("```", start, StringComparison.Ordinal)]);
        Assert.Empty(EncounterReader.Read(document.RootElement).Problems);
    }

    // Every member: null, or an object of all its members, or a list with one of them; texts where one is required.
    private static JsonObject Example(JsonObject schema)
    {
        var example = new JsonObject();
        var required = schema["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        foreach (var (name, node) in schema["properties"]!.AsObject())
        {
            var member = Resolve(node!.AsObject());
            example[name] = member.ContainsKey("properties") ? Example(member)
                : member["items"] is JsonObject items && items.ContainsKey("properties")
                    ? new JsonArray(Example(items))
                    : required.Contains(name) ? "X" : null;
        }
        return example;
    }

    private static JsonObject Resolve(JsonObject member) => (string?)member["$ref"] is "#/$defs/provider"
        ? Schema["$defs"]!["provider"]!.AsObject() : member;
}
