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
        var watch = Stopwatch.StartNew();
        (string Name, AuditContext Context)[] all =
        [
            ("shipped", new(tables, ShippedPolicies.Set)), ("2,000 not met", Grown(tables, 50_000)),
            ("2,000 met", Grown(tables, 0)),
        ];
        Console.WriteLine($"twice {Synthetic} payers and policies made in {watch.Elapsed.TotalMilliseconds:N0} ms");
        var seconds = all.Select(_ => new List<double>()).ToList();
        for (var round = 0; round <= reps; round++)
            for (var i = 0; i < all.Length; i++)
            {
                var (first, again) = Resolve(all[i].Context, file);
                var time = Audit(all[i].Context, file);
                if (round == 0) continue;   // code is compiled
                seconds[i].Add(time);
                Console.WriteLine($"{all[i].Name,-14} resolve {first,6:N0} ns a line, {again,4:N0} ns again "
                    + $"(aim 1,000 ns); audit {time:N2} s");
            }
        for (var i = 1; i < all.Length; i++)
            Console.WriteLine($"{all[i].Name,-14} audit "
                + $"{ReadBench.Median(seconds[i]) / ReadBench.Median(seconds[0]):N3} of the shipped (aim 1.050)");
        return 0;
    }

    // From 0 on they have the ids of generated claims, so that claims meet them; a filing limit changes no finding.
    private static AuditContext Grown(ReferenceTables tables, int from)
    {
        var payers = new List<PayerEntry>();
        var policies = new List<Policy>(ShippedPolicies.Set.All);
        for (var i = 0; i < Synthetic; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"synthetic-{i}");
            var payerId = (from + i).ToString("D5", CultureInfo.InvariantCulture);
            payers.Add(new(
                id, $"SYNTHETIC PLAN {i}", [$"SYNTHETIC {i}"], [payerId], "commercial", [], Confidence.High));
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

    // Nanoseconds a line, at first and once more; reading the claims is not counted.
    private static (double First, double Again) Resolve(AuditContext context, string file)
    {
        const int Repeats = 8;
        var (lines, first, again) = (0L, 0L, 0L);
        ForEachUnit(file, claims =>
        {
            foreach (var claim in claims)
            {
                var started = Stopwatch.GetTimestamp();
                context.Payers.Resolve(claim);
                var found = Stopwatch.GetTimestamp();
                for (var i = 0; i < Repeats; i++) context.Payers.Resolve(claim);
                again += Stopwatch.GetTimestamp() - found;
                first += found - started;
                lines += claim.Lines.Count;
            }
        });
        var nanoseconds = 1e9 / Stopwatch.Frequency / Math.Max(1, lines);
        return (first * nanoseconds, again * nanoseconds / Repeats);
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
