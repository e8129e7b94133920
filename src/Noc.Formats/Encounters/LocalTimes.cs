using System.Globalization;

namespace Noc.Formats.Encounters;

/// <summary>Times of a record, which are those of the clock on the wall, as instants.</summary>
/// <param name="zone">The zone of the clock; null where every time must carry its own offset.</param>
internal sealed class LocalTimes(TimeZoneInfo? zone)
{
    private static readonly string[] Clocks = ["HH:mm", "H:mm", "HH:mm:ss"];
    private static readonly string[] Moments =
        ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

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
            var moment = Place(day.ToDateTime(clock), out problem);
            return moment < after ? Place(day.AddDays(1).ToDateTime(clock), out problem) : moment;
        }
        if (DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return Place(local, out problem);
        if (text.Length is > 16 and < 40 && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact)) return exact;
        problem = "This takes a time such as 09:15 or 2026-03-10T09:15, of the clock at the place of service.";
        return null;
    }

    private DateTimeOffset? Place(DateTime local, out string? problem)
    {
        problem = null;
        if (zone is null) problem = "Without timeZone each time carries its offset, such as 2026-03-10T09:15-05:00.";
        else if (zone.IsInvalidTime(local))
            problem = "The clock skipped this time on that day: it was set forward for daylight saving.";
        if (problem is not null) return null;
        // An hour that came twice: the first one, unless the record says otherwise with an offset.
        var offset = zone!.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        return new(local, offset);
    }
}
