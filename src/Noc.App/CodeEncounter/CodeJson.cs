using System.Text.Encodings.Web;
using System.Text.Json;
using Noc.App.PriceLines;
using Noc.Audit;
using Noc.Claims;
using Noc.Coding;
using Noc.Formats.Encounters;
using Noc.Tables;

namespace Noc.App.CodeEncounter;

/// <summary>Coded visits as docs/schemas/noc.code-1.schema.json says.</summary>
internal sealed class CodeJson : CodeWriter
{
    private const int FlushAt = 1 << 16;

    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;
    private readonly bool _isLines;
    private int _visits, _ready, _claims, _lines, _lost;
    private PriceTotals _sums;

    public CodeJson(Stream output, ReferenceTables tables, bool isLines)
    {
        (_output, _isLines) = (output, isLines);
        _json = new(output, new()
        {
            Indented = !isLines, NewLine = "\n", SkipValidation = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
        if (isLines) return;
        _json.WriteStartObject();
        _json.WriteString("schema", "noc.code/1");
        _json.WriteString("noc", NocVersion.Text);
        _json.WriteTables(tables);
        _json.WriteStartArray("visits");
    }

    /// <inheritdoc/>
    public override void Write(CodedResult result, IReadOnlyList<PricedLine> prices)
    {
        var visit = result.Visit;
        _visits++;
        if (result.IsReady) _ready++;
        _json.WriteStartObject();
        _json.WriteString("file", result.File);
        _json.WriteNumber("line", result.Line);
        _json.WriteString("id", visit.Id);
        _json.WriteString("pointer", visit.Pointer);
        _json.WriteStartObject("payer");
        _json.WriteString("policy", visit.Payer.Id);
        _json.WriteString("name", visit.Payer.Name);
        _json.WriteString("id", visit.PayerId);
        _json.WriteEndObject();
        _json.WriteString("type", visit.Type is ClaimType.Institutional ? "institutional" : "professional");
        _json.WriteString("place", visit.Place);
        _json.WriteString("from", JsonValues.Day(visit.From));
        _json.WriteString("to", JsonValues.Day(visit.To));
        _json.WriteBoolean("ready", result.IsReady);
        _json.WriteTexts("diagnoses", visit.Diagnoses);
        _json.WriteTexts("conditions", visit.Conditions);
        _json.WriteString("trial", visit.Trial);
        _json.WriteString("authorization", visit.Authorization);
        _json.WriteStartArray("attachments");
        foreach (var one in visit.Attachments)
        {
            _json.WriteStartObject();
            _json.WriteString("reportType", one.ReportType);
            _json.WriteString("transmission", one.Transmission);
            _json.WriteString("control", one.Control);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteStartArray("claims");
        var at = 0;
        for (var i = 0; i < visit.Claims.Count; i++) WriteClaim(visit.Claims[i], result.Findings[i], prices, ref at);
        _json.WriteEndArray();
        var sums = PriceTotals.Of(prices);
        _sums += sums;
        PriceJson.Totals(_json, "expected", sums);
        WriteRest(visit, result.Problems);
        _json.WriteEndObject();
        End();
    }

    /// <inheritdoc/>
    public override void Lost() => _lost++;

    /// <inheritdoc/>
    public override void Finish()
    {
        if (_isLines) return;
        _json.WriteEndArray();
        _json.WriteStartObject("totals");
        _json.WriteNumber("visits", _visits);
        _json.WriteNumber("ready", _ready);
        _json.WriteNumber("claims", _claims);
        _json.WriteNumber("lines", _lines);
        _json.WriteNumber("unread", _lost);
        PriceJson.Totals(_json, "expected", _sums);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        _output.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    protected override void Close() => _json.Dispose();

    private void End()
    {
        if (_isLines)
        {
            _json.Flush();
            _output.WriteByte((byte)'\n');
            _json.Reset();
        }
        else if (_json.BytesPending > FlushAt) _json.Flush();
    }

    private void WriteClaim(
        CodedClaim claim, IReadOnlyList<Finding> findings, IReadOnlyList<PricedLine> prices, ref int at)
    {
        _claims++;
        _json.WriteStartObject();
        _json.WriteNumber("part", claim.Part);
        _json.WriteNumber("parts", claim.Parts);
        _json.WriteOptional("chargeUsd", claim.ChargeUsd);
        _json.WriteString("note", claim.Note);
        _json.WriteStartArray("lines");
        for (var i = 0; i < claim.Lines.Count; i++) WriteLine(i + 1, claim.Lines[i], prices[at++]);
        _json.WriteEndArray();
        _json.WriteStartArray("findings");
        foreach (var one in findings)
        {
            _json.WriteStartObject();
            _json.WriteString("rule", one.Rule.Id);
            _json.WriteString("severity", Words.Of(one.Severity));
            _json.WriteNumber("line", one.Line);
            _json.WriteString("element", one.Element);
            _json.WriteString("message", one.Message);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteLine(int number, CodedLine line, PricedLine priced)
    {
        _lines++;
        _json.WriteStartObject();
        _json.WriteNumber("number", number);
        _json.WriteString("kind", line.Kind switch
        {
            CodedLineKind.Waste => "waste",
            CodedLineKind.CompoundingFee => "compounding-fee",
            CodedLineKind.Administration => "administration",
            _ => "drug",
        });
        _json.WriteString("drug", line.Drug);
        _json.WriteString("code", line.Code.Value);
        _json.WriteString("codeReason", line.CodeReason);
        _json.WriteBoolean("unclassified", line.IsUnclassified);
        _json.WriteStartArray("modifiers");
        foreach (var one in line.Modifiers)
        {
            _json.WriteStartObject();
            _json.WriteString("code", one.Code);
            _json.WriteString("reason", one.Reason);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteOptional("units", line.Units);
        _json.WriteString("unitsReason", line.UnitsReason);
        _json.WriteString("amount", line.Amount.ToString());
        _json.WriteString("ndc", line.Ndc.IsNone ? line.PseudoNdc : line.Ndc.Digits);
        _json.WriteString("ndcUnit", line.NdcUnit);
        _json.WriteOptional("ndcQuantity", line.NdcQuantity);
        _json.WriteString("ndcReason", line.NdcReason);
        _json.WriteString("compoundLink", line.CompoundLink);
        _json.WriteString("day", JsonValues.Day(line.Day));
        _json.WriteString("revenue", line.Revenue);
        _json.WriteOptional("chargeUsd", line.ChargeUsd);
        _json.WriteString("chargeReason", line.ChargeReason);
        _json.WriteStartArray("diagnoses");
        foreach (var pointer in line.Diagnoses) _json.WriteNumberValue(pointer);
        _json.WriteEndArray();
        _json.WriteString("description", line.Description);
        _json.WriteString("note", line.Note);
        _json.WriteStartArray("texts");
        foreach (var text in line.Narrative?.Texts ?? [])
        {
            _json.WriteStartObject();
            _json.WriteString("element", text.Element);
            _json.WriteString("text", text.Text);
            _json.WriteNumber("limit", text.Limit);
            _json.WriteBoolean("isRead", text.IsRead);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteString("remark", line.Remark);
        _json.WriteTexts("administrations", line.Administrations);
        PriceJson.Expected(_json, "expected", priced);
        _json.WriteEndObject();
    }

    private void WriteRest(CodedVisit visit, IReadOnlyList<EncounterProblem> problems)
    {
        _json.WriteStartArray("notBilled");
        foreach (var one in visit.NotBilled)
        {
            _json.WriteStartObject();
            _json.WriteString("pointer", one.Pointer);
            _json.WriteString("drug", one.Drug);
            _json.WriteString("reason", one.Reason);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteStartArray("gaps");
        foreach (var gap in visit.Gaps)
        {
            _json.WriteStartObject();
            _json.WriteString("pointer", gap.Pointer);
            _json.WriteString("element", gap.Element);
            _json.WriteString("message", gap.Message);
            _json.WriteString("who", gap.Who);
            _json.WriteBoolean("blocking", gap.IsBlocking);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            _json.WriteStartObject();
            _json.WriteString("pointer", problem.Pointer);
            _json.WriteString("message", problem.Message);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }
}
