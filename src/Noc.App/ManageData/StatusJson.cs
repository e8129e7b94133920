using System.Text;
using System.Text.Json;
using Noc.Tables;

namespace Noc.App.ManageData;

/// <summary>The state of the tables as JSON.</summary>
internal static class StatusJson
{
    /// <summary>Writes one object, schema noc.data-status/1.</summary>
    public static void Write(StatusFacts facts, TextWriter output)
    {
        using var bytes = new MemoryStream();
        using (var json = JsonOutput.Writer(bytes))
        {
            json.WriteStartObject();
            json.WriteString("schema", "noc.data-status/1");
            json.WriteString("noc", NocVersion.Text);
            json.WriteString("tables", facts.Tables.Version);
            json.WriteString("folder", facts.Folder);
            json.WriteString("before", facts.Before);
            json.WriteString("fault", facts.Fault);
            json.WriteStartArray("files");
            foreach (var record in facts.Loaded.OrderBy(record => record.Dataset).ThenBy(record => record.Days.From))
                Write(json, facts, record);
            json.WriteEndArray();
            json.WriteStartArray("missing");
            foreach (var missing in facts.Missing) Write(json, missing);
            json.WriteEndArray();
            json.WriteStartArray("notRead");
            foreach (var (name, without) in DatasetNotes.NotRead)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("without", without);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("implausible");
            foreach (var line in facts.Implausible) json.WriteStringValue(line);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteLine(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }

    private static void Write(Utf8JsonWriter json, StatusFacts facts, in LoadedRecord record)
    {
        var image = facts.Tables.Image;
        var isShipped = facts.IsShipped(record);
        json.WriteStartObject();
        json.WriteString("dataset", DatasetNotes.IdOf(record.Dataset));
        json.WriteString("name", DatasetNotes.Of(record.Dataset).Name);
        json.WriteString("publisher", image.Text(record.Publisher));
        json.WriteString("from", record.Days.From is { } from ? $"{from:yyyy-MM-dd}" : null);
        json.WriteString("to", record.Days.To is { } to ? $"{to:yyyy-MM-dd}" : null);
        json.WriteString("release", image.Text(record.Release) is { Length: > 0 } release ? release : null);
        json.WriteString("kind", record.Kind switch
        {
            LoadedKind.Complete => "complete",
            LoadedKind.Partial => "extract",
            _ => "superseded",
        });
        json.WriteNumber("rows", record.Rows);
        json.WriteNumber("leftOut", record.Skipped);
        json.WriteNumber("notUnderstood", record.Problems);
        json.WriteString("file", image.Text(record.File));
        json.WriteString("member", image.Text(record.Member));
        json.WriteString("sha256", isShipped ? "" : image.Text(record.Hash));
        if (isShipped) json.WriteBoolean("ships", true);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MissingData missing)
    {
        json.WriteStartObject();
        json.WriteString("dataset", DatasetNotes.IdOf(missing.Notes.Dataset));
        json.WriteString("name", missing.Notes.Name);
        json.WriteString("missing", missing.Kind switch
        {
            MissingKind.All => "all",
            MissingKind.Periods => "periods",
            MissingKind.Newer => "newer",
            _ => "whole",
        });
        json.WriteStartArray("periods");
        foreach (var period in missing.Periods) json.WriteStringValue(period);
        json.WriteEndArray();
        json.WriteString("without", missing.Notes.Without);
        json.WriteEndObject();
    }
}
