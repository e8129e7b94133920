using System.Diagnostics;
using System.Globalization;

namespace Noc.Bench;

/// <summary>Wall time and anonymous memory of the whole command, beside the limit and the aims.</summary>
internal static class AuditBench
{
    // All rules: 2 s for 100 MB on two cores; the start of the command is all that a small file costs.
    private const double AimSecondsPerMegabyte = 0.02, AimStartSeconds = 0.15;
    private const int AimMegabytes = 200;

    // What the limit reads where the aims were set: on a slower host all takes longer.
    private const double ReferenceMegabytesPerSecond = 1_200;

    public static int Run(string file, string noc, int reps)
    {
        var megabytes = new FileInfo(file).Length / 1e6;
        var limits = new List<double>();
        var audits = new List<double>();
        long peakOfAll = 0;
        for (var round = 0; round < reps; round++)
        {
            var watch = Stopwatch.StartNew();
            LimitProbe.Sum(file);
            limits.Add(watch.Elapsed.TotalSeconds);
            var (seconds, peak, exit) = Audit(file, noc);
            audits.Add(seconds);
            peakOfAll = Math.Max(peakOfAll, peak);
            Console.WriteLine($"audit  {seconds,6:N2} s, {peak / 1024} MB anonymous, exit {exit}; "
                + $"limit {limits[^1]:N2} s");
        }
        var (limit, audit) = (ReadBench.Median(limits), ReadBench.Median(audits));
        var aim = Math.Max(AimStartSeconds, megabytes * AimSecondsPerMegabyte);
        Console.WriteLine($"median {audit,6:N2} s (aim {aim:N2} s), {megabytes / audit:N0} MB/s; "
            + $"limit {limit:N2} s, one core reading it bare: {limit / audit:N2} of it; "
            + $"{peakOfAll / 1024} MB anonymous (aim {AimMegabytes} MB)");
        Console.WriteLine($"at {ReferenceMegabytesPerSecond:N0} MB/s of the limit, as where the aim was set: "
            + $"{audit * megabytes / limit / ReferenceMegabytesPerSecond:N2} s");
        return 0;
    }

    private static (double Seconds, long PeakKb, int Exit) Audit(string file, string noc)
    {
        var start = new ProcessStartInfo(noc) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])["audit", "--format", "json", file]) start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var drain = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        long peak = 0;
        while (!process.WaitForExit(10)) peak = Math.Max(peak, MemoryKb(process.Id, "RssAnon:"));
        drain.Wait();
        return (watch.Elapsed.TotalSeconds, peak, process.ExitCode);
    }

    /// <summary>A figure of a process of Linux in kilobytes; 0 elsewhere and once it has ended.</summary>
    public static long MemoryKb(int process, string name)
    {
        try
        {
            foreach (var line in File.ReadLines($"/proc/{process}/status"))
                if (line.StartsWith(name, StringComparison.Ordinal))
                    return long.Parse(line[name.Length..^2].Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It ended while we looked.
        }
        return 0;
    }
}
