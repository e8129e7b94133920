using System.Globalization;
using System.IO.Compression;
using System.Text;
using Noc.App.UpdateData;
using Noc.Drugs;
using Noc.Reference.Store;
using Noc.Tables;
using Noc.Tests;

namespace Noc.App.Tests.UpdateData;

/// <summary>Updates from a server on this machine that misbehaves.</summary>
public sealed class DataUpdateTests : IDisposable
{
    private const string Landing = "/medicare/payment/part-b-drugs/asp-pricing-files";
    private const string Newest = "/files/zip/april-2030-medicare-part-b-payment-limit-files-031830.zip";
    private const string Older = "/files/zip/january-2030-medicare-part-b-payment-limit-files-121729.zip";
    private static readonly byte[] Spring = Zip(2, 12.5m), Winter = Zip(1, 10m);

    private readonly DataHome _home = new();
    private readonly AgencySite _site = new();
    private readonly ImpatientClock _clock = new();
    private DownloadLimits _limits = new();

    public DataUpdateTests()
    {
        _site.Page(Landing, $"""
            <html><!-- <a href="/files/zip/july-2030-medicare-part-b-payment-limit-files.zip">soon</a> -->
            <a class="x" href='{Newest}'>April 2030</a> <a href="https://www.cms.gov{Older}">January 2030</a>
            <a href="https://evil.example/files/zip/july-2030-medicare-part-b-payment-limit-files.zip">July</a>
            <a href="/files/zip/april-2030-ndc-hcpcs-crosswalk.zip">crosswalk</a></html>
            """);
        _site.File(Newest, Spring);
        _site.File(Older, Winter);
    }

    public void Dispose()
    {
        _site.Dispose();
        _home.Dispose();
    }

    private async Task<(int Code, string Output, string Errors)> Update(
        bool isDryRun = false, string only = "asp", string below = "")
    {
        using StringWriter output = new(), errors = new();
        var code = await DataUpdate.RunAsync(new()
        {
            Folder = _home.Path,
            From = new(_site.Address, below),
            IsDryRun = isDryRun,
            Only = [only],
            Limits = _limits,
            Clock = _clock,
        }, output, errors, TestContext.Current.CancellationToken);
        return (code, output.ToString(), errors.ToString());
    }

    private decimal? Limit(int month) => InstalledTables.Load(_home.Path).Image.Rows<LimitRecord>()
        .Of(TableKey.Of(HcpcsCode.Of("J9000"))).On(new(2030, month, 15))?.LimitUsd.Value;

    private int Asked(string path) => _site.Visits.Count(visit => visit.Split(' ')[0] == path);

