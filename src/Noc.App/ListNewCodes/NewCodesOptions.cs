using Noc.Tables;

namespace Noc.App.ListNewCodes;

/// <summary>What the user asked of <c>noc new-codes</c>.</summary>
public sealed record NewCodesOptions
{
    /// <summary>Codes that start on or after this day.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The day for which drugs still without a code are listed.</summary>
    public required DateOnly On { get; init; }

    /// <summary>837 files or folders whose lines are looked through; empty for none.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    /// <summary>Folders or files of authorizations, orders and charge-master rows; empty for none.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>True for JSON (schema noc.new-codes/1), false for text.</summary>
    public bool IsJson { get; init; }

    /// <summary>True to colour text.</summary>
    public bool IsColored { get; init; }

    /// <summary>The first day of a quarter such as 2026Q1, 2026-Q1 or 2026-01-01; null for other texts.</summary>
    public static DateOnly? Quarter(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day)) return day;
        var plain = text.ToUpperInvariant().Replace("-", "", StringComparison.Ordinal);
        return plain is [_, _, _, _, 'Q', >= '1' and <= '4' and var quarter] && int.TryParse(plain[..4], out var year)
            && year is > 1990 and < 2100 ? new DateOnly(year, ((quarter - '1') * 3) + 1, 1) : null;
    }

    /// <summary>The first day of the quarter four quarters before a day's: the usual choice of
    /// <see cref="Since"/>.</summary>
    public static DateOnly YearBefore(DateOnly day) =>
        CalendarQuarter.FirstDay(day).AddYears(-1);
}
