using System.Text;
using System.Text.Json;
using Noc.App.AuditClaims;
using Noc.Audit;
using Noc.Tests;

namespace Noc.Cli.Tests;

/// <summary>SARIF as OASIS defines it, as far as we use it.</summary>
public class SarifReportTests
{
    [Fact]
    public void The_log_has_the_structure_of_the_standard()
    {
        using var log = Log(Commands.Sample);
        var root = log.RootElement;
        Assert.Equal("2.1.0", root.GetProperty("version").GetString());
        Assert.EndsWith("sarif-2.1.0.json", root.GetProperty("$schema").GetString());
        var run = Assert.Single(root.GetProperty("runs").EnumerateArray());
        Assert.Equal(["artifacts", "invocations", "properties", "results", "tool"],
            run.EnumerateObject().Select(one => one.Name).Order());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("Noc", driver.GetProperty("name").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(RuleCatalog.All.Select(rule => rule.Id), rules.Select(rule => rule.GetProperty("id").GetString()));
        Assert.All(rules, rule =>
        {
            Assert.NotEmpty(rule.GetProperty("shortDescription").GetProperty("text").GetString()!);
            Assert.NotEmpty(rule.GetProperty("help").GetProperty("markdown").GetString()!);
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(),
                (string[])["error", "warning", "note"]);
        });
        Assert.True(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
        var artifact = Assert.Single(run.GetProperty("artifacts").EnumerateArray());
        Assert.Equal(64, artifact.GetProperty("hashes").GetProperty("sha-256").GetString()!.Length);
    }

    [Fact]
    public void A_result_points_at_the_bytes_of_its_value()
    {
        using var log = Log(Commands.Sample);
        var run = log.RootElement.GetProperty("runs")[0];
        var bytes = File.ReadAllBytes(Path.Combine(SharedFolder.Root, Commands.Sample));
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.NotEmpty(results);
        foreach (var result in results)
        {
            var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[
                result.GetProperty("ruleIndex").GetInt32()];
            Assert.Equal(result.GetProperty("ruleId").GetString(), rule.GetProperty("id").GetString());
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            Assert.False(result.TryGetProperty("suppressions", out _));
            var place = Assert.Single(result.GetProperty("locations").EnumerateArray());
            var physical = place.GetProperty("physicalLocation");
            Assert.Equal("samples/clinic-2026.837",
                physical.GetProperty("artifactLocation").GetProperty("uri").GetString());
            var region = physical.GetProperty("region");
            Assert.InRange(region.GetProperty("byteOffset").GetInt32() + region.GetProperty("byteLength").GetInt32(), 1,
                bytes.Length);
        }
        var code = results.First(one => one.GetProperty("ruleId").GetString() == "COD001")
            .GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal("J3490", Encoding.ASCII.GetString(bytes, code.GetProperty("byteOffset").GetInt32(),
            code.GetProperty("byteLength").GetInt32()));
    }

    [Fact]
    public void Fingerprints_are_the_ids_of_the_findings()
    {
        using var log = Log(Commands.Sample);
        using var report = JsonDocument.Parse(Commands.Noc("audit", Commands.Sample, "--format", "json", "--as-of",
            "2026-11-21").Output);
        Assert.Equal(
            report.RootElement.GetProperty("files")[0].GetProperty("claims").EnumerateArray()
                .SelectMany(claim => claim.GetProperty("findings").EnumerateArray())
                .Select(finding => finding.GetProperty("id").GetString()),
            log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                .Select(one => one.GetProperty("partialFingerprints").GetProperty("nocFinding/v1").GetString()));
    }

    [Fact]
    public void What_is_set_apart_is_a_result_with_its_suppression()
    {
        using var log = Log("corpus/NDC001/fires.837", "--suppress", Path.Combine("samples", "suppressions.csv"));
        Assert.Contains(log.RootElement.GetProperty("runs")[0].GetProperty("invocations")[0]
            .GetProperty("toolExecutionNotifications").EnumerateArray(),
            one => one.GetProperty("descriptor").GetProperty("id").GetString() == "suppression");
        using var sample = Log(Commands.Sample, "--suppress", Path.Combine("samples", "suppressions.csv"));
        var apart = sample.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(one => one.TryGetProperty("suppressions", out _)).ToList();
        Assert.Equal(2, apart.Count);
        Assert.All(apart, one =>
        {
            var suppression = Assert.Single(one.GetProperty("suppressions").EnumerateArray());
            Assert.Equal("external", suppression.GetProperty("kind").GetString());
            Assert.Equal("accepted", suppression.GetProperty("status").GetString());
            Assert.NotEmpty(suppression.GetProperty("justification").GetString()!);
        });
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_notification()
    {
        using var log = Log("README.md");
        var run = log.RootElement.GetProperty("runs")[0];
        Assert.Empty(run.GetProperty("results").EnumerateArray());
        var invocation = run.GetProperty("invocations")[0];
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Contains(invocation.GetProperty("toolExecutionNotifications").EnumerateArray(),
            one => one.GetProperty("level").GetString() == "error");
    }

    [Theory]
    [InlineData("-", "standard-input")]
    [InlineData("a b/c#d.837", "a%20b/c%23d.837")]
    public void Paths_become_uris(string path, string uri) => Assert.Equal(uri, SarifReport.UriOf(path));

    private static JsonDocument Log(string file, params string[] more) => JsonDocument.Parse(
        Commands.Noc(["audit", file, "--format", "sarif", "--as-of", "2026-11-21", .. more]).Output);
}
