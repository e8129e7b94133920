using Noc.App.ManageData;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;
using Noc.Reference.Policies;
using Noc.Reference.Seed;
using Noc.Search;
using Noc.Tables;

namespace Noc.App.FindCodes;

/// <summary>What cards are made of: tables, notes, and where each is from.</summary>
/// <param name="tables">The tables.</param>
/// <param name="notes">What the seed says for people.</param>
/// <param name="day">The day that the card speaks for.</param>
internal sealed class CardFacts(ReferenceTables tables, SeedNotes notes, DateOnly day)
{
    public ReferenceTables Tables => tables;

    public SeedNotes Notes => notes;

    public DateOnly Day => day;

    /// <summary>What payers want; the shipped policies where nobody gave others.</summary>
    public PolicySet Policies
    {
        get => field ?? ShippedPolicies.Set;
        init;
    }

    /// <summary>True where the day lies behind the newest facts: what is missing may exist.</summary>
    public bool IsBeyond => day > tables.CoveredTo;

    /// <summary>What is said of an end that <see cref="IsEndInferred"/> tells.</summary>
    public const string InferredEnd =
        "The end is inferred: the hospital lists name the code no more, the code list shows no end.";

    /// <summary>Whether the end of a code is our own conclusion: the agency's list of codes still has it.</summary>
    public bool IsEndInferred(HcpcsCode code, DateOnly end)
    {
        var rows = tables.Image.Rows<CodeRecord>().Of(TableKey.Of(code));
        return rows.Length > 0 && rows[^1].Valid is { To: null } valid && !(valid.From > end);
    }

    /// <summary>The codes of a product on the day for Medicare; what is only inhaled is judged as inhaled.</summary>
    public DrugCoding Coding(Product product, Setting setting) => Coding(product, setting, day);

    /// <summary>The same on another day.</summary>
    public static DrugCoding Coding(Product product, Setting setting, DateOnly on) => DrugCodes.Of(product, on, setting,
        isMedicare: true, default, product.Routes is ["INH"] ? "INH" : null);

    public DrugSearch Search { get; } = new(tables, notes.Phrases, notes.Uses);

    private static readonly Dataset[] OnCards =
        [Dataset.Hcpcs, Dataset.AspPrices, Dataset.NdcCrosswalk, Dataset.OppsAddendumB, Dataset.FeeSchedule];

    /// <summary>The notes of a code on a topic, in the order of the file.</summary>
    public IEnumerable<CodeNote> Of(HcpcsCode code, NoteTopic topic) =>
        notes.Notes.Where(note => note.Topic == topic && note.Codes.Contains(code));

    /// <summary>A section of the notes of a code on a topic; null where there is none.</summary>
    public CardSection? Section(HcpcsCode code, NoteTopic topic, string id, string title)
    {
        var statements = Of(code, topic).Select(ToStatement).ToList();
        return statements.Count == 0 ? null : new(id, title, statements);
    }

    /// <summary>A note as a statement.</summary>
    public static Statement ToStatement(CodeNote note) => new(note.Label, note.Text, note.Sources)
    {
        Rule = note.Rule, Confidence = note.Confidence,
    };

    /// <summary>Where a row of the seed is from.</summary>
    public IReadOnlyList<Source> Seed(string file, string column, string value) =>
        notes.SourcesOfRow(file, column, value) is { Count: > 0 } sources ? sources : [OurFacts];

    /// <summary>What Noc's own table of decisions says.</summary>
    public static Source Decisions { get; } = new("Noc, decision table of unclassified codes",
        "from CMS HCPCS files and OPPS Addendum B", Read: new(2026, 11, 1));

    /// <summary>What is said of the tables themselves.</summary>
    public Source TablesInUse => new("Noc", $"tables {tables.Image.Name}, facts to {tables.CoveredTo:yyyy-MM-dd}",
        Effective: tables.CoveredTo);

    private static Source OurFacts { get; } = new("Noc seed", SeedTables.Version, Read: new(2026, 11, 1));

    /// <summary>The file of a dataset that speaks for a day; the latest before where none does, else the first.
    /// </summary>
    public Source File(Dataset dataset, DateOnly on)
    {
        LoadedRecord? best = null, first = null;
        foreach (ref readonly var loaded in tables.Image.Rows<LoadedRecord>().Of((ulong)dataset))
        {
            if (loaded.Kind is LoadedKind.Superseded) continue;
            if (first is null || loaded.Days.From < first.Value.Days.From) first = loaded;
            if (loaded.Days.From > on) continue;
            if (best is null || loaded.Days.Include(on) || !best.Value.Days.Include(on)) best = loaded;
        }
        var name = DatasetNotes.All.FirstOrDefault(notes => notes.Dataset == dataset)?.Name ?? dataset.ToString();
        if ((best ?? first) is not { } file) return TablesInUse with { Title = $"Noc, no {name}" };
        return new($"{tables.Image.Text(file.Publisher)}, {name}",
            file.Kind is LoadedKind.Partial ? "extract" : "", null, file.Days.From);
    }

    /// <summary>The days from the first to the last of the complete files of a dataset; null where there is none.
    /// </summary>
    public (DateOnly From, DateOnly To)? Complete(Dataset dataset)
    {
        DateOnly? from = null, to = null;
        foreach (ref readonly var loaded in tables.Image.Rows<LoadedRecord>().Of((ulong)dataset))
        {
            if (loaded.Kind is not LoadedKind.Complete) continue;
            if (from is null || loaded.Days.From < from) from = loaded.Days.From;
            if (to is null || loaded.Days.To > to) to = loaded.Days.To;
        }
        return from is { } first && to is { } last ? (first, last) : null;
    }

    /// <summary>Says that no complete file of a dataset has the code, where there are such files; null where none is
    /// loaded.</summary>
    public CardSection? Without(Dataset dataset, string id, string title, string what) =>
        Complete(dataset) is not { } days ? null : new(id, title, [new("",
            $"None: {what} from {days.From:yyyy-MM-dd} to {days.To:yyyy-MM-dd}"
            + (days.To < day ? $". {day:yyyy-MM-dd} is not covered." : "."), File(dataset, days.To))]);

    /// <summary>What the card cannot say because it is not loaded; null where all of it is.</summary>
    public CardSection? NotLoaded()
    {
        var missing = OnCards.Where(of => tables.Image.Rows<LoadedRecord>().Of((ulong)of).Length == 0).ToList();
        if (missing.Count == 0) return null;
        var names = string.Join(", ", missing.Select(of => DatasetNotes.Of(of).Name));
        return new("notLoaded", "Not loaded", [new("",
            $"{names}. `noc data import` reads them; until then the card is silent on what they hold.",
            TablesInUse)]);
    }
}
