using Noc.Drugs;

namespace Noc.Core.Tests.Drugs;

public sealed class RouteTextTests
{
    [Theory]
    [InlineData("IV", "IV")]
    [InlineData("Intravenous", "IV")]
    [InlineData("INTRAVENOUS (IV)", "IV")]
    [InlineData("IV infusion", "IV")]
    [InlineData("subcut", "SC")]
    [InlineData("oral", "PO")]
    [InlineData("Oral inhalation", "INH")]
    [InlineData("topical", "TOP")]
    [InlineData("intra-articular", "IA")]
    [InlineData("NASAL", "nasal")]
    [InlineData("Rectal", "rectal")]
    [InlineData("VAGINAL", "vaginal")]
    [InlineData("Intra-arterial", "intra-arterial")]
    [InlineData("ip", "IP")]
    [InlineData("", "")]
    public void A_route_is_spelled_as_narratives_and_products_spell_it(string text, string spelled) =>
        Assert.Equal(spelled, RouteText.Spelled(text));

    [Fact]
    public void Text_of_any_length_is_read() =>
        Assert.Equal(10_000, RouteText.Spelled(new string('x', 10_000)).Length);
}
