using System.Text;
using Noc.Payers.Expressions;

namespace Noc.Core.Tests.Payers.Expressions;

/// <summary>Parts of an expression as messages show them.</summary>
public class ExpressionTextTests
{
    [Theory]
    [InlineData("dose.mg", "`dose.mg`")]
    [InlineData("", "``")]
    [InlineData("a\u0007b", "`aU+0007b`")]                // rings the bell
    [InlineData("a\u202Eb", "`aU+202Eb`")]                // turns the direction of writing
    [InlineData("\u2028\u2029", "`U+2028U+2029`")]        // breaks the line
    [InlineData("\uE000", "`U+E000`")]                    // means nothing to others
    [InlineData("\u0378", "`U+0378`")]                    // is no character
    [InlineData("dosé", "`dosé`")]
    public void A_part_is_shown_without_what_a_terminal_would_obey(string part, string expected) =>
        Assert.Equal(expected, ExpressionText.Quote(part));

    [Fact]
    public void A_long_part_is_cut()
    {
        var whole = new string('x', ExpressionLimits.MaxQuoted);
        Assert.Equal($"`{whole}`", ExpressionText.Quote(whole));
        Assert.Equal($"`{whole}...`", ExpressionText.Quote(whole + "y"));
    }

    [Theory]
    [InlineData('x', "`x`")]
    [InlineData('\u0007', "`U+0007`")]
    [InlineData('\u202E', "`U+202E`")]
    [InlineData('é', "`é` (U+00E9)")]
    public void One_character_that_may_be_taken_for_another_comes_with_its_number(char one, string expected) =>
        Assert.Equal(expected, ExpressionText.Quote(new Rune(one)));
}
