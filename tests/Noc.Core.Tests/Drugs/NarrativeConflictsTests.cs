using Noc.Drugs;

namespace Noc.Core.Tests.Drugs;

public class NarrativeConflictsTests
{
    [Theory]
    [InlineData("KETOROLAC TROMETHAMINE 30MG", "KETOROLAC 30MG IM")]
    [InlineData("ZORVANTEX 75MG", "ZORVANTEX 0.075 G SC NDC 88888077702")]
    [InlineData("ZORVANTEX 75MG SC", "PATIENT TOLERATED WELL")]
    [InlineData("ZORVANTEX 75MG SC", "")]
    [InlineData("ZORVANTEX 300MG/VIAL X2", "ZORVANTEX 600MG IV")]
    [InlineData("ZORVANTEX 150MG X2", "ZORVANTEX 300MG")]
    [InlineData("ZORVANTEX 180MG WASTE 120MG", "ZORVANTEX 300MG")]
    [InlineData("ZORVANTEX 150MG IV", "ZORVANTEX 50MG/ML 3ML IV")]
    [InlineData("ZORVANTEX 50MG/ML", "ZORVANTEX 150MG/3ML")]
    [InlineData("ZORVANTEX 5% 10ML", "ZORVANTEX 50MG/ML 10ML")]
    [InlineData("ZORVANTEX 300MG VIAL", "ZORVANTEX 50MG/ML")]
    [InlineData("ZORVANTEX 150MG IVPB", "ZORVANTEX 150MG INTRAVENOUSLY")]
    [InlineData("ZORVANTEX NDC 88888-0777-02", "NDC 88888077702")]
    [InlineData("ZORVANTEX NDC 8888807772", "NDC 88888077702")]
    [InlineData("METHOTAXERATE 15MG", "MTX 15MG")]
    [InlineData("ZORVANTEX 15MG", "ZORVNATEX 15MG")]
    [InlineData("HUMAN CHORALIC GENADOTROPE 500 UNITS", "HCG 500 IU")]
    [InlineData("NEXVARI (QUELVAMIDE) 120MG", "QUELVAMIDE 120MG")]
    [InlineData("SOLVIXATE 10 MCI", "SOLVIXATE 370 MBQ")]
    [InlineData("ZORVANTEX 75MG NO WASTE", "ZORVANTEX 75MG 0ML WASTE")]
    [InlineData("ZORVANTEX 75MG INV $610.00", "INVOICE 610")]
    public void More_detail_is_no_conflict(string first, string second)
    {
        Assert.Equal("", Between(first, second));
        Assert.Equal("", Between(second, first));
    }

    [Theory]
    [InlineData("ZORVANTEX 75MG SC", "ZORVANTEX 100MG SC", "Dose:75MG|100MG")]
    [InlineData("ZORVANTEX 75MG SC", "ZORVANTEX 75MG IM", "Route:SC|IM")]
    [InlineData("ZORVANTEX 75MG", "QUELVAMIDE 75MG", "Name:ZORVANTEX|QUELVAMIDE")]
    [InlineData("ZORVANTEX SODIUM 75MG", "QUELVAMIDE SODIUM 75MG", "Name:ZORVANTEX SODIUM|QUELVAMIDE SODIUM")]
    [InlineData("ZORVANTEX 50MG/ML", "ZORVANTEX 25MG/ML", "Strength:50MG/ML|25MG/ML")]
    [InlineData("NDC 88888077702", "NDC 88888-0777-03", "Ndc:88888077702|88888-0777-03")]
    [InlineData("ZORVANTEX 75MG WASTE 25MG", "ZORVANTEX 75MG WASTED 20MG", "Waste:25MG|20MG")]
    [InlineData("ZORVANTEX 75MG WASTE 25MG", "ZORVANTEX 75MG NO WASTE", "Waste:25MG|NO WASTE")]
    [InlineData("ZORVANTEX INV $610", "INVOICE 410.00", "Price:INV $610|INVOICE 410.00")]
    [InlineData("ZORVANTEX 150MG IV", "ZORVANTEX 50MG/ML 4ML IV", "Dose:150MG|4ML")]
    public void Two_values_of_one_fact_are_a_conflict(string first, string second, string expected) =>
        Assert.Equal(expected, Between(first, second));

    private static string Between(string first, string second) => string.Join(' ', NarrativeConflicts
        .Between(first, NarrativeParser.Parse(first), second, NarrativeParser.Parse(second))
        .Select(conflict => $"{conflict.Fact}:{conflict.First.Of(first)}|{conflict.Second.Of(second)}"));

    [Fact]
    public void Never_throws_on_any_pair()
    {
        var random = new Random(20261123);
        for (var i = 0; i < 20_000; i++)
        {
            var (a, b) = (NarrativeTexts.Random(random), NarrativeTexts.Random(random));
            var conflicts = NarrativeConflicts.Between(a, NarrativeParser.Parse(a), b, NarrativeParser.Parse(b));
            foreach (var conflict in conflicts)
                Assert.True(conflict.First.End <= a.Length && conflict.Second.End <= b.Length);
            Assert.Empty(NarrativeConflicts.Between(a, NarrativeParser.Parse(a), a, NarrativeParser.Parse(a)));
        }
    }
}
