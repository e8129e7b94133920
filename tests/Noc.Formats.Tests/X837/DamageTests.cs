using Noc.Formats.X837;

namespace Noc.Formats.Tests.X837;

public class DamageTests
{
    private static readonly string[] Elements =
    [
        "2300/REF*F8", "2400/SV101-7", "2410/LIN03", "2430/CAS05", "2330B/NM109", "2010BB/NM109", "2000A/PRV03",
        "ST/BHT06", "2310B/PRV03", "2400/LX01",
    ];

    [Theory]
    [InlineData("professional-full.837", 20260101)]
    [InlineData("institutional-full.837", 20260102)]
    public void Damaged_files_never_throw_and_places_stay_inside_the_file(string name, int seed)
    {
        var random = new Random(seed);
        var whole = Samples.Corpus(name);
        for (var round = 0; round < 500; round++)
        {
            var bytes = whole.ToArray();
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                var at = random.Next(106, bytes.Length);
                bytes[at] = random.Next(3) == 0 ? "*~:\n "u8[random.Next(5)] : whole[random.Next(whole.Length)];
            }
            Check(Samples.Read(bytes, random.Next(2) == 0 ? 1 : 4_000));
        }
    }

    [Theory]
    [InlineData("professional-full.837", 7)]
    [InlineData("institutional-full.837", 8)]
    public void Segments_in_any_order_never_throw(string name, int seed)
    {
        var random = new Random(seed);
        var text = System.Text.Encoding.Latin1.GetString(Samples.Corpus(name))
            .Replace("\n", "", StringComparison.Ordinal);
        var parts = text.Split('~', StringSplitOptions.RemoveEmptyEntries);
        for (var round = 0; round < 500; round++)
        {
            var middle = parts[3..];
            random.Shuffle(middle);
            Check(Samples.Read(string.Join('~', [.. parts[..3], .. middle]) + "~"));
        }
    }

    private static void Check(Result read)
    {
        foreach (var claim in read.Claims)
        {
            for (var line = 0; line <= claim.Lines.Count; line++)
                foreach (var element in Elements)
                    if (claim.Source.OffsetOf(line, element) is { } offset)
                        Assert.InRange(offset, 0, read.Bytes.Length);
            foreach (var loop in ((ClaimSource837)claim.Source).Loops())
            {
                Assert.InRange(loop.FirstByte, 0, loop.LastByte);
                Assert.InRange(loop.LastByte, loop.FirstByte, read.Bytes.Length);
                Assert.True(loop.FirstSegment <= loop.LastSegment);
            }
        }
    }
}
