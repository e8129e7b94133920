using System.Text.Json;
using Noc.X12;

namespace Noc.App.AuditClaims;

/// <summary>Writes what is said of a file behind its claims, the same in JSON and NDJSON.</summary>
internal static class JsonFiles
{
    /// <summary>The members <c>problems</c> and <c>summary</c> of an open object.</summary>
    public static void Write(Utf8JsonWriter json, FileReport file)
    {
        json.WriteStartArray("problems");
        foreach (var problem in file.Problems) Write(json, problem);
        json.WriteEndArray();
        json.WriteStartObject("summary");
        WriteCounts(json, file.Counts, file.Sha256);
        json.WriteEndObject();
    }

    /// <summary>The counts of a file, or of all files where there is no hash.</summary>
    public static void WriteCounts(Utf8JsonWriter json, AuditCounts counts, string? sha256)
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
        if (counts.Suppressed > 0) json.WriteNumber("suppressed", counts.Suppressed);
        json.WriteNumber("atRiskUsd", counts.AtRiskUsd);
        json.WriteNumber("expectedAtRiskUsd", counts.ExpectedAtRiskUsd);
        json.WriteStartArray("notJudged");
        foreach (var text in NotJudged.Of(counts)) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>The member <c>suppressions</c> of an open object: what became of each entry of the file. Nothing where
    /// no file was named.</summary>
    public static void WriteSuppressions(Utf8JsonWriter json, AuditOptions options)
    {
        if (options.Suppressions is not { } list) return;
        json.WriteStartArray("suppressions");
        foreach (var entry in list.Entries)
        {
            json.WriteStartObject();
            json.WriteNumber("entry", entry.Number);
            if (entry.Finding.Length > 0) json.WriteString("finding", entry.Finding);
            if (entry.Rule.Length > 0) json.WriteString("rule", entry.Rule);
            if (entry.Claim.Length > 0) json.WriteString("claim", entry.Claim);
            json.WriteString("reason", entry.Reason);
            json.WriteString("expires", entry.Expires.ToString("yyyy-MM-dd"));
            json.WriteString("state", Words.Of(entry.StateOn(options.AsOf)));
            json.WriteNumber("findings", entry.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, X12Problem problem)
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
}
