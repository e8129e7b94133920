using Noc.Reference.Seed;
using Noc.Reference.Store;
using Noc.Tables;

namespace Noc.App.ManageData;

/// <summary>What is loaded, what is missing and what is odd, before it is put into words.</summary>
/// <param name="Tables">The tables in use.</param>
/// <param name="Folder">The data folder.</param>
/// <param name="Before">Name of the tables before, the seed where one import was done; null where none was.</param>
/// <param name="Fault">Why the imported tables cannot be used; null where they are sound.</param>
/// <param name="Missing">What is not loaded, or not wholly.</param>
/// <param name="Implausible">What should be looked at, one sentence each.</param>
internal sealed record StatusFacts(
    ReferenceTables Tables, string Folder, string? Before, string? Fault, IReadOnlyList<MissingData> Missing,
    IReadOnlyList<string> Implausible)
{
    /// <summary>The files that the tables were made of.</summary>
    public LoadedRecord[] Loaded { get; } = Tables.Image.Rows<LoadedRecord>().All.ToArray();

    /// <summary>Whether a file is one of those behind the facts that ship with Noc, and was not imported: the tables
    /// hold what concerns drugs, and the file's own count of rows says nothing of them.</summary>
    public bool IsShipped(in LoadedRecord record) =>
        Oddities.IsShipped(Tables.Image, record);

    /// <summary>How many facts the tables hold of a dataset that ships with Noc; null of others.</summary>
    public int? FactsOf(Dataset dataset) => dataset switch
    {
        Dataset.Hcpcs => Tables.Image.Rows<CodeRecord>().Count,
        Dataset.AspPrices => Tables.Image.Rows<LimitRecord>().Count,
        Dataset.NdcCrosswalk => Tables.Image.Rows<NdcCodeRecord>().Count,
        Dataset.NocPrices => Tables.Image.Rows<NocPriceRecord>().Count,
        Dataset.NocCrosswalk => Tables.Image.Rows<NocNdcRecord>().Count,
        Dataset.OppsAddendumB => Tables.Image.Rows<OppsRecord>().Count,
        Dataset.FeeSchedule => Tables.Image.Rows<FeeRecord>().Count,
        _ => null,
    };

    /// <summary>Gathers the facts.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="today">Tells what speaks for a day too far ahead.</param>
    public static StatusFacts Of(string folder, DateOnly today)
    {
        var tables = InstalledTables.Load(folder);
        var loaded = tables.Image.Rows<LoadedRecord>().All.ToArray();
        var before = new TableStore(folder).Names switch
        {
            [_, var name, ..] => name,
            [_] => SeedTables.Version,
            _ => null,
        };
        return new(tables, folder, before, tables.Notice,
            [.. DatasetNotes.All.SelectMany(notes => MissingOf(notes, loaded, tables.CoveredTo))],
            [.. Oddities.Of(tables.Image, today)]);
    }

    private static IEnumerable<MissingData> MissingOf(
        DatasetNotes notes, LoadedRecord[] loaded, DateOnly coveredTo)
    {
        var used = loaded.Where(record =>
            record.Dataset == notes.Dataset && record.Kind is not LoadedKind.Superseded).ToList();
        if (used.Count == 0) yield return new(notes, MissingKind.All, []);
        else if (Gaps(notes, used) is { Count: > 0 } gaps) yield return new(notes, MissingKind.Periods, gaps);
        if (used.Count > 0 && used.TrueForAll(record => record.Kind is LoadedKind.Partial))
            yield return new(notes, MissingKind.Whole, []);
        else if (Extracts(notes, used) is { Count: > 0 } extracts)
            yield return new(notes, MissingKind.Whole, extracts);
        // Of some datasets only an old release is at hand, though the others reach further.
        if (used.Count > 0 && used.TrueForAll(record => record.Days.To is not null)
            && used.Max(record => record.Days.To) is { } last && last < coveredTo)
            yield return new(notes, MissingKind.Newer, [$"{last:yyyy-MM-dd}"]);
    }

    // Quarters or years between the first and the last loaded that are not loaded themselves.
    private static List<string> Gaps(DatasetNotes notes, List<LoadedRecord> used)
    {
        var gaps = new List<string>();
        if (notes.Rhythm is Rhythm.Snapshot || used.Min(record => record.Days.From) is not { } from
            || used.Max(record => record.Days.From) is not { } last) return gaps;
        var months = notes.Rhythm is Rhythm.Quarterly ? 3 : 12;
        for (var day = from; day < last; day = day.AddMonths(months))
            if (!used.Exists(record => record.Days.Include(day))) gaps.Add(PeriodOf(notes, day));
        return gaps;
    }

    // Quarters or years of which there is an extract and no whole file.
    private static List<string> Extracts(DatasetNotes notes, List<LoadedRecord> used) =>
        notes.Rhythm is Rhythm.Snapshot ? [] : [.. used.Where(record => record.Kind is LoadedKind.Partial)
            .Select(record => record.Days.From).OfType<DateOnly>().Distinct().Order()
            .Where(day => !used.Exists(other => other.Kind is LoadedKind.Complete && other.Days.Include(day)))
            .Select(day => PeriodOf(notes, day))];

    private static string PeriodOf(DatasetNotes notes, DateOnly day) =>
        notes.Rhythm is Rhythm.Yearly ? $"{day.Year}" : $"{day.Year} Q{(day.Month + 2) / 3}";
}

/// <summary>What of a dataset is not loaded.</summary>
/// <param name="Notes">The dataset.</param>
/// <param name="Kind">How much of it.</param>
/// <param name="Periods">The quarters or years, or the last day; empty for other kinds.</param>
internal sealed record MissingData(DatasetNotes Notes, MissingKind Kind, IReadOnlyList<string> Periods);

/// <summary>How much of a dataset is not loaded.</summary>
internal enum MissingKind
{
    /// <summary>Nothing is loaded.</summary>
    All,

    /// <summary>Periods between loaded ones.</summary>
    Periods,

    /// <summary>Only extracts are loaded, no whole file: of all, or of the periods.</summary>
    Whole,

    /// <summary>Nothing after a day that other datasets reach beyond; the one period is that day.</summary>
    Newer,
}
