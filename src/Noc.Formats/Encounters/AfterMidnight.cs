using Noc.Encounters;

namespace Noc.Formats.Encounters;

/// <summary>Clock times without a day that a visit reached after midnight: 00:25 behind what began at 22:30.</summary>
/// <remarks>A convention, and told: only where the record shows that the visit went on into the next day, began in the
/// evening, and had nothing else in the day before. The order of the record plays no part.</remarks>
/// <param name="times">How times are read.</param>
internal sealed class AfterMidnight(LocalTimes times)
{
    private const int Early = 6, Noon = 12, Evening = 18;

    private readonly Dictionary<string, (string Start, string Stop)> _bare = [];

    /// <summary>Remembers times that stand without a day.</summary>
    /// <param name="pointer">The administration.</param>
    /// <param name="start">Its start as written.</param>
    /// <param name="stop">Its stop as written; empty without one.</param>
    public void Note(string pointer, string start, string stop)
    {
        if (LocalTimes.IsClock(start) && (stop.Length == 0 || LocalTimes.IsClock(stop))) _bare[pointer] = (start, stop);
    }

    /// <summary>The administrations, those after midnight on the day that they belong to.</summary>
    public IReadOnlyList<Administration> Placed(IReadOnlyList<Administration> given, DateOnly last)
    {
        if (!given.Any(IsEarly)) return given;
        var placed = new List<Administration>(given.Count);
        foreach (var one in given) placed.Add(IsEarly(one) && IsOfTheNight(one, given, last) ? Next(one) : one);
        return placed;
    }

    private bool IsEarly(Administration one) => one.Start is { Hour: < Early } && _bare.ContainsKey(one.Pointer);

    private bool IsOfTheNight(Administration one, IReadOnlyList<Administration> given, DateOnly last)
    {
        var others = given.Where(other => other.Day == one.Day && other.Visit == one.Visit && other.Start is not null
            && !IsEarly(other)).ToList();
        return others.Count > 0 && others.TrueForAll(other => other.Start!.Value.Hour >= Noon)
            && others.Exists(other => other.Start!.Value.Hour >= Evening)
            && (last > one.Day || others.Exists(other => other.Stop is { } stop
                && DateOnly.FromDateTime(stop.DateTime) > one.Day && stop.Hour < Noon));
    }

    private Administration Next(Administration one)
    {
        var (from, to) = _bare[one.Pointer];
        var day = one.Day.AddDays(1);
        var start = times.Read(from, day, null, out var wrongStart);
        string? wrongStop = null;
        var stop = to.Length == 0 || one.Stop is null ? null : times.Read(to, day, start, out wrongStop);
        return wrongStart is not null || wrongStop is not null ? one
            : one with { Start = start, Stop = stop, Day = day, IsTakenAfterMidnight = true };
    }
}
