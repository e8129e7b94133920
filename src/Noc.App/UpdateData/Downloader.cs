using System.Globalization;
using System.Net;
using System.Text;

namespace Noc.App.UpdateData;

/// <summary>Fetches pages and files from servers that may be slow, break off, or send anything.</summary>
/// <param name="http">Follows no redirections and has no time-out of its own.</param>
/// <param name="urls">Which addresses may be asked.</param>
/// <param name="limits">How far it goes.</param>
/// <param name="clock">Measures waiting.</param>
internal sealed class Downloader(HttpClient http, AgencyUrls urls, DownloadLimits limits, TimeProvider clock)
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Called before a file is gone on with, with the bytes that are here.</summary>
    public Action<long>? Resuming { get; init; }

    /// <summary>A page, or why there is none.</summary>
    public async Task<Fetched> PageAsync(Uri url, CancellationToken cancel)
    {
        using var time = new Patience(limits, clock, cancel);
        return await RetryAsync(() => 0, async () =>
        {
            using var response = await AskAsync(url, null, null, time);
            return await ReadPageAsync(response, url, time);
        }, time);
    }

    /// <summary>A file, gone on with where a part of the same version is here.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="path">Where it is put.</param>
    /// <param name="maxBytes">The most bytes.</param>
    /// <param name="known">The version that is known; null to fetch any.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Fetched> FileAsync(Uri url, string path, long maxBytes, string? known, CancellationToken cancel)
    {
        using var time = new Patience(limits, clock, cancel);
        var part = new PartFile(path, url);
        return await RetryAsync(() => part.Usable, () => TryFileAsync(url, part, maxBytes, known, time), time);
    }

    private async Task<Fetched> TryFileAsync(Uri url, PartFile part, long maxBytes, string? known, Patience time)
    {
        var have = part.Usable;
        if (have > 0) Resuming?.Invoke(have);
        using var response = await AskAsync(url, have > 0 ? (have, part.Validator!) : null, known, time);
        if (response.StatusCode is HttpStatusCode.NotModified) return new Fetched.Unchanged();
        if (response.StatusCode is HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            part.Restart(null);
            throw new PassingException("the server does not go on with the file");
        }
        if (response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml")
            return await ReadPageAsync(response, response.RequestMessage!.RequestUri!, time);
        var validator = ValidatorOf(response);
        if (response.StatusCode is not HttpStatusCode.PartialContent) part.Restart(validator);
        else if (have == 0 || response.Content.Headers.ContentRange?.From != have)
        {
            part.Restart(null);
            throw new PassingException("the server sent another part of the file");
        }
        var total = response.Content.Headers.ContentRange?.Length ?? response.Content.Headers.ContentLength;
        if (total > maxBytes) throw new FinalException($"it has {total:N0} bytes, more than the {maxBytes:N0} allowed");
        await CopyAsync(response, part, maxBytes, time);
        if (total is { } promised && part.Length != promised)
            throw new PassingException($"it broke off after {part.Length:N0} of {promised:N0} bytes");
        part.Finish();
        return new Fetched.Saved(part.Path, validator);
    }

    private static async Task CopyAsync(HttpResponseMessage response, PartFile part, long maxBytes, Patience time)
    {
        using var from = await response.Content.ReadAsStreamAsync(time.Next());
        using var to = part.Append();
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await from.ReadAsync(buffer, time.Next())) > 0)
        {
            if (to.Length + read > maxBytes)
            {
                to.Close();
                part.Restart(null);
                throw new FinalException($"it has more than the {maxBytes:N0} bytes allowed");
            }
            to.Write(buffer, 0, read);
        }
    }

    private async Task<Fetched> ReadPageAsync(HttpResponseMessage response, Uri url, Patience time)
    {
        using var stream = await response.Content.ReadAsStreamAsync(time.Next());
        using var page = new MemoryStream();
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await stream.ReadAsync(buffer, time.Next())) > 0)
        {
            if (page.Length + read > limits.PageBytes)
                throw new FinalException($"the page has more than {limits.PageBytes:N0} bytes");
            page.Write(buffer, 0, read);
        }
        return new Fetched.Page(Encoding.UTF8.GetString(page.GetBuffer(), 0, (int)page.Length),
            response.RequestMessage?.RequestUri ?? url);
    }

    // Redirections are followed here, so that each is looked at before it is asked.
    private async Task<HttpResponseMessage> AskAsync(
        Uri url, (long From, string Validator)? rest, string? known, Patience time)
    {
        for (var redirects = 0; redirects <= limits.Redirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            if (rest is { } range)
            {
                request.Headers.Range = new(range.From, null);
                request.Headers.TryAddWithoutValidation("If-Range", range.Validator);
            }
            else if (known is not null)
                request.Headers.TryAddWithoutValidation(
                    known.Contains('"') ? "If-None-Match" : "If-Modified-Since", known);
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, time.Next());
            if ((int)response.StatusCode is < 300 or 304 or 416) return response;
            using (response)
            {
                if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)) throw Refusal(response);
                var to = response.Headers.Location;
                url = (to is null ? null : urls.Resolve(url, to.OriginalString))
                    ?? throw new FinalException("it is redirected to a server that is none of the agency's");
            }
        }
        throw new FinalException($"it is redirected more than {limits.Redirects} times");
    }

    private static Exception Refusal(HttpResponseMessage response)
    {
        var code = (int)response.StatusCode;
        var reason = $"the server answers {code} ({response.StatusCode switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone => "not there",
            HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => "not allowed",
            HttpStatusCode.TooManyRequests => "too many requests",
            _ => code >= 500 ? "out of order" : "refused",
        }})";
        return code is 408 or 429 or 500 or 502 or 503 or 504
            ? new PassingException(reason) { Wait = response.Headers.RetryAfter?.Delta } : new FinalException(reason);
    }

    private async Task<Fetched> RetryAsync(Func<long> progress, Func<Task<Fetched>> attempt, Patience time)
    {
        var (wait, barren) = (limits.FirstWait, 0);
        for (var all = 1; ; all++)
        {
            var before = progress();
            PassingException fault;
            try
            {
                return await attempt();
            }
            catch (FinalException final)
            {
                return new Fetched.Failed(final.Message);
            }
            catch (OperationCanceledException) when (time.IsOver)
            {
                return new Fetched.Failed("it takes too long; another run goes on with it");
            }
            catch (OperationCanceledException) when (time.IsIdle)
            {
                fault = new("the server fell silent");
            }
            catch (PassingException passing)
            {
                fault = passing;
            }
            catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError)
            {
                return new Fetched.Failed("the server's name is not found; is there a connection to the internet?");
            }
            catch (Exception e) when (e is HttpRequestException or HttpIOException)
            {
                fault = new(e is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request
                    ? Words(request.HttpRequestError) : "the connection broke");
            }
            barren = progress() > before ? 0 : barren + 1;
            if (barren == 0) wait = limits.FirstWait;
            if (barren >= limits.Attempts || all >= limits.AllAttempts) return new Fetched.Failed(fault.Message);
            var rest = fault.Wait is { } asked && asked > wait ? asked : wait;
            if (rest > limits.LongestWait) rest = limits.LongestWait;
            try
            {
                await Task.Delay(rest, clock, time.Cancel);
            }
            catch (OperationCanceledException) when (time.IsOver)
            {
                return new Fetched.Failed(fault.Message);
            }
            wait *= 2;
        }
    }

    private static string Words(HttpRequestError error) => error switch
    {
        HttpRequestError.ConnectionError => "the server cannot be reached",
        HttpRequestError.SecureConnectionError => "the server's certificate is not trusted",
        _ => "the connection broke",
    };

    private static string? ValidatorOf(HttpResponseMessage response) =>
        response.Headers.ETag is { IsWeak: false } tag ? tag.Tag
            : response.Content.Headers.LastModified?.ToString("r", CultureInfo.InvariantCulture);
}

