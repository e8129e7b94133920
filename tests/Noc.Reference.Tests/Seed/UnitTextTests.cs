using System.Globalization;
using Noc.Drugs;
using Noc.Reference.Seed;

namespace Noc.Reference.Tests.Seed;

public sealed class UnitTextTests
{
    [Theory]
    [InlineData("10 mg", "10", "MG")]
    [InlineData("0.01 mg", "0.01", "MG")]
    [InlineData("100,000 units", "100000", "UNITS")]
    [InlineData("1 million units", "1000000", "UNITS")]
    [InlineData("up to 50 mg", "50", "MG")]
    [InlineData("1 mcg", "1", "MCG")]
    [InlineData("10 iu", "10", "IU")]
    [InlineData("mg", "1", "MG")]
    [InlineData("2 mg with hyaluronidase", "2", "MG")]
    [InlineData("50 mg phenytoin equivalent", "50", "MG")]
    public void An_amount_has_value_and_measure(string text, string value, string unit) =>
        Assert.Equal(new(decimal.Parse(value, CultureInfo.InvariantCulture), unit), UnitText.Parse(text));

    [Theory]
    [InlineData("therapeutic dose")]
    [InlineData("treatment")]
    [InlineData("up to 28 days of therapy")]
    [InlineData("dose band up to 3 mg")]
    [InlineData("50 mg and tazobactam 25 mg")]
    [InlineData("200 mg/25 mg")]
    [InlineData("5%, 50 ml")]
    [InlineData("up to 200 million cells")]
    [InlineData("study dose up to 5 mci")]
    [InlineData("unknown")]
    [InlineData("0 mg")]
    [InlineData("")]
    public void What_is_no_single_amount_gives_none(string text) => Assert.Equal(default(Amount), UnitText.Parse(text));
}
