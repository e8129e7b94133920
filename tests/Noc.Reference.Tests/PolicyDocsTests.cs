using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Noc.Payers;
using Noc.Reference.Policies;
using Noc.Tests;

namespace Noc.Reference.Tests;

/// <summary>The schema for editors and the page of coverage are made of what the program knows.</summary>
public sealed class PolicyDocsTests
{
    [Fact]
    public void The_schema_for_editors_is_current() =>
        Current(Path.Combine("docs", "schemas", "payer-policy.schema.json"), PolicySchema.Write());

    [Fact]
    public void The_page_of_coverage_is_current() =>
        Current(Path.Combine("docs", "payers", "coverage.md"), Coverage());

    [Fact]
    public void Every_row_of_the_payer_rules_stands_on_the_page_of_coverage()
    {
        var page = File.ReadAllText(Path.Combine(SharedFolder.Root, "docs", "payers", "coverage.md"));
        var rows = CsvRows.Read(SharedFolder.Require("domain/payer-rules.csv")).Select(row => row["rule_id"]).ToList();
        Assert.Equal(313, rows.Count);
        Assert.Empty(rows.Where(row => !page.Contains($"\n| {row} |", StringComparison.Ordinal)));
    }

    public static TheoryData<string> Files =>
    [
        .. new[] { Path.Combine("data", "payers"), Path.Combine("samples", "payers") }.SelectMany(folder =>
            Directory.GetFiles(Path.Combine(SharedFolder.Root, folder), "*.yaml").Select(file =>
                Path.GetRelativePath(SharedFolder.Root, file))),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_fits_the_schema(string file)
    {
        var schema = JsonNode.Parse(PolicySchema.Write())!.AsObject();
        var text = File.ReadAllText(Path.Combine(SharedFolder.Root, file));
        Assert.Empty(Errors(YamlNode.Parse(file, text), schema, schema));
    }

    [Theory]
    [InlineData("is: required", "is: requierd")]
    [InlineData("severity: deny", "severity: denied")]
    [InlineData("level: plan", "levle: plan")]
    [InlineData("is: 120 days", "is: 120 dayz")]
    public void The_schema_refuses_what_the_reader_refuses(string right, string wrong)
    {
        var schema = JsonNode.Parse(PolicySchema.Write())!.AsObject();
        var text = File.ReadAllText(Path.Combine(SharedFolder.Root, "samples", "payers", "lakeside.yaml"));
        Assert.NotEmpty(Errors(YamlNode.Parse("x", text.Replace(right, wrong, StringComparison.Ordinal)), schema,
            schema));
    }

    private static void Current(string relative, string text)
    {
        var path = Path.Combine(SharedFolder.Root, relative);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, text);
        Assert.True(File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == text,
            $"Run UPDATE_DOCS=1 ./test to write {relative}.");
    }

    private static string Coverage()
    {
        var places = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var policy in PolicyFiles.Shipped(out _))
        {
            foreach (var value in policy.Values) Add(value.Rows, "value", value.Key.Name, policy);
            foreach (var rule in policy.Rules) Add(rule.Rows, "rule", rule.Id, policy);
            foreach (var note in policy.Guidance) 
                Add(note.Rows, "guidance", Helps(note), policy);
        }
        var page = new StringBuilder("# Where each payer rule lives\n\nMade from the `rows:` of the files in "
            + "`data/payers` (`UPDATE_DOCS=1 ./test` writes it anew). A *value* is judged by rules\nand shown by "
            + "`noc rules list`, a *rule* has a condition of its own, *guidance* is told to people: beside "
            + "findings\nof the rules in brackets, which judge what it is about for every payer.\n\n"
            + $"{places.Count} rows.\n\n| row | kind | what | policy | file |\n|---|---|---|---|---|\n");
        foreach (var (row, lines) in places)
            foreach (var line in lines.Distinct()) page.Append($"| {row} | {line} |\n");
        return page.ToString();

        static string Helps(PolicyGuidance note) => note.Rules.Count == 0 ? note.Topic
            : $"{note.Topic} ({string.Join(", ", note.Rules)})";

        void Add(IReadOnlyList<string> rows, string kind, string what, Policy policy)
        {
            foreach (var row in rows)
            {
                if (!places.TryGetValue(row, out var list)) places[row] = list = [];
                var file = policy.Place.File;
                list.Add($"{kind} | {what} | {policy.Id} | [{file}](../../data/payers/{file})");
            }
        }
    }

    // As much of JSON Schema as the schema uses, over YAML, in which every scalar is a text.
    private static List<string> Errors(YamlNode value, JsonObject schema, JsonObject root)
    {
        if (schema["$ref"] is { } reference)
            return Errors(value, root["$defs"]![reference.ToString().Split('/')[^1]]!.AsObject(), root);
        var errors = new List<string>();
        if (schema["anyOf"] is JsonArray any && !any.Any(one => Errors(value, one!.AsObject(), root).Count == 0))
            errors.Add($"{value.Place}: fits none of {any.Count} forms");
        if (schema["enum"] is JsonArray words && !words.Any(word => word!.ToString() == value.Text))
            errors.Add($"{value.Place}: {value.Text} is not among the words");
        if (schema["pattern"] is { } pattern && !Regex.IsMatch(value.Text ?? "", pattern.ToString()))
            errors.Add($"{value.Place}: {value.Text} does not fit");
        if (schema["type"] is { } type && !Fits(value, type)) errors.Add($"{value.Place} is no {type}");
        if (value.Items is { } items && schema["items"] is JsonObject item)
            errors.AddRange(items.SelectMany(one => Errors(one, item, root)));
        if (value.Pairs is { } pairs && schema["properties"] is JsonObject properties)
        {
            foreach (var (key, part) in pairs)
                if (properties[key.Text!] is JsonObject form) errors.AddRange(Errors(part, form, root));
                else if (schema["additionalProperties"]?.GetValue<bool>() == false)
                    errors.Add($"{key.Place}: {key.Text} is not in the schema");
            errors.AddRange((schema["required"] as JsonArray ?? []).Where(name => value[name!.ToString()] is null)
                .Select(name => $"{value.Place}: {name} is missing"));
        }
        foreach (var branch in schema["allOf"] as JsonArray ?? [])
            if (branch!["if"]!["properties"]!["key"]!["const"]!.ToString() == value["key"]?.Text)
                errors.AddRange(Errors(value, branch["then"]!.AsObject(), root));
        return errors;
    }

    private static bool Fits(YamlNode value, JsonNode type) => type is JsonArray several
        ? several.Any(one => Fits(value, one!)) : type.ToString() switch
        {
            "object" => value.Pairs is not null,
            "array" => value.Items is not null,
            "number" => decimal.TryParse(value.Text, out _),
            "boolean" => value.Text is "true" or "false",
            _ => value.Text is not null,
        };
}
