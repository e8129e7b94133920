using System.Diagnostics;

namespace Noc.Bench;

/// <summary>Wall time of the whole command <c>noc find</c> on the tables of a data folder.</summary>
internal static class FindBench
{
    private const int AimMs = 250;

    // A card, an NDC, plain words, a misspelling, and nothing found: each goes another way.
    private static readonly string[] Questions =
        ["J3490", "67386-0130-51", "migraine infusion vyepti", "eptinezumb", "checkpoint inhibitor", "zzzzqq"];

    /// <summary>Asks each question again and again.</summary>
    /// <returns>0, or 1 where the median of a question misses the aim.</returns>
    public static int Run(string home, string noc, int reps)
    {
        var isMissed = false;
        foreach (var question in Questions)
        {
            var times = new List<double>();
            for (var i = 0; i < reps; i++) times.Add(Ask(home, noc, question));
            var median = ReadBench.Median(times);
            isMissed |= median > AimMs;
            Console.WriteLine($"find   {median,6:N0} ms (aim {AimMs} ms)  {question}");
        }
        return isMissed ? 1 : 0;
    }

    private static double Ask(string home, string noc, string question)
    {
        var start = new ProcessStartInfo(noc)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var argument in (string[])["find", question]) start.ArgumentList.Add(argument);
        start.Environment["NOC_HOME"] = home;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        process.WaitForExit();
        Task.WaitAll(output, errors);
        return watch.Elapsed.TotalMilliseconds;
    }
}
