namespace Noc.Bench.Tests;

/// <summary>Limit and scan count what the reader counts; else a ratio would say nothing.</summary>
public class LimitProbeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3_000)]
    public void Reading_scan_and_limit_count_the_same(int claims)
    {
        var file = Path.GetTempFileName();
        using (var stream = File.Create(file)) ClaimGenerator.Write(stream, new() { Claims = claims });
        Assert.Equal(0, ReadBench.Run(file, reps: 1));
        var (scan, limit) = (LimitProbe.Scan(file).Split(", "), LimitProbe.Sum(file).Split(", "));
        Assert.Equal(scan[..2], limit[..2]);
        var text = File.ReadAllText(file);
        Assert.Equal($"lines {text.Split("~SV1*").Length - 1}", limit[2]);
        Assert.Equal($"LIN {text.Split("~LIN*").Length - 1}", limit[4]);
        File.Delete(file);
    }
}
