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

    [Fact]
    public void A_limit_changes_no_answer_within_it()
    {
        var random = new Random(1);
        for (var i = 0; i < 5_000; i++)
        {
            var (a, b, most) = (Word(random), Word(random), random.Next(4));
            var exact = SpellingDistance.Between(a, b);
            var limited = SpellingDistance.Between(a, b, most);
            Assert.True(exact <= most ? limited == exact : limited > most, $"{a} {b} {most}");
        }
    }

    private static string Word(Random random) => string.Create(random.Next(1, 9), random,
        static (letters, random) => { for (var i = 0; i < letters.Length; i++) letters[i] = "ABCA"[random.Next(4)]; });
}
