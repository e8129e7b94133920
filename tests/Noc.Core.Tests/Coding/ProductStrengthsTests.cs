using Noc.Coding;

namespace Noc.Core.Tests.Coding;

/// <summary>What the containers of a product hold.</summary>
public class ProductStrengthsTests
{
    private static ProductStrengths Of(string text) =>
        ProductStrengths.Of(new() { Id = "x", Ingredient = "x", StrengthText = text });

    [Theory]
    [InlineData("100MG/4ML; 400MG/16ML", "25MG")]
    [InlineData("12MG/1.2ML (10MG/ML); 30MG/3ML", "10MG")]
    [InlineData("1600 mg/10 mL, 2400 mg/15 mL", "160MG")]
    [InlineData("9,000UNITS/ML", "9000UNITS")]
    [InlineData("1G/10ML; 100MG/ML", "100MG")]
    [InlineData("250MG; 125MG/ML", "")]
    [InlineData("50MG/ML; 100MG/ML", "")]
    [InlineData("50MG/ML; SEMI-QUANTITATIVE", "")]
    [InlineData("100 mg/100mg", "")]
    [InlineData("5 mg/0 mL", "")]
    [InlineData("", "")]
    public void One_concentration_in_all_is_that_of_the_product(string text, string expected)
    {
        var found = Of(text).PerMillilitre;
        Assert.Equal(expected.Length == 0, found.IsNone);
        if (expected.Length > 0) Assert.True(found.SameAs(CodeUnitText.Parse(expected).Dose));
    }

    [Theory]
    [InlineData("60MG; 45MG", "45MG 60MG")]
    [InlineData("50MG", "50MG")]
    [InlineData("1G; 50MG", "0.05G 1G")]
    [InlineData("50MG; 50MG/ML", "")]
    [InlineData("22MILLION INTERNATIONAL UNITS (1.3MG)", "22000000IU")]
    [InlineData("50MG; 10", "")]
    public void Powders_come_in_sizes(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Of(text).Containers));

    [Theory]
    [InlineData("17.5MG/5ML (3.5MG/ML)", "17.5MG")]
    [InlineData("400MG/16ML; 100MG/4ML", "100MG 400MG")]
    [InlineData("250MG; 50MG/0.4ML", "50MG 250MG")]
    [InlineData("250MG; 125MG/ML", "")]
    public void Containers_have_sizes_unless_a_concentration_stands_for_one(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Of(text).Sizes));
}
