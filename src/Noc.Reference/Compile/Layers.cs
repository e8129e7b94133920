using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Noc.Reference.Compile;

/// <summary>Puts the layers of a dataset on top of each other.</summary>
internal static class Layers
{
    /// <summary>Of each period the newest complete file, or all extracts where there is no complete one; equal
    /// records of following periods become one.</summary>
    /// <remarks>An extract never replaces a complete file. Seed gives way to files of the same period.</remarks>
    public static List<T> ByPeriod<T>(IReadOnlyList<Layer<T>> layers) where T : unmanaged, ITableRecord
    {
        var chosen = new List<T>();
        var files = layers.Where(layer => !layer.IsSeed).ToList();
        foreach (var seed in layers)
            seed.IsSuperseded = seed.IsSeed && files.Exists(file => file.Dataset == seed.Dataset
                && file.Days == seed.Days && (seed.IsPartial || !file.IsPartial));
        var periods = layers.Where(layer => !layer.IsSuperseded)
            .GroupBy(layer => (layer.Dataset, layer.Days, layer.Variant))
            .OrderBy(group => group.Key.Days.From);
        foreach (var period in periods)
        {
            var best = period.OrderBy(layer => layer.IsPartial).ThenBy(layer => layer.IsSeed)
                .ThenByDescending(layer => layer.Release, StringComparer.Ordinal)
                .ThenByDescending(layer => layer.Records.Count)
                .ThenBy(layer => layer.Hash, StringComparer.Ordinal).ToList();
            if (!best[0].IsPartial)
            {
                chosen.AddRange(best[0].Records);
                foreach (var other in best.Skip(1)) other.IsSuperseded = true;
            }
            else chosen.AddRange(NewestFirst(best));
        }
        return Joined(chosen);
    }

    /// <summary>All keys that any file has, each as the newest file with it says.</summary>
    public static List<T> ByKey<T>(IReadOnlyList<Layer<T>> layers) where T : unmanaged, ITableRecord =>
        NewestFirst(layers.OrderBy(layer => layer.IsSeed)
            .ThenByDescending(layer => layer.Release, StringComparer.Ordinal)
            .ThenBy(layer => layer.IsPartial).ThenBy(layer => layer.Hash, StringComparer.Ordinal));

    /// <summary>All records, equal ones once.</summary>
    public static List<T> All<T>(IReadOnlyList<Layer<T>> layers) where T : unmanaged, ITableRecord =>
        [.. layers.OrderBy(layer => layer.Days.From).SelectMany(layer => layer.Records).Distinct()];

    private static List<T> NewestFirst<T>(IEnumerable<Layer<T>> layers) where T : unmanaged, ITableRecord
    {
        var records = new List<T>();
        var keys = new HashSet<ulong>();
        foreach (var layer in layers)
        {
            var news = layer.Records.Where(record => record.Key == 0 || !keys.Contains(record.Key)).ToList();
            keys.UnionWith(news.Select(record => record.Key));
            records.AddRange(news);
            layer.IsSuperseded = news.Count == 0 && layer.Records.Count > 0;
        }
        return records;
    }

    /// <summary>Equal records of periods that follow each other, as one. Records in order of their periods.</summary>
    public static List<T> Joined<T>(IReadOnlyList<T> records) where T : unmanaged, ITableRecord
    {
        var joined = new List<T>(records.Count);
        var last = new Dictionary<T, int>(records.Count);
        foreach (var record in records)
        {
            var what = record with { Days = default };
            if (last.TryGetValue(what, out var at) && joined[at].Days == record.Days) continue;
            if (last.TryGetValue(what, out at) && joined[at].Days.IsFollowedBy(record.Days))
                joined[at] = record with { Days = new(joined[at].Days.From, record.Days.To) };
            else
            {
                last[what] = joined.Count;
                joined.Add(record);
            }
        }
        return joined;
    }

    /// <summary>A record of one image with its texts put into another.</summary>
    public static T Moved<T>(T record, TableImage from, TextHeap to) where T : unmanaged, ITableRecord
    {
        var texts = MemoryMarshal.Cast<byte, uint>(
            MemoryMarshal.AsBytes(new Span<T>(ref record))[..(T.Texts * Unsafe.SizeOf<TextRef>())]);
        foreach (ref var text in texts) text = to.Add(from.Text(new(text))).Offset;
        return record;
    }
}
