using Noc.Drugs;
using Noc.Tables;

namespace Noc.App.ManageData;

/// <summary>NDCs that a code was given or lost.</summary>
internal static class CrosswalkDiff
{
    /// <summary>Compares pairs of NDC and code by the first and the last day of which each is listed.</summary>
    public static IEnumerable<DiffSection> Of(TableImage before, TableImage after)
    {
        Dictionary<(Ndc11, HcpcsCode), Days> old = Listed(before), fresh = Listed(after);
        var added = fresh.Where(pair => !old.ContainsKey(pair.Key))
            .Select(pair => Entry(pair.Key, after) with { From = pair.Value.From, To = pair.Value.To });
        var lastDay = LastCompleteDay(after);
        var ended = old.Where(pair => !fresh.ContainsKey(pair.Key))
            .Select(pair => Entry(pair.Key, before) with { Note = "no longer in the tables" })
            .Concat(fresh.Where(pair => pair.Value.To < lastDay && old.TryGetValue(pair.Key, out var was)
                    && was.To >= pair.Value.To && LastCompleteDay(before) <= was.To)
                .Select(pair => Entry(pair.Key, after) with { To = pair.Value.To }));
        yield return new("ndcsAdded", "NDCs given to a code", Sorted(added));
        yield return new("ndcsChanged", "NDCs of which a package has other units", Sorted(Changed(before, after)));
        yield return new("ndcsEnded", "NDCs taken from a code", Sorted(ended));
    }

    // Another number of units for days that both tables speak of.
    private static IEnumerable<DiffEntry> Changed(TableImage before, TableImage after)
    {
        foreach (var (was, became) in TableChanges.Runs<NdcCodeRecord>(before, after))
        {
            if (was.Length == 0 || became.Length == 0 || became.Span[0].Ndc == default) continue;
            var seen = new HashSet<HcpcsCode>();
            foreach (var now in became.ToArray())
                foreach (var then in was.ToArray())
                    if (then.Code == now.Code && then.Days.Overlap(now.Days)
                        && then.UnitsPerPackage != now.UnitsPerPackage && IsOnly(was, then) && IsOnly(became, now)
                        && seen.Add(now.Code))
                        yield return Entry((now.Ndc, now.Code), after) with
                        {
                            Before = then.UnitsPerPackage.ToString(), After = now.UnitsPerPackage.ToString(),
                        };
        }
    }

    // An NDC may stand twice for one code, as item and as package.
    private static bool IsOnly(ReadOnlyMemory<NdcCodeRecord> rows, NdcCodeRecord one)
    {
        foreach (ref readonly var row in rows.Span)
            if (row.Code == one.Code && row != one && row.Days.Overlap(one.Days)) return false;
        return true;
    }

    private static Dictionary<(Ndc11, HcpcsCode), Days> Listed(TableImage image)
    {
        var listed = new Dictionary<(Ndc11, HcpcsCode), Days>();
        foreach (ref readonly var row in image.Rows<CodeNdcRecord>().All)
        {
            var key = (row.Ndc, row.Code);
            listed[key] = listed.TryGetValue(key, out var known)
                ? new(known.From < row.Days.From ? known.From : row.Days.From,
                    known.To > row.Days.To ? known.To : row.Days.To)
                : row.Days;
        }
        return listed;
    }

    // An NDC that an extract leaves out may still be listed: only a complete quarter ends it.
    private static DateOnly? LastCompleteDay(TableImage image)
    {
        DateOnly? last = null;
        foreach (ref readonly var loaded in image.Rows<LoadedRecord>().All)
            if (loaded is { Dataset: Dataset.NdcCrosswalk, Kind: LoadedKind.Complete }
                && (last is null || loaded.Days.To > last)) last = loaded.Days.To;
        return last;
    }

    private static DiffEntry Entry((Ndc11 Ndc, HcpcsCode Code) pair, TableImage image)
    {
        var name = "";
        foreach (ref readonly var row in image.Rows<NdcCodeRecord>().Of(TableKey.Of(pair.Ndc)))
            if (row.Code == pair.Code) name = image.Text(row.DrugName);
        return new() { Code = pair.Code.Value, Ndc = pair.Ndc.Hyphenated, Name = name };
    }

    private static IReadOnlyList<DiffEntry> Sorted(IEnumerable<DiffEntry> entries) =>
        [.. entries.OrderBy(entry => entry.Code, StringComparer.Ordinal).ThenBy(entry => entry.Ndc,
            StringComparer.Ordinal)];
}
