using System.Text;
using Noc.Payers.Expressions;

namespace Noc.Core.Tests.Payers.Expressions;

/// <summary>An expression may come from anyone: it is refused or it works, and never does harm.</summary>
public sealed class ExpressionHostileTests
{
    [Fact]
    public void An_expression_of_2000_characters_is_read_and_a_longer_one_is_refused()
    {
        var text = "line.units > 1".PadRight(ExpressionLimits.MaxLength);
        Assert.Empty(WhenExpression.Read(text).Errors);
        var error = Assert.Single(WhenExpression.Read(text + " ").Errors);
        Assert.Equal(2_001, error.Column);
        Assert.Contains("at most 2000 characters", error.Message, StringComparison.Ordinal);
        Assert.Single(WhenExpression.Read(new('(', 5_000_000)).Errors);
    }

    [Theory]
    [InlineData("(", "true", ")")]
    [InlineData("!", "true", "")]
    [InlineData("!(", "true", ")", 2)]
    [InlineData("has(", "line.code", ")")]
    [InlineData("round(", "1", ") == 1")]
    [InlineData("1 + (", "1", ")")]
    public void Fifty_levels_are_read_and_more_are_refused(string open, string core, string close, int each = 1)
    {
        var most = ExpressionLimits.MaxDepth / each;
        Assert.DoesNotContain("nested", Message(Nest(most - 1)), StringComparison.Ordinal);
        Assert.Contains("nested more than 50 deep", Message(Nest(most + 1)), StringComparison.Ordinal);
        Assert.Contains("nested more than 50 deep", Message(Nest(250)), StringComparison.Ordinal);

        string Nest(int times) => string.Concat(Enumerable.Repeat(open, times)) + core
            + string.Concat(Enumerable.Repeat(close.Split(' ')[0], times));
    }

    [Fact]
    public void A_long_chain_of_conditions_is_not_deep_but_a_long_sum_is()
    {
        Assert.True(SampleLine.Holds(string.Join(" && ", Enumerable.Repeat("true", 240))));
        Assert.False(SampleLine.Holds(string.Join(" || ", Enumerable.Repeat("false", 220))));
        Assert.True(SampleLine.Holds(string.Join(" + ", Enumerable.Repeat("1", 50)) + " == 50"));
        Assert.Contains("nested", Message(string.Join(" + ", Enumerable.Repeat("1", 400))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_list_is_searched()
    {
        var list = string.Join(",", Enumerable.Range(0, 270).Select(i => $"\"A{i:000}\""));
        Assert.False(SampleLine.Holds($"line.code in [{list}]"));
        Assert.True(SampleLine.Holds($"\"a269\" in [{list}]"));
    }

    [Fact]
    public void A_costly_pattern_cannot_be_written()
    {
        var view = SampleLine.View(new('A', 100_000));
        var stars = string.Concat(Enumerable.Repeat("*A", 99)) + "*B";
        Assert.False(SampleLine.Read($"matches(line.description, \"{stars}\")").Holds(view));
        var holes = "*" + new string('?', 198) + "B";
        Assert.False(SampleLine.Read($"matches(line.description, \"{holes}\")").Holds(view));
        Assert.Contains("at most 200 characters", Message($"matches(line.description, \"*{holes}\")"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("line.cоde == \"A\"")]                 // a Cyrillic o
    [InlineData("line\u00A0.code == \"A\"")]
    [InlineData("\u202Eline.code == \"A\"")]
    [InlineData("line.units > \u0661")]               // an Arabic one
    [InlineData("\uD83D\uDC89 == 1")]
    [InlineData("\uD83D == 1")]
    [InlineData("\u0000")]
    [InlineData("line.code == \"\u001B[31m\"")]
    [InlineData("\uFEFFtrue")]
    public void Strange_characters_are_named_not_repeated(string text)
    {
        var error = Assert.Single(WhenExpression.Read(text).Errors);
        AssertSafe(text, error);
        Assert.Contains("U+", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contains(\"naïve Ünï\", \"ÜNÏ\")", true)]
    [InlineData("\"\uD83D\uDC89\" == \"\uD83D\uDC89\"", true)]
    [InlineData("len(\"\uD83D\uDC89\") == 2", true)]
    [InlineData("matches(\"\uD83D\uDC89\", \"??\")", true)]
    [InlineData("\"ß\" == \"SS\"", false)]
    [InlineData("\"\u202E\" == \"\"", false)]
    public void Text_may_hold_any_printed_character(string text, bool holds) =>
        Assert.Equal(holds, SampleLine.Holds(text));

    [Fact]
    public void A_long_name_is_cut_in_the_message()
    {
        var error = Assert.Single(WhenExpression.Read(new('a', 1_900)).Errors);
        Assert.InRange(error.Message.Length, 40, 90);
    }

    [Fact]
    public void There_are_at_most_twenty_errors() => Assert.Equal(ExpressionLimits.MaxErrors,
        WhenExpression.Read(string.Join(" && ", Enumerable.Repeat("x", 300))).Errors.Count);

    [Fact]
    public void Any_text_is_answered()
    {
        string[] words =
        [
            "line.units", "line.code", "line.date", "text.has.dose", "line.modifiers", "has", "len", "date", "min",
            "(", ")", "(", ")", "[", "]", ",", "\"A\"", "\"2026-01-01\"", "1", "2.5", "true", "false", "in", "&&", "||",
            "==", "!=", "<", ">=", "!", "-", "+", "*", "/", "\"", "\\", "=", "&", "x", "and", "\u0000", "\uD800", "é",
        ];
        var (random, view) = (new Random(4), SampleLine.View());
        var read = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            for (var count = random.Next(1, 12); count > 0; count--)
                text.Append(words[random.Next(words.Length)]).Append(random.Next(3) == 0 ? " " : "");
            var reading = WhenExpression.Read(text.ToString());
            Assert.Equal(reading.Expression is null, reading.Errors.Count > 0);
            foreach (var error in reading.Errors) AssertSafe(text.ToString(), error);
            if (reading.Expression is not { } expression) continue;
            read++;
            var normal = SampleLine.Read(expression.ToString());
            Assert.Equal(expression.ToString(), normal.ToString());
            Assert.Equal(expression.Holds(view), normal.Holds(view));
        }
        Assert.True(read > 30, $"{read} could be read");
    }

    private static string Message(string text) =>
        string.Join("; ", WhenExpression.Read(text).Errors.Select(error => error.Message));

    private static void AssertSafe(string text, ExpressionError error)
    {
        Assert.InRange(error.Column, 1, text.Length + 1);
        Assert.InRange(error.ToString().Length, 10, 300);
        Assert.DoesNotContain(error.ToString(), c => char.IsControl(c) || c is '\u202E' or '\uFEFF');
    }
}
