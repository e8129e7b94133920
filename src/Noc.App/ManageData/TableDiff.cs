using Noc.Tables;

namespace Noc.App.ManageData;

/// <summary>What differs between two tables, kind by kind.</summary>
internal static class TableDiff
{
    /// <summary>The kinds of difference in the order of a report; a kind without entries is there too.</summary>
    public static IReadOnlyList<DiffSection> Of(TableImage before, TableImage after)
    {
        List<CodeRecord> oldCodes = Newest<CodeRecord>(before), newCodes = Newest<CodeRecord>(after);
        List<LimitRecord> oldLimits = Newest<LimitRecord>(before), newLimits = Newest<LimitRecord>(after);
        var units = UnitDiff.Of(before, after, oldCodes, newCodes, oldLimits, newLimits);
        var unitCodes = units.Entries.Select(entry => entry.Code!).ToHashSet(StringComparer.Ordinal);
        return
        [
            CodesAdded(oldCodes, newCodes, after), CodesEnded(oldCodes, newCodes, after), units,
            LimitDiff.Of(before, after, unitCodes), .. LimitDiff.AddedAndEnded(before, after),
            .. CrosswalkDiff.Of(before, after), .. Packages(before, after),
        ];
    }

    /// <summary>The last record of each key.</summary>
    public static List<T> Newest<T>(TableImage image) where T : unmanaged, ITableRecord
    {
        var rows = image.Rows<T>().All;
        var newest = new List<T>();
        for (var i = 0; i < rows.Length; i++)
            if (i + 1 == rows.Length || rows[i + 1].Key != rows[i].Key) newest.Add(rows[i]);
        return newest;
    }

    /// <summary>Walks through two lists sorted by key and pairs what has one key.</summary>
    public static IEnumerable<(T? Old, T? Fresh)> Pairs<T>(List<T> old, List<T> fresh)
        where T : unmanaged, ITableRecord
    {
        int i = 0, j = 0;
        while (i < old.Count || j < fresh.Count)
            if (j == fresh.Count || (i < old.Count && old[i].Key < fresh[j].Key)) yield return (old[i++], null);
            else if (i == old.Count || fresh[j].Key < old[i].Key) yield return (null, fresh[j++]);
            else yield return (old[i++], fresh[j++]);
    }

    private static DiffSection CodesAdded(List<CodeRecord> old, List<CodeRecord> fresh, TableImage after) => new(
        "codesAdded", "Codes added", [.. Pairs(old, fresh).Where(pair => pair.Old is null).Select(pair =>
            new DiffEntry
            {
                Code = pair.Fresh!.Value.Code.Value,
                Name = after.Text(pair.Fresh.Value.ShortText),
                From = pair.Fresh.Value.Valid.From,
                To = pair.Fresh.Value.Valid.To,
            })
            .OrderByDescending(entry => entry.From).ThenBy(entry => entry.Code, StringComparer.Ordinal)]);

    // A last day that was not there or was another one, or a code that the tables no longer hold.
    private static DiffSection CodesEnded(List<CodeRecord> old, List<CodeRecord> fresh, TableImage after)
    {
        var ended = new List<DiffEntry>();
        foreach (var pair in Pairs(old, fresh))
        {
            if (pair.Old is not { } was) continue;
            if (pair.Fresh is not { } now)
                ended.Add(new() { Code = was.Code.Value, Note = "no longer in the tables" });
            else if (now.Valid.To is { } last && was.Valid.To != last)
                ended.Add(new()
                {
                    Code = now.Code.Value,
                    Name = after.Text(now.ShortText),
                    To = last,
                    Note = was.Valid.To is { } earlier ? $"the last day was {earlier:yyyy-MM-dd}" : null,
                });
        }
        return new("codesEnded", "Codes ended", [.. ended.OrderByDescending(entry => entry.To)
            .ThenBy(entry => entry.Code, StringComparer.Ordinal)]);
    }

    private static IEnumerable<DiffSection> Packages(TableImage before, TableImage after)
    {
        var (added, ended) = (new List<DiffEntry>(), new List<DiffEntry>());
        foreach (var (old, fresh) in Pairs(Newest<NdcPackageRecord>(before), Newest<NdcPackageRecord>(after)))
        {
            if (old is null && fresh is { } born)
                added.Add(new() { Ndc = born.Ndc.Hyphenated, From = born.Days.From, To = born.Days.To });
            else if (old is { } was && fresh is null)
                ended.Add(new() { Ndc = was.Ndc.Hyphenated, Note = "no longer in the tables" });
            else if (fresh is { Days.To: { } last } && old is { } then && then.Days.To != last)
                ended.Add(new() { Ndc = fresh.Value.Ndc.Hyphenated, To = last });
        }
        yield return new("packagesAdded", "NDCs added to the directory", Sorted(added));
        yield return new("packagesEnded", "NDCs ended in the directory", Sorted(ended));
    }

    private static IReadOnlyList<DiffEntry> Sorted(List<DiffEntry> entries) =>
        [.. entries.OrderByDescending(entry => entry.To ?? entry.From).ThenBy(entry => entry.Ndc,
            StringComparer.Ordinal)];
}

/// <summary>One kind of difference.</summary>
/// <param name="Id">Its name in JSON.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Entries">What differs, the weightiest first.</param>
internal sealed record DiffSection(string Id, string Title, IReadOnlyList<DiffEntry> Entries);

/// <summary>One difference; what does not apply is null.</summary>
internal sealed record DiffEntry
{
    /// <summary>The procedure code.</summary>
    public string? Code { get; init; }

    /// <summary>The NDC, 5-4-2 with hyphens.</summary>
    public string? Ndc { get; init; }

    /// <summary>What CMS calls it in short; no text for CPT codes.</summary>
    public string? Name { get; init; }

    /// <summary>First day on which it holds.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>What it was.</summary>
    public string? Before { get; init; }

    /// <summary>What it is.</summary>
    public string? After { get; init; }

    /// <summary>By how many percent of the old value a number rose; below zero where it fell.</summary>
    public decimal? ChangePercent { get; init; }

    /// <summary>Something to know about it.</summary>
    public string? Note { get; init; }
}
