using Noc.App.FindCodes;
using Noc.Tables;

namespace Noc.App.ManageData;

/// <summary><c>noc data status</c>: what is loaded, what is missing, and what that means for answers.</summary>
public static class StatusReport
{
    private const int Columns = 80;

    /// <summary>Writes the state of the tables.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="isLong">True to list every file with its hash and every implausible value.</param>
    /// <param name="isJson">JSON by <c>docs/schemas/noc.data-status-1.schema.json</c>, always with every file.</param>
    /// <param name="today">Tells what speaks for a day too far ahead.</param>
    /// <param name="output">Where it is written.</param>
    /// <returns>0, or 3 where the imported tables cannot be used.</returns>
    public static int Run(string folder, bool isLong, bool isJson, DateOnly today, TextWriter output)
    {
        var facts = StatusFacts.Of(folder, today);
        if (isJson) StatusJson.Write(facts, output);
        else WriteText(facts, isLong, output);
        return facts.Fault is null ? 0 : 3;
    }

    private static void WriteText(StatusFacts facts, bool isLong, TextWriter output)
    {
        output.WriteLine($"Tables in use: {facts.Tables.Version}");
        output.WriteLine($"Data folder:   {facts.Folder}");
        if (facts.Before is not null) output.WriteLine($"Before:        {facts.Before} (`noc data rollback`)");
        if (facts.Fault is not null) output.WriteLine($"\n{facts.Fault}");
        if (facts.Loaded.Length > 0) WriteLoaded(facts, isLong, output);
        output.WriteLine("\nMissing, and what that means:");
        foreach (var missing in facts.Missing) WriteItem($"{missing.Notes.Name}: {Sentence(missing)}", output);
        output.WriteLine("\nNot read by Noc:");
        foreach (var (name, without) in DatasetNotes.NotRead) WriteItem($"{name}: {without}", output);
        WriteImplausible(facts.Implausible, isLong, output);
    }

    /// <summary>One sentence in 80 columns, the lines behind the first set in.</summary>
    internal static void WriteItem(string text, TextWriter output)
    {
        var indent = "  ";
        foreach (var line in Page.Wrapped(text, Columns - 4))
        {
            output.WriteLine(indent + line);
            indent = "    ";
        }
    }

    /// <summary>A paragraph of its own.</summary>
    internal static void WriteParagraph(string text, TextWriter output)
    {
        foreach (var line in Page.Wrapped(text, Columns)) output.WriteLine(line);
    }

    private static string Sentence(MissingData missing) => missing.Kind switch
    {
        MissingKind.All => $"not loaded. Noc cannot say {missing.Notes.Without}.",
        MissingKind.Periods => $"{string.Join(", ", missing.Periods)} not loaded; nothing is judged by it "
            + "for those dates.",
        MissingKind.Newer => $"nothing after {missing.Periods[0]}; for later dates Noc cannot say "
            + $"{missing.Notes.Without}.",
        _ => (missing.Periods.Count > 0 ? $"of {string.Join(", ", missing.Periods)} " : "")
            + "extracts only. What they do not list may still exist.",
    };

    private static void WriteLoaded(StatusFacts facts, bool isLong, TextWriter output)
    {
        var image = facts.Tables.Image;
        output.WriteLine($"\n{"Dataset",-22} {"By",-12} {"Dates of service",-22} {"Rows",7} {"Kind",9}"
            + (isLong ? "" : " #"));
        foreach (var group in facts.Loaded.GroupBy(record => record.Dataset).OrderBy(group => group.Key))
        {
            if (isLong)
                foreach (var record in group.OrderBy(record => record.Days.From)) WriteFile(facts, record, output);
            else WriteDataset(facts, group, output);
        }
        if (facts.Loaded.Any(record => record.Kind is not LoadedKind.Superseded && facts.IsShipped(record)))
            WriteItem("* out of the facts that ship with Noc: drugs only, and equal quarters are one row. "
                + "`noc data import` of the files tells more.", output);
    }

    // Complete files, then extracts; what ships apart from what was imported.
    private static void WriteDataset(StatusFacts facts, IGrouping<Dataset, LoadedRecord> group, TextWriter output)
    {
        var image = facts.Tables.Image;
        var kinds = group.Where(record => record.Kind is not LoadedKind.Superseded)
            .GroupBy(record => (record.Kind, IsShipped: facts.IsShipped(record))).OrderBy(kind => kind.Key).ToList();
        var name = DatasetNotes.Of(group.Key).Name;
        foreach (var kind in kinds)
        {
            var used = kind.ToList();
            // Of a dataset that only ships the tables are counted, not the files.
            var rows = !kind.Key.IsShipped ? $"{used.Sum(record => (long)record.Rows):N0}"
                : kind == kinds[0] && kinds.TrueForAll(one => one.Key.IsShipped)
                    && facts.FactsOf(group.Key) is { } count ? $"{count:N0}" : "";
            output.WriteLine($"{name,-22} {image.Text(used[0].Publisher),-12} {Span(used, image),-22} {rows,7} "
                + $"{KindOf(kind.Key.Kind, kind.Key.IsShipped),9} {used.Count}");
        }
    }

    private static string KindOf(LoadedKind kind, bool isShipped) =>
        (kind is LoadedKind.Complete ? "complete" : "extract") + (isShipped ? "*" : "");

    private static void WriteFile(StatusFacts facts, in LoadedRecord record, TextWriter output)
    {
        var image = facts.Tables.Image;
        var isShipped = facts.IsShipped(record);
        output.WriteLine($"{DatasetNotes.Of(record.Dataset).Name,-22} {image.Text(record.Publisher),-12} "
            + $"{Days(record.Days, image.Text(record.Release)),-22} "
            + $"{(isShipped ? "" : $"{record.Rows:N0}"),7} {record.Kind switch
            {
                LoadedKind.Superseded => " not used",
                var kind => $"{KindOf(kind, isShipped),9}",
            }}");
        var (member, release) = (TerminalText.Clean(image.Text(record.Member)), image.Text(record.Release));
        WriteItem($"{member}{(release.Length > 0 ? $", release {release}" : "")}, "
            + (isShipped ? $"a file of {record.Rows:N0} {(record.Rows == 1 ? "row" : "rows")}"
                : $"{record.Skipped:N0} lines left out, {record.Problems:N0} not understood"), output);
        if (record.Kind is LoadedKind.Superseded)
            WriteItem("A newer or complete release of the period counts.", output);
        if (!isShipped) output.WriteLine($"  sha256 {image.Text(record.Hash)}");
    }

    private static void WriteImplausible(IReadOnlyList<string> odd, bool isLong, TextWriter output)
    {
        if (odd.Count == 0) return;
        output.WriteLine($"\nImplausible, to be checked ({odd.Count}):");
        foreach (var line in isLong ? odd : odd.Take(10)) WriteItem(line, output);
        if (!isLong && odd.Count > 10) output.WriteLine($"  and {odd.Count - 10} more (--long)");
    }

    private static string Span(List<LoadedRecord> records, TableImage image) => Days(new(
        records.Exists(record => record.Days.From is null) ? null : records.Min(record => record.Days.From),
        records.Exists(record => record.Days.To is null) ? null : records.Max(record => record.Days.To)),
        image.Text(records[^1].Release));

    // A list of all days says by its newest entry how old it is.
    private static string Days(Days days, string release) => days is { From: null, To: null }
        ? ReleaseDay.Of(release) is not null ? $"as of {release}" : "no dates of its own"
        : $"{days.From:yyyy-MM-dd}..{days.To:yyyy-MM-dd}";
}
