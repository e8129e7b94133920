using System.Diagnostics;

namespace Noc.Bench;

/// <summary>Wall time and memory of <c>noc data import</c> into an empty data folder.</summary>
internal static class ImportBench
{
    private const int AimSeconds = 60, AimMegabytes = 1000;

    public static int Run(string folder, string noc, int reps)
    {
        var times = new List<double>();
        long peakOfAll = 0;
        for (var round = 0; round < reps; round++)
        {
            var home = Directory.CreateTempSubdirectory("noc-bench").FullName;
            var (seconds, peak, exit) = Import(folder, noc, home);
            Directory.Delete(home, recursive: true);
            times.Add(seconds);
            peakOfAll = Math.Max(peakOfAll, peak);
            Console.WriteLine($"import {seconds,6:N1} s, {peak / 1024} MB resident, exit {exit}");
        }
        Console.WriteLine($"median {ReadBench.Median(times),6:N1} s (aim {AimSeconds} s); "
            + $"{peakOfAll / 1024} MB resident (aim {AimMegabytes} MB)");
        return 0;
    }

    private static (double Seconds, long PeakKb, int Exit) Import(string folder, string noc, string home)
    {
        var start = new ProcessStartInfo(noc)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var argument in (string[])["data", "import", folder]) start.ArgumentList.Add(argument);
        start.Environment["NOC_HOME"] = home;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        long peak = 0;
        while (!process.WaitForExit(10)) peak = Math.Max(peak, AuditBench.MemoryKb(process.Id, "VmRSS:"));
        Task.WaitAll(output, errors);
        return (watch.Elapsed.TotalSeconds, peak, process.ExitCode);
    }
}
