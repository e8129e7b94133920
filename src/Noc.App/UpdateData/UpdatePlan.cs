using Noc.Tables;

namespace Noc.App.UpdateData;

/// <summary>A file that the agencies offer.</summary>
/// <param name="Source">What kind it is.</param>
/// <param name="Url">Its address.</param>
/// <param name="Period">First day of its period; the first day of all where it has none.</param>
/// <param name="IsLoaded">Whether tables of that period are complete.</param>
/// <param name="IsWanted">Whether it is fetched: the newest, and those of the reach that are not loaded.</param>
internal sealed record OfferedFile(AgencySource Source, Uri Url, DateOnly Period, bool IsLoaded, bool IsWanted)
{
    /// <summary>The period in words.</summary>
    public string PeriodText => Period == DateOnly.MinValue ? "newest"
        : Source.Link!.Contains("?<fiscal>", StringComparison.Ordinal) ? $"FY {Period.Year + 1}"
        : $"{Period.Year} Q{(Period.Month + 2) / 3}";

    /// <summary>The name of the file at its address.</summary>
    public string Name => AgencyNames.FileOf(Url);
}

/// <summary>Decides which of the files that agencies offer are fetched.</summary>
internal static class UpdatePlan
{
    /// <summary>The files of one source, the newest first.</summary>
    /// <param name="source">The source.</param>
    /// <param name="links">Addresses on its pages.</param>
    /// <param name="coverage">What is loaded.</param>
    public static IReadOnlyList<OfferedFile> Of(AgencySource source, IEnumerable<Uri> links, Coverage coverage)
    {
        var files = links.Select(url => (Url: url, Period: source.PeriodOf(url)))
            .Where(link => link.Period is not null).ToList();
        var periods = files.Select(link => link.Period!.Value).Distinct().OrderDescending().Take(source.Reach).ToList();
        return [.. files.OrderByDescending(link => link.Period).Select(link =>
        {
            var isLoaded = source.Datasets.All(dataset => Enum.TryParse<Dataset>(dataset, ignoreCase: true, out var of)
                && coverage.Of(of, link.Period!.Value) is CoverageKind.Complete);
            var isWanted = link.Period == periods[0] || (periods.Contains(link.Period!.Value) && !isLoaded);
            return new OfferedFile(source, link.Url, link.Period!.Value, isLoaded, isWanted);
        })];
    }
}

/// <summary>Names of files on disk.</summary>
internal static class AgencyNames
{
    private const int MaxLength = 100;

    /// <summary>The last part of an address as a name that any disk takes.</summary>
    public static string FileOf(Uri url)
    {
        var text = Uri.UnescapeDataString(url.PathAndQuery).TrimEnd('/');
        var name = text[(text.LastIndexOfAny(['/', '=', '?']) + 1)..];
        name = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'))
            .TrimStart('.');
        if (name.Length > MaxLength) name = name[^MaxLength..];
        return name.Length == 0 ? "file" : name;
    }
}
