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

    [Theory]
    [InlineData('*')]
    [InlineData('|')]
    public void A_cut_interchange_costs_the_one_behind_it_no_claim(char separator)
    {
        var whole = Samples.File837(Samples.Group(Samples.Set(Samples.Provider
            + Samples.Subscriber(2) + Samples.Claim("A1", 2) + Samples.Subscriber(3) + Samples.Claim("A2"))));
        var second = whole.Replace('*', separator).Replace("A1", "B1", StringComparison.Ordinal)
            .Replace("A2", "B2", StringComparison.Ordinal);
        for (var length = Samples.Isa.Length; length < whole.Length; length++)
        {
            var read = Samples.Read(whole[..length] + second);
            var accounts = read.Claims.Select(claim => claim.AccountNumber.Text).ToList();
            Assert.Equal(["B1", "B2"], accounts[^2..]);
            var isWhole = length >= whole.IndexOf("HL*3", StringComparison.Ordinal) + 3;
            Assert.Equal(isWhole, accounts.Contains("A1"));
            Assert.NotEmpty(read.Ids);
        }
    }

    [Theory]
    [InlineData("SE*22*0001", true)]
    [InlineData("SE*2", true)]
    [InlineData("SE", true)]
    [InlineData("S", false)]
    public void The_last_claim_is_whole_once_its_trailer_has_begun(string end, bool isWhole)
    {
        var text = Samples.File837(Samples.Group(Samples.Set(Samples.Provider
            + Samples.Subscriber(2) + Samples.Claim("A1", 2))));
        var read = Samples.Read(text[..text.IndexOf("SE*", StringComparison.Ordinal)] + end);
        Assert.Equal(isWhole ? 1 : 0, read.Claims.Count);
        Assert.Equal(isWhole, !read.Ids.Contains("claim-cut"));
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
