using System.Globalization;
using Noc.Administrations;
using Noc.Encounters;

namespace Noc.App.CodeInfusions;

/// <summary>The time that a picture of a visit shows, in instants; its hours are those of the clock on the wall.
/// </summary>
/// <param name="From">Its begin, a full hour.</param>
/// <param name="To">Its end, a full hour.</param>
/// <param name="Zone">The zone of the clock; null where the offset of the begin is all that is known.</param>
internal sealed record TimeAxis(DateTimeOffset From, DateTimeOffset To, TimeZoneInfo? Zone)
{
    /// <summary>The axis of a visit; null where no time is recorded.</summary>
    /// <remarks>A pump goes home with the patient: its end lies beyond, or every other event would be a dot.</remarks>
    public static TimeAxis? Of(VisitCodes visit, string timeZone)
    {
        DateTimeOffset? from = null, to = null;
        foreach (var outcome in visit.Events)
        {
            var one = outcome.Event;
            if ((one.Start ?? one.Stop) is not { } start) continue;
            var stop = one.Method is AdministrationMethod.ProlongedPump
                && one.Minutes > InfusionCodes.LongestOrdinaryMinutes ? start.AddHours(1) : one.Stop ?? start;
            if (from is null || start < from) from = start;
            if (to is null || stop > to) to = stop;
        }
        if (from is not { } first || to is not { } last) return null;
        first = first.AddMinutes(-first.Minute).AddSeconds(-first.Second);
        if (last.Minute > 0 || last <= first) last = last.AddMinutes(60 - last.Minute).AddSeconds(-last.Second);
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var known) ? known : null;
        return new(first, last, zone);
    }

    /// <summary>Where an instant lies, from 0 to 1; what lies beyond is at the end.</summary>
    public double Share(DateTimeOffset at) => Math.Clamp((at - From) / (To - From), 0, 1);

    /// <summary>Hours with their clock times, so many at most.</summary>
    public IEnumerable<(DateTimeOffset At, string Label)> Ticks(int most)
    {
        var hours = (To - From).TotalHours;
        var step = 0.5;
        while (hours / step > most) step *= 2;
        for (var at = From; at <= To; at = at.AddHours(step))
        {
            // After the clock was set forward or back its hours are others.
            var local = Zone is null ? at : TimeZoneInfo.ConvertTime(at, Zone);
            yield return (at, local.ToString("HH:mm", CultureInfo.InvariantCulture));
        }
    }
}
