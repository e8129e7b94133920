using System.Text;
using Noc.Search;

namespace Noc.Core.Tests.Search;

public class QueryWordTests
{
    [Theory]
    [InlineData("VYEPTI", "VYEPTI", 100)]
    [InlineData("VYEP", "VYEPTI", 70)]
    [InlineData("INFUSION", "INFUSIONS", 95)]
    [InlineData("INFUSIONS", "INFUSION", 95)]
    [InlineData("VIEPTI", "VYEPTI", 60)]
    [InlineData("VEYPTI", "VYEPTI", 60)]
    [InlineData("EPTINIZUMEB", "EPTINEZUMAB", 40)]
    [InlineData("VEIPTY", "VYEPTI", 0)]
    [InlineData("IRON", "ICON", 0)]
    [InlineData("J3032", "J3033", 0)]
    public void A_word_fits_as_far_as_it_is_spelled_alike(string asked, string word, int fit) =>
        Assert.Equal(fit, new QueryWord(asked).Fit(Encoding.ASCII.GetBytes(word)));

    [Fact]
    public void Fillers_count_only_where_there_is_nothing_else()
    {
        Assert.Equal(1, new QueryWords("the code for vyepti").Count);
        Assert.Equal(2, new QueryWords("the code").Count);
    }

    [Fact]
    public void No_more_than_eight_words_are_looked_for() =>
        Assert.Equal(8, new QueryWords(string.Join(' ', Enumerable.Range(0, 30).Select(i => $"WORD{i}"))).Count);
}
