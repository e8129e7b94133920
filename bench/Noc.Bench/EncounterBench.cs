using System.Diagnostics;
using Noc.App.CodeEncounter;
using Noc.App.PriceLines;
using Noc.Drugs;
using Noc.Formats.Encounters;
using Noc.Pricing;
using Noc.Reference.Policies;
using Noc.Reference.Seed;
using Noc.Reference.Store;

namespace Noc.Bench;

/// <summary>What it costs to read, code, price and write encounters, on one thread.</summary>
internal static class EncounterBench
{
    private const double AimSeconds = 5;

    /// <summary>Codes and prices generated encounters.</summary>
    /// <param name="home">Data folder; empty for the tables that ship.</param>
    /// <param name="options">How many, and how often.</param>
    public static int Run(string home, Options options)
    {
        var tables = home.Length == 0 ? SeedTables.Load() : InstalledTables.Load(home);
        var count = options.Claims ?? 100_000;
        using var file = new MemoryStream();
        EncounterGenerator.Write(file, count, options.Seed, tables);
        Console.WriteLine($"{count:N0} encounters, {file.Length / 1e6:N1} MB, tables {tables.Version}");
        var context = CodeRun.ContextOf(tables, ShippedPolicies.Set, new Dictionary<HcpcsCode, decimal>());
        var (seconds, processor) = (new List<double>(), new List<double>());
        for (var round = 0; round <= options.Reps; round++)
        {
            file.Position = 0;
            using var writer = CodeWriter.Of(new()
            {
                Files = [], Format = CodeFormat.Ndjson, Policies = new(null, false, ""),
            }, tables, Stream.Null);
            var lines = new CodedPriceLines(tables, new() { Day = default });
            var book = new PriceBook(tables, PriceInputs.None, []);
            var (read, code, price, write) = (0L, 0L, 0L, 0L);
            var (all, priced) = (0, 0);
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var last = Stopwatch.GetTimestamp();
            foreach (var one in EncounterFile.Read(file))
            {
                var now = Stopwatch.GetTimestamp();
                read += now - last;
                last = now;
                var result = CodedResult.Of("bench", one, context, audit: null);
                now = Stopwatch.GetTimestamp();
                code += now - last;
                last = now;
                var prices = CodeRun.PricesOf(result, lines, book);
                now = Stopwatch.GetTimestamp();
                price += now - last;
                last = now;
                writer.Write(result, prices);
                foreach (var line in prices) if (line.Price is Price.Priced) priced++;
                all += prices.Count;
                now = Stopwatch.GetTimestamp();
                write += now - last;
                last = now;
            }
            writer.Finish();
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            var busy = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
            var unit = 1.0 / Stopwatch.Frequency;
            // In the first round code is compiled; processor time is shared like the wall time of the stages.
            if (round > 0)
            {
                seconds.Add((code + price) * unit);
                processor.Add(busy * (code + price) / (read + code + price + write));
            }
            Console.WriteLine($"read {read * unit:N2} s, code {code * unit:N2} s, price {price * unit:N2} s, write "
                + $"{write * unit:N2} s; {all:N0} lines, {priced:N0} priced; {allocated / 1e3 / count:N0} kB each; "
                + $"{busy:N2} s of processor time");
        }
        var median = ReadBench.Median(seconds);
        Console.WriteLine($"code and price {median:N2} s a {count:N0}, {ReadBench.Median(processor):N2} s of processor "
            + $"time (aim {AimSeconds * count / 100_000:N2} s)");
        return 0;
    }
}
