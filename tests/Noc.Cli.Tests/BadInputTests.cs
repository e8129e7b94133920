using System.Text;
using System.Text.Json;
using Noc.App.AuditClaims;
using Noc.Audit;
using Noc.Reference.Policies;
using Noc.Reference.Seed;
using Noc.Tests;

namespace Noc.Cli.Tests;

/// <summary>What users hand in by mistake: each is named, and the others are still audited.</summary>
public sealed class BadInputTests : IDisposable
{
    private static readonly byte[] Claims = File.ReadAllBytes(Path.Combine(SharedFolder.Root, Commands.Sample));

    private readonly string _folder = Directory.CreateTempSubdirectory("noc-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_empty_folder_is_said_to_hold_no_claims()
    {
        var result = Commands.Noc("audit", _folder, Commands.Sample, "--format", "csv");
        Assert.Equal(3, result.Code);
        Assert.Contains("holds no claim files", result.Errors);
        Assert.Contains("RB-1002", result.Output);
    }

    [Fact]
    public void Standard_input_is_read_once()
    {
        var result = Commands.Noc(Claims, "audit", "-", "-", "--format", "json");
        Assert.Equal(3, result.Code);
        Assert.Contains("standard input: Standard input is read once", result.Errors);
        using var report = JsonDocument.Parse(result.Output);
        Assert.Equal(13, report.RootElement.GetProperty("totals").GetProperty("claims").GetInt32());
    }

    [Fact]
    public void A_terminator_too_many_at_the_end_says_nothing()
    {
        var path = Put("extra.837", [.. Claims, .. "~\n~"u8]);
        Assert.Equal(0, Commands.Noc("audit", path, "--fail-on", "never").Code);
    }

    [Fact]
    public void A_long_segment_above_the_claims_is_kept()
    {
        var text = Encoding.ASCII.GetString(Claims);
        var at = text.IndexOf("N3*", StringComparison.Ordinal) + 3;
        var path = Put("long.837", Encoding.ASCII.GetBytes(text.Insert(at, new('A', 65_400))));
        Assert.Equal(0, Commands.Noc("audit", path, "--fail-on", "never").Code);
    }

    [Fact]
    public void A_kind_of_cases_that_does_not_exist_is_named()
    {
        var result = Commands.Noc("cases", "run", Path.Combine("samples", "worked-cases.json"), "--kind", "bogus");
        Assert.Equal(2, result.Code);
        Assert.Contains("infusion, ndc, noc", result.Errors);
    }

    [Fact]
    public void A_segment_without_end_stops_its_file_only()
    {
        var path = Put("endless.837", Encoding.ASCII.GetBytes(
            Encoding.ASCII.GetString(Claims).Replace("EXAMPLAZOLE 150MG IV", new('E', 2_000_000))));
        var result = Commands.Noc("audit", path, Commands.Sample, "--format", "csv");
        Assert.Equal(3, result.Code);
        Assert.Contains("segment of this claim is longer than any may be", result.Errors);
        Assert.Contains("RB-1002", result.Output);
    }

    [Fact]
    public void A_folder_that_holds_a_pipe_and_a_link_to_itself_is_audited()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        Put("claims.837", Claims);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "loop"), _folder);
        Commands.Shell($"mkfifo '{Path.Combine(_folder, "other")}'");
        var result = Commands.Noc("audit", _folder, "--format", "json", "--fail-on", "never");
        Assert.Equal(0, result.Code);
        Assert.Contains("skipped, they hold no claims: loop, other", result.Errors);
        using var report = JsonDocument.Parse(result.Output);
        Assert.Equal(13, report.RootElement.GetProperty("totals").GetProperty("claims").GetInt32());
    }

    [Fact]
    public async Task A_named_pipe_is_read_like_a_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        var pipe = Path.Combine(_folder, "pipe");
        Commands.Shell($"mkfifo '{pipe}'");
        var feed = Task.Run(() => File.WriteAllBytes(pipe, Claims), TestContext.Current.CancellationToken);
        Assert.Contains("RB-1002", Commands.Noc("audit", pipe, "--format", "csv").Output);
        await feed;
    }

    [Fact]
    public void What_may_not_be_read_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Permissions are set the way of Unix.");
        var locked = Put("locked.837", Claims);
        var inner = Directory.CreateDirectory(Path.Combine(_folder, "inner")).FullName;
        Put("open.837", Claims);
        Commands.Shell($"chmod 000 '{locked}' '{inner}'");
        try
        {
            Assert.SkipWhen(CanRead(locked), "This user reads whatever the permissions say.");
            var result = Commands.Noc("audit", _folder, "--format", "csv");
            Assert.Equal(3, result.Code);
            Assert.Contains($"{locked}: You may not read this file", result.Errors);
            Assert.Contains($"{inner}: The folder cannot be read", result.Errors);
            Assert.Contains("RB-1002", result.Output);
        }
        finally
        {
            Commands.Shell($"chmod 700 '{inner}'");
        }
    }

    [Fact]
    public void A_pattern_that_no_shell_expanded_names_files()
    {
        Put("march.837", Claims);
        Put("notes.txt", Claims);
        var found = Commands.Noc("audit", Path.Combine(_folder, "*.837"), "--format", "ndjson");
        Assert.Equal(1, found.Code);
        Assert.Contains("march.837", found.Output);
        Assert.DoesNotContain("notes.txt", found.Output);
        Assert.Equal(3, Commands.Noc("audit", Path.Combine(_folder, "*.x12")).Code);
    }

    [Fact]
    public void A_report_never_replaces_claims()
    {
        var claims = Put("march.txt", Claims);
        foreach (var target in (string[])[claims, _folder, Path.Combine(_folder, "none", "report.txt"), ""])
            Assert.Equal(2, Commands.Noc("audit", Commands.Sample, "-o", target).Code);
        Assert.Equal(Claims, File.ReadAllBytes(claims));
    }

    [Fact]
    public void A_report_is_no_input_of_its_own_folder()
    {
        Put("march.837", Claims);
        var result = Commands.Noc("audit", _folder, "-o", Path.Combine(_folder, "report.txt"));
        Assert.Equal(1, result.Code);
        Assert.Empty(result.Errors);
    }

    [Fact]
    public void A_disk_that_fails_half_way_keeps_what_was_read_before()
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        var options = new AuditOptions
        {
            Paths = ["-"],
            Format = ReportFormat.Json,
            AsOf = new(2026, 11, 21),
        };
        var code = ClaimFileAudit.Run(options, new AuditContext(SeedTables.Load(), ShippedPolicies.Set), output,
            new FailingStream(Claims[..5000]), errors, TestContext.Current.CancellationToken);
        Assert.Equal(3, code);
        using var report = JsonDocument.Parse(output.ToArray());
        var file = Assert.Single(report.RootElement.GetProperty("files").EnumerateArray());
        Assert.NotEmpty(file.GetProperty("claims").EnumerateArray());
        Assert.Contains("The file was read up to byte 5000 only.", errors.ToString());
    }

    [Theory]
    [InlineData("JLX")]
    [InlineData("JL 3ML VIAL")]
    [InlineData("ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ")]
    public void Text_in_place_of_a_modifier_hides_no_claim(string modifier)
    {
        var text = Encoding.Latin1.GetString(Claims).Replace("J3490:JZ", $"J3490:{modifier}", StringComparison.Ordinal);
        Assert.Contains(modifier, text, StringComparison.Ordinal);
        Put("odd.837", Encoding.Latin1.GetBytes(text));
        var result = Commands.Noc("audit", _folder, "--format", "json");
        Assert.Equal(1, result.Code);
        using var report = JsonDocument.Parse(result.Output);
        Assert.Equal(13, report.RootElement.GetProperty("totals").GetProperty("claims").GetInt32());
    }

    [Fact]
    public void A_fault_of_its_own_costs_one_claim_which_is_named()
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        var options = new AuditOptions { Paths = ["-"], Format = ReportFormat.Json, AsOf = new(2026, 11, 21) };
        var context = new AuditContext(SeedTables.Load(), ShippedPolicies.Set);
        using var writer = new JsonReport(output, options, "tables", "policies");
        var audit = new ClaimFileAudit(options, context, writer, null)
        {
            Judge = (claim, _, earlier) => claim.Place.Ordinal == 3 ? throw new InvalidOperationException("SAMPLE PAT")
                : ClaimAuditor.Audit(claim, context, earlier),
        };
        Assert.Equal(3, audit.Run(new MemoryStream(Claims), errors, TestContext.Current.CancellationToken));
        Assert.Contains("Noc failed on this claim (InvalidOperationException)", errors.ToString());
        Assert.DoesNotContain("SAMPLE PAT", errors.ToString());
        using var report = JsonDocument.Parse(output.ToArray());
        Assert.Equal(12, report.RootElement.GetProperty("totals").GetProperty("claims").GetInt32());
        var problem = report.RootElement.GetProperty("files")[0].GetProperty("problems")[0];
        Assert.Equal("claim-not-audited", problem.GetProperty("id").GetString());
        Assert.StartsWith("RB-1003", Encoding.Latin1.GetString(Claims)[problem.GetProperty("byte").GetInt32()..],
            StringComparison.Ordinal);
    }

    private string Put(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static bool CanRead(string path)
    {
        try
        {
            File.OpenRead(path).Dispose();
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private sealed class FailingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, count) is > 0 and var read ? read : throw new IOException("The network is gone.");
    }
}
