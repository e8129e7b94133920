using System.Text;
using Noc.App.FindCodes;
using Noc.Reference.Seed;

namespace Noc.App.Tests.AuditClaims;

public class DecisionTests
{
    [Fact]
    public void At_most_six_questions_are_asked_and_none_that_changes_nothing()
    {
        foreach (var answers in (string[])["1\n1\n1\n1\n1\n1\n1\n", "2\n1\n1\n5\n6\n1\n", "1\n1\n1\n6\n7\n1\n",
            "6\n2\n2\n7\n2\n2\n", "5\n1\n1\n1\n3\n"])
        {
            var (code, asked, _) = Ask(answers);
            Assert.Equal(0, code);
            Assert.InRange(asked, 1, 6);
        }
    }

    [Fact]
    public void A_compound_in_an_office_needs_three_answers() => Assert.Equal((0, 3), Ask("1\n1\n3\n") is var (c, n, t)
        && t.Contains("J7999", StringComparison.Ordinal) ? (c, n) : default);

    [Fact]
    public void Wrong_answers_are_asked_again_and_words_count_too()
    {
        var (code, _, text) = Ask("9\nno\nhospital\nmedicare\nnew\ncancer\ninjected\n");
        Assert.Equal(0, code);
        Assert.Contains("C9399", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1\n")]
    [InlineData("x\nx\nx\n")]
    public void Without_answers_nothing_is_decided(string answers) => Assert.Equal(2, Ask(answers).Code);

    private static (int Code, int Asked, string Text) Ask(string answers)
    {
        using var output = new MemoryStream();
        var code = FindRun.Run(new() { Day = new(2026, 3, 10), Decide = true, IsInteractive = true },
            SeedTables.Load(), output, new StringReader(answers), TextWriter.Null);
        var text = Encoding.UTF8.GetString(output.ToArray());
        return (code, text.Split('\n').Count(line => line.Length > 2 && char.IsAsciiDigit(line[0]) && line[1] == '.'),
            text);
    }
}
