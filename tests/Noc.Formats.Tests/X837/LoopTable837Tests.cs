using Noc.Claims;
using Noc.Formats.X837;
using Noc.X12;

namespace Noc.Formats.Tests.X837;

public class LoopTable837Tests
{
    public static TheoryData<ClaimType, bool> Guides => new()
    {
        { ClaimType.Professional, false }, { ClaimType.Professional, true },
        { ClaimType.Institutional, false }, { ClaimType.Institutional, true },
    };

    [Theory]
    [MemberData(nameof(Guides))]
    public void Every_loop_is_reached_from_its_parent(ClaimType type, bool is4010)
    {
        var table = LoopTable837.For(type, is4010);
        foreach (var loop in table.Loops)
        {
            if (loop.Parent is null) continue;
            foreach (var qualifier in loop.Qualifiers.DefaultIfEmpty(""))
                Assert.Same(loop, table.Next(loop.Parent, loop.Trigger, Samples.Bytes(qualifier)));
        }
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Loop_names_are_unique_and_parents_stand_first(ClaimType type, bool is4010)
    {
        var loops = LoopTable837.For(type, is4010).Loops;
        Assert.Equal(loops.Count, loops.Select(l => l.Id).Distinct(StringComparer.Ordinal).Count());
        for (var i = 1; i < loops.Count; i++) Assert.Contains(loops[i].Parent, loops.Take(i));
        foreach (var loop in loops.Where(l => l.Parent is not null)) Assert.Equal(1, loop.OrderOf(loop.Trigger));
    }

    [Theory]
    [InlineData(ClaimType.Professional, false, "2430", "82", "2420A")]
    [InlineData(ClaimType.Institutional, false, "2410", "82", "2420C")]
    [InlineData(ClaimType.Professional, false, "2310A", "82", "2310B")]
    [InlineData(ClaimType.Institutional, false, "2330B", "71", "2330C")]
    [InlineData(ClaimType.Institutional, true, "2300", "FA", "2310E")]
    [InlineData(ClaimType.Institutional, true, "2000B", "PR", "2010BC")]
    [InlineData(ClaimType.Professional, true, "2300", "QB", "2310C")]
    public void A_party_is_placed_by_where_it_stands(
        ClaimType type, bool is4010, string current, string qualifier, string expected)
    {
        var table = LoopTable837.For(type, is4010);
        Assert.Equal(expected, table.Next(table.ById(current)!, Tag.NM1, Samples.Bytes(qualifier))?.Id);
    }

    [Theory]
    [InlineData("2300", "PR")]    // the payer of the subscriber, not to be replaced from inside of a claim
    [InlineData("2400", "71")]
    [InlineData("2400", "IL")]
    [InlineData("2300", "")]
    [InlineData("2300", "XYZ")]
    public void A_party_never_reaches_above_its_level(string current, string qualifier)
    {
        var table = LoopTable837.For(ClaimType.Professional, is4010: false);
        Assert.Null(table.Next(table.ById(current)!, Tag.NM1, Samples.Bytes(qualifier)));
    }

    [Fact]
    public void A_claim_and_a_level_open_wherever_they_stand()
    {
        var table = LoopTable837.For(ClaimType.Professional, is4010: false);
        foreach (var loop in table.Loops)
        {
            Assert.Equal("2300", table.Next(loop, Tag.CLM, [])?.Id);
            Assert.Equal("2000B", table.Next(loop, Tag.HL, "22"u8)?.Id);
        }
    }
}
