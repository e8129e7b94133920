using Noc.Drugs;

namespace Noc.Administrations;

/// <summary>What the events of a visit become, while it is being coded.</summary>
internal sealed class Ledger(IReadOnlyList<DrugEvent> events)
{
    private sealed class Entry
    {
        public List<EventCode> Codes { get; } = [];

        public List<string> Why { get; } = [];

        public List<AdministrationFlag> Flags { get; } = [];

        public NotReported? Reason { get; set; }

        public int? Minutes { get; set; }
    }

    private readonly Dictionary<int, Entry> _entries = events.ToDictionary(one => one.Number, _ => new Entry());

    /// <summary>True where any event makes a code.</summary>
    public bool HasCodes => _entries.Values.Any(entry => entry.Codes.Count > 0);

    /// <summary>Flags of the visit as a whole.</summary>
    public List<AdministrationFlag> Flags { get; } = [];

    /// <summary>The event makes a code.</summary>
    public void Report(DrugEvent one, string code, int units, string why, string modifier = "")
    {
        if (units < 1) return;
        var entry = _entries[one.Number];
        entry.Codes.Add(new(HcpcsCode.Of(code), units, modifier.Length > 0 ? Modifier.Of(modifier) : default));
        if (why.Length > 0) entry.Why.Add(why);
    }

    /// <summary>The event makes none.</summary>
    public void Skip(DrugEvent one, NotReported reason, string why)
    {
        var entry = _entries[one.Number];
        entry.Reason = reason;
        entry.Why.Add(why);
    }

    /// <summary>Somebody should look at the event.</summary>
    public void Flag(DrugEvent one, FlagKind kind, string text) => _entries[one.Number].Flags.Add(new(kind, text));

    /// <summary>A further sentence of the reasoning.</summary>
    public void Because(DrugEvent one, string why) => _entries[one.Number].Why.Add(why);

    /// <summary>Minutes that count.</summary>
    public void Count(DrugEvent one, int minutes) => _entries[one.Number].Minutes = minutes;

    /// <summary>All of it.</summary>
    public VisitCodes Close(Visit visit)
    {
        var outcomes = events.OrderBy(one => one.Start ?? one.Stop ?? DateTimeOffset.MaxValue)
            .ThenBy(one => one.Number).Select(Outcome).ToList();
        var services = outcomes.SelectMany(outcome => outcome.Codes.Select(code => (outcome, code)))
            .GroupBy(pair => (pair.code.Code, pair.code.Modifier))
            .OrderBy(group => group.Key.Code).ThenBy(group => group.Key.Modifier.Value, StringComparer.Ordinal)
            .Select(group => new CodedService
            {
                Code = group.Key.Code,
                Units = group.Sum(pair => pair.code.Units),
                Modifiers = group.Key.Modifier.IsNone ? [] : [group.Key.Modifier],
                Day = visit.Day,
                Events = [.. group.Select(pair => pair.outcome.Event.Number).Distinct().Order()],
                Basis = group.Max(pair => pair.outcome.Basis),
            }).ToList();
        NameMissingBases(services);
        return new() { Visit = visit, Services = services, Events = outcomes, Flags = [.. visit.Flags, .. Flags] };
    }

    private void NameMissingBases(List<CodedService> services)
    {
        foreach (var service in services)
        {
            var bases = InfusionCodes.BasesOf(service.Code);
            if (bases.Count == 0 || services.Exists(other => bases.Contains(other.Code.Value))) continue;
            Flags.Add(new(FlagKind.BaseMissing, $"{service.Code} usually stands beside {Words.List(bases, "or")}; no "
                + "such code comes out of this visit, so a claim editor may stop it. Check which service was the "
                + "initial one."));
        }
    }

    private EventOutcome Outcome(DrugEvent one)
    {
        var entry = _entries[one.Number];
        IReadOnlyList<AdministrationFlag> flags = [.. entry.Flags, .. one.Flags];
        return new()
        {
            Event = one,
            Codes = entry.Codes,
            Reason = entry.Codes.Count > 0 ? null : entry.Reason,
            Why = string.Join(' ', entry.Why),
            Basis = flags.Any(flag => flag.Kind is FlagKind.PayerDependent or FlagKind.DownCoded
                or FlagKind.DocumentComplexity)
                ? CodingBasis.PayerDependent
                : flags.Any(flag => flag.Kind is FlagKind.Convention or FlagKind.PrimaryReasonAssumed)
                    ? CodingBasis.Convention : CodingBasis.Settled,
            CountedMinutes = entry.Minutes ?? one.Minutes,
            Flags = flags,
        };
    }
}
