using System.Diagnostics;
using System.Runtime.CompilerServices;
using Noc.X12;

namespace Noc.Bench;

/// <summary>Reading every segment and element, as a ratio to what the memory allows, taken in the same run.</summary>
internal static class ReadBench
{
    private const double Aim = 0.65;
    private const int AimMegabytes = 60;

    public static int Run(string file, int reps)
    {
        string[] results = ["", "", ""];
        var seconds = new List<double>[] { [], [], [] };
        Func<string, string>[] ways = [LimitProbe.Scan, LimitProbe.Sum, Read];
        for (var i = 0; i < reps; i++)
            for (var way = 0; way < ways.Length; way++)   // in turn, so that all see the same disturbance
            {
                var watch = Stopwatch.StartNew();
                results[way] = ways[way](file);
                seconds[way].Add(watch.Elapsed.TotalSeconds);
            }
        var megabytes = new FileInfo(file).Length / 1e6;
        var (scan, sum, read) = (Median(seconds[0]), Median(seconds[1]), Median(seconds[2]));
        Console.WriteLine($"scan   {megabytes / scan,7:N0} MB/s  {results[0]}");
        Console.WriteLine($"limit  {megabytes / sum,7:N0} MB/s  {results[1]}");
        Console.WriteLine($"read   {megabytes / read,7:N0} MB/s  {results[2]}");
        if (results[0] != results[2])
        {
            Console.WriteLine("no ratio: the scan takes files with * and ~ and no line breaks");
            return 1;
        }
        Console.WriteLine($"ratio  {sum / read,7:N2} of the limit (aim {Aim}), {scan / read:N2} of the scan; "
            + $"peak resident {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MB (aim {AimMegabytes})");
        return 0;
    }

    /// <summary>The middle one of some measurements.</summary>
    public static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
        var reader = new X12Reader(stream);
        long elements = 0, characters = 0;
        while (reader.Read())
        {
            var segment = reader.Current;
            for (var i = 0; i <= segment.Count; i++) characters += segment[i].Length;
            elements += segment.Count + 1;
        }
        return $"segments {reader.Segments}, elements {elements}, characters {characters}";
    }
}
