using Noc.Drugs;

namespace Noc.Core.Tests.Drugs;

public class BodySideTests
{
    [Theory]
    [InlineData("right eye", "RT")]
    [InlineData("OD", "RT")]
    [InlineData("R knee", "RT")]
    [InlineData("eye, left", "LT")]
    [InlineData("OS", "LT")]
    [InlineData("L. arm", "LT")]
    [InlineData("both eyes", "50")]
    [InlineData("OU", "50")]
    [InlineData("bilateral knees", "50")]
    [InlineData("left and right eye", "50")]
    [InlineData("OD/OS", "50")]
    [InlineData("upright", "")]
    [InlineData("gluteal", "")]
    [InlineData("", "")]
    public void A_side_is_read_as_nurses_write_it(string place, string modifier) =>
        Assert.Equal(modifier, BodySides.Of(place).Modifier());
}
