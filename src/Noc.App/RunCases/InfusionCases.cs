using System.Globalization;
using System.Text.Json;
using Noc.Administrations;
using Noc.App.CodeInfusions;
using Noc.Encounters;
using Noc.Tables;

namespace Noc.App.RunCases;

/// <summary>The cases of giving drugs: events of a visit to codes, and what is not reported for which reason.</summary>
internal static class InfusionCases
{
    // Events come in order: a clock time so much before the last one is of the next day.
    private static readonly TimeSpan NextDay = TimeSpan.FromHours(12);

    public static CaseResult Run(JsonElement one, ReferenceTables tables)
    {
        var (input, expected) = (one.GetProperty("input"), one.GetProperty("expected"));
        var coded = Visits(VisitOf(input, tables), input);
        var actual = coded.SelectMany(visit => visit.Services).Select(service => Line(service.Code.Value, service.Units,
            service.Modifiers.Select(modifier => modifier.Value))).Order(StringComparer.Ordinal).ToList();
        var wanted = expected.TryGetProperty("codes", out var codes)
            ? codes.EnumerateArray().Select(code => Code(code, actual)).Order(StringComparer.Ordinal).ToList() : actual;
        var notes = new List<string>();
        var skipped = coded.SelectMany(visit => visit.Events).Where(outcome => outcome.Reason is not null)
            .ToDictionary(outcome => outcome.Event.Number, outcome => outcome.Reason!.Value);
        var left = Left(expected, skipped, notes);
        return CodingCases.Compare($"{string.Join(", ", wanted)}{left}",
            $"{string.Join(", ", actual)}{Left(skipped)}") with { Notes = notes };
    }

    // A case may tell several visits of the day apart by the events; each later one is a separate encounter.
    private static List<VisitCodes> Visits(Visit all, JsonElement input)
    {
        var names = input.GetProperty("events").EnumerateArray().Select(one => new CaseInput(one)).Select(one =>
            one.Text("visit") is { Length: > 0 } visit ? visit : one.Text("encounter") is { Length: > 0 } encounter
                ? encounter : (one.Number("visit", "encounter") ?? 0).ToString(CultureInfo.InvariantCulture)).ToList();
        var coded = new List<VisitCodes>();
        foreach (var name in names.Distinct())
            coded.Add(AdministrationCoder.Code(all with
            {
                Events = [.. all.Events.Where((_, at) => names[at] == name)],
                EarlierEncounter = coded.Exists(visit => visit.HasInitial) ? "earlier" : "",
            }));
        return coded.Count > 0 ? coded : [AdministrationCoder.Code(all)];
    }

    private static Visit VisitOf(JsonElement input, ReferenceTables tables)
    {
        var facts = new CaseInput(input);
        var day = facts.Day("date") ?? throw new FormatException();
        var payer = facts.Text("payer");
        var events = new List<DrugEvent>();
        var zone = ZoneOf(facts);
        DateTimeOffset? last = null;
        foreach (var one in input.GetProperty("events").EnumerateArray())
        {
            events.Add(EventOf(one, new(one), facts, events.Count + 1, (zone, last), (day, payer), tables));
            last = events[^1].Start ?? last;
        }
        return new()
        {
            Setting = CaseWords.Visit(facts.Text("setting")),
            PlaceOfService = facts.Number("placeOfService") is { } place
                ? place.ToString("00", CultureInfo.InvariantCulture) : facts.Text("placeOfService"),
            // A case that names no payer means Medicare where only Medicare has a code of its own for the drug.
            IsMedicare = CaseWords.IsMedicare(payer)
                || (payer.Length == 0 && events.Exists(one => one.Kind is DrugKind.HivPrevention)),
            Day = day,
            Events = events,
        };
    }

