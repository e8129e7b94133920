using System.Diagnostics;
using Noc.Drugs;
using Noc.Reference.Store;
using Noc.Tables;

namespace Noc.Bench;

/// <summary>Opening imported tables, and looking up an NDC on a day.</summary>
internal static class TableBench
{
    private const int Lookups = 1_000_000, AimOpenMs = 10, AimLookupNs = 300, Seed = 20261121;

    /// <summary>Opens the tables of a data folder.</summary>
    public static int Open(string home, int reps)
    {
        var times = new List<double>();
        TableImage? image = null;
        for (var i = 0; i < reps; i++)
        {
            var watch = Stopwatch.StartNew();
            image = new TableStore(home).OpenCurrent(out _);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        if (image is null) return Missing(home);
        var first = times[0];
        Console.WriteLine($"open   {ReadBench.Median(times),7:N3} ms, the first time {first:N1} ms "
            + $"(aim {AimOpenMs} ms); {image.Name}, {image.Content.Length / 1e6:N1} MB");
        return 0;
    }

    /// <summary>Asks for the codes of known and unknown NDCs on days of two years, in no order.</summary>
    public static int Ndc(string home, int reps)
    {
        if (new TableStore(home).OpenCurrent(out _) is not { } image) return Missing(home);
        var known = image.Rows<NdcCodeRecord>().All.ToArray().Where(row => !row.Ndc.IsNone)
            .Select(row => row.Ndc).Distinct().ToArray();
        if (known.Length == 0) return Missing(home);
        var random = new Random(Seed);
        var questions = new (Ndc11 Ndc, DateOnly Day)[1 << 16];
        for (var i = 0; i < questions.Length; i++)
            questions[i] = (i % 4 == 0 && Ndc11.TryParse(random.NextInt64(100_000_000_000).ToString("D11"), out var any)
                ? any : known[random.Next(known.Length)], new DateOnly(2024, 1, 1).AddDays(random.Next(730)));
        var times = new List<double>();
        long found = 0, allocated = 0;
        for (var i = 0; i < reps; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            found = Ask(image, questions);
            times.Add(watch.Elapsed.TotalNanoseconds / Lookups);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Console.WriteLine($"ndc    {ReadBench.Median(times),7:N0} ns a look-up (aim {AimLookupNs} ns), "
            + $"{allocated / (double)Lookups:N2} bytes allocated (aim 0); {known.Length:N0} NDCs, "
            + $"{100.0 * found / Lookups:N0}% found");
        return 0;
    }

    private static long Ask(TableImage image, (Ndc11 Ndc, DateOnly Day)[] questions)
    {
        long found = 0;
        for (var i = 0; i < Lookups; i++)
        {
            var (ndc, day) = questions[i & (questions.Length - 1)];
            if (image.Rows<NdcCodeRecord>().Of(TableKey.Of(ndc)).On(day) is not null) found++;
        }
        return found;
    }

    private static int Missing(string home)
    {
        Console.Error.WriteLine($"{home} holds no tables with NDCs; "
            + $"NOC_HOME={home} noc data import FOLDER makes them.");
        return 1;
    }
}
