using System.Net;
using System.Text.RegularExpressions;

namespace Noc.App.UpdateData;

/// <summary>The links of a page.</summary>
internal static partial class AgencyLinks
{
    /// <summary>Characters of the longest link that is looked at.</summary>
    public const int MaxLength = 2_000;

    private const int PatienceMs = 5_000, MaxLinks = 20_000;

    /// <summary>The addresses that a page links to, each once, in the order of the page; those that may not be asked
    /// are left out.</summary>
    public static IReadOnlyList<Uri> In(string html, Uri page, AgencyUrls urls)
    {
        var links = new List<Uri>();
        var known = new HashSet<Uri>();
        foreach (Match match in Anchor().Matches(Comment().Replace(html, "")))
        {
            if (links.Count >= MaxLinks) break;
            var text = WebUtility.HtmlDecode(match.Groups["url"].Value).Trim();
            if (text.Length is > 0 and <= MaxLength && urls.Resolve(page, text) is { } url && known.Add(url))
                links.Add(url);
        }
        return links;
    }

    /// <summary>Whether a page has a form by which people accept something.</summary>
    public static bool HasAcceptForm(string html) =>
        html.Split("<form", StringSplitOptions.None).Skip(1).Any(part =>
            part.Split("</form")[0].Contains("accept", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, PatienceMs)]
    private static partial Regex Comment();

    [GeneratedRegex("<a\\s[^<>]*?href\\s*=\\s*(\"(?<url>[^\"]*)\"|'(?<url>[^']*)'|(?<url>[^\\s>\"']+))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatienceMs)]
    private static partial Regex Anchor();
}

/// <summary>Which addresses may be asked, and where a mirror has them.</summary>
/// <param name="hosts">Hosts of agencies.</param>
/// <param name="mirror">A server with the same paths; null to ask the agencies.</param>
internal sealed class AgencyUrls(IReadOnlyList<string> hosts, Uri? mirror)
{
    /// <summary>The address to ask for one of an agency.</summary>
    public Uri Request(Uri url) => mirror is null ? url
        : new(mirror.GetLeftPart(UriPartial.Authority) + mirror.AbsolutePath.TrimEnd('/') + url.PathAndQuery);

    /// <summary>The address to ask for a link or a redirection; null where it leads to a host that is not known or
    /// not by http.</summary>
    public Uri? Resolve(Uri from, string link)
    {
        if (!Uri.TryCreate(from, link, out var url) || url.Scheme is not ("http" or "https")
            || url.UserInfo.Length > 0) return null;
        url = new(url.GetLeftPart(UriPartial.Query));   // no fragment
        if (mirror is not null && url.Authority == mirror.Authority && url.Scheme == mirror.Scheme)
            return IsFromRoot(link) ? Request(url) : url;
        if (!url.IsDefaultPort || !hosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase)) return null;
        return mirror is not null ? Request(url)
            : url.Scheme == "https" ? url : new UriBuilder(url) { Scheme = "https", Port = -1 }.Uri;
    }

    // "/files/x.zip" on a page of a mirror below a folder of its server: the folder comes first.
    private bool IsFromRoot(string link) => link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal)
        && mirror!.AbsolutePath.Length > 1
        && !link.StartsWith(mirror.AbsolutePath.TrimEnd('/') + '/', StringComparison.Ordinal);
}
