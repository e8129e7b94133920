using Noc.Claims;

namespace Noc.Core.Tests.Claims;

public class BillTypeTests
{
    [Theory]
    [InlineData("13", 13)]
    [InlineData("131", 13)]
    [InlineData("013", 13)]
    [InlineData("0131", 13)]
    [InlineData("085", 85)]
    [InlineData("851", 85)]
    [InlineData("", 0)]
    [InlineData("1", 0)]
    [InlineData("1A1", 0)]
    [InlineData("13111", 0)]
    [InlineData("\u0661\u0663", 0)]
    public void A_bill_type_is_read_with_or_without_zero_and_frequency(string text, int number)
    {
        Assert.Equal(number, BillType.Of(text).Number);
        Assert.Equal(number, BillType.Of(System.Text.Encoding.UTF8.GetBytes(text)).Number);
    }
}
