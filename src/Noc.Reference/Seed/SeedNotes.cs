using Noc.Drugs;
using Noc.Search;

namespace Noc.Reference.Seed;

/// <summary>What the seed says for people who look things up: notes on catch-all codes, plain words, uses, sources.
/// </summary>
/// <remarks>Read apart from <see cref="SeedTables"/>: an audit needs none of it.</remarks>
public sealed class SeedNotes
{
    // Sources of rows by file and column, read where a card asks for them. Not for several threads.
    private readonly Dictionary<string, Dictionary<string, string>> _cited = new(StringComparer.Ordinal);

    private SeedNotes(Dictionary<string, Source> sources) => Sources = sources;

    /// <summary>Sources by id.</summary>
    public IReadOnlyDictionary<string, Source> Sources { get; }

    /// <summary>Statements about codes, in the order of the file.</summary>
    public IReadOnlyList<CodeNote> Notes { get; private init; } = [];

    /// <summary>What plain words stand for.</summary>
    public IReadOnlyList<SearchPhrase> Phrases { get; private init; } = [];

    /// <summary>What products are given for, by product id.</summary>
    public IReadOnlyDictionary<string, ProductUse> Uses { get; private init; } =
        new Dictionary<string, ProductUse>(StringComparer.Ordinal);

    /// <summary>Reads the seed out of this assembly.</summary>
    /// <exception cref="InvalidOperationException">A seed row is broken; the message names file and row.</exception>
    public static SeedNotes Load()
    {
        var sources = SourcesOf(new("sources.csv"));
        return new(sources)
        {
            Notes = NotesOf(new("code-notes.csv"), sources),
            Phrases = PhrasesOf(new("search-words.csv")),
            Uses = UsesOf(new("product-uses.csv")),
        };
    }

    /// <summary>The sources of a row of a seed file, such as products.csv; none where it has no such row.</summary>
    public IReadOnlyList<Source> SourcesOfRow(string file, string column, string value)
    {
        var key = $"{file}:{column}";
        if (!_cited.TryGetValue(key, out var rows)) _cited[key] = rows = CitedIn(file, column);
        return rows.TryGetValue(value, out var ids)
            ? [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Sources[id])] : [];
    }

    // The ids of the sources of each row; of rows with the same value, those of the first.
    private static Dictionary<string, string> CitedIn(string file, string column)
    {
        var row = new SeedRows(file);
        int of = row.Column(column), source = row.Column("source");
        var cited = new Dictionary<string, string>(2048, StringComparer.Ordinal);
        while (row.Next()) cited.TryAdd(row.Text(of), row.Text(source));
        return cited;
    }

    /// <summary>Sources by id out of the rows of sources.csv.</summary>
    internal static Dictionary<string, Source> SourcesOf(SeedRows row)
    {
        int id = row.Column("id"), title = row.Column("title"), section = row.Column("section");
        int url = row.Column("url"), read = row.Column("read");
        var sources = new Dictionary<string, Source>(64, StringComparer.Ordinal);
        while (row.Next())
            sources[row.Text(id)] = new(row.Text(title), row.Text(section), row[url].IsEmpty ? null : row.Text(url),
                null, Month(row, read));
        return sources;
    }

    /// <summary>Statements out of the rows of code-notes.csv.</summary>
    internal static List<CodeNote> NotesOf(SeedRows row, Dictionary<string, Source> sources)
    {
        int codes = row.Column("codes"), topic = row.Column("topic"), label = row.Column("label");
        int text = row.Column("text"), rule = row.Column("rule"), confidence = row.Column("confidence");
        var source = row.Column("source");
        var notes = new List<CodeNote>(400);
        while (row.Next())
        {
            if (row[text].IsEmpty) throw row.Broken("has no text");
            var of = row.List(codes, ' ');
            if (of.Length == 0) throw row.Broken("names no code");
            notes.Add(new([.. of.Select(code => HcpcsCode.TryParse(code, out var parsed) ? parsed
                    : throw row.Broken($"{code} is no code"))],
                TopicOf(row, topic), row.Text(label), row.Text(text), row.Text(rule), ConfidenceOf(row, confidence),
                Cited(row, source, sources)));
        }
        return notes;
    }

    /// <summary>Phrases out of the rows of search-words.csv.</summary>
    internal static List<SearchPhrase> PhrasesOf(SeedRows row)
    {
        int phrase = row.Column("phrase"), kind = row.Column("kind"), target = row.Column("target");
        var phrases = new List<SearchPhrase>(200);
        while (row.Next())
            phrases.Add(new(row.Text(phrase).ToUpperInvariant().Split(' '), row[kind] switch
            {
                "code" => PhraseKind.Code,
                "route" => PhraseKind.Route,
                "words" => PhraseKind.Words,
                "perhaps" => PhraseKind.Perhaps,
                "made" => PhraseKind.Made,
                "no-code" => PhraseKind.NoCode,
                "kind" => PhraseKind.OfKind,
                _ => throw row.Broken("kind is none of code, route, words, perhaps, made, no-code, kind"),
            }, row.Text(target)));
        return phrases;
    }

    /// <summary>Uses by product out of the rows of product-uses.csv.</summary>
    internal static Dictionary<string, ProductUse> UsesOf(SeedRows row)
    {
        int product = row.Column("product"), use = row.Column("use"), diagnoses = row.Column("icd10");
        var confidence = row.Column("confidence");
        var uses = new Dictionary<string, ProductUse>(1400, StringComparer.Ordinal);
        while (row.Next())
            uses[row.Text(product)] = new(row.Text(use), row.List(diagnoses, ' '), ConfidenceOf(row, confidence));
        return uses;
    }

    private static Source[] Cited(SeedRows row, int column, Dictionary<string, Source> sources)
    {
        var ids = row.List(column, ' ');
        var cited = new Source[ids.Length];
        for (var i = 0; i < ids.Length; i++)
            cited[i] = sources.TryGetValue(ids[i], out var source) ? source
                : throw row.Broken($"{ids[i]} is not in sources.csv");
        return cited;
    }

    // A month such as 2026-11 is its first day.
    private static DateOnly? Month(SeedRows row, int column) => row[column].IsEmpty ? null
        : DateOnly.TryParseExact($"{row[column]}-01", "yyyy-MM-dd", out var day) ? day
        : throw row.Broken("read is no month such as 2026-11");

    private static Confidence ConfidenceOf(SeedRows row, int column) => row[column] switch
    {
        "high" => Confidence.High,
        "medium" => Confidence.Medium,
        "low" => Confidence.Low,
        _ => throw row.Broken("confidence is none of high, medium, low"),
    };

    private static NoteTopic TopicOf(SeedRows row, int column) => row[column] switch
    {
        "meaning" => NoteTopic.Meaning,
        "also" => NoteTopic.AlsoCalled,
        "short" => NoteTopic.Short,
        "use" => NoteTopic.Use,
        "not" => NoteTopic.NotFor,
        "say" => NoteTopic.Say,
        "document" => NoteTopic.Document,
        "payment" => NoteTopic.Payment,
        "related" => NoteTopic.Related,
        "question" => NoteTopic.Question,
        "clean" => NoteTopic.Clean,
        "denied" => NoteTopic.Denied,
        "corrected" => NoteTopic.Corrected,
        "specialty" => NoteTopic.Specialty,
        "history" => NoteTopic.History,
        _ => throw row.Broken("topic is not known"),
    };
}
