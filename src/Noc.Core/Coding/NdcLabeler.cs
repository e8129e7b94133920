using Noc.Tables;

namespace Noc.Coding;

/// <summary>Who sells an NDC, by one source.</summary>
/// <param name="Name">The labeler as printed.</param>
/// <param name="Source">The FDA's products, or the crosswalk of CMS.</param>
/// <param name="AsOf">The day of which the source says so: its newest entry, or the last day of its quarter; null where
/// not known.</param>
public sealed record NdcLabeler(string Name, Dataset Source, DateOnly? AsOf)
{
    /// <summary>The labelers of directory and crosswalk, the newest first; the directory's alone where they agree.
    /// </summary>
    /// <param name="image">The tables, which tell how old the directory is.</param>
    /// <param name="directory">By the directory; empty where it does not list the product.</param>
    /// <param name="code">The newest row of the crosswalk; null where there is none.</param>
    internal static IReadOnlyList<NdcLabeler> Of(TableImage image, string directory, NdcCode? code)
    {
        var found = new List<NdcLabeler>(2);
        if (directory.Length > 0) found.Add(new(directory, Dataset.NdcProducts, Newest(image)));
        if (code is { Labeler.Length: > 0 } && !IsSame(directory, code.Labeler))
            found.Add(new(code.Labeler, Dataset.NdcCrosswalk, code.Days.To ?? code.Days.From));
        if (found is [{ AsOf: { } first }, { AsOf: { } second }] && second > first) found.Reverse();
        return found;
    }

    // "Amgen Inc" and "AMGEN" are one: the first word decides.
    private static bool IsSame(string one, string other) => First(one).Equals(First(other),
        StringComparison.OrdinalIgnoreCase) && one.Length > 0;

    private static ReadOnlySpan<char> First(string name)
    {
        var end = name.AsSpan().IndexOfAny(' ', ',');
        return end < 0 ? name : name.AsSpan(0, end);
    }

    private static DateOnly? Newest(TableImage image)
    {
        foreach (ref readonly var loaded in image.Rows<LoadedRecord>().All)
            if (loaded is { Dataset: Dataset.NdcProducts, Kind: not LoadedKind.Superseded })
                return ReleaseDay.Of(image.Text(loaded.Release));
        return null;
    }
}
