using System.Globalization;
using System.Text.Json;
using Noc.Administrations;
using Noc.App.CodeInfusions;
using Noc.Formats.Encounters;

namespace Noc.App.RunCases;

/// <summary>The cases of giving drugs: events of a visit to codes, and what is not reported for which reason.</summary>
internal static class InfusionCases
{
    public static CaseResult Run(JsonElement one)
    {
        var (input, expected) = (one.GetProperty("input"), one.GetProperty("expected"));
        var coded = AdministrationCoder.Code(VisitOf(input));
        var wanted = expected.GetProperty("codes").EnumerateArray().Select(Code).Order(StringComparer.Ordinal);
        var actual = coded.Services.Select(service => Line(service.Code.Value, service.Units,
            service.Modifiers.Select(modifier => modifier.Value))).Order(StringComparer.Ordinal);
        var notes = new List<string>();
        var skipped = coded.Events.Where(outcome => outcome.Reason is not null)
            .ToDictionary(outcome => outcome.Event.Number, outcome => outcome.Reason!.Value);
        var left = Left(expected, skipped, notes);
        return CodingCases.Compare($"{string.Join(", ", wanted)}{left}",
            $"{string.Join(", ", actual)}{Left(skipped)}") with { Notes = notes };
    }

    private static Visit VisitOf(JsonElement input)
    {
        var day = DateOnly.ParseExact(Text(input, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var payer = Text(input, "payer");
        var primary = Text(input, "primaryReasonSubstance");
        return new()
        {
            Setting = Text(input, "setting") switch
            {
                "facility" => VisitSetting.Facility,
                "professional" => VisitSetting.Professional,
                "asc" => VisitSetting.SurgeryCenter,
                _ => throw new FormatException(),
            },
            PlaceOfService = Text(input, "placeOfService"),
            IsMedicare = payer.StartsWith("medicare", StringComparison.OrdinalIgnoreCase),
            Day = day,
            Events = [.. input.GetProperty("events").EnumerateArray().Select(one => EventOf(one, day, primary))],
        };
    }

    private static DrugEvent EventOf(JsonElement one, DateOnly day, string primary)
    {
        var start = Time(Text(one, "start"), day);
        var stop = Time(Text(one, "stop"), day);
        return new()
        {
            Number = one.GetProperty("seq").GetInt32(),
            Substance = Text(one, "substance"),
            Category = EncounterWords.CategoryOf(Text(one, "category")) ?? throw new FormatException(),
            Method = EncounterWords.MethodOf(Text(one, "method")) ?? throw new FormatException(),
            Route = Text(one, "route"),
            Site = Text(one, "site"),
            Access = Text(one, "access"),
            Start = start,
            Stop = stop < start ? stop.Value.AddDays(1) : stop,
            IsPrimaryReason = primary.Length > 0
                && string.Equals(primary, Text(one, "substance"), StringComparison.OrdinalIgnoreCase),
        };
    }

    private static DateTimeOffset? Time(string text, DateOnly day)
    {
        if (text.Length == 0) return null;
        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
            ? new DateTimeOffset(day.ToDateTime(clock), TimeSpan.Zero)
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    private static string Code(JsonElement one) => Line(Text(one, "code"), one.GetProperty("units").GetInt32(),
        one.TryGetProperty("modifiers", out var list) ? list.EnumerateArray().Select(item => item.GetString()!) : []);

    private static string Line(string code, int units, IEnumerable<string> modifiers) =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Join('-', modifiers.Prepend(code))} x{units}");

    private static string Left(Dictionary<int, NotReported> skipped) => string.Concat(skipped
        .OrderBy(pair => pair.Key).Select(pair => string.Create(CultureInfo.InvariantCulture,
            $"; event {pair.Key} {InfusionWords.Of(pair.Value)}")));

    // A case may name a reason in words that are not ours: then the event is compared, and the word is noted.
    private static string Left(
        JsonElement expected, Dictionary<int, NotReported> skipped, List<string> notes)
    {
        if (!expected.TryGetProperty("notReported", out var list)) return Left(skipped);
        var all = new SortedDictionary<int, string>();
        foreach (var one in list.EnumerateArray())
        {
            var (number, word) = (one.GetProperty("seq").GetInt32(), Text(one, "reason"));
            if (skipped.TryGetValue(number, out var ours) && word != InfusionWords.Of(ours)
                && (!InfusionWords.IsReason(word) || (IsOfFluid(word) && IsOfFluid(InfusionWords.Of(ours)))))
            {
                notes.Add($"event {number}: the case calls the reason {word}, Noc {InfusionWords.Of(ours)}");
                word = InfusionWords.Of(ours);
            }
            all[number] = word;
        }
        return string.Concat(all.Select(pair => string.Create(CultureInfo.InvariantCulture,
            $"; event {pair.Key} {pair.Value}")));
    }

    // Too short, beside a drug, without times: Noc tells them apart, a case need not.
    private static bool IsOfFluid(string word) => word.StartsWith("hydration-", StringComparison.Ordinal);

    private static string Text(JsonElement one, string name) =>
        one.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";
}
