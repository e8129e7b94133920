namespace Noc.Rvu;

/// <summary>A sum of work units.</summary>
/// <param name="Name">Of what: a provider, a month, a code.</param>
/// <param name="Units">Procedures.</param>
/// <param name="Work">Work units.</param>
public readonly record struct WorkSum(string Name, decimal Units, decimal Work);

/// <summary>How a provider stands to the goal of a year.</summary>
/// <param name="Done">Work units from the first day of the year to the day asked for.</param>
/// <param name="Projected">What the year comes to at the same pace.</param>
/// <param name="Goal">The goal; null where none was given.</param>
/// <param name="PerMonthNeeded">Work units a month that are still needed for the goal; null without a goal, or with no
/// day left.</param>
public sealed record WorkPace(decimal Done, decimal Projected, decimal? Goal, decimal? PerMonthNeeded);

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

/// <summary>Percentiles of a year's work units, from a survey that the user has.</summary>
/// <param name="Rows">Percentile (1 to 99) with its work units, in order.</param>
public sealed record WorkPercentiles(IReadOnlyList<(decimal Percentile, decimal Work)> Rows)
{
    /// <summary>Where a number stands: between two rows by the straight line; the first or last row beyond them.
    /// </summary>
    public decimal PositionOf(decimal work)
    {
        if (work <= Rows[0].Work) return Rows[0].Percentile;
        for (var i = 1; i < Rows.Count; i++)
        {
            var (low, high) = (Rows[i - 1], Rows[i]);
            if (work > high.Work) continue;
            return high.Work == low.Work ? high.Percentile : Rounding.Amount(low.Percentile
                + ((work - low.Work) / (high.Work - low.Work) * (high.Percentile - low.Percentile)), 1);
        }
        return Rows[^1].Percentile;
    }

    /// <summary>Whether a number is below the lowest row: the rows do not tell where it stands.</summary>
    public bool IsBelowAll(decimal work) => work < Rows[0].Work;

    /// <summary>The next row above a number, with what is missing to it; null above the last.</summary>
    public (decimal Percentile, decimal Gap)? NextAbove(decimal work)
    {
        foreach (var (percentile, at) in Rows)
            if (at > work) return (percentile, at - work);
        return null;
    }
}
