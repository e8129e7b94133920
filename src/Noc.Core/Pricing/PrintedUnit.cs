using Noc.Drugs;
using Noc.Tables;

namespace Noc.Pricing;

/// <summary>Limits that a file prints for another amount than one unit of the code, as J2404 (0.1 mg) per 1 MG in
/// 2024 Q4.</summary>
internal static class PrintedUnit
{
    /// <summary>The limit of one unit of the code; null where the file prints it for that. Price or amount can be the
    /// mistake: what lies nearer to the next quarter that prints the unit of the code counts, and both are told.
    /// </summary>
    public static decimal? OfCode(Reckoning work, ReadOnlySpan<LimitRecord> rows, int at, decimal limit)
    {
        var (image, row) = (work.Tables.Image, rows[at]);
        if (row is not { UnitKind: CodeUnitKind.Exact, UnitValue.Value: > 0 and var printed }
            || UnitOn(work, row.Code) is not { Value: > 0 } unit || unit.Unit != image.Text(row.Unit)
            || unit.Value == printed) return null;
        var reckoned = limit * unit.Value / printed;
        var counted = Neighbour(rows, at, unit.Value) is { } near && Ratio(limit, near) < Ratio(reckoned, near)
            ? limit : reckoned;
        work.Flag("printed-unit", $"The file prints the limit per {image.Text(row.DosageText)}, one unit of {row.Code} "
            + $"is {unit}: ${limit:0.000###} or ${reckoned:0.000###} a unit, and ${counted:0.000###} fits the other "
            + $"quarters better. Ask the contractor.");
        return counted;
    }

    // Where the wordings of a code differ, the one that speaks of the day, else the last.
    private static Amount UnitOn(Reckoning work, HcpcsCode code)
    {
        Amount unit = default;
        foreach (ref readonly var wording in work.Tables.Image.Rows<CodeRecord>().Of(TableKey.Of(code)))
        {
            unit = wording.ExactUnit(work.Tables.Image);
            if (wording.Days.Include(work.Line.Day)) return unit;
        }
        return unit;
    }

    private static decimal? Neighbour(ReadOnlySpan<LimitRecord> rows, int at, decimal unit)
    {
        for (var away = 1; at - away >= 0 || at + away < rows.Length; away++)
        {
            if (at + away < rows.Length && Limit(rows[at + away], unit) is { } after) return after;
            if (at - away >= 0 && Limit(rows[at - away], unit) is { } before) return before;
        }
        return null;
    }

    private static decimal? Limit(in LimitRecord row, decimal unit) =>
        row.UnitValue.Value == unit && row.LimitUsd.Value is > 0 and var limit ? limit : null;

    private static decimal Ratio(decimal one, decimal other) =>
        one <= 0 ? decimal.MaxValue : one > other ? one / other : other / one;
}
