namespace Noc.Tables;

/// <summary>A run of days, both ends included; <c>default</c> has no ends.</summary>
public readonly record struct Days
{
    private readonly int _from, _to;   // day numbers; 0 is "no end known"

    /// <summary>The days from one to another; null for no end.</summary>
    public Days(DateOnly? from, DateOnly? to) =>
        (_from, _to) = (from?.DayNumber ?? 0, to is { } day && day != DateOnly.MaxValue ? day.DayNumber : 0);

    /// <summary>First day; null where it was always so, as far as the tables reach.</summary>
    public DateOnly? From => _from == 0 ? null : DateOnly.FromDayNumber(_from);

    /// <summary>Last day; null while it goes on.</summary>
    public DateOnly? To => _to == 0 ? null : DateOnly.FromDayNumber(_to);

    /// <summary>Number of the first day for sorting; 0 without one.</summary>
    public int First => _from;

    /// <summary>Number of the last day; the greatest number without one.</summary>
    public int Last => _to == 0 ? int.MaxValue : _to;

    /// <summary>Whether a day is among them.</summary>
    public bool Include(DateOnly day) => day.DayNumber >= _from && day.DayNumber <= Last;

    /// <summary>Whether any day is in both.</summary>
    public bool Overlap(Days other) => First <= other.Last && other.First <= Last;

    /// <summary>Whether the other run starts on the day after this one's last.</summary>
    public bool IsFollowedBy(Days other) => _to != 0 && other._from == _to + 1;

    /// <summary>The dates with <c>..</c> between them.</summary>
    public override string ToString() => $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}";
}
