using System.Globalization;
using System.Text;
using Noc.Coding;
using Noc.Payers;
using Noc.Tables;

namespace Noc.App.WriteNarratives;

/// <summary>Writes composed texts as docs/schemas/noc.narrative-1.schema.json says.</summary>
internal static class NarrativeJson
{
    public static void Write(
        TextWriter output, NarrativeOptions options, EffectivePolicy policy, ComposedNarrative text,
        ReferenceTables tables)
    {
        using var stream = new MemoryStream();
        using (var json = JsonOutput.Writer(stream))
        {
            json.WriteStartObject();
            json.WriteString("schema", "noc.narrative/1");
            json.WriteString("noc", NocVersion.Text);
            if (tables.Notice is { } notice) json.WriteString("notice", notice);
            json.WriteString("policy", policy.Policy.Id);
            json.WriteString("name", policy.Policy.Name);
            json.WriteString("code", options.Code);
            json.WriteString("on", options.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("claim", options.IsInstitutional ? "institutional" : "professional");
            json.WriteStartArray("texts");
            foreach (var place in text.Texts)
            {
                json.WriteStartObject();
                json.WriteString("element", place.Element);
                json.WriteBoolean("isRead", place.IsRead);
                json.WriteString("text", place.Text);
                json.WriteNumber("length", place.Text.Length);
                json.WriteNumber("limit", place.Limit);
                json.WriteNumber("left", place.Left);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteTexts("elements", text.Elements);
            json.WriteStartArray("dropped");
            foreach (var one in text.Dropped)
            {
                json.WriteStartObject();
                json.WriteString("element", one.Element);
                json.WriteString("text", one.Text);
                json.WriteString("reason", one.Reason switch
                {
                    DropReason.Refused => "refused",
                    DropReason.NotAsked => "not-asked",
                    _ => "no-room",
                });
                json.WriteString("movedTo", one.MovedTo);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteTexts("missing", text.Missing);
            json.WriteEndObject();
        }
        output.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
    }
}
