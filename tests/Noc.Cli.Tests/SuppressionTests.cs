using System.Text.Json;
using Noc.App.AuditClaims;
using Noc.Tests;

namespace Noc.Cli.Tests;

public sealed class SuppressionTests : IDisposable
{
    private const string AsOf = "2026-11-21";

    private readonly TempFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void A_finding_set_apart_counts_no_more_and_is_still_listed()
    {
        using var plain = Json();
        using var report = Json("""
            { "suppressions": [
              { "finding": "e4gqsw93p8a0g", "reason": "Agreed with the payer.", "expires": "2026-12-31" } ] }
            """);
        var (before, after) = (Totals(plain), Totals(report));
        Assert.Equal(before.GetProperty("findings").GetInt32() - 1, after.GetProperty("findings").GetInt32());
        Assert.Equal(1, after.GetProperty("suppressed").GetInt32());
        Assert.Equal(before.GetProperty("ready").GetInt32() + 1, after.GetProperty("ready").GetInt32());
        Assert.Equal(before.GetProperty("atRiskUsd").GetDecimal() - 60, after.GetProperty("atRiskUsd").GetDecimal());
        var claim = Assert.Single(Claims(report), one => one.TryGetProperty("suppressed", out _));
        Assert.Equal("clean", claim.GetProperty("decision").GetString());
        Assert.Empty(claim.GetProperty("findings").EnumerateArray());
        var finding = Assert.Single(claim.GetProperty("suppressed").EnumerateArray());
        Assert.Equal("e4gqsw93p8a0g", finding.GetProperty("id").GetString());
        Assert.Equal("Agreed with the payer.", finding.GetProperty("suppression").GetProperty("reason").GetString());
        using var schema = JsonDocument.Parse(File.ReadAllBytes(
            Path.Combine(SharedFolder.Root, "docs", "schemas", "noc.audit-1.schema.json")));
        Assert.Empty(SchemaCheck.Errors(report.RootElement, schema.RootElement, schema.RootElement, "$"));
    }

    [Fact]
    public void The_exit_code_ignores_what_is_set_apart()
    {
        Assert.Equal(1, Commands.Noc("audit", "corpus/NDC001/fires.837").Code);
        File.WriteAllText(_file.Path, "rule,reason,expires\nndc-missing,Paper follows,2027-01-31\n");
        var result = Commands.Noc("audit", "corpus/NDC001/fires.837", "--suppress", _file.Path, "--as-of", AsOf);
        Assert.Equal((0, ""), (result.Code, result.Errors));
        Assert.Contains("set apart", result.Output, StringComparison.Ordinal);
        Assert.Contains("Paper follows", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_counts_up_to_its_last_day()
    {
        File.WriteAllText(_file.Path, "rule,reason,expires\nNDC001,Paper follows,2026-11-20\n");
        var after = Commands.Noc("audit", "corpus/NDC001/fires.837", "--suppress", _file.Path, "--as-of", AsOf);
        Assert.Equal(1, after.Code);
        Assert.Contains("expired on 2026-11-20; 1 finding counts again", after.Errors, StringComparison.Ordinal);
        var on = Commands.Noc("audit", "corpus/NDC001/fires.837", "--suppress", _file.Path, "--as-of", "2026-11-20");
        Assert.Equal(0, on.Code);
    }

    [Fact]
    public void An_entry_that_fits_nothing_is_named()
    {
        using var report = Json("[{ \"rule\": \"NDC001\", \"claim\": \"NOBODY\", \"reason\": \"x\", "
            + "\"expires\": \"2027-01-01\" }]");
        var entry = Assert.Single(report.RootElement.GetProperty("suppressions").EnumerateArray());
        Assert.Equal("unmatched", entry.GetProperty("state").GetString());
        Assert.Equal(0, entry.GetProperty("findings").GetInt32());
    }

    [Theory]
    [InlineData("csv", 0)]
    [InlineData("ndjson", 0)]
    [InlineData("sarif", 0)]
    [InlineData("html", 0)]
    [InlineData("text", 0)]
    public void Every_report_names_what_is_set_apart(string format, int code)
    {
        File.WriteAllText(_file.Path,
            "finding,rule,claim,reason,expires\n,NDC001,,\"Paper, in the mail\",2027-01-31\n");
        var result = Commands.Noc("audit", "corpus/NDC001/fires.837", "--suppress", _file.Path, "--as-of", AsOf,
            "--format", format);
        Assert.Equal((code, ""), (result.Code, result.Errors));
        Assert.Contains("Paper, in the mail", result.Output, StringComparison.Ordinal);
        Assert.Contains("NDC001", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "needs a header")]
    [InlineData("finding,rule\n", null)]
    [InlineData("finding,rule,reason,expires\n,NDC001,,2027-01-01\n", "entry 1 needs a reason")]
    [InlineData("rule,reason,expires\nNDC001,why,soon\n", "entry 1 needs expires")]
    [InlineData("rule,reason\nNDC001,why\n", "entry 1 needs expires")]
    [InlineData("rule,reason,expires\nNDC01,why,2027-01-01\n", "no rule NDC01. The nearest is NDC001")]
    [InlineData("finding,rule,reason,expires\na,NDC001,why,2027-01-01\n", "either a finding or a rule")]
    [InlineData("reason,expires\nwhy,2027-01-01\n", "either a finding or a rule")]
    [InlineData("rule,reason,expires\nNDC001,a,b,2027-01-01\n", "more cells than the header")]
    [InlineData("rule,why,expires\nNDC001,a,2027-01-01\n", "has a member \"why\"")]
    [InlineData("{ \"entries\": [] }", "no member \"suppressions\"")]
    [InlineData("[ 1 ]", "entry 1 is no object")]
    [InlineData("[ { ", "is no JSON")]
    public void What_is_wrong_with_a_file_is_named(string text, string? error)
    {
        var list = SuppressionFile.Parse("f", text, out var said);
        Assert.Equal(error is null, list is not null);
        if (error is not null) Assert.Contains(error, said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_file_stops_the_audit()
    {
        File.WriteAllText(_file.Path, "rule,reason,expires\nNDC001,,2027-01-01\n");
        var result = Commands.Noc("audit", Commands.Sample, "--suppress", _file.Path);
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains("needs a reason", result.Errors, StringComparison.Ordinal);
        Assert.Equal(2, Commands.Noc("audit", Commands.Sample, "--suppress", "no-such-file.csv").Code);
    }

    private JsonDocument Json(string? suppressions = null)
    {
        string[] command = ["audit", Commands.Sample, "--format", "json", "--as-of", AsOf];
        if (suppressions is null) return JsonDocument.Parse(Commands.Noc(command).Output);
        File.WriteAllText(_file.Path, suppressions);
        return JsonDocument.Parse(Commands.Noc([.. command, "--suppress", _file.Path]).Output);
    }

    private static JsonElement Totals(JsonDocument report) => report.RootElement.GetProperty("totals");

    private static List<JsonElement> Claims(JsonDocument report) =>
        [.. report.RootElement.GetProperty("files")[0].GetProperty("claims").EnumerateArray()];
}
