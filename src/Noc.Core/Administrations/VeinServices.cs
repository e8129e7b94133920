namespace Noc.Administrations;

/// <summary>Infusions, pushes and fluids into a vein: the initial service of each access, then all others.</summary>
/// <remarks>Source: coding guide F3, steps 2 to 5.</remarks>
internal sealed class VeinServices(Visit visit, Ledger ledger)
{
    private readonly List<VeinCourse> _infused = [];
    private readonly Dictionary<string, VeinCourse> _pushed = new(StringComparer.Ordinal);
    private bool _isConcurrentUsed;

    private bool IsFacility => visit.Setting is not VisitSetting.Professional;

    /// <summary>Codes the events into a vein, which come in order of their starts.</summary>
    public void Code(IReadOnlyList<DrugEvent> events)
    {
        var courses = VeinCourse.Of(events, ledger);
        if (courses.Count == 0) return;
        if (courses.Count == 1)
        {
            CodeInitial(courses[0], courses, 0);
            return;
        }
        var initials = courses.GroupBy(course => course.Access, StringComparer.Ordinal)
            .Select(Initial).Order(Comparer<VeinCourse>.Create(Compare)).ToList();
        for (var i = 0; i < initials.Count; i++) CodeInitial(initials[i], initials, i);
        var others = courses.Except(initials).Order(Comparer<VeinCourse>.Create(InTime)).ToList();
        // In order of their starts: what runs beside an infusion that began before it is the concurrent one. Of two
        // that begin together the complex family comes first.
        foreach (var course in others.Where(one => one.IsInfusion).OrderBy(one => one.Start).ThenBy(one => one.Rank))
            if (course.Rank is VeinRank.ComplexInfusion) CodeComplexInfusion(course);
            else CodeInfusion(course);
        foreach (var course in others.Where(one => one.IsPush)) CodePush(course);
        foreach (var course in others.Where(one => one.Rank is VeinRank.Hydration))
            ledger.Report(course.First, "96361", 1 + InfusionCodes.FurtherHours(course.Minutes),
                $"Hydration of {Words.Minutes(course.Minutes)} beside another initial service.");
        AskForPrimaryReason(courses);
    }

    private VeinCourse Initial(IEnumerable<VeinCourse> courses) =>
        courses.Order(Comparer<VeinCourse>.Create(Compare)).First();

    // The initial service first: hospitals by rank, physicians by the reason of the visit.
    private int Compare(VeinCourse one, VeinCourse other)
    {
        if (!IsFacility && one.IsPrimaryReason != other.IsPrimaryReason) return one.IsPrimaryReason ? -1 : 1;
        return one.Rank != other.Rank ? one.Rank.CompareTo(other.Rank) : InTime(one, other);
    }

    // Of two that begin together the longer one, so that what counts does not hang on the order of the record.
    private static int InTime(VeinCourse one, VeinCourse other) =>
        one.Start != other.Start ? one.Start.CompareTo(other.Start)
        : one.Minutes != other.Minutes ? other.Minutes.CompareTo(one.Minutes)
        : one.Drug != other.Drug ? string.CompareOrdinal(one.Drug, other.Drug)
        : one.Rank != other.Rank ? one.Rank.CompareTo(other.Rank)
        : one.First.Number.CompareTo(other.First.Number);

