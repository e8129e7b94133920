using Noc.Tables;

namespace Noc.App.ManageData;

/// <summary>Codes of which one unit is another amount than before.</summary>
internal static class UnitDiff
{
    /// <summary>Compares the units of the newest wording and of the newest payment limit of each code.</summary>
    public static DiffSection Of(TableImage before, TableImage after, List<CodeRecord> oldCodes,
        List<CodeRecord> newCodes, List<LimitRecord> oldLimits, List<LimitRecord> newLimits)
    {
        var found = new SortedDictionary<string, DiffEntry>(StringComparer.Ordinal);
        foreach (var (old, fresh) in TableDiff.Pairs(oldLimits, newLimits))
            if (old is { } was && fresh is { } now)
                Note(now.Code.Value, Unit(before, was.UnitKind, was.UnitValue, was.Unit),
                    Unit(after, now.UnitKind, now.UnitValue, now.Unit), now.Days.From);
        foreach (var (old, fresh) in TableDiff.Pairs(oldCodes, newCodes))
            if (old is { } was && fresh is { } now)
                Note(now.Code.Value, Unit(before, was.UnitKind, was.UnitValue, was.Unit),
                    Unit(after, now.UnitKind, now.UnitValue, now.Unit), now.Days.From);
        return new("unitsChanged", "Units changed", [.. found.Values]);

        void Note(string code, string? was, string? now, DateOnly? from)
        {
            if (was is not null && now is not null && was != now)
                found[code] = new() { Code = code, Before = was, After = now, From = from };
        }
    }

    // Null where the text was not understood: two texts that nobody understood are not two units.
    private static string? Unit(TableImage image, CodeUnitKind kind, Micro value, TextRef unit) => kind switch
    {
        CodeUnitKind.None or CodeUnitKind.Range => null,
        _ when value.Value is null => null,
        CodeUnitKind.UpTo => $"up to {value} {image.Text(unit)}",
        CodeUnitKind.PerKilogram => $"{value} {image.Text(unit)} per kg",
        _ => $"{value} {image.Text(unit)}".TrimEnd(),
    };
}
