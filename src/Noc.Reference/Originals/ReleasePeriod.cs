using System.Globalization;
using System.Text.RegularExpressions;

namespace Noc.Reference.Originals;

/// <summary>For which dates a file speaks: what it prints, made narrower by its name where it prints the year only.
/// </summary>
internal static partial class ReleasePeriod
{
    private const RegexOptions AnyCase =
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private const int MaxSearched = 500, PatienceMs = 5_000;

    /// <summary>The period, the quarter or the year that the lines print, in this order. A printed year becomes a
    /// quarter where the name of the member or of its file says a month of that year; where no line prints anything,
    /// the name decides.</summary>
    /// <returns>Null where neither says a year.</returns>
    public static Period? Of(IReadOnlyList<string> printed, OriginalMember member)
    {
        int? year = null;
        foreach (var line in printed)
        {
            if ((Cell.FindPeriod(line) ?? Cell.FindQuarter(line)) is { } period) return period;
            year ??= YearIn(line);
        }
        return Named(member.Name, year) ?? Named(Path.GetFileName(member.Path), year)
            ?? ((year ?? YearIn(member.Name) ?? YearIn(Path.GetFileName(member.Path))) is { } only
                ? Period.Year(only) : null);
    }

    /// <summary>Whether the period is one quarter or less.</summary>
    public static bool IsQuarter(Period period) => period.To.DayNumber - period.From.DayNumber < 100;

    /// <summary>The quarter of a text such as <c>2026-04</c>; null for any other.</summary>
    public static Period? IsoMonth(string text) =>
        text.Length < MaxSearched && YearMonth().Match(text) is { Success: true } match
            ? Quarter(Number(match, "y"), Number(match, "m")) : null;

    /// <summary>The month in the name of a member or of its file, such as <c>2015-12</c>; empty without one.</summary>
    public static string MonthIn(OriginalMember member)
    {
        foreach (var name in (string[])[member.Name, Path.GetFileName(member.Path)])
            if (name.Length < MaxSearched && YearMonth().Match(name) is { Success: true } match) return match.Value;
        return "";
    }

    private static Period? Named(string name, int? printedYear)
    {
        if (name.Length > MaxSearched) return null;
        if (IsoMonth(name) is { } iso && (printedYear is null || iso.From.Year == printedYear)) return iso;
        if ((printedYear ?? YearIn(name)) is not { } year || MonthName().Match(name) is not { Success: true } month)
            return null;
        return Quarter(year, Cell.Month(month.Value));
    }

    private static Period Quarter(int year, int month) => Period.Quarter(year, (month + 2) / 3);

    private static int? YearIn(string text)
    {
        if (text.Length > MaxSearched) return null;
        if (Year().Match(text) is { Success: true } match) return Number(match, "y");
        return ShortYear().Match(text) is { Success: true } two ? 2000 + Number(two, "y") : null;
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(?<y>20[0-4]\d)(?!\d)", AnyCase, PatienceMs)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![a-z])HCPCS?(?<y>[0-4]\d)(?!\d)", AnyCase, PatienceMs)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"(?<!\d)(?<y>20[0-4]\d)-(?<m>0[1-9]|1[0-2])(?!-?\d)", AnyCase, PatienceMs)]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"(?<![a-z])(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|"
        + @"oct(ober)?|nov(ember)?|dec(ember)?)(?![a-z])", AnyCase, PatienceMs)]
    private static partial Regex MonthName();
}
