using Noc.Tests;

namespace Noc.Bench.Tests;

/// <summary>Limit and scan count what the reader counts; else a ratio would say nothing.</summary>
public class LimitProbeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3_000)]
    public void Reading_scan_and_limit_count_the_same(int claims)
    {
        using var file = new TempFile();
        using (var stream = File.Create(file.Path)) ClaimGenerator.Write(stream, new() { Claims = claims });
        Assert.Equal(0, ReadBench.Run(file.Path, reps: 1));
        var (scan, limit) = (LimitProbe.Scan(file.Path).Split(", "), LimitProbe.Sum(file.Path).Split(", "));
        Assert.Equal(scan[..2], limit[..2]);
        var text = File.ReadAllText(file.Path);
        Assert.Equal($"lines {text.Split("~SV1*").Length - 1}", limit[2]);
        Assert.Equal($"LIN {text.Split("~LIN*").Length - 1}", limit[4]);
    }
}
