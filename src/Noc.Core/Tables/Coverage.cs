namespace Noc.Tables;

/// <summary>Which days of which dataset are loaded.</summary>
public sealed class Coverage
{
    private static readonly int Datasets = Enum.GetValues<Dataset>().Length;

    // Asked for each line of a claim, so what does not count is left out beforehand.
    private readonly (Days Days, LoadedKind Kind)[][] _loaded = new (Days, LoadedKind)[Datasets][];

    /// <summary>Reads what an image was made of.</summary>
    public Coverage(TableImage image)
    {
        Array.Fill(_loaded, []);
        foreach (ref readonly var loaded in image.Rows<LoadedRecord>().All)
            if ((int)loaded.Dataset < Datasets && loaded.Kind is not LoadedKind.Superseded)
                _loaded[(int)loaded.Dataset] = [.. _loaded[(int)loaded.Dataset], (loaded.Days, loaded.Kind)];
    }

    /// <summary>How far the tables can speak of a dataset on a day. Allocates nothing.</summary>
    public CoverageKind Of(Dataset dataset, DateOnly day)
    {
        var best = CoverageKind.None;
        foreach (ref readonly var loaded in _loaded[(int)dataset].AsSpan())
        {
            if (!loaded.Days.Include(day)) continue;
            if (loaded.Kind is LoadedKind.Complete) return CoverageKind.Complete;
            best = CoverageKind.Partial;
        }
        return best;
    }

    /// <summary>Whether anything of a dataset is loaded, of whatever day.</summary>
    public bool Has(Dataset dataset) => _loaded[(int)dataset].Length > 0;

    /// <summary>The first day of which a dataset is loaded; null where nothing is, or where it has no beginning.
    /// </summary>
    public DateOnly? FirstDayOf(Dataset dataset)
    {
        DateOnly? first = null;
        foreach (ref readonly var loaded in _loaded[(int)dataset].AsSpan())
        {
            if (loaded.Days.From is not { } from) return null;
            if (first is null || from < first) first = from;
        }
        return first;
    }

    /// <summary>The last day of which a dataset is loaded; null where nothing is, or where it has no end.</summary>
    public DateOnly? LastDayOf(Dataset dataset)
    {
        DateOnly? last = null;
        foreach (ref readonly var loaded in _loaded[(int)dataset].AsSpan())
            if (last is null || loaded.Days.To > last) last = loaded.Days.To;
        return last;
    }
}
