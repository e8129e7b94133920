using System.Buffers;
using System.Text;
using System.Text.Json;
using Noc.App.ExplainRules;
using Noc.Audit;
using Noc.X12;

namespace Noc.App.AuditClaims;

/// <summary>SARIF 2.1.0: one run, written as the files are read.</summary>
/// <remarks>Source: OASIS, Static Analysis Results Interchange Format 2.1.0. A region is a run of bytes; the finding's
/// id is its fingerprint; a finding set apart is a result with a suppression.</remarks>
internal sealed class SarifReport(Stream output, AuditOptions options, string tables) : ReportWriter
{
    private const int MaxNotifications = 1000;

    private static readonly Dictionary<string, int> RuleIndex =
        RuleCatalog.All.Select((rule, index) => (rule.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);

    private readonly List<(string Path, string Sha256, long Bytes)> _files = [];
    private readonly List<(string Path, X12Problem Problem)> _problems = [];
    private bool _any, _isBad;

    public override void Render(ClaimAuditView view, ArrayBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, JsonClaims.Options);
        foreach (var finding in view.Findings) Write(json, output, view, finding, null);
        foreach (var (finding, entry) in view.Suppressed()) Write(json, output, view, finding, entry);
    }

    public override void Start()
    {
        Emit(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json);
            json.WriteStartObject("properties");
            json.WriteString("tables", tables);
            json.WriteString("asOf", options.AsOf.ToString("yyyy-MM-dd"));
            json.WriteEndObject();
        });
        output.Write(",\"results\":["u8);
    }

    public override void StartFile(string path)
    {
    }

    public override void WriteClaims(ReadOnlySpan<byte> rendered)
    {
        if (rendered.IsEmpty) return;
        output.Write(_any ? rendered : rendered[2..]);   // every result is rendered with a comma in front
        _any = true;
    }

    public override void EndFile(FileReport file)
    {
        if (_files.Count < MaxNotifications) _files.Add((file.Path, file.Sha256, file.Counts.Bytes));
        _isBad |= file.IsBad;
        foreach (var problem in file.Problems)
            if (_problems.Count < MaxNotifications) _problems.Add((file.Path, problem));
    }

    public override void End(AuditCounts totals, int files)
    {
        output.Write("\n],"u8);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonClaims.Options))
        {
            json.WriteStartObject();
            WriteFiles(json);
            WriteInvocation(json, totals);
            json.WriteEndObject();
        }
        output.Write(buffer.WrittenSpan[1..]);   // closes the run
        output.Write("]}\n"u8);
        output.Flush();
    }

    private void WriteFiles(Utf8JsonWriter json)
    {
        json.WriteStartArray("artifacts");
        foreach (var (path, sha256, bytes) in _files)
        {
            json.WriteStartObject();
            json.WriteStartObject("location");
            json.WriteString("uri", UriOf(path));
            json.WriteEndObject();
            json.WriteNumber("length", bytes);
            json.WriteString("mimeType", "application/edi-x12");
            if (sha256.Length > 0)
            {
                json.WriteStartObject("hashes");
                json.WriteString("sha-256", sha256);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteInvocation(Utf8JsonWriter json, AuditCounts totals)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", !_isBad);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var (path, problem) in _problems)
        {
            var level = problem.Severity is ProblemSeverity.Warn ? "warning" : "error";
            WriteNotification(json, level, problem.Message, problem.Id, path, problem.Offset);
        }
        foreach (var text in NotJudged.Of(totals)) WriteNotification(json, "note", $"Not judged: {text}", "not-judged");
        foreach (var text in options.Suppressions?.Complaints(options.AsOf) ?? [])
            WriteNotification(json, "warning", text, "suppression");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteNotification(
        Utf8JsonWriter json, string level, string message, string id, string? path = null, long offset = 0)
    {
        json.WriteStartObject();
        json.WriteStartObject("descriptor");
        json.WriteString("id", id);
        json.WriteEndObject();
        json.WriteString("level", level);
        WriteText(json, "message", message);
        if (path is not null)
        {
            json.WriteStartArray("locations");
            json.WriteStartObject();
            WriteRegion(json, path, offset, 0);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Noc");
        json.WriteString("version", NocVersion.Text);
        json.WriteStartArray("rules");
        foreach (var rule in RuleCatalog.All)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("name", Name(rule.Name));
            WriteText(json, "shortDescription", rule.Why);
            var page = RulePages.Find(rule.Id) ?? rule.Why;
            json.WriteStartObject("help");
            json.WriteString("text", page.Replace("**", "", StringComparison.Ordinal));
            json.WriteString("markdown", page);
            json.WriteEndObject();
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteString("topic", rule.Topic);
            json.WriteStartArray("tags");
            json.WriteStringValue(rule.Id[..3]);
            json.WriteStringValue(rule.Topic);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(
        Utf8JsonWriter json, ArrayBufferWriter<byte> output, in ClaimAuditView view, Finding finding,
        Suppression? suppression)
    {
        output.Write(",\n"u8);
        json.Reset(output);
        json.WriteStartObject();
        json.WriteString("ruleId"u8, finding.Rule.Id);
        json.WriteNumber("ruleIndex"u8, RuleIndex[finding.Rule.Id]);
        json.WriteString("level"u8, Level(finding.Severity));
        var write = Suggestion.Of(finding.Expected);
        WriteText(json, "message", finding.Message + (write.Length > 0 ? $" Write: {write}" : ""));
        json.WriteStartArray("locations"u8);
        json.WriteStartObject();
        WriteRegion(json, view.Path, finding.Byte, Encoding.UTF8.GetByteCount(finding.Found));
        json.WriteStartArray("logicalLocations"u8);
        json.WriteStartObject();
        json.WriteString("name"u8, finding.Element);
        var claim = view.Audit.Claim;
        json.WriteString("fullyQualifiedName"u8, $"claim {claim.Place.Ordinal} ({claim.AccountNumber.Text})/"
            + (finding.Line > 0 ? $"line {finding.Line}/" : "") + finding.Element);
        json.WriteString("kind"u8, "element");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints"u8);
        json.WriteString("nocFinding/v1"u8, finding.Id);
        json.WriteEndObject();
        if (suppression is not null) WriteSuppression(json, suppression);
        WriteProperties(json, view, finding);
        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteSuppression(Utf8JsonWriter json, Suppression suppression)
    {
        json.WriteStartArray("suppressions"u8);
        json.WriteStartObject();
        json.WriteString("kind"u8, "external");
        json.WriteString("status"u8, "accepted");
        json.WriteString("justification"u8, suppression.Reason);
        json.WriteStartObject("properties"u8);
        json.WriteNumber("entry"u8, suppression.Number);
        json.WriteString("expires"u8, suppression.Expires.ToString("yyyy-MM-dd"));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter json, in ClaimAuditView view, Finding finding)
    {
        json.WriteStartObject("properties"u8);
        json.WriteString("topic"u8, finding.Topic);
        json.WriteString("severity"u8, Words.Of(finding.Severity));
        json.WriteString("decision"u8, Words.Of(view.Audit.Decision));
        json.WriteString("confidence"u8, Words.Of(finding.Confidence));
        json.WriteString("payer"u8, view.Audit.Policy.Name);
        if (finding.LostUsd is { } lost) json.WriteNumber("lostUsd"u8, lost);
        if (finding.DelayedUsd is { } late) json.WriteNumber("delayedUsd"u8, late);
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, string path, long? offset, int length)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(path));
        json.WriteEndObject();
        if (offset is { } place)
        {
            json.WriteStartObject("region");
            json.WriteNumber("byteOffset", place);
            json.WriteNumber("byteLength", length);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        >= Severity.Deny => "error",
        >= Severity.Warn => "warning",
        _ => "note",
    };

    // "ndc-missing" is NdcMissing, as names of SARIF rules are written.
    private static string Name(string name) => string.Concat(
        name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>A path as a URI: relative where it is, with / between.</summary>
    internal static string UriOf(string path)
    {
        if (path == "-") return "standard-input";
        if (Path.IsPathRooted(path)) return new Uri(Path.GetFullPath(path)).AbsoluteUri;
        return string.Join('/', path.Replace(Path.DirectorySeparatorChar, '/').Split('/').Select(Uri.EscapeDataString));
    }

    private void Emit(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonClaims.Options)) write(json);
        output.Write(buffer.WrittenSpan);
    }
}
