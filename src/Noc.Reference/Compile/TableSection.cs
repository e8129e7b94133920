using Noc.Reference.Originals;

namespace Noc.Reference.Compile;

/// <summary>What a file's rows are turned into records with.</summary>
/// <param name="Texts">The texts of the image.</param>
/// <param name="Days">The dates of service that the file speaks for.</param>
/// <param name="Dataset">What the file is about.</param>
internal readonly record struct RowContext(TextHeap Texts, Days Days, Dataset Dataset)
{
    /// <summary>The place of a text in the image.</summary>
    public TextRef Text(string? text) => Texts.Add(text);
}

/// <summary>One section of the image while its layers are gathered.</summary>
internal abstract class TableSection
{
    /// <summary>Whether files about a dataset belong here.</summary>
    public abstract bool Takes(Dataset dataset);

    /// <summary>Adds a file's rows; false where the rows are not of the kind that the dataset has.</summary>
    public abstract bool Add(LoadedFile file, TextHeap texts);

    /// <summary>Adds what an older image says of periods that files may replace.</summary>
    public abstract void AddSeed(TableImage seed, TextHeap texts);

    /// <summary>Puts the layers on top of each other and the outcome into the image.</summary>
    public abstract void Finish(TableImageBuilder image);

    /// <summary>What should be checked in the file added last; empty where nothing is odd.</summary>
    public abstract string LastRemark { get; }

    /// <summary>Which of the files gathered here are not used, by hash.</summary>
    public abstract IEnumerable<string> Superseded();
}

/// <summary>One section of the image while its layers are gathered.</summary>
/// <typeparam name="T">Its records.</typeparam>
/// <param name="stack">Puts the layers of a dataset on top of each other.</param>
internal sealed class TableSection<T>(Func<IReadOnlyList<Layer<T>>, List<T>> stack) : TableSection
    where T : unmanaged, ITableRecord
{
    private const int MostNamed = 10;

    private readonly Dictionary<Dataset, Func<LoadedFile, RowContext, (string Variant, List<T> Records)?>> _maps = [];
    private readonly List<Layer<T>> _layers = [];
    private string _lastRemark = "";

    /// <summary>The records that went into the image.</summary>
    public IReadOnlyList<T> Made { get; private set; } = [];

    /// <summary>What a file has one record of; null where several records may share a key.</summary>
    public Func<T, string>? Subject { get; init; }

    /// <summary>What else is to be done with the records of the section; they come in order of datasets.</summary>
    public Func<List<T>, List<T>>? Afterwards { get; init; }

    /// <summary>Adds the record that a row becomes.</summary>
    /// <param name="dataset">What the files are about.</param>
    /// <param name="map">Makes the record; null for a row that gives none.</param>
    /// <param name="variant">Tells files of one period apart that are all needed.</param>
    public TableSection<T> Of<TRow>(
        Dataset dataset, Func<TRow, RowContext, T?> map, Func<TRow, string>? variant = null)
    {
        _maps[dataset] = (file, context) =>
        {
            if (file.Original is not Original<TRow> original) return null;
            var records = new List<T>(original.Rows.Count);
            foreach (var row in original.Rows)
                if (map(row, context) is { } record) records.Add(record);
            return (variant is null || original.Rows.Count == 0 ? "" : variant(original.Rows[0]), records);
        };
        return this;
    }

    public override string LastRemark => _lastRemark;

    // One code twice in a file, with different facts: the one that stands last counts.
    private string RemarkOn(List<T> records)
    {
        if (Subject is not { } subject) return "";
        var seen = new Dictionary<string, T>(records.Count, StringComparer.Ordinal);
        var twice = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            var name = subject(record);
            if (seen.TryGetValue(name, out var first) && !first.Equals(record)) twice.Add(name);
            seen[name] = record;
        }
        return twice.Count == 0 ? "" : "twice in the file with different values, the last counts: "
            + string.Join(", ", twice.Take(MostNamed))
            + (twice.Count > MostNamed ? $" and {twice.Count - MostNamed} more" : "");
    }

    public override bool Takes(Dataset dataset) => _maps.ContainsKey(dataset);

    public override bool Add(LoadedFile file, TextHeap texts)
    {
        var original = file.Original;
        var days = DaysOf(original.Period);
        if (_maps[original.Dataset](file, new(texts, days, original.Dataset)) is not { } made) return false;
        _lastRemark = RemarkOn(made.Records);
        _layers.Add(new()
        {
            Dataset = original.Dataset,
            Days = days,
            Variant = made.Variant,
            Release = original.Release,
            IsPartial = original.IsPartial,
            Hash = file.Hash,
            Records = made.Records,
        });
        return true;
    }

    public override void AddSeed(TableImage seed, TextHeap texts)
    {
        var rows = seed.Rows<T>().All.ToArray();
        foreach (var loaded in seed.Rows<LoadedRecord>().All)
        {
            if (!Takes(loaded.Dataset)) continue;
            var records = new List<T>();
            foreach (var row in rows)
                if (row.Days.Overlap(loaded.Days))
                    records.Add(Layers.Moved(row, seed, texts) with { Days = loaded.Days });
            _layers.Add(new()
            {
                Dataset = loaded.Dataset,
                Days = loaded.Days,
                Release = seed.Text(loaded.Release),
                IsPartial = loaded.Kind is LoadedKind.Partial,
                IsSeed = true,
                Hash = seed.Text(loaded.Hash),
                Records = records,
            });
        }
    }

    public override void Finish(TableImageBuilder image)
    {
        var records = new List<T>();
        foreach (var dataset in _layers.GroupBy(layer => layer.Dataset).OrderBy(group => group.Key))
            records.AddRange(stack([.. dataset]));
        image.Add(Made = Afterwards is null ? records : Afterwards(records));
    }

    public override IEnumerable<string> Superseded() =>
        _layers.Where(layer => layer.IsSuperseded).Select(layer => layer.Hash);

    internal static Days DaysOf(Period period) => new(
        period.From == DateOnly.MinValue ? null : period.From, period.To == DateOnly.MaxValue ? null : period.To);
}
