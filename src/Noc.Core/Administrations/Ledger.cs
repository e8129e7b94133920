using Noc.Drugs;
using Noc.Encounters;
using Noc.Tables;

namespace Noc.Administrations;

/// <summary>What the events of a visit become, while it is being coded.</summary>
internal sealed class Ledger(IReadOnlyList<DrugEvent> events)
{
    private sealed class Entry
    {
        public List<EventCode>? Codes { get; set; }

        public string Why { get; private set; } = "";

        public List<AdministrationFlag>? Flags { get; set; }

        public NotReported? Reason { get; set; }

        public int? Minutes { get; set; }

        public void Because(string why) => Why = Why.Length == 0 ? why : $"{Why} {why}";
    }

    private readonly Dictionary<int, Entry> _entries = EntriesOf(events);

    private static Dictionary<int, Entry> EntriesOf(IReadOnlyList<DrugEvent> events)
    {
        var entries = new Dictionary<int, Entry>(events.Count);
        for (var i = 0; i < events.Count; i++) entries.Add(events[i].Number, new());
        return entries;
    }

    /// <summary>Events by time; of those that begin together, by number.</summary>
    public static List<DrugEvent> InOrder(IReadOnlyList<DrugEvent> events)
    {
        var sorted = new List<DrugEvent>(events);
        if (sorted.Count > 1)
            sorted.Sort((a, b) => TimeOf(a).CompareTo(TimeOf(b)) is var by and not 0 ? by
                : a.Number.CompareTo(b.Number));
        return sorted;
    }

    private static DateTimeOffset TimeOf(DrugEvent one) => one.Start ?? one.Stop ?? DateTimeOffset.MaxValue;

    /// <summary>True where any event makes a code.</summary>
    public bool HasCodes => _entries.Values.Any(entry => entry.Codes is not null);

    /// <summary>Flags of the visit as a whole.</summary>
    public List<AdministrationFlag> Flags { get; } = [];

    /// <summary>The event makes a code.</summary>
    public void Report(DrugEvent one, string code, int units, string why, string modifier = "")
    {
        if (units < 1) return;
        var entry = _entries[one.Number];
        (entry.Codes ??= new(2)).Add(
            new(HcpcsCode.Of(code), units, modifier.Length > 0 ? Modifier.Of(modifier) : default));
        if (why.Length > 0) entry.Because(why);
    }

    /// <summary>The event makes none.</summary>
    public void Skip(DrugEvent one, NotReported reason, string why)
    {
        var entry = _entries[one.Number];
        entry.Reason = reason;
        entry.Because(why);
    }

    /// <summary>Somebody should look at the event.</summary>
    public void Flag(DrugEvent one, FlagKind kind, string text) =>
        (_entries[one.Number].Flags ??= new(1)).Add(new(kind, text));

    /// <summary>A further sentence of the reasoning.</summary>
    public void Because(DrugEvent one, string why) => _entries[one.Number].Because(why);

    /// <summary>Minutes that count.</summary>
    public void Count(DrugEvent one, int minutes) => _entries[one.Number].Minutes = minutes;

    /// <summary>All of it.</summary>
    public VisitCodes Close(Visit visit)
    {
        var sorted = InOrder(events);
        var outcomes = new List<EventOutcome>(sorted.Count);
        foreach (var one in sorted) outcomes.Add(Outcome(one));
        var services = new List<CodedService>(outcomes.Count + 1);
        foreach (var outcome in outcomes)
            foreach (var code in outcome.Codes) Add(services, outcome, code, visit.Day);
        services.Sort((a, b) => a.Code != b.Code ? a.Code.CompareTo(b.Code)
            : string.CompareOrdinal(ModifierOf(a), ModifierOf(b)));
        NameMissingBases(services);
        return new() { Visit = visit, Services = services, Events = outcomes, Flags = [.. visit.Flags, .. Flags] };
    }

    private static string ModifierOf(CodedService one) => one.Modifiers.Count > 0 ? one.Modifiers[0].Value : "";

    // Events of the same code and modifier make one line.
    private static void Add(List<CodedService> services, EventOutcome outcome, in EventCode code, DateOnly day)
    {
        for (var i = 0; i < services.Count; i++)
        {
            var known = services[i];
            if (known.Code != code.Code
                || (known.Modifiers.Count > 0 ? known.Modifiers[0] : default) != code.Modifier) continue;
            services[i] = known with
            {
                Units = known.Units + code.Units,
                Events = known.Events.Contains(outcome.Event.Number) ? known.Events
                    : [.. known.Events.Append(outcome.Event.Number).Order()],
                Basis = outcome.Basis > known.Basis ? outcome.Basis : known.Basis,
            };
            return;
        }
        services.Add(new()
        {
            Code = code.Code,
            Units = code.Units,
            Modifiers = code.Modifier.IsNone ? [] : [code.Modifier],
            Day = day,
            Events = [outcome.Event.Number],
            Basis = outcome.Basis,
        });
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
        IReadOnlyList<AdministrationFlag> own = DependsOnFamily(one, entry) ? one.Flags : [];
        IReadOnlyList<AdministrationFlag> flags = entry.Flags is null ? own : [.. entry.Flags, .. own];
        return new()
        {
            Event = one,
            Codes = entry.Codes ?? [],
            Reason = entry.Codes is not null ? null : entry.Reason,
            Why = entry.Why,
            Basis = BasisOf(flags),
            CountedMinutes = entry.Minutes ?? one.Minutes,
            Flags = flags,
        };
    }

    // Into the eye, by mouth or on the body the family decides nothing; nor does it where no code comes of the event.
    private static bool DependsOnFamily(DrugEvent one, Entry entry) => one.Flags.Count > 0
        && one.Method is not (AdministrationMethod.Intravitreal or AdministrationMethod.Oral
            or AdministrationMethod.Inhalation or AdministrationMethod.OnBody or AdministrationMethod.Vaccine)
        && one.Kind is not (DrugKind.CarTCells or DrugKind.Blood or DrugKind.Contrast or DrugKind.Radiopharmaceutical
            or DrugKind.BotulinumToxin)
        && entry.Reason is not (NotReported.FacilityPlaceOfService or NotReported.SurgeryCenter
            or NotReported.NothingGiven or NotReported.DialysisFacility)
        // What is complex and goes by a procedure nevertheless does so whatever its family.
        && !(entry.Reason is NotReported.ProcedureCode && one.IsComplex);

    private static CodingBasis BasisOf(IReadOnlyList<AdministrationFlag> flags)
    {
        var basis = CodingBasis.Settled;
        for (var i = 0; i < flags.Count; i++)
            switch (flags[i].Kind)
            {
                case FlagKind.PayerDependent or FlagKind.DownCoded or FlagKind.DocumentComplexity:
                    return CodingBasis.PayerDependent;
                case FlagKind.Convention or FlagKind.PrimaryReasonAssumed:
                    basis = CodingBasis.Convention;
                    break;
                default:
                    break;
            }
        return basis;
    }
}
