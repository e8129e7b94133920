using System.Diagnostics;
using System.Globalization;

namespace Noc.Bench;

/// <summary>Wall time and anonymous memory of the whole command.</summary>
internal static class AuditBench
{
    public static int Run(string file, string noc)
    {
        for (var round = 0; round < 5; round++)
        {
            var start = new ProcessStartInfo(noc) { RedirectStandardOutput = true, UseShellExecute = false };
            foreach (var argument in (string[])["audit", "--format", "json", file]) start.ArgumentList.Add(argument);
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(start)!;
            var drain = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            long peak = 0;
            while (!process.WaitForExit(10)) peak = Math.Max(peak, AnonymousKb(process.Id));
            drain.Wait();
            Console.WriteLine($"audit {watch.Elapsed.TotalSeconds:N2} s, {peak / 1024} MB anonymous, "
                + $"exit {process.ExitCode}");
        }
        return 0;
    }

    private static long AnonymousKb(int process)
    {
        try
        {
            foreach (var line in File.ReadLines($"/proc/{process}/status"))
                if (line.StartsWith("RssAnon:", StringComparison.Ordinal))
                    return long.Parse(line[8..^2].Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It ended while we looked.
        }
        return 0;
    }
}
