using Noc.Coding;
using Noc.Tables;

namespace Noc.App.ListNewCodes;

/// <summary>The calendar of HCPCS codes: when a drug is applied for, decided on, and billed by its own code.</summary>
/// <remarks>Quarters only, by the published rhythm: the exact days on which applications close are on the agency's
/// page.</remarks>
internal static class CodeCalendar
{
    private const int QuartersBack = 2, QuartersAhead = 1;

    /// <summary>Where the rhythm of applications is from.</summary>
    public static Source Cycle { get; } = new("Buy and Bill, HCPCS code applications and approvals",
        "applications of a quarter are decided in the next and count from the one after",
        "https://buyandbill.com/hcpcs-code-applications-and-approvals/", Read: new(2026, 11, 1));

    /// <summary>Where the days of the releases are from.</summary>
    public static Source Releases { get; } = new("HCPCS Lookup, how CMS updates HCPCS codes",
        "releases of 1 January, 1 April, 1 July and 1 October",
        "https://hcpcslookup.com/articles/how-cms-updates-hcpcs-codes-quarterly/", Read: new(2026, 11, 1));

    /// <summary>The cycle in force on a day, those on their way, and the next one.</summary>
    public static IReadOnlyList<CycleCard> Of(ReferenceTables tables, DateOnly day)
    {
        var now = CalendarQuarter.FirstDay(day);
        return [.. Enumerable.Range(-QuartersBack, QuartersBack + QuartersAhead + 1).Select(by =>
        {
            var applied = now.AddMonths(3 * by);
            var (effective, _) = NewCodes.Expected(applied);
            return new CycleCard(CalendarQuarter.Name(applied), CalendarQuarter.Name(applied.AddMonths(3)), effective,
                by switch { -2 => "in force", -1 => "being decided", 0 => "open for applications", _ => "next" },
                tables.Coverage.Of(Dataset.NdcCrosswalk, effective) is CoverageKind.Complete,
                Words.Of(Confidence.Medium), [Cycle, Releases]);
        })];
    }

    /// <summary>How far a drug without a code can be on a day, if it was applied for when it was approved.</summary>
    public static string StatusOf(DateOnly approved, DateOnly day)
    {
        var (earliest, usual) = NewCodes.Expected(approved);
        return day >= usual.AddMonths(3) ? "late" : day >= earliest ? "due"
            : day >= earliest.AddMonths(-3) ? "deciding" : "applying";
    }
}
