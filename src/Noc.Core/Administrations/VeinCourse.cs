using Noc.Encounters;

namespace Noc.Administrations;

/// <summary>What a course into a vein is, in the order of hospitals.</summary>
internal enum VeinRank
{
    /// <summary>Infusion of the complex family.</summary>
    ComplexInfusion,

    /// <summary>Push of the complex family.</summary>
    ComplexPush,

    /// <summary>Infusion of another drug.</summary>
    Infusion,

    /// <summary>Push of another drug.</summary>
    Push,

    /// <summary>Fluid alone.</summary>
    Hydration,
}

/// <summary>One infusion or push into a vein: an event, or several bags of the same one behind each other.</summary>
internal sealed class VeinCourse
{
    // Up to so long between two bags of the same drug is the change of the bag.
    private static readonly TimeSpan BagChange = TimeSpan.FromMinutes(5);

    /// <summary>Its events, the first one first.</summary>
    public required IReadOnlyList<DrugEvent> Events { get; init; }

    /// <summary>What it is.</summary>
    public required VeinRank Rank { get; init; }

    /// <summary>The access, in small letters.</summary>
    public required string Access { get; init; }

    /// <summary>When it ran.</summary>
    public required Spans Times { get; init; }

    /// <summary>Minutes that count: of a fluid those beside no drug; 0 for a push.</summary>
    public required int Minutes { get; init; }

    /// <summary>The event that carries its codes.</summary>
    public DrugEvent First => Events[0];

    /// <summary>The drug, for comparing.</summary>
    public string Drug => First.Drug;

    /// <summary>When it began; the end of time where not recorded.</summary>
    public DateTimeOffset Start => First.Start ?? First.Stop ?? DateTimeOffset.MaxValue;

    /// <summary>When it ended; its start where that is not recorded, or it is a push.</summary>
    public DateTimeOffset Stop => IsInfusion ? Events.Max(one => one.Stop ?? Start) : Start;

    /// <summary>Whether it is an infusion of a drug.</summary>
    public bool IsInfusion => Rank is VeinRank.ComplexInfusion or VeinRank.Infusion;

    /// <summary>Whether it is a push.</summary>
    public bool IsPush => Rank is VeinRank.ComplexPush or VeinRank.Push;

    /// <summary>Whether it is of the complex family.</summary>
    public bool IsComplex => Rank is VeinRank.ComplexInfusion or VeinRank.ComplexPush;

    /// <summary>Whether it is the main reason of the visit.</summary>
    public bool IsPrimaryReason => Events.Any(one => one.IsPrimaryReason);

    /// <summary>The courses of events, without fluids that are too short to report: those are skipped here.</summary>
    public static List<VeinCourse> Of(IReadOnlyList<DrugEvent> events, Ledger ledger)
    {
        var accesses = new VeinAccesses(events);
        var courses = new List<VeinCourse>();
        var runs = new List<(string Access, List<DrugEvent> Bags)>();
        var open = new Dictionary<(string Access, string Drug), List<DrugEvent>>();
        foreach (var one in events)
        {
            var access = accesses.Of(one);
            if (one.Method is AdministrationMethod.IvPush || one.Minutes is null)
            {
                Single(one, access, ledger, courses);
                continue;
            }
            var key = (access, IsFluid(one) ? "" : $"{one.IsComplex} {one.Drug}");
            if (open.TryGetValue(key, out var bags) && one.Start - bags.Max(bag => bag.Stop) <= BagChange)
                bags.Add(one);
            else runs.Add((access, open[key] = [one]));
        }
        foreach (var (access, bags) in runs)
            if (!IsFluid(bags[0])) AddDrug(bags, access, ledger, courses);
        // Only an infusion of a drug keeps fluid beside it from counting; a push, which a short bag is, does not.
        var drugs = runs.Exists(one => IsFluid(one.Bags[0]))
            ? new Spans([.. courses.Where(one => one.IsInfusion).SelectMany(one => one.Events)]) : null;
        foreach (var (access, bags) in runs)
            if (IsFluid(bags[0])) AddFluid(bags, access, drugs!, ledger, courses);
        return courses;
    }

    private static bool IsFluid(DrugEvent one) => one.Category is AdministrationCategory.Hydration;

