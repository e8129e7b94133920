namespace Noc.Tables;

/// <summary>A record of the table image: a plain structure that is read in place.</summary>
/// <remarks>Fields that are texts come first, so that a builder can compare and copy records without knowing
/// them.</remarks>
public interface ITableRecord
{
    /// <summary>Name of the section, up to eight ASCII letters.</summary>
    static abstract ReadOnlySpan<byte> Section { get; }

    /// <summary>Counts up with each change of the fields.</summary>
    static abstract int Version { get; }

    /// <summary>How many texts stand in front.</summary>
    static abstract int Texts { get; }

    /// <summary>What the record is found by.</summary>
    ulong Key { get; }

    /// <summary>The days that it speaks for.</summary>
    Days Days { get; init; }
}

/// <summary>A text of the image.</summary>
/// <param name="Offset">Where it stands among the texts; 0 is the empty text.</param>
public readonly record struct TextRef(uint Offset)
{
    /// <summary>True where there is no text.</summary>
    public bool IsEmpty => Offset == 0;
}

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

/// <summary>A number with up to six decimals, or none.</summary>
/// <remarks>Prices in US dollars, units, percents. <c>default</c> is zero.</remarks>
public readonly record struct Micro
{
    private const long Scale = 1_000_000, NoValue = long.MinValue;

    private readonly long _millionths;

    private Micro(long millionths) => _millionths = millionths;

    /// <summary>No number.</summary>
    public static Micro None { get; } = new(NoValue);

    /// <summary>The number; null for none.</summary>
    public decimal? Value => _millionths == NoValue ? null : _millionths / (decimal)Scale;

    /// <summary>A number with what lies beyond six decimals rounded; none for null.</summary>
    /// <exception cref="OverflowException">It is beyond nine trillion.</exception>
    public static Micro Of(decimal? value) =>
        value is { } some ? new((long)Rounding.Whole(some * Scale)) : None;

    /// <summary>The number without needless zeros; empty for none.</summary>
    public override string ToString() =>
        Value?.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
