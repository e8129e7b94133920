using System.Globalization;

namespace Noc.Formats.Encounters;

/// <summary>Times of a record, which are those of the clock on the wall, as instants.</summary>
/// <param name="zone">The zone of the clock; null where the record names none. Then the clock counts as it stands, but
/// for the hours in which it is set in the United States: there the zone decides how many minutes passed.</param>
internal sealed class LocalTimes(TimeZoneInfo? zone)
{
    private static readonly string[] Clocks = ["HH:mm", "H:mm", "HH:mm:ss"];
    private static readonly string[] Moments =
        ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    // The offset that times of the same record carry, for those without one; null before the first time.
    private TimeSpan? _offset;

    /// <summary>The zone of an IANA name; null where the machine knows none of that name.</summary>
    public static TimeZoneInfo? ZoneOf(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>Whether a text is a time of the clock without a day.</summary>
    public static bool IsClock(string text) =>
        TimeOnly.TryParseExact(text, Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Reads a time.</summary>
    /// <param name="text">A clock time (09:15) on <paramref name="day"/>, a day with a time, or one with an
    /// offset.</param>
    /// <param name="day">The day of a bare clock time.</param>
    /// <param name="after">Where a bare clock time lies before this, the next day is meant.</param>
    /// <param name="problem">What is wrong; null where nothing is.</param>
    public DateTimeOffset? Read(string text, DateOnly day, DateTimeOffset? after, out string? problem)
    {
        problem = null;
        if (TimeOnly.TryParseExact(text, Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
        {
            var moment = day.ToDateTime(clock);
            if (moment >= after?.DateTime || after is null) return Place(moment, after, out problem);
            // 01:30 to 01:10 in the night in which the hour comes twice: the second one.
            if (zone?.IsAmbiguousTime(moment) is true
                && new DateTimeOffset(moment, zone.GetAmbiguousTimeOffsets(moment).Min()) is var second
                && second >= after) return second;
            return Place(moment.AddDays(1), after, out problem);
        }
        if (DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return Place(local, after, out problem);
        if (text.Length is > 16 and < 40 && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
        {
            if (zone is not null || _offset is null || _isTold) return Told(exact);
            problem = "Times before this one carry no offset, and the encounter names no timeZone, so how far they lie "
                + "apart is not known. Add timeZone, or an offset to all of them.";
            return null;
        }
        problem = "This takes a time such as 09:15 or 2026-03-10T09:15, of the clock at the place of service.";
        return null;
    }

    private bool _isTold;

    private DateTimeOffset Told(DateTimeOffset exact)
    {
        if (zone is null) (_offset, _isTold) = (exact.Offset, true);
        return exact;
    }

    private DateTimeOffset? Place(DateTime local, DateTimeOffset? after, out string? problem)
    {
        problem = null;
        if (zone is null)
        {
            if (IsDoubtful(local, after?.DateTime))
                problem = "The clock is set at 02:00 on that day, and the encounter names no timeZone, so the minutes "
                    + "are not known. Add timeZone, such as America/Chicago, or an offset to the time.";
            return problem is null ? new(local, _offset ??= TimeSpan.Zero) : null;
        }
        if (zone.IsInvalidTime(local))
            problem = "The clock skipped this time on that day: it was set forward for daylight saving.";
        if (problem is not null) return null;
        // An hour that came twice: the first one, unless the record says otherwise with an offset.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        return new(local, offset);
    }

    // In the hours in which the clock may be set, or past them from a start before: in November one hour comes twice.
    private static bool IsDoubtful(DateTime local, DateTime? after)
    {
        var set = local.Date.AddHours(2);
        return IsSettingDay(local) && ((local >= set.AddHours(-1) && local < set.AddHours(1))
            || (after < set && local >= set));
    }

    // Second Sunday of March, first Sunday of November. Source: 15 U.S.C. 260a, since 2007.
    private static bool IsSettingDay(DateTime day) => day.DayOfWeek is DayOfWeek.Sunday
        && day is { Month: 3, Day: > 7 and < 15 } or { Month: 11, Day: < 8 };
}
