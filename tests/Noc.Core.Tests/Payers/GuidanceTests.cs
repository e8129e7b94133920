using Noc.Drugs;

namespace Noc.Core.Tests.Payers;

public class GuidanceTests
{
    private static readonly HcpcsCode J3490 = HcpcsCode.Of("J3490");

    [Fact]
    public void Advice_that_matches_nobody_reaches_everybody()
    {
        foreach (var policy in TestTables.Policies.All)
            Assert.Contains(TestTables.Policies.Effective(policy.Id)!.Guidance, note => note.Rows.Contains("PR-102"));
    }

    [Fact]
    public void Advice_stands_once_and_behind_what_the_payer_says()
    {
        var guidance = TestTables.Policies.Effective("palmetto")!.Guidance;
        Assert.Equal(guidance.Count, guidance.Distinct().Count());
        var own = TestTables.Policies.Of("palmetto")!.Guidance;
        Assert.Equal(own, guidance.Take(own.Count));
    }

    [Fact]
    public void What_holds_for_everybody_can_be_left_out()
    {
        var policy = TestTables.Policies.Effective("commercial")!;
        Assert.NotNull(policy.GuidanceOn("narrative_elements", J3490, true));
        Assert.Null(TestTables.Policies.Effective("standard")!.GuidanceOn("narrative_elements", J3490, true,
            ownOnly: true));
    }

    [Fact]
    public void A_note_about_the_code_comes_before_one_about_all()
    {
        var policy = TestTables.Policies.Effective("standard")!;
        Assert.Equal(["PR-102"], policy.GuidanceOn("narrative_elements", J3490, true)!.Rows);
        Assert.Null(policy.GuidanceOn("no_such_topic", J3490, true));
    }
}
