namespace Noc.Rvu;

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
