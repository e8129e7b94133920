using System.Globalization;

namespace Noc.Core.Tests;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("1.5", "1.5")]
    [InlineData("1,234", "1234")]
    [InlineData("12,345,678.90", "12345678.90")]
    [InlineData("-1,000", "-1000")]
    [InlineData("0.001", "0.001")]
    [InlineData("1500", "1500")]
    public void Commas_stand_between_groups_of_three_digits(string text, string number)
    {
        Assert.True(NumberText.TryRead(text, out var read));
        Assert.Equal(number, read.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("1,00")]
    [InlineData("0,500")]
    [InlineData("610,50")]
    [InlineData("1,2345")]
    [InlineData("1234,567")]
    [InlineData("1,234,5")]
    [InlineData(",500")]
    [InlineData("1,,000")]
    [InlineData("1.5,000")]
    [InlineData("")]
    [InlineData("one")]
    public void A_comma_anywhere_else_may_be_a_point_and_is_refused(string text) =>
        Assert.False(NumberText.TryRead(text, out _));
}