    private void CodeInitial(VeinCourse course, List<VeinCourse> initials, int index)
    {
        var (code, further) = course.Rank switch
        {
            VeinRank.ComplexInfusion => ("96413", "96415"),
            VeinRank.ComplexPush => ("96409", ""),
            VeinRank.Infusion => ("96365", "96366"),
            VeinRank.Push => ("96374", ""),
            _ => ("96360", "96361"),
        };
        var why = index > 0 ? $"Initial service of a second access ({course.Access})."
            : !IsFacility && course.IsPrimaryReason ? "Initial service: the main reason of the visit."
            : IsFacility ? $"Initial service: in the hospital's order {Name(course.Rank)} comes first here."
            : $"Initial service: {Name(course.Rank)}.";
        var isLater = index == 0 && visit.EarlierEncounter.Length > 0;
        ledger.Report(course.First, code, 1, why, index > 0 || isLater ? "59" : "");
        if (isLater)
            ledger.Flag(course.First, FlagKind.SecondEncounter, $"Encounter {visit.EarlierEncounter} of the same "
                + "patient and day has an initial service already: 59, or XE for Medicare, says that this one is a "
                + "separate encounter. The record must show that the patient left and came back; else code both as "
                + "one." + (visit.IsBeforeEarlier
                    ? $" {visit.EarlierEncounter} began after this one: give the 59 to its line instead." : ""));
        else if (index > 0)
            ledger.Flag(course.First, FlagKind.SecondAccess, initials.Exists(other => other != course
                && other.Start < course.Stop && course.Start < other.Stop)
                ? "The record must show why a second access was needed. Medicare also takes XS for 59."
                : "A line that was moved is no second access. Where the protocol needed two, the record must show it; "
                    + "else code both as one.");
        Further(course, further, course.Minutes);
        if (course.IsInfusion) _infused.Add(course);
        else if (course.IsPush) _pushed.TryAdd(course.Drug, course);
    }

    private void Further(VeinCourse course, string code, int minutes)
    {
        if (code.Length == 0) return;
        var hours = InfusionCodes.FurtherHours(minutes);
        ledger.Report(course.First, code, hours, $"{Words.Minutes(minutes)}: {hours} further "
            + $"{(hours == 1 ? "hour" : "hours")} (one counts once more than 30 minutes of it ran).");
        if (hours == 0 && minutes > 60)
            ledger.Because(course.First, $"{Words.Minutes(minutes)}: a further hour counts from minute 91 on.");
    }

    private void CodeComplexInfusion(VeinCourse course)
    {
        var beside = Beside(course, complexOnly: true);
        if (IsSameDrug(course, "96415")) return;
        if (beside >= InfusionCodes.LeastInfusionMinutes)
        {
            ledger.Report(course.First, InfusionCodes.UnlistedComplex, 1,
                $"A further drug of the complex family, {Words.Minutes(beside)} at the same time: no code lists that.");
            ledger.Flag(course.First, FlagKind.Unlisted,
                $"{InfusionCodes.UnlistedComplex} is unlisted: describe the service on the line and keep the record "
                + "ready.");
        }
        else
        {
            ledger.Report(course.First, "96417", 1, "A further drug of the complex family, through the same access.");
            Further(course, "96415", course.Minutes);
            TellOverlap(course, beside);
        }
        _infused.Add(course);
    }

    private void CodeInfusion(VeinCourse course)
    {
        var beside = Beside(course, complexOnly: false);
        if (IsSameDrug(course, "96366")) return;
        if (beside < InfusionCodes.LeastInfusionMinutes)
        {
            ledger.Report(course.First, "96367", 1, "A further drug, through the same access.");
            Further(course, "96366", course.Minutes);
            TellOverlap(course, beside);
        }
        else if (_isConcurrentUsed)
        {
            ledger.Skip(course.First, NotReported.ConcurrentOnce, $"{Words.Minutes(beside)} at the same time as "
                + "another infusion: that is reported once in a visit, and it is.");
            return;
        }
        else
        {
            ledger.Report(course.First, "96368", 1,
                $"{Words.Minutes(beside)} at the same time as another infusion; once in a visit, whatever the time.");
            _isConcurrentUsed = true;
        }
        _infused.Add(course);
    }

    // Less than 16 minutes at the same time make no concurrent infusion; all minutes from start to stop count.
    private void TellOverlap(VeinCourse course, int beside)
    {
        if (beside > 0)
            ledger.Because(course.First, $"{Words.Minutes(beside)} ran beside another infusion: too few for a "
                + "concurrent one, so it counts from its start to its stop.");
    }

    // Minutes beside the infusion that it overlaps most.
    private int Beside(VeinCourse course, bool complexOnly)
    {
        var most = 0;
        foreach (var other in _infused)
            if (other.Access == course.Access && (!complexOnly || other.IsComplex))
                most = Math.Max(most, course.Times.Overlap(other.Times));
        return most;
    }

