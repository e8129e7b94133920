using System.Buffers;
using System.Text.Json;

namespace Noc.App.AuditClaims;

/// <summary>The JSON report: one object, written as the files are read.</summary>
internal sealed class JsonReport(Stream output, AuditOptions options, string tables, string payerRules) : ReportWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private bool _anyFile, _anyClaim;

    public override void Render(ClaimAuditView view, ArrayBufferWriter<byte> output)
    {
        output.Write(",\n"u8);
        JsonClaims.Write(output, view, file: null);
    }

    public override void Start() => Emit(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "noc.audit/1");
        json.WriteString("noc", NocVersion.Text);
        json.WriteString("tables", tables);
        json.WriteString("payerRules", payerRules);
        json.WriteString("asOf", options.AsOf.ToString("yyyy-MM-dd"));
    }, ",\"files\":["u8);

    public override void StartFile(string path)
    {
        if (_anyFile) output.WriteByte((byte)',');
        (_anyFile, _anyClaim) = (true, false);
        Emit(json =>
        {
            json.WriteStartObject();
            json.WriteString("path", path);
        }, ",\"claims\":["u8);
    }

    public override void WriteClaims(ReadOnlySpan<byte> rendered)
    {
        if (rendered.IsEmpty) return;
        output.Write(_anyClaim ? rendered : rendered[2..]);   // every claim is rendered with a comma in front
        _anyClaim = true;
    }

    public override void EndFile(FileReport file)
    {
        output.Write("],"u8);
        EmitMembers(json => JsonFiles.Write(json, file));
        output.WriteByte((byte)'}');
    }

    public override void End(AuditCounts totals, int files)
    {
        output.Write("],"u8);
        EmitMembers(json =>
        {
            json.WriteStartObject("totals");
            json.WriteNumber("files", files);
            JsonFiles.WriteCounts(json, totals, sha256: null);
            json.WriteEndObject();
            if (Evidence is { } evidence) JsonEvidence.Write(json, evidence);
            JsonFiles.WriteSuppressions(json, options);
        });
        output.Write("}\n"u8);
        output.Flush();
    }

    // Opens objects that another call closes: the array behind them is written as the files are read.
    private void Emit(Action<Utf8JsonWriter> write, ReadOnlySpan<byte> behind)
    {
        _buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_buffer, JsonClaims.Options)) write(json);
        output.Write(_buffer.WrittenSpan);
        output.Write(behind);
    }

    private void EmitMembers(Action<Utf8JsonWriter> write)
    {
        _buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_buffer, JsonClaims.Options))
        {
            json.WriteStartObject();
            write(json);
        }
        output.Write(_buffer.WrittenSpan[1..]);
    }
}
