using System.Globalization;
using System.Text.Json;
using Noc.Administrations;
using Noc.Formats.Encounters;
using Noc.Tables;

namespace Noc.App.CodeInfusions;

/// <summary>Writes coded visits as docs/schemas/noc.infuse-1.schema.json says, one encounter after the other.</summary>
internal sealed class InfusionJson : IInfusionReport
{
    private readonly Utf8JsonWriter _json;
    private readonly Stream _output;
    private readonly List<(string File, EncounterProblem Problem)> _lost = [];

    public InfusionJson(Stream output, ReferenceTables tables)
    {
        (_output, _json) = (output, JsonOutput.Writer(output));
        _json.WriteStartObject();
        _json.WriteString("schema", "noc.infuse/1");
        _json.WriteString("noc", NocVersion.Text);
        _json.WriteTables(tables);
        _json.WriteStartArray("encounters");
    }

    /// <inheritdoc/>
    public void Add(CodedEncounter coded)
    {
        _json.WriteStartObject();
        _json.WriteString("file", coded.File);
        _json.WriteNumber("line", coded.Line);
        _json.WriteString("pointer", coded.Encounter.Pointer);
        _json.WriteString("encounter", coded.Encounter.Id);
        _json.WriteString("payer", coded.Payer.Id);
        _json.WriteStartArray("visits");
        foreach (var visit in coded.Visits) Visit(visit);
        _json.WriteEndArray();
        Problems(coded.Problems.Select(one => (coded.File, one)));
        _json.WriteEndObject();
        if (_json.BytesPending > 1 << 16) _json.Flush();
    }

    /// <inheritdoc/>
    public void AddLost(string file, IReadOnlyList<EncounterProblem> problems) =>
        _lost.AddRange(problems.Select(one => (file, one)));

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.WriteEndArray();
        Problems(_lost);
        _json.WriteEndObject();
        _json.Dispose();
        _output.Write("\n"u8);
    }

    private void Visit(VisitCodes visit)
    {
        _json.WriteStartObject();
        _json.WriteString("date", JsonValues.Day(visit.Visit.Day));
        _json.WriteString("setting", InfusionWords.Of(visit.Visit.Setting));
        _json.WriteStartArray("services");
        foreach (var one in visit.Services)
        {
            _json.WriteStartObject();
            _json.WriteString("code", one.Code.Value);
            _json.WriteNumber("units", one.Units);
            _json.WriteStartArray("modifiers");
            foreach (var modifier in one.Modifiers) _json.WriteStringValue(modifier.Value);
            _json.WriteEndArray();
            _json.WriteString("meaning", InfusionCodes.Label(one.Code));
            _json.WriteStartArray("events");
            foreach (var number in one.Events) _json.WriteNumberValue(number);
            _json.WriteEndArray();
            _json.WriteString("basis", InfusionWords.Of(one.Basis));
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteStartArray("events");
        foreach (var one in visit.Events) Event(one);
        _json.WriteEndArray();
        Flags(visit.Flags);
        _json.WriteEndObject();
    }

    private void Event(EventOutcome outcome)
    {
        var one = outcome.Event;
        _json.WriteStartObject();
        _json.WriteNumber("event", one.Number);
        _json.WriteString("pointer", one.Pointer);
        _json.WriteString("drug", one.Substance);
        _json.WriteString("category", EncounterWords.WordOf(one.Category));
        _json.WriteString("method", EncounterWords.WordOf(one.Method));
        _json.WriteString("start", Time(one.Start));
        _json.WriteString("stop", Time(one.Stop));
        _json.WriteOptional("minutes", one.Minutes);
        _json.WriteOptional("countedMinutes", outcome.CountedMinutes);
        _json.WriteStartArray("codes");
        foreach (var code in outcome.Codes)
        {
            _json.WriteStartObject();
            _json.WriteString("code", code.Code.Value);
            _json.WriteNumber("units", code.Units);
            _json.WriteString("modifier", code.Modifier.Value);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteString("notReported", outcome.Reason is { } reason ? InfusionWords.Of(reason) : null);
        _json.WriteString("why", outcome.Why);
        _json.WriteString("basis", InfusionWords.Of(outcome.Basis));
        Flags(outcome.Flags);
        _json.WriteEndObject();
    }

    private void Flags(IReadOnlyList<AdministrationFlag> flags)
    {
        _json.WriteStartArray("flags");
        foreach (var flag in flags)
        {
            _json.WriteStartObject();
            _json.WriteString("kind", InfusionWords.Of(flag.Kind));
            _json.WriteString("text", flag.Text);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private void Problems(IEnumerable<(string File, EncounterProblem Problem)> problems)
    {
        _json.WriteStartArray("problems");
        foreach (var (file, problem) in problems)
        {
            _json.WriteStartObject();
            _json.WriteString("file", file);
            _json.WriteNumber("line", problem.Line);
            _json.WriteString("pointer", problem.Pointer);
            _json.WriteString("message", problem.Message);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
    }

    private static string? Time(DateTimeOffset? time) =>
        time?.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);
}
