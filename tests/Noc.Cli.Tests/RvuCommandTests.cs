using System.Text.Json;
using Noc.Tests;

namespace Noc.Cli.Tests;

public sealed class RvuCommandTests
{
    private static readonly string Log = Path.Combine("samples", "rvu", "log.csv");

    private static readonly string Survey = Path.Combine("samples", "rvu", "percentiles.csv");

    private static string[] Command(string format) =>
    [
        "rvu", Log, "--as-of", "2026-09-30", "--goal", "10", "--rate", "50", "--what-if", "96413=100",
        "--percentiles", Survey, "--format", format,
    ];

    [Fact]
    public void A_log_is_summed_by_month_provider_and_code()
    {
        var result = Commands.Noc(Command("text"));
        Assert.Equal(0, result.Code);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("WHAT IF 96413=100: +28.00 work units", result.Output, StringComparison.Ordinal);
        Assert.Contains("A drug has no work units", result.Output, StringComparison.Ordinal);
        Assert.Contains("percentile", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_shape_of_its_schema()
    {
        using var report = JsonDocument.Parse(Commands.Noc(Command("json")).Output);
        using var schema = JsonDocument.Parse(File.ReadAllBytes(
            Path.Combine(SharedFolder.Root, "docs", "schemas", "noc.rvu-1.schema.json")));
        Assert.Empty(SchemaCheck.Errors(report.RootElement, schema.RootElement, schema.RootElement, "$"));
        var root = report.RootElement;
        Assert.Equal(root.GetProperty("work").GetDecimal(), root.GetProperty("codes").EnumerateArray()
            .Sum(one => one.GetProperty("work").GetDecimal()));
    }

    [Fact]
    public void What_comes_after_the_day_asked_for_does_not_count()
    {
        using var file = new TempFile(
            "2026-03-10,DR A,96413,,1\n2026-10-12,DR A,96413,,1\n2026-03-11,DR A,964,,1\n", ".csv");
        var result = Commands.Noc("rvu", file.Path, "--as-of", "2026-09-30", "--percentiles", Survey);
        Assert.Contains("0.28 of 2 lines", result.Output, StringComparison.Ordinal);
        Assert.Contains("below percentile", result.Output, StringComparison.Ordinal);
        Assert.Contains("the code cannot be read", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_adds_up_to_the_total()
    {
        var rows = Commands.Noc(Command("csv")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("provider,month,code,units,work,reason", rows[0]);
        Assert.Contains(rows, row => row.Contains("J3490", StringComparison.Ordinal));
    }

    [Fact]
    public void Claims_and_encounters_are_logs_too()
    {
        var visit = Path.Combine("samples", "encounters", "office-visit.json");
        var result = Commands.Noc("rvu", visit, Commands.Sample, "--as-of", "2026-09-30");
        Assert.Equal(0, result.Code);
        Assert.Contains("96413", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_lines_are_named_and_the_rest_counts()
    {
        using var file = new TempFile("2026-07-01,A,96413,,1\nyesterday,A,96413,,1\n", ".csv");
        var result = Commands.Noc("rvu", file.Path, "--as-of", "2026-09-30");
        Assert.Equal(3, result.Code);
        Assert.Contains("line 2", result.Errors, StringComparison.Ordinal);
        Assert.Contains("0.28", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello\n")]
    [InlineData("yesterday,A,96413,,1\n")]
    [InlineData("date,provider,code,modifiers,units\n2026-07-01,A,96413,,99999999999\n")]
    public void A_log_that_is_none_is_told(string text)
    {
        using var file = new TempFile(text, ".csv");
        var result = Commands.Noc("rvu", file.Path, "--as-of", "2026-09-30");
        Assert.Equal(3, result.Code);
        Assert.Contains("noc: ", result.Errors, StringComparison.Ordinal);
    }
}
