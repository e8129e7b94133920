using Noc.App.ManageData;
using Noc.Reference.Originals;
using Noc.Reference.Store;
using Noc.Tables;

namespace Noc.App.UpdateData;

/// <summary><c>noc data update</c>: finds new files on the agencies' pages, fetches and imports them.</summary>
public sealed class DataUpdate
{
    private const int Megabyte = 1_000_000;

    private readonly UpdateOptions _options;
    private readonly TextWriter _output, _errors;
    private readonly AgencyUrls _urls;
    private readonly Downloader _downloader;
    private readonly Dictionary<Uri, (IReadOnlyList<Uri>? Links, string? Fault)> _pages = [];
    private readonly List<string> _problems = [];

    private DataUpdate(UpdateOptions options, HttpClient http, TextWriter output, TextWriter errors)
    {
        (_options, _output, _errors) = (options, output, errors);
        _urls = new(options.Pages.Hosts, options.From);
        _downloader = new(http, _urls, options.Limits, options.Clock)
        {
            Resuming = bytes => errors.WriteLine($"           going on after {bytes:N0} bytes"),
        };
    }

    private string Folder => Path.Combine(_options.Folder, "downloads");

    /// <summary>Looks for new files, fetches them and imports them.</summary>
    /// <returns>0 done, 2 no source of that name, 3 something was not found or not as it should be, 4 the data folder
    /// cannot be written or another update is running.</returns>
    public static async Task<int> RunAsync(
        UpdateOptions options, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        var unknown = options.Only.Where(name => !options.Pages.Sources.Any(source => Is(source, name))).ToList();
        if (unknown.Count > 0)
        {
            errors.WriteLine($"noc: there is nothing named {string.Join(", ", unknown)} to update; there are "
                + $"{string.Join(", ", options.Pages.Sources.Select(source => source.Id))}.");
            return 2;
        }
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = options.From is not { IsLoopback: true },
            ConnectTimeout = options.Limits.Idle,
            MaxResponseHeadersLength = 64,
        };
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.Add(new("noc", NocVersion.Text.Split('+', ' ')[0]));
        var update = new DataUpdate(options, http, output, errors);
        try
        {
            using var running = FolderLock.Take(update.Folder, "update.lock");
            return await update.RunAsync(cancel);
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            errors.WriteLine(FolderFault.Message(options.Folder, fault));
            return 4;
        }
    }

    private static bool Is(AgencySource source, string name) =>
        source.Id.Equals(name, StringComparison.OrdinalIgnoreCase)
        || source.Datasets.Contains(name, StringComparer.OrdinalIgnoreCase);

    private async Task<int> RunAsync(CancellationToken cancel)
    {
        var coverage = InstalledTables.Load(_options.Folder).Coverage;
        var sources = _options.Pages.Sources.Where(source =>
            _options.Only.Count == 0 || _options.Only.Any(name => Is(source, name))).ToList();
        var offered = new List<OfferedFile>();
        foreach (var source in sources.Where(source => source.ByHand is null))
            offered.AddRange(await OfferedAsync(source, coverage, cancel));
        var wanted = offered.Where(file => file.IsWanted).ToList();
        foreach (var file in offered.Where(file => file.IsWanted || file.IsLoaded))
            _output.WriteLine($"  {(file.IsWanted ? file.IsLoaded ? "newest" : "new" : "loaded"),-8} "
                + $"{file.Source.Name}, {file.PeriodText}: {file.Name}");
        var code = 0;
        if (_options.IsDryRun) _output.WriteLine($"{wanted.Count} files would be fetched.");
        else code = await FetchAsync(wanted, cancel);
        foreach (var source in sources.Where(source => source.ByHand is not null))
            _output.WriteLine($"By hand: {source.Name}, {source.ByHand}, then `noc data import FILE`.");
        foreach (var problem in _problems) _output.WriteLine($"PROBLEM  {problem}");
        return _problems.Count > 0 ? 3 : code;
    }

    private async Task<IReadOnlyList<OfferedFile>> OfferedAsync(
        AgencySource source, Coverage coverage, CancellationToken cancel)
    {
        if (source.File is { } file)
            return [new(source, _urls.Request(file), DateOnly.MinValue, IsLoaded: false, IsWanted: true)];
        var landing = _urls.Request(source.Page!);
        var links = await LinksAsync(landing, cancel);
        if (links is null) return [];
        if (source.Follow is not null)
        {
            var followed = new List<Uri>(links);
            var lists = links.Select(url => (Url: url, Period: source.PeriodOfPage(url)))
                .Where(page => page.Period is not null).OrderByDescending(page => page.Period).Take(source.Reach);
            foreach (var (url, _) in lists) followed.AddRange(await LinksAsync(url, cancel) ?? []);
            links = [.. followed.Distinct()];
        }
        var offered = UpdatePlan.Of(source, links, coverage);
        if (offered.Count == 0 && !source.Optional)
            _problems.Add($"{source.Name}: the page {landing} has no link of the kind that Noc knows; it may have "
                + "changed. Download the file in a browser, then `noc data import FILE`.");
        return offered;
    }

    // Several sources stand on one page: it is asked once.
    private async Task<IReadOnlyList<Uri>?> LinksAsync(Uri page, CancellationToken cancel)
    {
        if (_pages.TryGetValue(page, out var known)) return known.Links;
        _errors.WriteLine($"  page     {page}");
        var fetched = await _downloader.PageAsync(page, cancel);
        var links = fetched is Fetched.Page html ? AgencyLinks.In(html.Html, html.Address, _urls) : null;
        var fault = fetched is Fetched.Failed failed ? failed.Reason : null;
        if (fault is not null) _problems.Add($"The page {page} cannot be read: {fault}.");
        _pages[page] = (links, fault);
        return links;
    }

    private async Task<int> FetchAsync(List<OfferedFile> wanted, CancellationToken cancel)
    {
        var versions = new FetchedVersions(Folder);
        var tables = new TableStore(_options.Folder).OpenCurrent(out _) ?? TableImage.Empty;
        var loaded = tables.Rows<LoadedRecord>().All.ToArray().Select(record => tables.Text(record.File))
            .ToHashSet(StringComparer.Ordinal);
        var files = new List<(OfferedFile Offered, string Path, string? Version)>();
        foreach (var offered in wanted)
        {
            _errors.WriteLine($"  get      {offered.Url}");
            // What was fetched once, but is not in the tables in use, is fetched again.
            var known = loaded.Contains(offered.Name) ? versions[offered.Url] : null;
            if (await GetAsync(offered, offered.Url, known, isLicenceRead: false, cancel) is { } saved)
                files.Add((offered, saved.Path, saved.Validator));
        }
        if (files.Count == 0)
        {
            _output.WriteLine("Nothing new to import.");
            return 0;
        }
        var today = DateOnly.FromDateTime(_options.Clock.GetLocalNow().DateTime);
        var code = ImportReport.Run([.. files.Select(file => file.Path)], _options.Folder, today, _output, _errors);
        if (code is not 0) return code;   // the files stay to be looked at
        foreach (var (offered, path, version) in files)
        {
            versions.Note(offered.Url, version);
            File.Delete(path);            // the tables keep what they were made of
        }
        return code;
    }

    private async Task<Fetched.Saved?> GetAsync(
        OfferedFile offered, Uri url, string? known, bool isLicenceRead, CancellationToken cancel)
    {
        var path = Path.Combine(Folder, AgencyNames.FileOf(url));
        var fetched = await _downloader.FileAsync(
            url, path, (long)offered.Source.MaxMegabytes * Megabyte, known, cancel);
        switch (fetched)
        {
            case Fetched.Saved saved when Fault(saved.Path, offered.Source) is { } fault:
                File.Delete(saved.Path);
                _problems.Add($"{offered.Source.Name}: {url} is not what it should be: {fault}");
                return null;
            case Fetched.Saved saved:
                return saved;
            case Fetched.Unchanged:
                _errors.WriteLine("           unchanged");
                return null;
            case Fetched.Failed failed:
                _problems.Add($"{offered.Source.Name}: {url} cannot be fetched: {failed.Reason}.");
                return null;
            case Fetched.Page page when !isLicenceRead && DownloadLink(page, url, offered.Source) is { } link:
                _errors.WriteLine($"           under the licence on {page.Address}");
                return await GetAsync(offered, link, known, isLicenceRead: true, cancel);
            default:
                _problems.Add($"{offered.Source.Name}: a web page came in place of {offered.Name}, perhaps a licence "
                    + $"to be accepted. Open {url} in a browser, download the file, then `noc data import FILE`.");
                return null;
        }
    }

    // Only a plain link: a form that says "I accept" is for people.
    private Uri? DownloadLink(Fetched.Page page, Uri asked, AgencySource source) =>
        AgencyLinks.HasAcceptForm(page.Html) ? null
        : AgencyLinks.In(page.Html, page.Address, _urls).FirstOrDefault(link =>
            link != asked && link != page.Address && link.Query.Length == 0
            && source.PeriodOf(link) is { } period && period == source.PeriodOf(asked));

    private static string? Fault(string path, AgencySource source)
    {
        try
        {
            var found = new List<string>();
            foreach (var member in OriginalFiles.Members(path))
                if (OriginalReaders.Of(member) is { } reader) found.Add(reader.Dataset.ToString());
            return found.Exists(name => source.Datasets.Contains(name, StringComparer.OrdinalIgnoreCase)) ? null
                : "nothing in it is " + (found.Count == 0 ? "a file that Noc knows." : $"about {source.Name}.");
        }
        catch (Exception fault) when (fault is UnreadableOriginalException or IOException or InvalidDataException)
        {
            return fault is UnreadableOriginalException ? fault.Message : "It cannot be opened.";
        }
    }
}
