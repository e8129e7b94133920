using Noc.Formats.Encounters;
using Noc.Reference.Seed;

namespace Noc.Bench.Tests;

public class EncounterGeneratorTests
{
    private static byte[] Encounters(int seed)
    {
        using var stream = new MemoryStream();
        EncounterGenerator.Write(stream, 200, seed, SeedTables.Load());
        return stream.ToArray();
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes() => Assert.Equal(Encounters(7), Encounters(7));

    [Fact]
    public void Every_encounter_reads_without_a_problem()
    {
        using var stream = new MemoryStream(Encounters(7));
        var all = EncounterFile.Read(stream).ToList();
        Assert.Equal(200, all.Count);
        Assert.All(all, one => Assert.Empty(one.Problems));
        Assert.InRange(all.Select(one => one.Encounter!.Payers[0].Name).Distinct().Count(), 9, 15);
    }
}
