using Noc.Formats.Encounters;

namespace Noc.Formats.Tests.Encounters;

public sealed class LoneSurrogatesTests
{
    [Theory]
    [InlineData("""{"a":"\ud800"}""", """{"a":"\uFFFE"}""")]
    [InlineData("""{"a":"x\uDC00y"}""", """{"a":"x\uFFFEy"}""")]
    [InlineData("""{"a":"\ud83d\ude00"}""", """{"a":"\ud83d\ude00"}""")]              // a whole character
    [InlineData("""{"a":"\ud83d\ud83d\ude00"}""", """{"a":"\uFFFE\ud83d\ude00"}""")]
    [InlineData("""{"a":"\\ud800"}""", """{"a":"\\ud800"}""")]                      // a backslash, then letters
    [InlineData("""{"a":"\\\ud800"}""", """{"a":"\\\uFFFE"}""")]
    [InlineData("""{"\udfff":1}""", """{"\uFFFE":1}""")]
    [InlineData("""{"a":"\ud8""", """{"a":"\ud8""")]
    [InlineData("""{"a":"plain"}""", """{"a":"plain"}""")]
    public void Half_a_character_is_marked_and_all_else_stays(string json, string marked) =>
        Assert.Equal(marked, LoneSurrogates.Marked(json));
}