    // A push, or an infusion whose minutes nobody can prove.
    private static void Single(DrugEvent one, string access, Ledger ledger, List<VeinCourse> courses)
    {
        if (one.Category is AdministrationCategory.Hydration)
        {
            if (one.Method is AdministrationMethod.IvPush)
                ledger.Skip(one, NotReported.HydrationTooShort, "Fluid by push: hydration counts from 31 minutes on.");
            else Unproven(one, ledger);
            return;
        }
        if (one.Method is not AdministrationMethod.IvPush)
        {
            var missing = Missing(one);
            ledger.Because(one, $"No {missing} is recorded, so 16 minutes are not shown: a push is all that the "
                + "record proves.");
            ledger.Flag(one, FlagKind.LateEntry, $"First ask nursing for a late entry of the {missing}, as the "
                + "facility's policy allows; with it, code again.");
            ledger.Flag(one, FlagKind.Convention, $"A push where no {missing} is recorded is a convention, not a "
                + "written rule.");
        }
        courses.Add(new()
        {
            Events = [one],
            Rank = one.IsComplex ? VeinRank.ComplexPush : VeinRank.Push,
            Access = access,
            Times = new([]),
            Minutes = 0,
        });
    }

    private static void Unproven(DrugEvent one, Ledger ledger)
    {
        var missing = Missing(one);
        ledger.Skip(one, NotReported.HydrationTimesMissing,
            $"No {missing} is recorded: hydration counts from 31 minutes on, and they are not shown.");
        ledger.Flag(one, FlagKind.LateEntry,
            $"Ask nursing for a late entry of the {missing}, as the facility's policy allows; with it, code again.");
    }

    // A stop that repeats the start is how systems fill the field.
    private static void AskStop(DrugEvent one, Ledger ledger) => ledger.Flag(one, FlagKind.LateEntry,
        "Start and stop are the same minute, which no infusion takes: ask nursing for a late entry of the stop.");

    private static string Missing(DrugEvent one) => one.Start is null && one.Stop is null ? "start and no stop"
        : one.Start is null ? "start" : "stop";

    private static void AddDrug(List<DrugEvent> bags, string access, Ledger ledger, List<VeinCourse> courses)
    {
        var (first, times) = (bags[0], new Spans(bags));
        var minutes = times.Minutes;
        if (minutes == 0) AskStop(first, ledger);
        Join(bags, minutes, ledger);
        var rank = first.IsComplex ? VeinRank.ComplexInfusion : VeinRank.Infusion;
        if (minutes < InfusionCodes.LeastInfusionMinutes)
        {
            rank = first.IsComplex ? VeinRank.ComplexPush : VeinRank.Push;
            ledger.Because(first, $"{Words.Minutes(minutes)}: up to 15 minutes are a push.");
        }
        else if (bags.Count > 1)
        {
            ledger.Count(first, minutes);
        }
        courses.Add(new() { Events = bags, Rank = rank, Access = access, Times = times, Minutes = minutes });
    }

    private static void AddFluid(
        List<DrugEvent> bags, string access, Spans drugs, Ledger ledger, List<VeinCourse> courses)
    {
        var (first, times) = (bags[0], new Spans(bags));
        Join(bags, times.Minutes, ledger);
        if (times.Minutes == 0) AskStop(first, ledger);
        var beside = times.Overlap(drugs);
        if (beside > 0)
            ledger.Because(first, $"{Words.Minutes(beside)} of {times.Minutes} ran beside a drug and do not count.");
        var minutes = Math.Max(0, times.Minutes - beside);
        ledger.Count(first, minutes);
        if (minutes < InfusionCodes.LeastHydrationMinutes)
            ledger.Skip(first, beside > 0 ? NotReported.HydrationBesideDrug : NotReported.HydrationTooShort,
                $"{Words.Minutes(minutes)} of fluid alone: hydration counts from 31 minutes on.");
        else
            courses.Add(new()
            {
                Events = bags, Rank = VeinRank.Hydration, Access = access, Times = times, Minutes = minutes,
            });
    }

    // Bags behind each other are one infusion: their minutes count together, those between them do not.
    private static void Join(List<DrugEvent> bags, int minutes, Ledger ledger)
    {
        var (first, end) = (bags[0], bags[0].Stop!.Value);
        foreach (var bag in bags.Skip(1))
        {
            var gap = (int)(bag.Start!.Value - end).TotalMinutes;
            if (bag.Stop > end) end = bag.Stop.Value;
            ledger.Skip(bag, NotReported.SameInfusion,
                $"It goes on where event {first.Number} is: one infusion of {Words.Minutes(minutes)}, counted there.");
            if (gap > 0)
                ledger.Flag(bag, FlagKind.Convention, $"{Words.Minutes(gap)} lie between the bags, which is taken as "
                    + "the change of the bag and does not count. Two infusions for two reasons are coded apart.");
        }
    }
}
