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

    [Fact]
    public void Units_of_one_claim_give_the_same_claims_of_every_file()
    {
        var folder = SharedFolder.Require("corpus");
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(path);
            var (large, small) = (Samples.Read(bytes), Samples.Read(bytes, unitBytes: 1));
            Assert.Equal(large.Claims.Select(Describe), small.Claims.Select(Describe));
            Assert.Equal(large.Problems.Order(ByOffset), small.Problems.Order(ByOffset));
        }
    }

    [Fact]
    public void Damaged_public_files_never_throw()
    {
        var folder = SharedFolder.Require("corpus");
        var random = new Random(837);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var whole = File.ReadAllBytes(path);
            for (var round = 0; round < 40 && whole.Length > 0; round++)
            {
                var bytes = whole[..random.Next(whole.Length / 2, whole.Length)];
                for (var i = 0; i < 5; i++)
                    bytes[random.Next(bytes.Length)] = round % 2 == 0 ? (byte)random.Next(256) : (byte)"*~:\n "[i];
                foreach (var claim in Samples.Read(bytes, round % 3 == 0 ? 1 : 9_000).Claims)
                    for (var line = 0; line <= claim.Lines.Count; line++)
                        _ = claim.Source.OffsetOf(line, line == 0 ? "2010BB/NM109" : "2410/LIN03");
            }
        }
    }

    private static readonly Comparer<Noc.X12.X12Problem> ByOffset = Comparer<Noc.X12.X12Problem>.Create(
        (a, b) => (a.Offset, a.Id).CompareTo((b.Offset, b.Id)));

    private static string Describe(Noc.Claims.Claim claim) =>
        $"{claim.Place} {claim.Type} {claim.AccountNumber.Offset} {claim.Payer.Id.Offset} {claim.Billing.Npi.Offset} "
        + $"{claim.Patient.MemberId.Offset} {claim.Lines.Count} {claim.ChargeUsd} {claim.Diagnoses.Count} "
        + $"{claim.OtherPayers.Count} {claim.Source.OffsetOf(1, "2410/LIN03")} "
        + $"{claim.Source.OffsetOf(0, "2000A/PRV03")}";

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
