using Noc.Payers;
using Noc.Tables;

namespace Noc.Core.Tests.Payers;

/// <summary>Which payer of a directory a claim means, on invented payers.</summary>
public sealed class PayerMatchTests
{
    private static readonly PayerDirectory Payers = new(
    [
        Entry("blue-tx", "Sky Blue of Texas", "commercial", states: "TX", ids: "SKY01"),
        Entry("blue-ok", "Sky Blue of Oklahoma", "commercial", states: "OK", ids: "SKY01"),
        Entry("blue-any", "Sky Blue Nationwide", "commercial", ids: "SKY01"),
        Entry("oak", "Oak Health", "commercial", ids: "OAK01", aliases: "Oak"),
        Entry("oak-ma", "Oak Health Medicare Plans", "commercial_ma", ids: "OAK01"),
        Entry("oak-mcd", "Oak Health of Ohio", "medicaid_mco", ids: "OAK01", states: "OH"),
        Entry("elm-1", "Elm North", "commercial", aliases: "Elm", ids: "ELM01"),
        Entry("elm-2", "Elm South", "commercial", aliases: "Elm", ids: "ELM02"),
        Entry("ash-1", "Ash Plan", "commercial", ids: "ASH01"),
        Entry("ash-2", "Ash Fund", "workers_comp", ids: "ASH01"),
        Entry("ash-3", "Ash Corps", "federal", ids: "ASH01"),
        Entry("state-oh", "Ohio Medicaid", "medicaid", ids: "OH", states: "OH"),
        Entry("listed", "Listed Plan", "commercial", ids: "LST01", confidence: Confidence.Low),
        Entry("mac", "Medicare of Somewhere", "medicare_mac", ids: "MAC01"),
        Entry("mac-plan", "Somewhere Plan", "commercial", ids: "MAC01"),
        Entry("mac-state", "Somewhere Medicaid", "medicaid", ids: "MAC01"),
        Entry("yew-1", "Yew", "commercial", ids: "YEW01", states: "ME"),
        Entry("yew-2", "Yew", "commercial", ids: "YEW02", states: "VT"),
    ]);

    private static PayerEntry Entry(
        string id, string name, string type, string ids = "", string aliases = "", string states = "",
        Confidence confidence = Confidence.High) =>
        new(id, name, List(aliases), List(ids), type, List(states), confidence);

    private static string[] List(string text) => text.Length == 0 ? [] : text.Split(';');

    private static PayerMatch Match(
        string id = "", string name = "", string filing = "", string state = "", string home = "") =>
        PayerMatch.Of(Payers, new(filing, id, name, state, home));

    [Theory]
    [InlineData("SKY01", "TX", "", "blue-tx")]
    [InlineData("SKY01", "OK", "", "blue-ok")]
    [InlineData("SKY01", "NV", "", "blue-any")]       // none of its own: the one of no state
    [InlineData("SKY01", "NV", "OK", "blue-any")]
    public void Of_several_plans_under_an_id_the_state_decides(string id, string state, string home, string payer) =>
        Assert.Equal(payer, Match(id, state: state, home: home).Entry?.Id);

    [Fact]
    public void Where_the_service_has_no_state_the_patients_home_decides() =>
        Assert.Equal("yew-2", Match(name: "YEW", home: "VT").Entry?.Id);

    [Theory]
    [InlineData("CI", "ash-1")]
    [InlineData("BL", "ash-1")]
    [InlineData("12", "ash-1")]
    [InlineData("13", "ash-1")]
    [InlineData("14", "ash-1")]
    [InlineData("15", "ash-1")]
    [InlineData("WC", "ash-2")]
    [InlineData("", null)]
    [InlineData("ZZ", null)]
    public void Of_several_kinds_under_an_id_the_filing_indicator_decides(string filing, string? payer) =>
        Assert.Equal(payer, Match("ASH01", filing: filing).Entry?.Id);

    [Theory]
    [InlineData("MB", "mac")]
    [InlineData("MA", "mac")]
    [InlineData("MC", "mac-state")]
    public void Medicare_and_Medicaid_come_before_a_plan_that_shares_the_id(string filing, string payer) =>
        Assert.Equal(payer, Match("MAC01", filing: filing).Entry?.Id);

    [Theory]
    [InlineData("OAK01", "", "16", "oak-ma")]
    [InlineData("", "OAK HEALTH", "16", "oak-ma")]
    [InlineData("", "OAK HEALTH", "CI", "oak")]
    [InlineData("", "Oak", "CI", "oak")]
    [InlineData("OAK01", "", "MC", "oak-mcd")]
    public void A_plan_with_several_businesses_is_the_one_that_the_claim_is_filed_for(
        string id, string name, string filing, string payer) =>
        Assert.Equal(payer, Match(id, name, filing).Entry?.Id);

    [Fact]
    public void An_alias_that_two_share_names_a_family_with_one_type()
    {
        var match = Match(name: "ELM");
        Assert.Null(match.Entry);
        Assert.Equal(["elm-1", "elm-2"], match.Family.Select(one => one.Id));
        Assert.Equal("commercial", match.Type);
    }

    [Fact]
    public void A_family_of_several_types_has_none()
    {
        var match = Match("ASH01");
        Assert.Equal(3, match.Family.Count);
        Assert.Null(match.Type);
    }

    [Fact]
    public void Nobody_is_found_for_an_unknown_payer()
    {
        var match = Match("XXX99", "NOBODY AT ALL");
        Assert.Equal((null, 0, null), (match.Entry, match.Family.Count, match.Type));
    }

    [Theory]
    [InlineData("OH", "", "MC", "state-oh")]
    [InlineData("OH", "OHIO MEDICAID", "", "state-oh")]
    [InlineData("OH", "", "CI", null)]                  // two letters of a state are no payer of a commercial claim
    public void Two_letters_are_the_states_Medicaid_only_where_the_claim_is(
        string id, string name, string filing, string? payer) =>
        Assert.Equal(payer, Match(id, name, filing).Entry?.Id);

    [Theory]
    [InlineData("LISTED PLAN", "CI", "listed")]
    [InlineData("", "", "listed")]
    [InlineData("", "ZZ", "listed")]
    [InlineData("", "CI", null)]
    [InlineData("", "MA", "listed")]                    // Medicare may be billed through a plan
    [InlineData("", "WC", null)]
    public void An_id_of_low_confidence_does_not_outweigh_what_the_claim_says(
        string name, string filing, string? payer) =>
        Assert.Equal(payer, Match("LST01", name, filing).Entry?.Id);

    [Theory]
    [InlineData("OHIO MEDICAID", "", "state-oh")]
    [InlineData("OHIO MEDICAID", "MC", "state-oh")]
    [InlineData("SKY BLUE TEXAS", "CI", "blue-tx")]
    public void A_name_in_another_spelling_counts_where_the_filing_fits(
        string name, string filing, string payer) =>
        Assert.Equal(payer, Match(name: name, filing: filing).Entry?.Id);
}
