using Noc.Drugs;
using Noc.Payers;

namespace Noc.Core.Tests.Payers;

public class GuidanceTests
{
    private static readonly PolicySubject Line = new()
    {
        Code = HcpcsCode.Of("J3490"), IsUnclassified = true, Place = "11", State = "TX", Jurisdiction = "",
        Day = new(2026, 3, 10), Drugs = [],
    };

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
        var policy = TestTables.Policies.Effective("standard")!;
        Assert.Equal(["PR-006"], policy.Help("NDC002", "ndc_format", Line)!.Rows);
        Assert.Null(policy.Help("NDC002", "ndc_format", Line, ownOnly: true));
    }

    [Fact]
    public void A_note_about_the_code_comes_before_one_about_all()
    {
        var policy = TestTables.Policies.Effective("medicare")!;
        Assert.Equal(["PR-020"], policy.Help("MOD002", "waste_modifier", Line)!.Rows);
        Assert.Equal(["PR-018"],
            policy.Help("MOD002", "waste_modifier", Line with { Code = HcpcsCode.Of("J1745") })!.Rows);
    }

    [Fact]
    public void A_note_helps_with_the_rules_that_it_names_and_with_no_other_of_its_topic()
    {
        var policy = TestTables.Policies.Effective("colorado-medicaid")!;
        Assert.Equal(["PR-124"], policy.Help("NDC021", "ndc_format", Line)!.Rows);
        Assert.NotEqual(["PR-124"], policy.Help("NDC002", "ndc_required", Line)!.Rows);
    }

    [Fact]
    public void A_note_on_paper_claims_is_silent_on_others()
    {
        var policy = TestTables.Policies.Effective("palmetto")!;
        Assert.Null(policy.Help("ATT001", "attachment", Line));
        Assert.Equal(["PR-049"], policy.Help("ATT001", "attachment", Line with { IsPaper = true })!.Rows);
    }

    [Fact]
    public void A_note_holds_on_the_dates_that_it_names_or_from_its_document_on()
    {
        var policy = TestTables.Policies.Effective("medicare")!;
        Assert.Equal(["PR-031"], policy.Help("MOD007", "340b", Line with { Day = new(2024, 5, 1) })!.Rows);
        Assert.Null(policy.Help("MOD007", "340b", Line));
        var anthem = TestTables.Policies.Effective("anthem")!;
        Assert.Equal(["PR-225"], anthem.Help("AUT001", "prior_auth", Line with { Day = new(2019, 12, 1) })!.Rows);
        Assert.Null(anthem.Help("AUT001", "prior_auth", Line with { Day = new(2019, 11, 30) }));
    }

    [Fact]
    public void Notes_of_the_payers_own_rules_are_told_apart_by_topic()
    {
        var policy = TestTables.Policies.Effective("wellsense")!;
        Assert.Equal(["PR-215"], policy.Help("PAY001", "drug_specific", Line)!.Rows);
        Assert.Null(policy.Help("PAY001", "payer_routing", Line));
    }

    [Fact]
    public void A_free_rule_holds_from_its_documents_day_or_between_its_own()
    {
        var rule = TestTables.Policies.All.SelectMany(policy => policy.Rules)
            .First(one => one.Id == "tricare-east-payer-id");
        Assert.Equal(new(2025, 1, 1), rule.Source.Effective);
        Assert.True(rule.IsInForce(new(2025, 1, 1), null));
        Assert.False(rule.IsInForce(new(2024, 12, 31), null));
        Assert.True(rule.IsInForce(new(2024, 12, 31), new(2025, 5, 1)));
        var dated = rule with { Service = new(new(2026, 1, 1), new(2026, 6, 30)) };
        Assert.True(dated.IsInForce(new(2026, 6, 30), null));
        Assert.False(dated.IsInForce(new(2026, 7, 1), new(2026, 7, 1)));
    }
}
