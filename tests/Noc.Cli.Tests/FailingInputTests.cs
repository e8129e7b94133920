using System.Text;
using System.Text.Json;
using Noc.App;

namespace Noc.Cli.Tests;

/// <summary>A file that opens and then fails while it is read: it is named, and the others are done.</summary>
public class FailingInputTests
{
    // Linux opens it and refuses every read.
    private const string Failing = "/proc/self/mem";

    private const string Before = "chemo-day.json", After = "office-visit.json";

    [Theory]
    [InlineData("code", "text")]
    [InlineData("code", "json")]
    [InlineData("code", "ndjson")]
    [InlineData("infuse", "text")]
    [InlineData("infuse", "json")]
    [InlineData("infuse", "svg")]
    [InlineData("price", "text")]
    [InlineData("price", "json")]
    [InlineData("price", "csv")]
    [InlineData("rvu", "text")]
    [InlineData("rvu", "json")]
    public void A_file_that_fails_while_it_is_read_is_named_and_the_others_are_done(string command, string format)
    {
        Assert.SkipUnless(File.Exists(Failing), $"There is no {Failing}.");
        var whole = Commands.Noc(command, Sample(Before), Sample(After), "--format", format);
        var result = Commands.Noc(command, Sample(Before), Failing, Sample(After), "--format", format);
        Assert.Equal(3, result.Code);
        Assert.Contains($"noc: {Failing}: The file cannot be read.", result.Errors, StringComparison.Ordinal);
        // Only the count of what was lost, and the problem itself, may differ.
        if (format is "csv" or "svg" or "ndjson") Assert.Equal(whole.Output, result.Output);
        if (format is not "json") return;
        using var report = JsonDocument.Parse(result.Output);
        using var all = JsonDocument.Parse(whole.Output);
        foreach (var list in (string[])["visits", "encounters", "lines"])
            if (all.RootElement.TryGetProperty(list, out var expected) && expected.ValueKind is JsonValueKind.Array)
                Assert.Equal(expected.GetRawText(), report.RootElement.GetProperty(list).GetRawText());
    }

    [Fact]
    public void A_folder_of_evidence_with_a_file_that_fails_is_read_on()
    {
        Assert.SkipUnless(File.Exists(Failing), $"There is no {Failing}.");
        var result = Commands.Noc("audit", Commands.Sample, "--evidence", Failing, "--format", "csv");
        Assert.Equal(3, result.Code);
        Assert.Contains($"{Failing}: The file cannot be read.", result.Errors, StringComparison.Ordinal);
        Assert.Contains("RB-1002", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_before_the_failure_stands_and_the_loss_is_told_last()
    {
        var read = EncounterFiles.Read(() => new Breaking("""
            {"id":"V-1","from":"2026-03-10"}
            {"id":"V-2","from":"2026-03-11"}
            {"id":"V-3","fr
            """)).ToList();
        Assert.Equal(["V-1", "V-2", null], read.Select(one => one.Encounter?.Id));
        Assert.StartsWith("Only the beginning was read (2 encounters).", Assert.Single(read[2].Problems).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_breaks_off_gives_nothing_but_the_loss()
    {
        var read = Assert.Single(EncounterFiles.Read(() => new Breaking("[{\"id\":\"V-1\",\n")));
        Assert.Null(read.Encounter);
        Assert.StartsWith("The file cannot be read.", Assert.Single(read.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_of_the_one_who_uses_an_item_is_not_the_files()
    {
        static void Use(int item) => throw new IOException($"{item}");
        var isFault = false;
        Assert.Throws<IOException>(() =>
        {
            foreach (var item in FileFault.Guard<int>(() => Stream.Null, _ => [1, 2], _ => isFault = true)) Use(item);
        });
        Assert.False(isFault);
    }

    private static string Sample(string name) => Path.Combine("samples", "encounters", name);

    // Its text, then a failure as a disk or a network drive gives it.
    private sealed class Breaking(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, count) is > 0 and var read ? read : throw new IOException("broken");
    }
}
