using Noc.Coding;
using static Noc.Tests.TestVisit;

namespace Noc.App.Tests.CodeEncounter;

/// <summary>What the record proves, leaves open or contradicts: NDC, route, side, waste.</summary>
public sealed class RecordedFactsTests
{
    [Fact]
    public void The_ndc_tells_the_family_of_a_drug_without_a_name()
    {
        var visit = CodedVisits.With(Given("MEDICATION 1", "200 mg", "IV",
            ("administrations/0/ndc", "\"0006-3026-04\""), ("administrations/0/method", "\"iv-infusion\""),
            ("administrations/0/stop", "\"09:30\""))).Visit;
        Assert.Equal("J9271-JZ 200; 96413 1", RareVisitsTests.Told(visit));
    }

    [Theory]
    [InlineData("Epogen", "4000 units", "IV", "Q4081-JA 40")]
    [InlineData("Epogen", "4000 units", "SC", "Q4081-JB 40")]
    [InlineData("Aranesp", "40 mcg", "IV", "J0882-JA 40")]
    [InlineData("Mircera", "50 mcg", "SC", "J0887-JB 50")]
    [InlineData("paricalcitol", "5 mcg", "IV", "J2501 5")]
    public void Drugs_against_anaemia_in_dialysis_tell_their_route(
        string drug, string dose, string route, string told) => Assert.Equal(told,
            RareVisitsTests.Told(InDialysis(drug, dose, route)).Replace("-JZ", "", StringComparison.Ordinal));

    [Fact]
    public void A_drug_against_anaemia_in_dialysis_needs_its_route() =>
        Assert.Contains(InDialysis("Epogen", "4000 units", "").Gaps, gap => gap is
            { Element: "route", IsBlocking: true } && gap.Message.Contains("JA or JB", StringComparison.Ordinal));

    private static CodedVisit InDialysis(string drug, string dose, string route) => CodedVisits.With(
        Given(drug, dose, route, ("claim", """{ "type": "institutional", "billType": "721" }"""),
            ("diagnoses", """["N18.6"]"""))).Visit;

    [Theory]
    [InlineData("", true)]
    [InlineData("left eye", false)]
    public void An_injection_into_an_eye_that_is_not_named_holds_the_visit_up(string site, bool isAsked)
    {
        var gaps = CodedVisits.With(Given("Eylea", "2 mg", "intravitreal", ("diagnoses", """["H35.3211"]"""),
            ("administrations/0/method", "\"intravitreal\""), ("administrations/0/site", $"\"{site}\""))).Visit.Gaps;
        Assert.Equal(isAsked, gaps.Any(gap => gap is { Element: "side", IsBlocking: true }));
    }

    [Theory]
    [InlineData("5 mL", 2, true)]
    [InlineData("0 mL", 2, false)]
    [InlineData("4.1 mL", 3, false)]
    public void Waste_in_millilitres_out_of_containers_that_were_used_up_is_a_contradiction(
        string discarded, int containers, bool isAsked)
    {
        var gaps = CodedVisits.With(Given("Keytruda", "200 mg", "IV", ("administrations/0/ndc", "\"0006-3026-04\""),
            ("administrations/0/containers/0/holds", "\"100 mg\""), ("administrations/0/discarded", $"\"{discarded}\""),
            ("administrations/0/containers/0/count", FormattableString.Invariant($"{containers}")))).Visit.Gaps;
        Assert.Equal(isAsked, gaps.Any(gap => gap is { Element: "waste", IsBlocking: true }));
    }
}