/// <summary>A fault that another attempt may mend.</summary>
internal sealed class PassingException(string message) : Exception(message)
{
    /// <summary>How long the server asks to wait; null where it does not.</summary>
    public TimeSpan? Wait { get; init; }
}

/// <summary>A fault that no other attempt mends.</summary>
internal sealed class FinalException(string message) : Exception(message);

/// <summary>The time that one file may take, and the wait for its next bytes.</summary>
internal sealed class Patience : IDisposable
{
    private readonly DownloadLimits _limits;
    private readonly TimeProvider _clock;
    private readonly CancellationToken _user;
    private readonly CancellationTokenSource _total, _all;
    private CancellationTokenSource? _idle, _next;

    public Patience(DownloadLimits limits, TimeProvider clock, CancellationToken user)
    {
        (_limits, _clock, _user) = (limits, clock, user);
        _total = new(limits.Total, clock);
        _all = CancellationTokenSource.CreateLinkedTokenSource(_total.Token, user);
    }

    /// <summary>Ends with the time of the file, or when the user stops.</summary>
    public CancellationToken Cancel => _all.Token;

    /// <summary>Whether the time of the file is over.</summary>
    public bool IsOver => _total.IsCancellationRequested && !_user.IsCancellationRequested;

    /// <summary>Whether nothing came for too long.</summary>
    public bool IsIdle => _idle is { IsCancellationRequested: true } && !_user.IsCancellationRequested;

    /// <summary>Begins to wait for the next bytes.</summary>
    public CancellationToken Next()
    {
        if (_idle is not null && !_idle.IsCancellationRequested)
        {
            _idle.CancelAfter(_limits.Idle);
            if (!_idle.IsCancellationRequested) return _next!.Token;
        }
        _next?.Dispose();
        _idle?.Dispose();
        _idle = new(_limits.Idle, _clock);
        _next = CancellationTokenSource.CreateLinkedTokenSource(_idle.Token, _all.Token);
        return _next.Token;
    }

    public void Dispose()
    {
        _next?.Dispose();
        _idle?.Dispose();
        _all.Dispose();
        _total.Dispose();
    }
}
