using Noc.App;
using Noc.App.FindCodes;

namespace Noc.Cli.Tests;

/// <summary>What was typed or stands in a file never steers the terminal, whichever page prints it.</summary>
public class TerminalTextTests
{
    public static TheoryData<int> Steering => [0x202E, 0x2066, 0x200B, 0x1B, 0x85, 0x2028];

    [Theory]
    [MemberData(nameof(Steering))]
    public void A_character_that_steers_is_a_question_mark_on_every_page(int point)
    {
        var text = $"a{(char)point}b";
        Assert.Equal("a?b", TerminalText.Clean(text));

        var page = new Page(80, color: false);
        page.Note(text);
        page.Entry(text, 10, text);
        Assert.Equal(3, Count(page.ToString()));

        var paragraphs = new Paragraphs(isColored: false);
        paragraphs.Head(text);
        paragraphs.Row(text);
        paragraphs.Add("label", text);
        paragraphs.Plain(text);
        paragraphs.Item(text);
        Assert.Equal(5, Count(paragraphs.ToString()));

        int Count(string written)
        {
            Assert.DoesNotContain((char)point, written);
            return written.Split("a?b").Length - 1;
        }
    }

    [Theory]
    [InlineData("ndc")]
    [InlineData("price")]
    [InlineData("find")]
    public void A_command_answers_what_was_typed_without_its_overrides(string command)
    {
        var result = Commands.Noc(command, "99999\u202E-0123-01");
        Assert.DoesNotContain('\u202E', result.Output);
        Assert.DoesNotContain('\u202E', result.Errors);
    }

    [Fact]
    public void Other_text_stays_as_it_is() => Assert.Equal("Größe 5 µg", TerminalText.Clean("Größe 5 µg"));
}
