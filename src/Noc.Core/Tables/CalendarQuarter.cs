namespace Noc.Tables;

/// <summary>Quarters of the calendar, by which agencies release codes and prices.</summary>
public static class CalendarQuarter
{
    /// <summary>The number of a day's quarter, 1 to 4.</summary>
    public static int Of(DateOnly day) => ((day.Month - 1) / 3) + 1;

    /// <summary>A day's quarter as releases are named, such as 2026Q1.</summary>
    public static string Name(DateOnly day) => Texts.Of($"{day.Year}Q{Of(day)}");

    /// <summary>A day's quarter as people read it, such as 2026 Q1.</summary>
    public static string Words(DateOnly day) => Texts.Of($"{day.Year} Q{Of(day)}");

    /// <summary>The first day of a day's quarter.</summary>
    public static DateOnly FirstDay(DateOnly day) => new(day.Year, (Of(day) * 3) - 2, 1);
}
