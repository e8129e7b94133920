using System.Text;
using System.Text.Json;
using Noc.Reference.Seed;
using Noc.Reference.Store;
using Noc.Tables;

namespace Noc.App.ManageData;

/// <summary><c>noc data diff</c>: what differs between two tables.</summary>
public static class DiffReport
{
    private const int Columns = 80;

    /// <summary>Writes what differs.</summary>
    /// <param name="one">The older tables: a name, the beginning of one, <c>current</c>, <c>before</c> or
    /// <c>seed</c>.</param>
    /// <param name="other">The newer tables, named in the same way.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="isJson">JSON by <c>docs/schemas/noc.data-diff-1.schema.json</c>, else text.</param>
    /// <param name="top">The most entries of one kind; the counts are of all.</param>
    /// <param name="output">Where it is written.</param>
    /// <param name="errors">Where it is said why it cannot be done.</param>
    /// <returns>0 done, 2 no tables of that name, 3 tables cannot be read.</returns>
    public static int Run(string one, string other, string folder, bool isJson, int top, TextWriter output,
        TextWriter errors)
    {
        var store = new TableStore(folder);
        TableImage[] images;
        try
        {
            if (NameOf(one, store, errors) is not { } first || NameOf(other, store, errors) is not { } second)
                return 2;
            images = [Open(first, store), Open(second, store)];
        }
        catch (Exception fault) when (fault is UnreadableTablesException or IOException
            or UnauthorizedAccessException)
        {
            errors.WriteLine(fault is IOException ? "noc: The table file cannot be opened. Check its permissions, or "
                + "import again with `noc data import`." : $"noc: {fault.Message}");
            return 3;
        }
        var sections = TableDiff.Of(images[0], images[1]);
        if (isJson) WriteJson(images, sections, top, output);
        else WriteText(images, sections, top, output);
        return 0;
    }

    // "" stands for the seed.
    private static string? NameOf(string word, TableStore store, TextWriter errors)
    {
        var names = store.Names;
        switch (word)
        {
            case "seed": return "";
            case "current": return names is [var current, ..] ? current : "";
            case "before" when names.Count > 0: return names is [_, var before, ..] ? before : "";
        }
        var fitting = word.Length < 3 ? []
            : names.Where(name => name.StartsWith(word, StringComparison.Ordinal)
                || name.StartsWith("tables-" + word, StringComparison.Ordinal)).ToList();
        if (fitting is [var only]) return only;
        if (names.Contains(word)) return word;
        errors.WriteLine($"noc: there are no tables named {word}; there are current, before, seed"
            + string.Concat(names.Select(name => ", " + name)) + ".");
        return null;
    }

    private static TableImage Open(string name, TableStore store) =>
        name.Length == 0 ? SeedImage.Load() : store.Open(name);

    private static void WriteText(TableImage[] images, IReadOnlyList<DiffSection> sections, int top,
        TextWriter output)
    {
        output.WriteLine($"From {images[0].Name} to {images[1].Name}");
        var datasets = TableChanges.Of(images[0], images[1], sections);
        if (datasets.Count > 0) output.WriteLine();
        WriteCounts(datasets, output);
        foreach (var section in sections)
        {
            if (section.Entries.Count == 0) continue;
            output.WriteLine($"\n{section.Title} ({section.Entries.Count:N0})");
            foreach (var entry in section.Entries.Take(top)) output.WriteLine(Line(entry));
            if (section.Entries.Count > top)
                output.WriteLine($"  and {section.Entries.Count - top:N0} more (--top {section.Entries.Count})");
        }
        if (datasets.Count == 0)
            output.WriteLine("\nNo code, unit, payment limit or NDC differs.");
    }

    /// <summary>How many facts of each dataset differ.</summary>
    internal static void WriteCounts(IReadOnlyList<TableChanges> datasets, TextWriter output)
    {
        if (datasets.Count == 0) return;
        output.WriteLine($"{"Dataset",-24} {"added",9} {"changed",9} {"ended",9}");
        foreach (var change in datasets)
            output.WriteLine($"{change.Name,-24} {change.Added,9:N0} {change.Changed,9:N0} {change.Ended,9:N0}");
        output.WriteLine($"({TableChanges.Legend})");
    }

    private static string Line(DiffEntry entry)
    {
        var line = new StringBuilder("  ");
        if (entry.Code is { } code) line.Append($"{code,-6} ");
        if (entry.Ndc is { } ndc) line.Append($"{ndc} ");
        if (entry.Before is { } before)
            line.Append($"{before,10} -> {entry.After,10} ");
        if (entry.ChangePercent is { } percent) line.Append($"{percent.ToString("+#,0.0;-#,0.0;0.0"),9}% ");
        if (entry.Before is null || entry.From is not null) line.Append(Days(entry));
        if (entry.Note is { } note) line.Append($" ({note})");
        if (entry.Name is { Length: > 0 } name) line.Append($"  {name}");
        var text = line.ToString().TrimEnd();
        return text.Length <= Columns ? text : text[..(Columns - 1)] + "…";
    }

    private static string Days(DiffEntry entry) => (entry.From, entry.To) switch
    {
        (null, null) => "",
        ({ } from, null) => $"from {from:yyyy-MM-dd}",
        (null, { } to) => $"until {to:yyyy-MM-dd}",
        ({ Day: 1, Month: 1 or 4 or 7 or 10 } from, { } to) when to == from.AddMonths(3).AddDays(-1) =>
            $"{from.Year} Q{(from.Month + 2) / 3}",
        ({ } from, { } to) => $"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}",
    };

    private static void WriteJson(TableImage[] images, IReadOnlyList<DiffSection> sections, int top,
        TextWriter output)
    {
        using var bytes = new MemoryStream();
        using (var json = JsonOutput.Writer(bytes))
        {
            json.WriteStartObject();
            json.WriteString("schema", "noc.data-diff/1");
            json.WriteString("noc", NocVersion.Text);
            json.WriteString("from", images[0].Name);
            json.WriteString("to", images[1].Name);
            json.WriteStartArray("datasets");
            foreach (var change in TableChanges.Of(images[0], images[1], sections))
            {
                json.WriteStartObject();
                json.WriteString("dataset", change.Id);
                json.WriteNumber("added", change.Added);
                json.WriteNumber("changed", change.Changed);
                json.WriteNumber("ended", change.Ended);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            foreach (var section in sections)
            {
                json.WriteStartObject(section.Id);
                json.WriteNumber("count", section.Entries.Count);
                json.WriteStartArray("entries");
                foreach (var entry in section.Entries.Take(top)) Write(json, entry);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        output.WriteLine(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }

    private static void Write(Utf8JsonWriter json, DiffEntry entry)
    {
        json.WriteStartObject();
        if (entry.Code is not null) json.WriteString("code", entry.Code);
        if (entry.Ndc is not null) json.WriteString("ndc", entry.Ndc);
        if (entry.Name is { Length: > 0 }) json.WriteString("name", entry.Name);
        if (entry.From is { } from) json.WriteString("from", $"{from:yyyy-MM-dd}");
        if (entry.To is { } to) json.WriteString("to", $"{to:yyyy-MM-dd}");
        if (entry.Before is not null) json.WriteString("before", entry.Before);
        if (entry.After is not null) json.WriteString("after", entry.After);
        if (entry.ChangePercent is { } percent) json.WriteNumber("changePercent", percent);
        if (entry.Note is not null) json.WriteString("note", entry.Note);
        json.WriteEndObject();
    }
}
