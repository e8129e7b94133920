using System.Diagnostics;
using System.Globalization;
using Noc.Audit;
using Noc.Claims;
using Noc.Formats.X837;
using Noc.Payers;
using Noc.Reference.Policies;
using Noc.Reference.Seed;
using Noc.Tables;
using Noc.X12;

namespace Noc.Bench;

/// <summary>What it costs to find the policy of a line, and what thousands of payers more add to an audit.</summary>
internal static class PayerBench
{
    private const int Synthetic = 2000;

    public static int Run(string file, int reps)
    {
        var tables = SeedTables.Load();
        var shipped = new AuditContext(tables, ShippedPolicies.Set);
        var watch = Stopwatch.StartNew();
        var many = Grown(tables);
        Console.WriteLine($"{Synthetic} payers and policies more: made in {watch.Elapsed.TotalMilliseconds:N0} ms");
        Resolve(shipped, file);   // code is compiled and the cache is filled
        Resolve(many, file);
        for (var round = 0; round < reps; round++)
            Console.WriteLine($"resolve {Resolve(shipped, file),6:N0} ns a line, {Resolve(many, file),6:N0} ns with "
                + $"{Synthetic} payers more (aim 1,000 ns)");
        List<double> few = [], grown = [];
        Audit(shipped, file);
        for (var round = 0; round < reps; round++)
        {
            few.Add(Audit(shipped, file));
            grown.Add(Audit(many, file));
            Console.WriteLine($"audit   {few[^1],6:N2} s, {grown[^1],6:N2} s with {Synthetic} payers more");
        }
        var ratio = ReadBench.Median(grown) / ReadBench.Median(few);
        Console.WriteLine($"median  {ReadBench.Median(few),6:N2} s, {ReadBench.Median(grown),6:N2} s: ratio {ratio:N3} "
            + "(aim 1.050), one thread");
        return 0;
    }

    // They take the ids of the generated claims, so that claims are judged by them; a filing limit changes no finding.
    private static AuditContext Grown(ReferenceTables tables)
    {
        var payers = new List<PayerEntry>();
        var policies = new List<Policy>(ShippedPolicies.Set.All);
        for (var i = 0; i < Synthetic; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"synthetic-{i}");
            var payerId = i.ToString("D5", CultureInfo.InvariantCulture);
            payers.Add(new(id, $"SYNTHETIC PLAN {i}", [$"SYNTHETIC {i}"], [payerId], "commercial", [], Confidence.High));
            policies.Add(new()
            {
                Id = id,
                Name = id,
                Level = PolicyLevel.Plan,
                Extends = "commercial",
                Who = new([id], [], []),
                Values =
                [
                    new()
                    {
                        Key = PolicyKeys.FilingWindow,
                        Value = PolicyValue.Parse(PolicyKeys.FilingWindow, ["180 days"], out _)!,
                        Confidence = Confidence.High,
                        Source = new("Bench", "invented", null, null, null),
                        Policy = id,
                    },
                ],
            });
        }
        return new(tables.With(payers), new(policies));
    }

    // Nanoseconds a line; reading the claims is not counted.
    private static double Resolve(AuditContext context, string file)
    {
        var (lines, ticks) = (0L, 0L);
        ForEachUnit(file, claims =>
        {
            var started = Stopwatch.GetTimestamp();
            foreach (var claim in claims)
                if (context.Payers.Resolve(claim).Wants is not null) lines += claim.Lines.Count;
            ticks += Stopwatch.GetTimestamp() - started;
        });
        return ticks * 1e9 / Stopwatch.Frequency / Math.Max(1, lines);
    }

    private static double Audit(AuditContext context, string file)
    {
        var watch = Stopwatch.StartNew();
        long findings = 0;
        ForEachUnit(file, claims =>
        {
            foreach (var claim in claims) findings += ClaimAuditor.Audit(claim, context).Findings.Count;
        });
        return watch.Elapsed.TotalSeconds;
    }

    private static void ForEachUnit(string file, Action<IReadOnlyList<Claim>> work)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
        var units = new ClaimUnitReader(stream);
        var reader = new ClaimReader837();
        var problems = new List<X12Problem>();
        while (units.Read() is { } unit)
        {
            using (unit) work(reader.Read(unit, problems));
        }
    }
}
