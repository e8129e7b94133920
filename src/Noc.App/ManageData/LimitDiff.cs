using System.Globalization;
using Noc.Tables;

namespace Noc.App.ManageData;

/// <summary>Payment limits that differ: a day's limit that was corrected, and the newest limit against the newest
/// before.</summary>
internal static class LimitDiff
{
    /// <summary>Compares the limits, the largest change first.</summary>
    /// <param name="before">The older tables.</param>
    /// <param name="after">The newer tables.</param>
    /// <param name="unitCodes">Codes of which the unit changed: their limits are no like amounts and come last.</param>
    public static DiffSection Of(TableImage before, TableImage after, HashSet<string> unitCodes)
    {
        var found = new List<(double Factor, DiffEntry Entry)>();
        foreach (var (old, fresh) in TableDiff.Pairs(
            TableDiff.Newest<LimitRecord>(before), TableDiff.Newest<LimitRecord>(after)))
        {
            if (old is not { } was || fresh is not { } now) continue;
            if (now.Days.From > was.Days.To) Note(was, now, now.Days, null);
            foreach (var (wrong, right, days) in Corrected(before.Rows<LimitRecord>().Of(now.Key).ToArray(),
                after.Rows<LimitRecord>().Of(now.Key).ToArray()))
                Note(wrong, right, days, "corrected");
        }
        return new("limitsChanged", "Payment limits changed, in dollars a unit",
            [.. found.OrderByDescending(pair => pair.Factor).ThenBy(pair => pair.Entry.Code, StringComparer.Ordinal)
                .ThenBy(pair => pair.Entry.From).Select(pair => pair.Entry)]);

        void Note(in LimitRecord was, in LimitRecord now, Days days, string? note)
        {
            if (was.LimitUsd == now.LimitUsd || was.LimitUsd.Value is not { } old
                || now.LimitUsd.Value is not { } fresh) return;
            var code = now.Code.Value;
            var isOtherUnit = unitCodes.Contains(code);
            found.Add((isOtherUnit || old <= 0 || fresh <= 0 ? 0 : (double)Math.Max(old / fresh, fresh / old), new()
            {
                Code = code,
                From = days.From,
                To = days.To,
                Before = old.ToString("0.000###", CultureInfo.InvariantCulture),
                After = fresh.ToString("0.000###", CultureInfo.InvariantCulture),
                ChangePercent = old == 0 ? null : Rounding.Amount((fresh - old) / old * 100, 1),
                Note = isOtherUnit ? "the unit changed too" : note,
            }));
        }
    }

    /// <summary>Limits of days that had none, and limits that are no longer there; the newest of each code.</summary>
    public static IEnumerable<DiffSection> AddedAndEnded(TableImage before, TableImage after)
    {
        var (added, ended) = (new List<DiffEntry>(), new List<DiffEntry>());
        foreach (var (was, became) in TableChanges.Runs<LimitRecord>(before, after))
        {
            if (TableChanges.Gains(was.Span, became.Span)) added.Add(Entry(became.Span[^1]));
            if (TableChanges.Gains(became.Span, was.Span))
                ended.Add(Entry(was.Span[^1]) with { Note = "no longer in the tables" });
        }
        yield return new("limitsAdded", "Payment limits of days that had none, in dollars a unit", added);
        yield return new("limitsEnded", "Payment limits of days that have none now", ended);
    }

    private static DiffEntry Entry(in LimitRecord limit) => new()
    {
        Code = limit.Code.Value,
        From = limit.Days.From,
        To = limit.Days.To,
        Name = limit.LimitUsd.Value?.ToString("0.000###", CultureInfo.InvariantCulture) ?? "no limit",
    };

    // Days that both tables speak of, with another limit.
    private static IEnumerable<(LimitRecord Was, LimitRecord Now, Days Days)> Corrected(
        LimitRecord[] old, LimitRecord[] fresh)
    {
        foreach (var now in fresh)
            foreach (var was in old)
                if (was.Days.Overlap(now.Days) && was.LimitUsd != now.LimitUsd)
                    yield return (was, now,
                        new(Later(was.Days.From, now.Days.From), Earlier(was.Days.To, now.Days.To)));
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}
