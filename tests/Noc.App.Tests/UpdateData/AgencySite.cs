using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Noc.App.Tests.UpdateData;

/// <summary>A server on this machine that has the pages of agencies, and misbehaves as a test tells it to.</summary>
internal sealed class AgencySite : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Func<Visit, Task>> _paths = new(StringComparer.Ordinal);
    private readonly Task _serving;

    /// <summary>One request, and the way to answer it.</summary>
    public sealed record Visit(string Path, string Head, NetworkStream Stream, CancellationToken Stop)
    {
        /// <summary>The value of a header; null where the request has none.</summary>
        public string? Header(string name) => Head.Split("\r\n").FirstOrDefault(line =>
            line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

        public ValueTask Send(string text) => Send(Encoding.Latin1.GetBytes(text));

        public ValueTask Send(ReadOnlyMemory<byte> bytes) => Stream.WriteAsync(bytes, Stop);

        public async Task Answer(string status, string type, byte[] body, string headers = "")
        {
            await Send($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n{headers}"
                + "Connection: close\r\n\r\n");
            await Send(body);
        }
    }

    public AgencySite()
    {
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>The requests so far: path, and the bytes asked for where a part was.</summary>
    public ConcurrentQueue<string> Visits { get; } = new();

    /// <summary>Answers a path as the function does.</summary>
    public void On(string path, Func<Visit, Task> answer) => _paths[path] = answer;

    public void Page(string path, string html) =>
        On(path, visit => visit.Answer("200 OK", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html)));

    /// <summary>A file that can be gone on with.</summary>
    public void File(string path, byte[] body) => On(path, visit => Serve(visit, body, body.Length));

    /// <summary>Answers with the file or the rest of it, and breaks off after some bytes.</summary>
    public static async Task Serve(Visit visit, byte[] body, int atMost)
    {
        if (visit.Header("If-None-Match") == "\"v1\"")
        {
            await visit.Send("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\nConnection: close\r\n\r\n");
            return;
        }
        var from = visit.Header("If-Range") == "\"v1\"" && visit.Header("Range") is { } range
            ? int.Parse(range["bytes=".Length..].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture) : 0;
        await visit.Send((from == 0 ? "HTTP/1.1 200 OK\r\n"
                : $"HTTP/1.1 206 Partial Content\r\nContent-Range: bytes {from}-{body.Length - 1}/{body.Length}\r\n")
            + $"Content-Type: application/zip\r\nETag: \"v1\"\r\nContent-Length: {body.Length - from}\r\n"
            + "Connection: close\r\n\r\n");
        await visit.Send(body.AsMemory(from, Math.Min(atMost, body.Length - from)));
    }

    public void Dispose()
    {
        if (_serving.IsCompleted) return;
        _stop.Cancel();
        _listener.Stop();
        _serving.Wait(TimeSpan.FromSeconds(10));
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = Task.Run(() => AnswerAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = new StringBuilder();
                var buffer = new byte[4096];
                while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
                {
                    var read = await stream.ReadAsync(buffer, _stop.Token);
                    if (read == 0) return;
                    head.Append(Encoding.Latin1.GetString(buffer, 0, read));
                }
                var path = head.ToString().Split(' ')[1];
                var visit = new Visit(path, head.ToString(), stream, _stop.Token);
                Visits.Enqueue(visit.Header("Range") is { } range ? $"{path} {range}" : path);
                await (_paths.TryGetValue(path, out var answer) ? answer(visit)
                    : visit.Answer("404 Not Found", "text/plain", "no"u8.ToArray()));
                client.Client.Shutdown(SocketShutdown.Send);
                while (await stream.ReadAsync(buffer, _stop.Token) > 0) { }   // until the other side has read all
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException
                or ObjectDisposedException)
            {
                // The client went away, or the test is over.
            }
        }
    }
}
