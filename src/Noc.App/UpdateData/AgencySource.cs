using System.Text.RegularExpressions;

namespace Noc.App.UpdateData;

/// <summary>One kind of file of an agency.</summary>
public sealed record AgencySource
{
    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Its name on the command line, such as <c>asp</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Name { get; init; }

    /// <summary>The datasets that a file may hold; it must hold one of them.</summary>
    public required IReadOnlyList<string> Datasets { get; init; }

    /// <summary>The landing page; null for files with an address of their own.</summary>
    public Uri? Page { get; init; }

    /// <summary>What links to pages look like that list the files; null where the landing page does.</summary>
    public string? Follow { get; init; }

    /// <summary>What the link of a file looks like.</summary>
    public string? Link { get; init; }

    /// <summary>What such a link must not hold; null for nothing.</summary>
    public string? Not { get; init; }

    /// <summary>An address that never changes; null for files found on a page.</summary>
    public Uri? File { get; init; }

    /// <summary>A page that people must use themselves; null for all others.</summary>
    public string? ByHand { get; init; }

    /// <summary>True where a page without such a link is as it should be.</summary>
    public bool Optional { get; init; }

    /// <summary>True where no page with such a link was seen yet.</summary>
    public bool Unproven { get; init; }

    /// <summary>How many of the newest periods are fetched where they are not loaded.</summary>
    public required int Reach { get; init; }

    /// <summary>The largest file taken, in megabytes of a million bytes.</summary>
    public required int MaxMegabytes { get; init; }

    /// <summary>A link of this kind; null where there is no pattern.</summary>
    public string? Example { get; init; }

    /// <summary>The first day of what a link to a file is about; null where the link is no such link. The first day
    /// of all for a pattern without a period.</summary>
    public DateOnly? PeriodOf(Uri url) => Link is null ? null : Period(Link, url);

    /// <summary>The same for links to pages that list files.</summary>
    public DateOnly? PeriodOfPage(Uri url) => Follow is null ? null : Period(Follow, url);

    private DateOnly? Period(string pattern, Uri url)
    {
        var text = Uri.UnescapeDataString(url.PathAndQuery);
        if (text.Length > AgencyLinks.MaxLength || (Not is not null && Regex.IsMatch(text, Not, Options, Patience)))
            return null;
        var match = Regex.Match(text, pattern, Options, Patience);
        if (!match.Success) return null;
        var year = Number("year") ?? Number("yy") + 2000;
        if (Number("fiscal") is { } fiscal) return new(fiscal - 1, 10, 1);
        if (year is null) return DateOnly.MinValue;
        if (match.Groups["letter"].Value is [var letter]) return new(year.Value, ((letter | 0x20) - 'a') * 3 + 1, 1);
        if (Number("quarter") is { } quarter) return new(year.Value, (quarter * 3) - 2, 1);
        var month = MonthOf(match.Groups["month"].Value);
        return month == 0 ? null : new(year.Value, month, 1);

        int? Number(string group) =>
            int.TryParse(match.Groups[group].Value, out var number) ? number : null;
    }

    private static int MonthOf(string name) => name.Length < 3 ? 0
        : Array.FindIndex(System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.MonthNames,
            month => month.StartsWith(name[..3], StringComparison.OrdinalIgnoreCase)) + 1;
}
