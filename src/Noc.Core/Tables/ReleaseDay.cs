using System.Globalization;

namespace Noc.Tables;

/// <summary>The day that a release names.</summary>
public static class ReleaseDay
{
    /// <summary>The day of a release such as <c>2015-12-18</c>, the last day of one such as <c>2015-12</c>; null for
    /// others.</summary>
    public static DateOnly? Of(string release)
    {
        var (culture, style) = (CultureInfo.InvariantCulture, DateTimeStyles.None);
        if (DateOnly.TryParseExact(release, "yyyy-MM-dd", culture, style, out var day)) return day;
        return DateOnly.TryParseExact(release, "yyyy-MM", culture, style, out var month)
            ? month.AddMonths(1).AddDays(-1) : null;
    }
}
