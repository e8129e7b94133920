using Noc.Drugs;

namespace Noc.Core.Tests.Drugs;

public sealed class SpellingDistanceTests
{
    [Theory]
    [InlineData("VYEPTI", "VYEPTI", 0)]
    [InlineData("vyepti", "VYEPTI", 0)]
    [InlineData("VYPETI", "VYEPTI", 1)]
    [InlineData("VYEPT", "VYEPTI", 1)]
    [InlineData("VYEEPTI", "VYEPTI", 1)]
    [InlineData("VIEPTI", "VYEPTI", 1)]
    [InlineData("", "ABC", 3)]
    [InlineData("ABC", "", 3)]
    [InlineData("KEYTRUDA", "OPDIVO", 8)]
    public void Counts_letters_to_change(string a, string b, int steps) =>
        Assert.Equal(steps, SpellingDistance.Between(a, b));

    [Fact]
    public void What_lies_behind_the_longest_length_does_not_count() =>
        Assert.Equal(0, SpellingDistance.Between(new string('A', 64) + "XYZ", new string('A', 64)));

    [Theory]
    [InlineData("EYLEA", "ELYEA")]
    [InlineData("A", "BCD")]
    [InlineData("ABAB", "BABA")]
    public void Is_the_same_both_ways(string a, string b) =>
        Assert.Equal(SpellingDistance.Between(a, b), SpellingDistance.Between(b, a));
}
