using Noc.Payers;
using Noc.Tables;

namespace Noc.Core.Tests.Payers;

public class ValueContradictionTests
{
    [Theory]
    [InlineData("units.basis", "one", "units.basis", "containers")]
    [InlineData("narrative.required", "name,strength", "narrative.refused", "strength")]
    [InlineData("narrative.places", "line-note", "narrative.places", "description")]
    [InlineData("waste.line", "jw-line", "waste.line", "text")]
    [InlineData("waste.line", "jw-line", "modifiers.refused", "JW")]
    [InlineData("modifiers.required", "TB", "modifiers.refused", "TB")]
    [InlineData("filing.window", "90 days", "filing.window", "1 year")]
    [InlineData("compound.code", "J7999", "compound.code", "J3490")]
    public void No_line_can_do_both(string key, string value, string otherKey, string other)
    {
        Assert.True(ValueContradiction.Between(Entry(key, value), Entry(otherKey, other)));
        Assert.True(ValueContradiction.Between(Entry(otherKey, other), Entry(key, value)));
    }

    [Theory]
    [InlineData("units.basis", "one", "units.basis", "one")]
    [InlineData("narrative.required", "name,dose", "narrative.required", "name,dose,ndc")]
    [InlineData("narrative.places", "description,line-note", "narrative.places", "description")]
    [InlineData("waste.line", "jw-line", "waste.line", "jw-line-and-text")]
    [InlineData("ndc.required", "recommended", "ndc.required", "required")]
    [InlineData("price.method", "95% of AWP", "price.method", "95% of the published AWP")]
    [InlineData("waste.line", "text", "modifiers.refused", "JW")]
    [InlineData("units.basis", "one", "filing.window", "90 days")]
    public void Both_can_be_met(string key, string value, string otherKey, string other) =>
        Assert.False(ValueContradiction.Between(Entry(key, value), Entry(otherKey, other)));

    private static PolicyEntry Entry(string name, string value)
    {
        var key = PolicyKeys.Of(name)!;
        return new()
        {
            Key = key, Value = PolicyValue.Parse(key, value.Split(','), out _)!, Confidence = Confidence.High,
            Source = new("Test", ""), Policy = "test",
        };
    }
}
