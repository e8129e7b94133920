using System.Text.Json;
using Noc.Search;
using Noc.Tables;

namespace Noc.App.FindCodes;

/// <summary>Writes answers as docs/schemas/noc.find-1.schema.json says.</summary>
internal static class FindJson
{
    /// <summary>Starts the object that every answer is, lets the rest be written, and ends it.</summary>
    public static void Write(Stream output, CardFacts facts, string mode, string query, Action<Utf8JsonWriter> rest)
    {
        using var json = JsonOutput.Writer(output);
        json.WriteStartObject();
        json.WriteString("schema", "noc.find/1");
        json.WriteString("noc", NocVersion.Text);
        json.WriteTables(facts.Tables);
        json.WriteString("mode", mode);
        json.WriteString("query", query);
        json.WriteString("on", Day(facts.Day));
        rest(json);
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    /// <summary>What was found.</summary>
    public static void WriteHits(
        Utf8JsonWriter json, FindResult result, Func<FindHit, (string Name, string Summary)> say)
    {
        json.WriteBoolean("certain", result.IsCertain);
        if (result.Missing is not null) json.WriteString("missing", result.Missing);
        json.WriteStartArray("hits");
        foreach (var hit in result.Hits)
        {
            var (name, summary) = say(hit);
            json.WriteStartObject();
            json.WriteString("kind", hit.Kind is HitKind.Code ? "code" : "drug");
            if (!hit.Code.IsNone) json.WriteString("code", hit.Code.Value);
            if (hit.Product is { Id.Length: > 0 } product) json.WriteString("product", product.Id);
            if (!hit.Ndc.IsNone) json.WriteString("ndc", hit.Ndc.Digits);
            json.WriteString("name", name);
            json.WriteString("summary", summary);
            json.WriteString("reason", hit.Reason);
            json.WriteNumber("score", hit.Score);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>A card.</summary>
    public static void WriteCard(Utf8JsonWriter json, Card card)
    {
        json.WriteStartObject("card");
        json.WriteString("kind", card.Kind);
        json.WriteString("id", card.Id);
        json.WriteString("title", card.Title);
        json.WriteString("summary", card.Summary);
        json.WriteStartArray("sections");
        foreach (var section in card.Sections) WriteSection(json, section);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The line in hand.</summary>
    public static void WriteLine(Utf8JsonWriter json, CardSection line)
    {
        json.WritePropertyName("line");
        WriteSection(json, line);
    }

    /// <summary>Statements in an array with a name.</summary>
    public static void WriteStatements(Utf8JsonWriter json, string name, IReadOnlyList<Statement> statements)
    {
        json.WriteStartArray(name);
        foreach (var statement in statements)
        {
            json.WriteStartObject();
            json.WriteString("label", statement.Label);
            json.WriteString("text", statement.Text);
            json.WriteString("confidence", Words.Of(statement.Confidence));
            if (statement.Rule.Length > 0) json.WriteString("rule", statement.Rule);
            WriteSources(json, statement.Sources);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteSection(Utf8JsonWriter json, CardSection section)
    {
        json.WriteStartObject();
        json.WriteString("id", section.Id);
        json.WriteString("title", section.Title);
        WriteStatements(json, "statements", section.Statements);
        if (section.Quarters.Count > 0)
        {
            json.WriteStartArray("quarters");
            foreach (var one in section.Quarters)
            {
                json.WriteStartObject();
                json.WriteString("quarter", $"{one.Year}Q{one.Quarter}");
                if (one.Value is { } value) json.WriteNumber("usd", value);
                json.WriteString("text", one.Text);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            WriteSources(json, section.QuarterSources);
        }
        json.WriteEndObject();
    }

    /// <summary>Where something is from.</summary>
    public static void WriteSources(Utf8JsonWriter json, IReadOnlyList<Source> sources)
    {
        json.WriteStartArray("sources");
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteString("title", source.Title);
            if (source.Section.Length > 0) json.WriteString("section", source.Section);
            if (source.Url is { } url) json.WriteString("url", url);
            if (source.Effective is { } from) json.WriteString("effective", Day(from));
            if (source.Read is { } read) json.WriteString("read", Day(read));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Day(DateOnly day) => $"{day:yyyy-MM-dd}";
}
