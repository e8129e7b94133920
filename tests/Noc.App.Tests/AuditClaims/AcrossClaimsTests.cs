using System.Text;
using Noc.App.AuditClaims;
using Noc.Audit;
using Noc.Reference.Policies;
using Noc.Reference.Seed;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>DUP002: what an earlier claim of the same file bills.</summary>
public class AcrossClaimsTests
{
    private const int Claims = 6000;
    private static readonly TestClaim Medicare = new();

    private static bool IsDuplicate(TestClaim claim) =>
        claim.Findings().Any(finding => finding.Rule.Id == "DUP002");

    [Theory]
    [InlineData("EXAMPLAZOLE 150MG IV", true)]
    [InlineData("Examplazole 0.15G given IV", true)]
    [InlineData("EXAMPLAZOLE 100MG IV", false)]
    [InlineData("EXAMPLAZOLE IV", false)]
    public void The_same_dose_in_other_words_is_the_same(string before, bool isSame) =>
        Assert.Equal(isSame, IsDuplicate(Medicare with { Before = Medicare with { Description = before } }));

    [Fact]
    public void What_differs_or_says_why_is_no_duplicate()
    {
        Assert.False(IsDuplicate(Medicare with { Before = Medicare with { Date = "20260309" } }));
        Assert.False(IsDuplicate(Medicare with { Before = Medicare with { Lin = "" } }));
        Assert.False(IsDuplicate(Medicare with { Before = Medicare with { Code = "J3590" } }));
        Assert.False(IsDuplicate(Medicare with { Before = Medicare with { Modifiers = "JZ:RT" } }));
        Assert.False(IsDuplicate(Medicare with { Before = Medicare with { Frequency = "8" } }));
        foreach (var repeat in (string[])["76", "59", "XE"])
            Assert.False(IsDuplicate(Medicare with { Before = Medicare, Modifiers = $"JZ:{repeat}" }));
        Assert.True(IsDuplicate(Medicare with { Before = Medicare with { Charge = "1" } }));
    }

    [Fact]
    public void The_earlier_claim_and_line_are_named()
    {
        var finding = (Medicare with { Before = Medicare }).Findings().Single(one => one.Rule.Id == "DUP002");
        Assert.Contains("Claim 1 of this file, line 1,", finding.Message, StringComparison.Ordinal);
        Assert.Equal((1, Severity.Deny, 900m), (finding.Line, finding.Severity, finding.LostUsd));
    }

    [Fact]
    public void The_report_is_the_same_with_any_number_of_threads()
    {
        using var file = new TempFile(Many());
        var one = Report(file.Path, 1);
        var four = Report(file.Path, 4);
        Assert.Equal(one, four);
        // Each patient of the second half comes for the second time.
        Assert.Equal(Claims / 2, one.Split('\n').Count(line => line.Contains(",DUP002,", StringComparison.Ordinal)));
    }

    [Fact]
    public void Another_file_may_send_the_claim_again()
    {
        using var file = new TempFile(Medicare.Text());
        var twice = Report([file.Path, file.Path + "."], 1, file.Path);
        Assert.DoesNotContain("DUP002", twice, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_last_lines_are_kept_in_memory()
    {
        var lines = new EarlierLines();
        Assert.Null(lines.Add(7, new(1, 1)));
        Assert.Null(lines.Add(0, new(1, 2)));
        Assert.Null(lines.Add(0, new(2, 2)));
        Assert.Null(lines.Add(7, new(1, 2)));   // the claim itself
        Assert.Equal(new LinePlace(1, 1), lines.Add(7, new(2, 1)));
        for (var i = 1; i < 8; i++) lines.Add(7 + ((ulong)i << 16), new(2 + i, 1));
        Assert.Null(lines.Add(7, new(99, 1)));
        lines.Clear();
        Assert.Null(lines.Add(7 + (7ul << 16), new(100, 1)));
    }

    // A claim for each patient, and all of them once more.
    private static string Many()
    {
        var text = Medicare.Text();
        var start = text.IndexOf("HL*2*1*22*0~", StringComparison.Ordinal);
        var end = text.IndexOf("SE*", StringComparison.Ordinal);
        var body = text[start..end];
        var claims = new StringBuilder(text[..start]);
        for (var i = 0; i < Claims; i++)
            claims.Append(body.Replace("HL*2*1*", $"HL*{i + 2}*1*", StringComparison.Ordinal)
                .Replace("MI*M1~", $"MI*M{i % (Claims / 2)}~", StringComparison.Ordinal));
        var set = claims.ToString();
        var segments = set[set.IndexOf("ST*837", StringComparison.Ordinal)..].Count(c => c == '~') + 1;
        return $"{set}SE*{segments}*0001~GE*1*1~IEA*1*000000001~";
    }

    private static string Report(string file, int threads) => Report([file], threads, "");

    private static string Report(string[] files, int threads, string copied)
    {
        if (copied.Length > 0) File.Copy(copied, files[1], overwrite: true);
        using var output = new MemoryStream();
        var options = new AuditOptions { Paths = files, AsOf = new(2026, 11, 21), Format = ReportFormat.Csv,
            Threads = threads };
        ClaimFileAudit.Run(options, new(SeedTables.Load(), ShippedPolicies.Set), output, Stream.Null, TextWriter.Null,
            TestContext.Current.CancellationToken);
        if (copied.Length > 0) File.Delete(files[1]);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
