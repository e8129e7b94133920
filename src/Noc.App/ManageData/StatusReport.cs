using System.Globalization;
using Noc.Reference.Store;
using Noc.Tables;

namespace Noc.App.ManageData;

/// <summary><c>noc data status</c>: what is loaded, what is missing, and what that means for answers.</summary>
public static class StatusReport
{
    private const decimal Jump = 3;

    /// <summary>Writes the state of the tables.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="isLong">True to list every file with its hash and every implausible value.</param>
    /// <param name="output">Where it is written.</param>
    /// <returns>0, or 3 where the imported tables cannot be used.</returns>
    public static int Run(string folder, bool isLong, TextWriter output)
    {
        var store = new TableStore(folder);
        var tables = InstalledTables.Load(folder);
        var fault = tables.Notice ?? Damage(tables.Image);
        output.WriteLine($"Tables in use: {tables.Version}");
        output.WriteLine($"Data folder:   {folder}");
        if (store.Names is [_, var before, ..]) output.WriteLine($"Before:        {before} (`noc data rollback`)");
        if (fault is not null) output.WriteLine($"\n{fault}");
        var loaded = tables.Image.Rows<LoadedRecord>().All.ToArray();
        if (loaded.Length > 0) WriteLoaded(tables.Image, loaded, isLong, output);
        WriteMissing(loaded, output);
        WriteImplausible(tables.Image, loaded, isLong, output);
        return fault is null ? 0 : 3;
    }

    private static string? Damage(TableImage image)
    {
        try
        {
            image.Verify();
            return null;
        }
        catch (UnreadableTablesException damage)
        {
            return $"{damage.Message} `noc data rollback` goes back to the tables before; `noc data import` of any "
                + "file writes them anew.";
        }
    }

    private static void WriteLoaded(TableImage image, LoadedRecord[] loaded, bool isLong, TextWriter output)
    {
        output.WriteLine($"\n{"Dataset",-23} {"By",-12} {"Dates of service",-24} {"Rows",9}  Kind");
        foreach (var group in loaded.GroupBy(record => record.Dataset).OrderBy(group => group.Key))
        {
            var used = group.Where(record => record.Kind is not LoadedKind.Superseded)
                .OrderBy(record => record.Days.From).ToList();
            var name = DatasetNotes.Of(group.Key).Name;
            if (isLong)
                foreach (var record in group.OrderBy(record => record.Days.From)) WriteFile(image, record, output);
            else
            {
                var kinds = used.Select(record => record.Kind).Distinct().ToList();
                output.WriteLine($"{name,-23} {image.Text(used[0].Publisher),-12} {Span(used),-24} "
                    + $"{used.Sum(record => (long)record.Rows),9:N0}  "
                    + (kinds is [LoadedKind.Complete] ? $"complete, {Files(used.Count)}"
                        : kinds is [LoadedKind.Partial] ? $"extract, {Files(used.Count)}"
                        : $"{used.Count(record => record.Kind is LoadedKind.Complete)} complete, "
                            + $"{used.Count(record => record.Kind is LoadedKind.Partial)} extracts"));
            }
        }
    }

    private static void WriteFile(TableImage image, in LoadedRecord record, TextWriter output)
    {
        output.WriteLine($"{DatasetNotes.Of(record.Dataset).Name,-23} {image.Text(record.Publisher),-12} "
            + $"{Days(record.Days),-24} {record.Rows,9:N0}  {record.Kind switch
            {
                LoadedKind.Complete => "complete",
                LoadedKind.Partial => "extract",
                _ => "not used: a newer or complete release is",
            }}");
        var release = image.Text(record.Release);
        output.WriteLine($"  {image.Text(record.Member)}{(release.Length > 0 ? $", release {release}" : "")}, "
            + $"{record.Skipped:N0} lines left out, {record.Problems:N0} not understood");
        output.WriteLine($"  sha256 {image.Text(record.Hash)}");
    }

    private static void WriteMissing(LoadedRecord[] loaded, TextWriter output)
    {
        output.WriteLine("\nMissing, and what that means:");
        foreach (var notes in DatasetNotes.All)
        {
            var used = loaded.Where(record =>
                record.Dataset == notes.Dataset && record.Kind is not LoadedKind.Superseded).ToList();
            if (used.Count == 0) output.WriteLine($"  {notes.Name}: not loaded. Noc cannot say {notes.Without}.");
            else if (Gaps(notes, used) is { Count: > 0 } gaps)
                output.WriteLine($"  {notes.Name}: {string.Join(", ", gaps)} not loaded; nothing is judged by it "
                    + "for those dates.");
            if (used.Count > 0 && used.TrueForAll(record => record.Kind is LoadedKind.Partial))
                output.WriteLine($"  {notes.Name}: extracts only. What they do not list may still exist.");
        }
    }

    // Quarters or years between the first and the last loaded that are not loaded themselves.
    private static List<string> Gaps(DatasetNotes notes, List<LoadedRecord> used)
    {
        var gaps = new List<string>();
        if (notes.Rhythm is Rhythm.Snapshot || used.Min(record => record.Days.From) is not { } from
            || used.Max(record => record.Days.From) is not { } last) return gaps;
        var months = notes.Rhythm is Rhythm.Quarterly ? 3 : 12;
        for (var day = from; day < last; day = day.AddMonths(months))
            if (!used.Exists(record => record.Days.Include(day)))
                gaps.Add(months == 12 ? $"{day.Year}" : $"{day.Year} Q{(day.Month + 2) / 3}");
        return gaps;
    }

    private static void WriteImplausible(TableImage image, LoadedRecord[] loaded, bool isLong, TextWriter output)
    {
        var odd = Jumps(image).ToList();
        odd.AddRange(loaded.Where(record => record.Problems > 0).Select(record =>
            $"{image.Text(record.Member)}: {record.Problems} rows not understood"));
        if (odd.Count == 0) return;
        output.WriteLine($"\nImplausible, to be checked ({odd.Count}):");
        foreach (var line in isLong ? odd : odd.Take(10)) output.WriteLine($"  {line}");
        if (!isLong && odd.Count > 10) output.WriteLine($"  and {odd.Count - 10} more (--long)");
    }

    private static IEnumerable<string> Jumps(TableImage image)
    {
        var limits = image.Rows<LimitRecord>().All.ToArray();
        for (var i = 1; i < limits.Length; i++)
        {
            var (before, after) = (limits[i - 1], limits[i]);
            if (before.Code != after.Code || before.DosageText != after.DosageText) continue;
            if (before.LimitUsd.Value is not > 0 || after.LimitUsd.Value is not > 0) continue;
            var (was, became) = (before.LimitUsd.Value.Value, after.LimitUsd.Value.Value);
            if (became > was * Jump || was > became * Jump)
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"{after.Code}: payment limit {was:0.000} until {before.Days.To:yyyy-MM-dd}, {became:0.000} from "
                    + $"{after.Days.From:yyyy-MM-dd}");
        }
    }

    private static string Span(List<LoadedRecord> records) => Days(new(
        records.Exists(record => record.Days.From is null) ? null : records.Min(record => record.Days.From),
        records.Exists(record => record.Days.To is null) ? null : records.Max(record => record.Days.To)));

    private static string Days(Days days) => days is { From: null, To: null } ? "no dates of its own"
        : $"{days.From:yyyy-MM-dd}..{days.To:yyyy-MM-dd}";

    private static string Files(int count) => count == 1 ? "1 file" : $"{count} files";
}