    // The same drug again is no further drug. Its later bag counts by hours; short ones are seen differently.
    private bool IsSameDrug(VeinCourse course, string further)
    {
        var minutes = course.Minutes;
        var before = _infused.Find(other => other.Drug == course.Drug && other.IsComplex == course.IsComplex);
        if (before is null) return false;
        if (minutes >= InfusionCodes.LeastHydrationMinutes)
        {
            ledger.Report(course.First, further, 1 + InfusionCodes.FurtherHours(minutes),
                $"The same drug again, {Words.Minutes(minutes)}: it counts by the hour, not as a further drug.");
        }
        else
        {
            ledger.Skip(course.First, NotReported.SameDrugInfusionShort,
                $"The same drug again, for {Words.Minutes(minutes)}: no code says so; from 31 minutes on "
                + $"{further} would.");
            ledger.Flag(course.First, FlagKind.PayerDependent,
                "Payers differ on the same drug infused again for 16 to 30 minutes: ask this one.");
        }
        return true;
    }

    private void CodePush(VeinCourse course)
    {
        var one = course.First;
        if (Before(course) is not { } before)
        {
            ledger.Report(one, course.IsComplex ? "96411" : "96375", 1, "A further drug by push.");
            _pushed[course.Drug] = course;
            return;
        }
        var isEarlier = course.Start < before.Start;
        var apart = course.Start == DateTimeOffset.MaxValue || before.Start == DateTimeOffset.MaxValue ? -1
            : (int)(isEarlier ? before.Start - course.Start : course.Start - before.Stop).TotalMinutes;
        // The time runs from the push before, reported or not (coding guide F1).
        if (course.Start != DateTimeOffset.MaxValue) _pushed[course.Drug] = course;
        if (!IsFacility)
            ledger.Skip(one, NotReported.SameDrugPushProfessional,
                "The same drug again: 96376 is for facilities, and no other code counts it.");
        else if (course.IsComplex)
            ledger.Skip(one, NotReported.SameDrugPushComplex,
                "The same drug of the complex family again: no code counts it.");
        else if (apart <= InfusionCodes.PushApartMinutes)
        {
            ledger.Skip(one, NotReported.SameDrugPushTooSoon, apart < 0 && !isEarlier
                && (course.Start == DateTimeOffset.MaxValue || before.Start == DateTimeOffset.MaxValue)
                ? "The same drug again, and no times show that more than 30 minutes lie between."
                : apart < 0 ? "The same drug by push while it ran as an infusion: it counts more than 30 minutes apart."
                : isEarlier ? $"A first dose of the same drug, {Words.Minutes(apart)} before its infusion: it counts "
                    + "more than 30 minutes apart."
                : $"The same drug again after {Words.Minutes(apart)}: it counts after more than 30.");
            if (before.IsInfusion)
                ledger.Flag(one, FlagKind.PayerDependent, "Payers differ on a push of the drug that is infused as "
                    + "well, such as a loading dose: ask this one.");
        }
        else
            ledger.Report(one, "96376", 1, isEarlier
                ? $"The same drug, {Words.Minutes(apart)} before its infusion, in a facility."
                : $"The same drug again after {Words.Minutes(apart)}, in a facility.");
    }

    // The last time the same drug was reported: a push, else the infusion nearest in time.
    private VeinCourse? Before(VeinCourse course)
    {
        if (_pushed.TryGetValue(course.Drug, out var pushed)) return pushed;
        VeinCourse? nearest = null;
        foreach (var other in _infused)
            if (other.Drug == course.Drug && (nearest is null || other.Start <= course.Start)) nearest = other;
        return nearest;
    }

    private void AskForPrimaryReason(List<VeinCourse> courses)
    {
        if (IsFacility || courses.Count < 2 || courses.Exists(one => one.IsPrimaryReason)) return;
        if (courses.TrueForAll(one => one.Rank == courses[0].Rank && one.Drug == courses[0].Drug)) return;
        ledger.Flags.Add(new(FlagKind.PrimaryReasonAssumed, "On a professional claim the main reason of the visit is "
            + "the initial service, and the record does not name it. Noc took the first in the order of hospitals: "
            + "mark the reason (primaryReason) to be sure."));
    }

    private static string Name(VeinRank rank) => rank switch
    {
        VeinRank.ComplexInfusion => "an infusion of the complex family",
        VeinRank.ComplexPush => "a push of the complex family",
        VeinRank.Infusion => "an infusion",
        VeinRank.Push => "a push",
        _ => "hydration",
    };
}
