using System.Buffers;
using System.Text.Json;

namespace Noc.App.AuditClaims;

/// <summary>The JSON report: one object, written as the files are read.</summary>
internal sealed class JsonReport(Stream output, AuditOptions options, string tables) : ReportWriter
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
        json.WriteString("payerRules", "built-in");
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
        EmitMembers(json =>
        {
            json.WriteStartArray("problems");
            foreach (var problem in file.Problems)
            {
                json.WriteStartObject();
                json.WriteString("id", problem.Id);
                json.WriteString("severity", Words.Of(problem.Severity));
                json.WriteString("message", problem.Message);
                json.WriteNumber("byte", problem.Offset);
                json.WriteNumber("segment", problem.Segment);
                json.WriteString("tag", problem.Tag);
                if (problem.Element is { } element) json.WriteNumber("element", element);
                else json.WriteNull("element");
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartObject("summary");
            WriteCounts(json, file.Counts, file.Sha256);
            json.WriteEndObject();
        });
        output.WriteByte((byte)'}');
    }

    public override void End(AuditCounts totals, int files)
    {
        output.Write("],"u8);
        EmitMembers(json =>
        {
            json.WriteStartObject("totals");
            json.WriteNumber("files", files);
            WriteCounts(json, totals, sha256: null);
            json.WriteEndObject();
        });
        output.Write("}\n"u8);
        output.Flush();
    }

    internal static void WriteCounts(Utf8JsonWriter json, AuditCounts counts, string? sha256)
    {
        json.WriteNumber("bytes", counts.Bytes);
        if (sha256 is not null) json.WriteString("sha256", sha256);
        json.WriteNumber("interchanges", counts.Interchanges);
        json.WriteNumber("transactions", counts.Transactions);
        json.WriteNumber("claims", counts.Claims);
        json.WriteNumber("serviceLines", counts.Lines);
        json.WriteNumber("drugLines", counts.DrugLines);
        json.WriteNumber("unclassifiedLines", counts.UnclassifiedLines);
        json.WriteNumber("lin", counts.Lin);
        json.WriteNumber("chargeUsd", counts.ChargeUsd);
        json.WriteNumber("ready", counts.Ready);
        json.WriteNumber("fix", counts.Fix);
        json.WriteNumber("hold", counts.Hold);
        json.WriteNumber("findings", counts.Findings);
        json.WriteNumber("atRiskUsd", counts.AtRiskUsd);
        json.WriteStartArray("notJudged");
        foreach (var text in NotJudged.Of(counts)) json.WriteStringValue(text);
        json.WriteEndArray();
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
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonClaims.Options))
        {
            json.WriteStartObject();
            json.WriteString("file", file.Path);
            json.WriteString("asOf", options.AsOf.ToString("yyyy-MM-dd"));
            json.WriteStartArray("problems");
            foreach (var problem in file.Problems) json.WriteStringValue(problem.Id);
            json.WriteEndArray();
            json.WriteStartObject("summary");
            JsonReport.WriteCounts(json, file.Counts, file.Sha256);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        output.Write(buffer.WrittenSpan);
        output.Write("\n"u8);
    }

    public override void End(AuditCounts totals, int files) => output.Flush();
}