    private static byte[] Zip(int quarter, decimal limit)
    {
        var from = new DateOnly(2030, (quarter * 3) - 2, 1);
        var to = from.AddMonths(3).AddDays(-1);
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
                $"Limits\r\n\"Effective {from:MMMM d, yyyy} through {to:MMMM d, yyyy}\"\r\n\r\n")
            + "HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,Vaccine AWP%,"
            + "Vaccine Limit,Blood AWP%,Blood limit,Clotting Factor,Notes\r\n");
        for (var i = 0; i < 900; i++)
            text.Append(CultureInfo.InvariantCulture, $"J{9000 + i},,10 MG,{limit + i},20.000,,,,,,\r\n");
        return Zip("limits.csv", text.ToString());
    }

    private static byte[] Zip(string name, string text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        using (var member = zip.CreateEntry(name, CompressionLevel.NoCompression).Open())
            member.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    [Fact]
    public async Task The_quarters_that_are_not_loaded_are_found_fetched_and_imported()
    {
        var (code, output, errors) = await Update();
        Assert.True(code == 0, output + errors);
        Assert.Equal((10m, 12.5m), (Limit(1), Limit(4)));
        Assert.Equal(1, Asked(Landing));
        Assert.Empty(Directory.GetFiles(Path.Combine(_home.Path, "downloads"), "*.zip*"));
    }

    [Fact]
    public async Task A_second_run_asks_only_whether_the_newest_has_changed()
    {
        await Update();
        var (code, output, errors) = await Update();
        Assert.Equal(0, code);
        Assert.Contains("Nothing new to import.", output);
        Assert.Contains("unchanged", errors);
        Assert.Equal((2, 1), (Asked(Newest), Asked(Older)));
    }

    [Fact]
    public async Task A_dry_run_looks_and_fetches_nothing()
    {
        var (code, output, _) = await Update(isDryRun: true);
        Assert.Equal(0, code);
        Assert.Contains("2030 Q2", output);
        Assert.Contains("2 files would be fetched.", output);
        Assert.Equal((0, 0), (Asked(Newest), Asked(Older)));
        Assert.Empty(new TableStore(_home.Path).Names);
    }

    [Fact]
    public async Task A_file_that_breaks_off_is_gone_on_with_where_it_broke()
    {
        _site.On(Newest, visit => AgencySite.Serve(visit, Spring, 20_000));
        var (code, output, _) = await Update();
        Assert.True(code == 0, output);
        Assert.Equal(12.5m, Limit(4));
        Assert.Contains($"{Newest} bytes=20000-", _site.Visits);
    }

    [Fact]
    public async Task A_later_run_goes_on_where_an_earlier_one_gave_up()
    {
        _site.On(Newest, visit => AgencySite.Serve(visit, Spring,
            visit.Header("Range") is null ? 20_000 : 0));
        var (code, output, _) = await Update();
        Assert.Equal(3, code);
        Assert.Contains("cannot be fetched", output);
        Assert.Equal(10m, Limit(1));   // one file that does not come hides no other
        _site.File(Newest, Spring);
        Assert.Equal(0, (await Update()).Code);
        Assert.Equal(12.5m, Limit(4));
        Assert.Equal($"{Newest} bytes=20000-", _site.Visits.Last());
    }

    [Fact]
    public async Task A_part_of_another_version_is_not_put_before_the_new_one()
    {
        _site.On(Newest, visit => AgencySite.Serve(visit, Spring, visit.Header("Range") is null ? 20_000 : 0));
        await Update();
        _site.On(Newest, visit => visit.Answer("200 OK", "application/zip", Spring, "ETag: \"v2\"\r\n"));
        Assert.Equal(0, (await Update()).Code);
        Assert.Equal(12.5m, Limit(4));
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_left_and_asked_again_with_longer_waits()
    {
        _site.On(Newest, async visit =>
        {
            await visit.Send("HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: 90000\r\n\r\nPK");
            while (!visit.Stop.IsCancellationRequested && !IsGone(visit))
            {
                _clock.Pass(_limits.Idle);
                await Task.Delay(5, visit.Stop);
            }
        });
        var (code, output, _) = await Update();
        Assert.Equal(3, code);
        Assert.Contains("the server fell silent", output);
        Assert.Equal(_limits.Attempts, Asked(Newest));
        Assert.Equal([2, 4, 8, 16], _clock.Waits.Select(wait => (int)wait.TotalSeconds).Take(4));
        Assert.Equal(10m, Limit(1));

        static bool IsGone(AgencySite.Visit visit) =>
            visit.Stream.Socket.Poll(0, System.Net.Sockets.SelectMode.SelectRead) && visit.Stream.Socket.Available == 0;
    }

    [Fact]
    public async Task A_server_out_of_order_is_asked_again()
    {
        var visits = 0;
        _site.On(Newest, visit => Interlocked.Increment(ref visits) < 3
            ? visit.Answer("503 Service Unavailable", "text/plain", [], "Retry-After: 7\r\n")
            : AgencySite.Serve(visit, Spring, Spring.Length));
        Assert.Equal(0, (await Update()).Code);
        Assert.Equal([7, 7], _clock.Waits.Select(wait => (int)wait.TotalSeconds));
    }

    [Fact]
    public async Task A_file_or_page_that_is_not_there_is_said_at_once()
    {
        _site.On(Newest, visit => visit.Answer("404 Not Found", "text/html", "gone"u8.ToArray()));
        var (code, output, _) = await Update();
        Assert.Equal(3, code);
        Assert.Contains("404 (not there)", output);
        Assert.Equal(1, Asked(Newest));
        Assert.Contains("The page", (await Update(only: "hcpcs")).Output);
    }

    [Fact]
    public async Task A_page_that_has_changed_is_said_with_what_to_do()
    {
        _site.Page(Landing, "<p>We have a new look! <a href='/files/zip/limits.zip'>Limits</a>");
        var (code, output, _) = await Update();
        Assert.Equal(3, code);
        Assert.Contains("has no link of the kind that Noc knows", output);
        Assert.Contains("noc data import FILE", output);
    }

    [Theory]
    [InlineData("another")]
    [InlineData("damaged")]
    [InlineData("cut")]
    public async Task A_wrong_file_is_not_imported(string kind)
    {
        byte[] body = kind switch
        {
            "another" => Zip("readme.txt", "Dear Sirs"),
            "damaged" => [.. "PK\x03\x04"u8, .. new byte[50]],
            _ => Spring[..^100],
        };
        _site.On(Newest, visit => visit.Answer("200 OK", "application/zip", body));
        var (code, output, _) = await Update();
        Assert.Equal(3, code);
        Assert.Contains("is not what it should be", output);
        Assert.Equal((10m, null), (Limit(1), Limit(4)));
    }

    [Theory]
    [InlineData("Content-Length: 999999999999\r\n")]
    [InlineData("")]
    public async Task A_body_beyond_the_limit_is_cut_off(string length)
    {
        _site.On("/cder/ndctext.zip", async visit =>
        {
            await visit.Send($"HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\n{length}Connection: close\r\n\r\n");
            var block = new byte[1 << 20];
            while (true) await visit.Send(block);
        });
        var (code, output, _) = await Update(only: "ndc");
        Assert.Equal(3, code);
        Assert.Contains("200,000,000 allowed", output.Replace(" bytes", ""));
        Assert.Equal(1, Asked("/cder/ndctext.zip"));
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(_home.Path, "downloads")), file =>
            new FileInfo(file).Length > 1000);
    }

    [Fact]
    public async Task A_page_without_end_is_cut_off()
    {
        _limits = _limits with { PageBytes = 100_000 };
        _site.Page(Landing, new string(' ', 200_000));
        Assert.Contains("more than 100,000 bytes", (await Update()).Output);
    }

    [Fact]
    public async Task Redirections_are_followed_to_known_servers_only_and_not_for_ever()
    {
        _site.On(Newest, visit => visit.Answer("302 Found", "text/html", [], "Location: /moved.zip\r\n"));
        _site.File("/moved.zip", Spring);
        Assert.Equal(0, (await Update()).Code);
        foreach (var (to, words) in new[]
            {
                (Newest, "redirected more than 5 times"), ("https://evil.example/x.zip", "none of the agency's"),
                ("file:///etc/passwd", "none of the agency's"), ("https://www.cms.gov:8443/x.zip", "none of the"),
            })
        {
            _site.On(Newest, visit => visit.Answer("301 Moved", "text/html", [], $"Location: {to}\r\n"));
            var (code, output, _) = await Update();
            Assert.Equal(3, code);
            Assert.Contains(words, output);
        }
    }

    [Fact]
    public async Task A_licence_page_with_a_plain_link_is_passed_and_one_with_a_form_is_for_people()
    {
        const string licence = "/license/ama?file=" + Newest;
        _site.Page(Landing, $"<a href=\"{licence}\">April 2030</a>");
        _site.Page(licence, $"<p>Licence ... </p><a href=\"{Newest}\">To the file</a>");
        var (code, output, errors) = await Update();
        Assert.True(code == 0, output);
        Assert.Contains("under the licence on", errors);
        Assert.Equal(12.5m, Limit(4));
        _site.Page(licence, $"<form method=post><a href=\"{Newest}\">x</a><button>I accept</button></form>");
        (code, output, _) = await Update();
        Assert.Equal(3, code);
        Assert.Contains("Open http://127.0.0.1", output);
    }

    [Fact]
    public async Task Files_listed_on_pages_behind_the_landing_page_are_found()
    {
        const string landing = "/medicare/payment/fee-schedules/physician/pfs-relative-value-files";
        _site.Page(landing, $"<a href='{landing}/rvu26c'>RVU26C</a><a href='{landing}/rvu26b'>RVU26B</a>");
        _site.Page($"{landing}/rvu26c", "<a href='/files/zip/rvu26c-updated-06-30-2026.zip'>zip</a>");
        _site.Page($"{landing}/rvu26b", "<a href='/files/zip/rvu26b.zip'>zip</a>");
        var (code, output, _) = await Update(isDryRun: true, only: "fees");
        Assert.Equal(0, code);
        Assert.Contains("2026 Q3: rvu26c-updated-06-30-2026.zip", output);
        Assert.Contains("2026 Q2: rvu26b.zip", output);
    }

    [Fact]
    public async Task What_cannot_be_fetched_and_what_is_not_known_is_said()
    {
        Assert.Contains("By hand: NADAC", (await Update(only: "nadac")).Output);
        var (code, _, errors) = await Update(only: "no-such");
        Assert.Equal(2, code);
        Assert.Contains("asp-ndc", errors);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_said()
    {
        _site.Dispose();
        var (code, output, _) = await Update();
        Assert.Equal(3, code);
        Assert.Contains("cannot be reached", output);
    }

    [Fact]
    public async Task A_second_update_at_the_same_time_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(_home.Path, "downloads"));
        using (File.Open(Path.Combine(_home.Path, "downloads", "update.lock"), FileMode.Create, FileAccess.Write,
            FileShare.None))
            Assert.Equal(4, (await Update()).Code);
        Assert.Equal(0, (await Update()).Code);
    }

    [Fact]
    public async Task A_mirror_may_have_the_pages_below_a_folder()
    {
        _site.Page("/copy" + Landing,
            $"<a href=\"{Newest}\">April</a><a href=\"https://www.cms.gov{Older}\">January</a>");
        _site.File("/copy" + Newest, Spring);
        _site.File("/copy" + Older, Winter);
        Assert.Equal(0, (await Update(below: "copy/")).Code);
        Assert.Equal((1, 1, 0), (Asked("/copy" + Newest), Asked("/copy" + Older), Asked(Newest)));
    }
}
