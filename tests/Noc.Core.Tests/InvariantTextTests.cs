using System.Globalization;

namespace Noc.Core.Tests;

public class InvariantTextTests
{
    public static TheoryData<string> Numbers =>
    [
        "0", "1", "-1", "12", "1000", "1234567.891", "0.5", "0.125", "0.0005", "-0.0004", "2.675", "1.005", "999.995",
        "3.000", "79228162514264337593543950335", "-79228162514264337593543950335", "123456789012345678901.5",
    ];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Amounts_read_as_their_formats_say(string text)
    {
        var number = decimal.Parse(text, CultureInfo.InvariantCulture);
        foreach (var (format, written) in new[]
        {
            ("0.###", Texts.Of($"{number:0.###}")), ("#,0.00", Texts.Of($"{number:#,0.00}")),
            ("#,##0.00", Texts.Of($"{number:#,##0.00}")), ("0.00", Texts.Of($"{number:0.00}")),
            ("#,0.###", Texts.Of($"{number:#,0.###}")),
        })
            Assert.Equal(number.ToString(format, CultureInfo.InvariantCulture), written);
    }

    [Fact]
    public void Other_values_read_as_the_invariant_culture_writes_them() =>
        Assert.Equal("2026-03-01 7 x", Texts.Of($"{new DateOnly(2026, 3, 1):yyyy-MM-dd} {7} {"x"}"));
}
