using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Noc.Audit;
using Noc.Tables;

namespace Noc.App.AuditClaims;

/// <summary>Writes claims and findings as JSON, as docs/schemas/noc.audit-1.schema.json says.</summary>
internal static class JsonClaims
{
    public static readonly JsonWriterOptions Options = new()
    {
        SkipValidation = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly ConditionalWeakTable<Source, byte[]> Sources = [];

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static void Write(ArrayBufferWriter<byte> output, in ClaimAuditView view, string? file)
    {
        var json = _writer ??= new(output, Options);
        json.Reset(output);
        var claim = view.Audit.Claim;
        json.WriteStartObject();
        if (file is not null) json.WriteString("file"u8, file);
        json.WriteNumber("interchange"u8, claim.Place.Interchange);
        json.WriteNumber("group"u8, claim.Place.Group);
        json.WriteNumber("transaction"u8, claim.Place.Transaction);
        json.WriteNumber("ordinal"u8, claim.Place.Ordinal);
        json.WriteString("claim"u8, claim.AccountNumber.Text);
        if (view.Audit.Policy.Id is { } id) json.WriteString("payer"u8, id);
        else json.WriteNull("payer"u8);
        json.WriteString("decision"u8, Words.Of(view.Audit.Decision));
        json.WriteStartArray("findings"u8);
        foreach (var finding in view.Findings) Write(json, finding, view.Audit);
        json.WriteEndArray();
        if (view.Audit.Evidence is { } evidence) JsonEvidence.Write(json, evidence, view.Audit.Support);
        if (view.Audit.Suppressed.Count > 0)
        {
            json.WriteStartArray("suppressed"u8);
            foreach (var (finding, entry) in view.Suppressed()) Write(json, finding, view.Audit, entry);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.Flush();
    }

    private static void Write(
        Utf8JsonWriter json, Finding finding, ClaimAudit audit, Suppression? suppression = null)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, finding.Id);
        json.WriteString("rule"u8, finding.Rule.Id);
        json.WriteString("name"u8, finding.Rule.Name);
        json.WriteString("topic"u8, finding.Topic);
        json.WriteString("severity"u8, Words.Of(finding.Severity));
        json.WriteNumber("line"u8, finding.Line);
        json.WriteString("element"u8, finding.Element);
        if (finding.Byte is { } offset) json.WriteNumber("byte"u8, offset);
        else json.WriteNull("byte"u8);
        json.WriteString("message"u8, finding.Message);
        json.WriteString("found"u8, finding.Found);
        Write(json, finding.Expected);
        json.WritePropertyName("source"u8);
        json.WriteRawValue(Sources.GetValue(finding.Source, Render), skipInputValidation: true);
        json.WriteString("confidence"u8, Words.Of(finding.Confidence));
        Money(json, "lostUsd"u8, finding.LostUsd);
        Money(json, "delayedUsd"u8, finding.DelayedUsd);
        if (audit.ExpectedOf(finding) is { } money)
        {
            json.WriteNumber("expectedAllowedUsd"u8, money.AllowedUsd);
            json.WriteNumber("expectedPayerUsd"u8, money.PayerPaysUsd);
        }
        json.WritePropertyName("correction"u8);
        if (finding.Correction is { } correction)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, finding.Id);
            json.WriteString("safety"u8, Words.Of(correction.Safety));
            json.WriteString("summary"u8, correction.Summary);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }
        if (suppression is not null)
        {
            json.WriteStartObject("suppression"u8);
            json.WriteNumber("entry"u8, suppression.Number);
            json.WriteString("reason"u8, suppression.Reason);
            json.WriteString("expires"u8, suppression.Expires.ToString("yyyy-MM-dd"));
            json.WriteEndObject();
        }
        if (PayerNote.Of(finding, audit) is { } note)
        {
            json.WriteStartObject("guidance"u8);
            json.WriteString("says"u8, note.Says);
            json.WritePropertyName("source"u8);
            json.WriteRawValue(Sources.GetValue(note.Source, Render), skipInputValidation: true);
            json.WriteString("confidence"u8, Words.Of(note.Confidence));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExpectedValue? expected)
    {
        json.WritePropertyName("expected"u8);
        if (expected is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        if (!expected.Code.IsNone) json.WriteString("code"u8, expected.Code.Value);
        if (expected.Units is { } units) json.WriteNumber("units"u8, units);
        if (expected.Ndc.Length > 0) json.WriteString("ndc"u8, expected.Ndc);
        if (expected.Narrative.Length > 0) json.WriteString("narrative"u8, expected.Narrative);
        if (expected.Text.Length > 0) json.WriteString("text"u8, expected.Text);
        json.WriteEndObject();
    }

    public static void Money(Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal? usd)
    {
        if (usd is { } amount) json.WriteNumber(name, amount);
        else json.WriteNull(name);
    }

    private static byte[] Render(Source source)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("title", source.Title);
        json.WriteString("section", source.Section);
        json.WriteString("url", source.Url);
        json.WriteString("effective", source.Effective?.ToString("yyyy-MM-dd"));
        json.WriteString("read", source.Read?.ToString("yyyy-MM-dd"));
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
