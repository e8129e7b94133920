using System.Buffers;
using System.Text.Json;

namespace Noc.App.AuditClaims;

/// <summary>One JSON object a claim, and one a file behind its claims.</summary>
internal sealed class NdjsonReport(Stream output, AuditOptions options) : ReportWriter
{
    public override void Render(ClaimAuditView view, ArrayBufferWriter<byte> output)
    {
        JsonClaims.Write(output, view, view.Path);
        output.Write("\n"u8);
    }

    public override void Start()
    {
    }

    public override void StartFile(string path)
    {
    }

    public override void WriteClaims(ReadOnlySpan<byte> rendered) => output.Write(rendered);

    public override void EndFile(FileReport file)
    {
        using (var json = new Utf8JsonWriter(output, JsonClaims.Options))
        {
            json.WriteStartObject();
            json.WriteString("file", file.Path);
            json.WriteString("asOf", options.AsOf.ToString("yyyy-MM-dd"));
            JsonFiles.Write(json, file);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    public override void End(AuditCounts totals, int files)
    {
        if (Evidence is { } evidence) WriteLine(json => JsonEvidence.Write(json, evidence));
        if (options.Suppressions is not null) WriteLine(json => JsonFiles.WriteSuppressions(json, options));
        output.Flush();
    }

    private void WriteLine(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, JsonClaims.Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }
}
