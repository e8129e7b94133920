using System.Diagnostics;
using Noc.Audit;
using Noc.Formats.X837;
using Noc.Reference.Policies;
using Noc.Reference.Seed;
using Noc.X12;

namespace Noc.Bench;

/// <summary>Where the time of an audit goes: units, claims, rules, each on one thread.</summary>
internal static class StageBench
{
    public static int Run(string file, int reps)
    {
        var context = new AuditContext(SeedTables.Load(), ShippedPolicies.Set);
        for (var round = 0; round < reps; round++)
        {
            Time("units", file, _ => 0);
            var reader = new ClaimReader837();
            var problems = new List<X12Problem>();
            Time("claims", file, unit => reader.Read(unit, problems).Count);
            Time("audit", file, unit =>
            {
                var findings = 0;
                foreach (var claim in reader.Read(unit, problems))
                    findings += ClaimAuditor.Audit(claim, context).Findings.Count;
                return findings;
            });
        }
        return 0;
    }

    private static void Time(string name, string file, Func<ClaimUnit, int> work)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0);
        var units = new ClaimUnitReader(stream);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var collections = GC.CollectionCount(0);
        var watch = Stopwatch.StartNew();
        long sum = 0;
        while (units.Read() is { } unit)
        {
            using (unit) sum += work(unit);
        }
        Console.WriteLine($"{name,-8}{watch.Elapsed.TotalMilliseconds,8:N0} ms  "
            + $"{(GC.GetAllocatedBytesForCurrentThread() - allocated) / 1048576,6:N0} MB allocated  "
            + $"{GC.CollectionCount(0) - collections,4} collections  {sum}");
    }
}
