using Noc.Coding;
using static Noc.Tests.TestVisit;

namespace Noc.App.Tests.CodeEncounter;

/// <summary>Drugs whose code depends on the maker.</summary>
public sealed class OtherMakersTests
{
    private static IEnumerable<CodingGap> Asked(string drug, params (string Pointer, string? Json)[] more) =>
        CodedVisits.With(Given(drug, "100 mg", "IV", [("administrations/0/method", "\"iv-infusion\""),
            ("administrations/0/stop", "\"09:45\""), .. more])).Visit.Gaps
            .Where(gap => gap is { Element: "code", Pointer: "/administrations/0/ndc" });

    [Theory]
    [InlineData("pemetrexed", "J9296 of accord")]
    [InlineData("bortezomib", "J9049 of hospira")]
    [InlineData("cyclophosphamide", "J9074 of sandoz")]
    [InlineData("gemcitabine", "J9196 of accord")]
    [InlineData("fosaprepitant", "J1456 of teva")]
    [InlineData("fulvestrant", "J9394 of fresenius kabi")]
    [InlineData("daptomycin", "J0877 of hospira")]
    public void A_name_that_several_makers_share_holds_the_visit_up_without_its_maker(string drug, string other)
    {
        var gap = Assert.Single(Asked(drug));
        Assert.True(gap.IsBlocking);
        Assert.Contains(other, gap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_of_brands_alone_are_named_and_hold_nothing_up() =>
        Assert.False(Assert.Single(Asked("thiotepa")).IsBlocking);

    [Theory]
    [InlineData("Alimta")]
    [InlineData("Velcade (bortezomib)")]
    [InlineData("carboplatin")]
    public void A_brand_and_a_drug_with_one_code_leave_nothing_open(string drug) => Assert.Empty(Asked(drug));

    [Fact]
    public void The_labeler_or_the_ndc_answers()
    {
        Assert.Empty(Asked("pemetrexed", ("products", """[{ "name": "pemetrexed", "labeler": "Sagent" }]""")));
        Assert.Empty(Asked("pemetrexed", ("administrations/0/ndc", "\"16729-0230-11\"")));
    }

    [Fact]
    public void Codes_that_began_later_are_not_named() =>
        Assert.Empty(Asked("bortezomib", ("from", "\"2018-03-10\"")));
}
