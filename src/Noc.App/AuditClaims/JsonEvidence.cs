using System.Text.Json;
using Noc.Audit.Evidence;

namespace Noc.App.AuditClaims;

/// <summary>The optional member <c>evidence</c> of claims and of the report.</summary>
internal static class JsonEvidence
{
    /// <summary>What the evidence says of a claim.</summary>
    public static void Write(Utf8JsonWriter json, ClaimEvidence evidence, IReadOnlyList<LineSupport> lines)
    {
        json.WriteStartObject("evidence");
        json.WriteString("match", evidence.Match switch
        {
            EvidenceMatch.Account => "account",
            EvidenceMatch.Patient => "patient",
            EvidenceMatch.DateAndDrug => "date-and-drug",
            EvidenceMatch.Ambiguous => "ambiguous",
            _ => "none",
        });
        json.WriteStartArray("encounters");
        foreach (var item in evidence.Items)
        {
            json.WriteStartObject();
            json.WriteString("id", item.Encounter.Id);
            WritePlace(json, item.File, item.Line, item.Encounter.Pointer);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("lines");
        foreach (var line in lines) Write(json, line);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What is left over once all claims have been seen.</summary>
    public static void Write(Utf8JsonWriter json, EvidenceSummary evidence)
    {
        json.WriteStartObject("evidence");
        json.WriteNumber("encounters", evidence.Encounters);
        json.WriteNumber("matchedClaims", evidence.Matched);
        json.WriteNumber("unmatchedClaims", evidence.Unmatched);
        json.WriteNumber("ambiguousClaims", evidence.Ambiguous);
        json.WriteStartArray("givenNotBilled");
        foreach (var one in evidence.Unbilled) Write(json, one, evidence.AsOf);
        json.WriteEndArray();
        json.WriteNumber("billedNotRecordedLines", evidence.UnrecordedCount);
        json.WriteStartArray("billedNotRecorded");
        foreach (var one in evidence.Unrecorded) Write(json, one, evidence.AsOf);
        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (var problem in evidence.Problems)
        {
            json.WriteStartObject();
            WritePlace(json, problem.File, problem.Line, problem.Pointer);
            json.WriteString("message", problem.Message);
            json.WriteBoolean("encounterLost", problem.IsLoss);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LineSupport line)
    {
        json.WriteStartObject();
        json.WriteNumber("line", line.Line);
        json.WriteStartArray("match");
        foreach (var fact in line.Facts)
        {
            json.WriteStartObject();
            json.WriteString("fact", fact.Fact);
            json.WriteString("order", fact.Order);
            json.WriteString("record", fact.Record);
            json.WriteString("invoice", fact.Invoice);
            json.WriteString("claim", fact.Claim);
            json.WriteString("firstToDiffer", fact.FirstToDiffer);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (line.Checklist is { } list)
        {
            json.WriteStartObject("checklist");
            json.WriteNumber("met", list.Met);
            json.WriteNumber("required", list.Required);
            json.WriteStartArray("elements");
            foreach (var element in list.Elements)
            {
                json.WriteStartObject();
                json.WriteString("element", element.Element);
                json.WriteString("state", element.State switch
                {
                    ElementState.Met => "met",
                    ElementState.Missing => "missing",
                    ElementState.Conflicting => "conflicting",
                    _ => "not-judged",
                });
                json.WriteString("who", element.Who);
                json.WriteString("onFile", element.OnFile);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteStartArray("statement");
        foreach (var sentence in line.Statement)
        {
            json.WriteStartObject();
            json.WriteString("topic", sentence.Topic);
            json.WriteString("text", sentence.Text);
            json.WriteString("pointer", sentence.Pointer);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, UnbilledDrug one, DateOnly asOf)
    {
        json.WriteStartObject();
        WritePlace(json, one.Item.File, one.Item.Line, one.Given.Pointer);
        json.WriteString("encounter", one.Item.Encounter.Id);
        json.WriteString("account", one.Item.Encounter.Claim.PatientAccount);
        json.WriteBoolean("hasClaim", one.HasClaim);
        json.WriteString("drug", one.Given.Drug);
        json.WriteString("dose", one.Given.Dose.ToString());
        json.WriteString("day", one.Given.Day.ToString("yyyy-MM-dd"));
        json.WriteString("payer", one.Payer);
        JsonClaims.Money(json, "costUsd"u8, one.CostUsd);
        WriteLimit(json, one.SendBy, asOf);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, UnrecordedLine one, DateOnly asOf)
    {
        json.WriteStartObject();
        json.WriteString("path", one.Path);
        json.WriteNumber("ordinal", one.Ordinal);
        json.WriteString("claim", one.Account);
        json.WriteNumber("line", one.Line);
        json.WriteString("code", one.Code);
        json.WriteString("day", one.Day?.ToString("yyyy-MM-dd"));
        JsonClaims.Money(json, "chargeUsd"u8, one.ChargeUsd);
        WriteLimit(json, one.SendBy, asOf);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, string file, long line, string pointer)
    {
        json.WriteString("file", file);
        json.WriteNumber("fileLine", line);
        json.WriteString("pointer", pointer);
    }

    private static void WriteLimit(Utf8JsonWriter json, DateOnly? sendBy, DateOnly asOf)
    {
        json.WriteString("sendBy", sendBy?.ToString("yyyy-MM-dd"));
        if (sendBy is { } last) json.WriteNumber("daysLeft", last.DayNumber - asOf.DayNumber);
        else json.WriteNull("daysLeft");
    }
}
