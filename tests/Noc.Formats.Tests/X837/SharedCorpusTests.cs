using System.Text.Json;
using Noc.Tests;

namespace Noc.Formats.Tests.X837;

public class SharedCorpusTests
{
    [Fact]
    public void Every_file_is_read_without_an_exception()
    {
        var folder = SharedFolder.Require("corpus");
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            _ = Samples.Read(File.ReadAllBytes(path));
    }

    [Fact]
    public void Every_expected_count_of_a_claim_file_is_met()
    {
        var folder = SharedFolder.Require("corpus");
        List<string> wrong = [];
        foreach (var path in Directory.EnumerateFiles(folder, "*.837.expect.json", SearchOption.AllDirectories))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            var expected = json.RootElement;
            var read = Samples.Read(File.ReadAllBytes(path[..^".expect.json".Length]));
            foreach (var (name, actual) in Counts(read))
                if (expected.TryGetProperty(name, out var value) && value.GetInt64() != actual)
                    wrong.Add($"{Path.GetFileName(path)} {name}: expected {value}, was {actual}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Every_public_claim_file_yields_each_claim_and_line_it_holds()
    {
        var folder = SharedFolder.Require("corpus");
        List<string> wrong = [];
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, "public")))
        {
            var bytes = File.ReadAllBytes(path);
            var read = Samples.Read(bytes);
            if (read.Units.ClaimTransactions == 0) continue;
            var lost = read.Problems.Count(p => p.Id is "claim-cut");
            var claims = Tags(bytes, "CLM");
            if (claims != read.Claims.Count + lost)
                wrong.Add($"{Path.GetFileName(path)}: {claims} CLM, {read.Claims.Count} claims, {lost} reported");
            var lines = Tags(bytes, "LX");
            if (lost == 0 && lines != read.Claims.Sum(c => c.Lines.Count))
                wrong.Add($"{Path.GetFileName(path)}: {lines} LX, {read.Claims.Sum(c => c.Lines.Count)} lines");
            // One vendor writes NTE behind loop 2410: a warning, for the note is kept. Nothing else may be lost.
            var own = read.Problems.Where(p => p.Id is "segment-unknown" or "party-unknown" or "line-outside-claim"
                or "service-missing" or "lx-missing" || (p.Id == "segment-misplaced" && p.Tag != "NTE"));
            wrong.AddRange(own.Select(p => $"{Path.GetFileName(path)}: {p.Id} {p.Tag} {p.Segment}"));
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static IEnumerable<(string Name, long Count)> Counts(Result read) =>
    [
        ("isa", read.Units.Interchanges), ("st", read.Units.Transactions), ("claims", read.Claims.Count),
        ("lines", read.Claims.Sum(c => c.Lines.Count)), ("lin", read.Claims.Sum(c => c.Lines.Sum(l => l.NdcCount))),
        ("charge_cents", (long)(read.Claims.Sum(c => c.Lines.Sum(l => l.ChargeUsd ?? 0)) * 100)),
    ];

    private static int Tags(byte[] bytes, string tag)
    {
        var reader = new Noc.X12.X12Reader(new MemoryStream(bytes));
        var count = 0;
        while (reader.Read())
            if (reader.TransactionSetId == "837" && Noc.X12.Tag.Name(reader.Current.Tag) == tag) count++;
        return count;
    }
}
