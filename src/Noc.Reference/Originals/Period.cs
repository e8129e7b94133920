namespace Noc.Reference.Originals;

/// <summary>The dates of service that a file speaks for, as printed inside it. Both days belong to it.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    /// <summary>All days: the file prints no dates of its own, or each row has its own.</summary>
    public static Period Always => new(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>The three months of a quarter, 1 to 4.</summary>
    public static Period Quarter(int year, int quarter)
    {
        var from = new DateOnly(year, (quarter * 3) - 2, 1);
        return new(from, from.AddMonths(3).AddDays(-1));
    }

    /// <summary>A calendar year.</summary>
    public static Period Year(int year) => new(new(year, 1, 1), new(year, 12, 31));

    /// <summary>Whether a day belongs to it.</summary>
    public bool Contains(DateOnly day) => day >= From && day <= To;

    /// <summary>Both days, such as <c>2026-01-01 to 2026-03-31</c>.</summary>
    public override string ToString() => $"{From:yyyy-MM-dd} to {To:yyyy-MM-dd}";
}
