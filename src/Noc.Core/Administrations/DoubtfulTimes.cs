using Noc.Encounters;

namespace Noc.Administrations;

/// <summary>Names recorded times that are possible and unusual.</summary>
internal static class DoubtfulTimes
{
    // A return on the same day lies hours apart; shorter breaks are part of one visit.
    private static readonly TimeSpan Apart = TimeSpan.FromHours(4);

    /// <summary>Asks about very long infusions, and about hours between what was given.</summary>
    public static void Tell(Visit visit, Ledger ledger)
    {
        foreach (var one in visit.Events)
            if (one is { HasWrongTimes: false, Method: not AdministrationMethod.ProlongedPump, Minutes: { } minutes }
                && minutes > InfusionCodes.LongestOrdinaryMinutes)
                ledger.Flag(one, FlagKind.TimesDoubtful, $"{Words.Hours(minutes)} is long for an infusion: have "
                    + "nursing confirm start and stop before it is billed.");
        foreach (var one in visit.Events)
            if (one is { IsTakenAfterMidnight: true, Start: { } early })
                ledger.Flag(one, FlagKind.TimesDoubtful, Texts.Of($"{early:HH:mm} stands without a day and is taken ")
                    + Texts.Of($"for {early:yyyy-MM-dd}, as the visit went on past midnight: have nursing confirm ")
                    + "the day.");
        DateTimeOffset? end = null;
        foreach (var one in visit.Events.Where(IsIntoVein).OrderBy(one => one.Start))
        {
            if (one.Start - end is { } apart && apart >= Apart)
                ledger.Flags.Add(new(FlagKind.SecondEncounter, $"{Words.Hours((int)apart.TotalMinutes)} lie "
                    + Texts.Of($"between what was given, {end:HH:mm} to {one.Start:HH:mm}. ")
                    + "If the patient went home and came back, that is an encounter of "
                    + "its own with an initial service of its own, "
                    + "with 59 or XE: name the visit of each administration (visit), or record two encounters."
                    + (end is { Hour: < 6 } ? Texts.Of($" If {end:HH:mm} was after midnight, write it with its day.")
                        : "")));
            var stop = one.Stop ?? one.Start;
            if (end is null || stop > end) end = stop;
        }
    }

    private static bool IsIntoVein(DrugEvent one) => one is { Start: not null, HasWrongTimes: false, IsNotGiven: false }
        && one.Method is AdministrationMethod.IvInfusion or AdministrationMethod.IvPush;
}