    private static DrugEvent EventOf(JsonElement one, CaseInput facts, CaseInput visit, int number,
        (TimeZoneInfo? Zone, DateTimeOffset? Last) clock, (DateOnly Day, string Payer) of, ReferenceTables tables)
    {
        var day = facts.Day("date") ?? of.Day;
        var isWrong = false;
        DateTimeOffset? Read(string name, DateOnly on)
        {
            try
            {
                return Time(facts.Text(name), on, clock.Zone);
            }
            catch (FormatException)
            {
                isWrong = true;
                return null;
            }
        }
        var start = Read("start", day);
        if (clock.Last - start > NextDay) start = Read("start", day.AddDays(1));
        if (start is { } begun) day = DateOnly.FromDateTime(begun.DateTime);
        var stop = Read("stop", day);
        var (word, method) = (facts.Text("category"), CaseWords.Method(facts.Text("method")));
        if (stop < start)
        {
            stop = Read("stop", day.AddDays(1));
            // A clock that went back: nothing but a pump runs through the night and the next day.
            if (stop - start > NextDay && method is not AdministrationMethod.ProlongedPump)
                (stop, isWrong) = (null, true);
        }
        stop = stop
            ?? (facts.Number("minutes", "durationMinutes", "duration") is { } minutes
                ? start?.AddMinutes((double)minutes) : null);
        var substance = facts.Text("substance") is { Length: > 0 } named ? named : facts.Text("drug");
        var family = FamilyOf(substance, word, method, of, tables);
        var primary = visit.Text("primaryReasonSubstance");
        var seq = facts.Number("seq") is { } told ? (int)told : number;
        return new()
        {
            Number = seq,
            Substance = substance,
            Category = family.Category,
            Kind = CaseWords.Has(word, "hiv", "prep") ? DrugKind.HivPrevention : family.Kind,
            Method = method,
            Route = CaseWords.Has(facts.Text("method"), "nasal") ? "NASAL" : facts.Text("route"),
            Site = facts.Text("site"),
            Access = facts.Text("access"),
            Bag = facts.Text("bag") is { Length: > 0 } bag ? bag : facts.Text("bagId"),
            Start = start,
            Stop = stop,
            HasWrongTimes = isWrong,
            IsPrimaryReason = facts.Flag("primaryReason") || facts.Flag("primary")
                || visit.Number("primaryReasonSeq", "primarySeq") == seq || (primary.Length > 0
                    && string.Equals(primary, substance, StringComparison.OrdinalIgnoreCase)),
        };
    }

    // Cases name no diagnosis: cabotegravir alone is injected to prevent HIV.
    private static readonly string[] Prevention = ["Z2981"];

    // A family that the case gives counts; the tables know which drugs have codes of their own.
    private static FamilyChoice FamilyOf(string substance, string word, AdministrationMethod method,
        (DateOnly Day, string Payer) of, ReferenceTables tables)
    {
        var route = method switch
        {
            AdministrationMethod.Intramuscular or AdministrationMethod.Vaccine => "IM",
            AdministrationMethod.Subcutaneous or AdministrationMethod.SubcutaneousInfusion
                or AdministrationMethod.OnBody => "SC",
            AdministrationMethod.IvInfusion or AdministrationMethod.IvPush => "IV",
            _ => "",
        };
        return FamilyChoice.Of(
            new() { Drug = substance, Category = CaseWords.Category(word), Method = method, Day = of.Day }, route,
            new() { Id = "case", From = of.Day, To = of.Day, Diagnoses = Prevention }, tables,
            new() { IsMedicare = CaseWords.IsMedicare(of.Payer) });
    }

    // A case that names no zone is of one where the clock is set, as it is in most of the United States.
    private static TimeZoneInfo? ZoneOf(CaseInput visit)
    {
        var named = visit.Text("timeZone") is { Length: > 0 } told ? told : visit.Text("timezone");
        return TimeZoneInfo.TryFindSystemTimeZoneById(named, out var zone)
            || TimeZoneInfo.TryFindSystemTimeZoneById("America/New_York", out zone) ? zone : null;
    }

    // Of an hour that comes twice, the first one.
    private static DateTimeOffset? Time(string text, DateOnly day, TimeZoneInfo? zone)
    {
        if (text.Length == 0) return null;
        var isClock = TimeOnly.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
            && text.Length <= 8;
        var local = isClock ? day.ToDateTime(clock) : DateTime.Parse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        if (local.Kind is not DateTimeKind.Unspecified) return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        return new(local, zone is null ? TimeSpan.Zero : zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
    }

    // "96413/96365" is either of them; the one that came out counts.
    private static string Code(JsonElement one, List<string> actual)
    {
        var facts = new CaseInput(one);
        IEnumerable<string> modifiers = one.TryGetProperty("modifiers", out var list)
            && list.ValueKind is JsonValueKind.Array ? list.EnumerateArray().Select(item => item.GetString()!) : [];
        var all = facts.Text("code").Split('/').Select(code => Line(code.Trim(), facts.Number("units") ?? 1, modifiers))
            .ToList();
        return all.Find(actual.Contains) ?? all[0];
    }

    // Payers take XE, XP, XS and XU for 59.
    private static string Line(string code, decimal units, IEnumerable<string> modifiers) => string.Create(
        CultureInfo.InvariantCulture, $"{string.Join('-', modifiers.Select(one => one.Split('/')[0] switch
        {
            "XE" or "XP" or "XS" or "XU" => "59",
            var word => word,
        }).Prepend(code))} x{units:0.###}");

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
            var isObject = one.ValueKind is JsonValueKind.Object;
            var number = (int)((isObject ? new CaseInput(one).Number("seq", "event") : CaseInput.Of(one))
                ?? throw new FormatException());
            var word = isObject ? new CaseInput(one).Text("reason") : "";
            if (skipped.TryGetValue(number, out var ours) && word != InfusionWords.Of(ours)
                && (!InfusionWords.IsReason(word) || (IsOfFluid(word) && IsOfFluid(InfusionWords.Of(ours)))))
            {
                if (word.Length > 0)
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
}
