namespace Noc.Payers;

/// <summary>A span of time that a payer allows.</summary>
/// <param name="Count">How many; 0 for <see cref="WindowUnit.EndOfNextYear"/>.</param>
/// <param name="Unit">Of what.</param>
/// <param name="IsUnder">True where the span ends the day before: less than that many.</param>
public readonly record struct PolicyWindow(int Count, WindowUnit Unit, bool IsUnder = false)
{
    /// <summary>Reads "95 days", "6 months", "1 year", "under 1 year" or "end of next year". Never throws.
    /// </summary>
    public static bool TryParse(string text, out PolicyWindow window)
    {
        window = new(0, WindowUnit.EndOfNextYear);
        if (text == "end of next year") return true;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isUnder = parts is ["under", ..];
        if (isUnder) parts = parts[1..];
        if (parts.Length != 2 || !int.TryParse(parts[0], out var count) || count is < 1 or > 10_000) return false;
        WindowUnit? unit = parts[1] switch
        {
            "day" or "days" => WindowUnit.Days,
            "month" or "months" => WindowUnit.Months,
            "year" or "years" => WindowUnit.Years,
            _ => null,
        };
        window = new(count, unit ?? default, isUnder);
        return unit is not null;
    }

    /// <summary>The last day of the span that begins on a day.</summary>
    public DateOnly LastDay(DateOnly from) => (Unit switch
    {
        WindowUnit.Days => from.AddDays(Count),
        WindowUnit.Months => from.AddMonths(Count),
        WindowUnit.Years => from.AddYears(Count),
        _ => new DateOnly(from.Year + 1, 12, 31),
    }).AddDays(IsUnder ? -1 : 0);

    /// <summary>As it is written in policy files.</summary>
    public override string ToString() => Unit is WindowUnit.EndOfNextYear ? "end of next year"
        : $"{(IsUnder ? "under " : "")}{Count} {(Count == 1 ? Word[..^1] : Word)}";

    private string Word => Unit.ToString().ToLowerInvariant();
}
