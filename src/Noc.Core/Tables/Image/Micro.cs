namespace Noc.Tables;

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
