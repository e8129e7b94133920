namespace Noc.Rvu;

/// <summary>Sums of credited procedures. Pure: the day it speaks for is told.</summary>
public static class WorkTally
{
    /// <summary>Sums by whatever names a procedure, in the order of the names.</summary>
    public static IReadOnlyList<WorkSum> By(IEnumerable<WorkCredit> credits, Func<WorkCredit, string> name) =>
    [
        .. credits.GroupBy(name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new WorkSum(group.Key, group.Sum(one => one.Procedure.Units),
                group.Sum(one => one.Credited))),
    ];

    /// <summary>The pace in the year of a day.</summary>
    /// <param name="credits">Credited procedures of one provider, of any year.</param>
    /// <param name="asOf">The last day that counts as past.</param>
    /// <param name="goal">Work units a year; null for none.</param>
    /// <remarks>Projected = done x days of the year / days past. Needed a month = (goal - done) / days left x days of
    /// the year / 12.</remarks>
    public static WorkPace Pace(IEnumerable<WorkCredit> credits, DateOnly asOf, decimal? goal)
    {
        var done = credits.Where(one => one.Procedure.Day.Year == asOf.Year && one.Procedure.Day <= asOf)
            .Sum(one => one.Credited);
        var all = DateTime.IsLeapYear(asOf.Year) ? 366 : 365;
        var left = all - asOf.DayOfYear;
        return new(done, Rounded(done * all / asOf.DayOfYear), goal,
            goal is { } wanted && left > 0 ? Rounded(Math.Max(0, wanted - done) / left * all / 12) : null);
    }

    private static decimal Rounded(decimal value) => Rounding.Amount(value, 2);
}
