using Noc.Drugs;
using Noc.Rvu;

namespace Noc.Core.Tests.Rvu;

public sealed class WorkCreditTests
{
    private static readonly WorkSchedule Schedule = new(TestTables.Seed);

    private static WorkCredit Credit(
        string code, string day = "2026-07-10", decimal units = 1, params string[] modifiers) => Schedule
        .Credit(new(DateOnly.ParseExact(day, "yyyy-MM-dd"), "A", HcpcsCode.Of(code),
            [.. modifiers.Select(Modifier.Of)], units));

    [Theory]
    [InlineData("96413", 0.28)]
    [InlineData("96365", 0.21)]
    [InlineData("96372", 0.17)]
    [InlineData("96401", 0.21)]
    public void An_administration_counts_what_the_fee_schedule_says(string code, double work)
    {
        var credit = Credit(code, units: 3);
        Assert.Equal((decimal)work * 3, credit.Credited);
        Assert.Empty(credit.Reason);
    }

    [Theory]
    [InlineData("J3490")]
    [InlineData("J9271")]
    [InlineData("Q5103")]
    public void A_drug_counts_nothing_and_says_why(string code)
    {
        var credit = Credit(code, units: 200);
        Assert.Equal(0, credit.Credited);
        Assert.Contains("administration", credit.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_without_work_say_why()
    {
        Assert.Contains("contractor", Credit("96549").Reason, StringComparison.Ordinal);
        Assert.Contains("status X", Credit("96376").Reason, StringComparison.Ordinal);
        Assert.Contains("TC", Credit("96413", "2026-07-10", 1, "TC").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_quarter_of_the_year_speaks_and_another_year_does_not()
    {
        Assert.Equal(0.28m, Credit("96413", "2026-03-10").Credited);
        var old = Credit("96413", "2019-03-10");
        Assert.Null(old.PerUnit);
        Assert.Contains("2019", old.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Modifiers_change_the_credit_and_a_plan_of_ones_own_comes_first()
    {
        Assert.Equal(0.42m, Credit("96413", "2026-07-10", 1, "50").Credited);
        Assert.Contains("50", Credit("96413", "2026-07-10", 1, "50").Reason, StringComparison.Ordinal);
        Assert.Equal(0.28m, Credit("96413", "2026-07-10", 1, "59").Credited);
        var own = new WorkSchedule(TestTables.Seed, new Dictionary<Modifier, decimal> { [Modifier.Of("50")] = 2 });
        Assert.Equal(0.56m, own.Credit(Credit("96413", "2026-07-10", 1, "50").Procedure).Credited);
    }

    [Fact]
    public void The_pace_follows_its_formula()
    {
        WorkCredit[] credits = [Credit("96413", units: 1000), Credit("96413", "2025-12-10", 1000),
            Credit("96413", "2026-12-10", 1000)];
        var pace = WorkTally.Pace(credits, new(2026, 9, 30), 1000);
        Assert.Equal(280, pace.Done);
        Assert.Equal(decimal.Round(280m * 365 / 273, 2), pace.Projected);
        Assert.Equal(decimal.Round(720m / 92 * 365 / 12, 2), pace.PerMonthNeeded);
        Assert.Null(WorkTally.Pace(credits, new(2026, 12, 31), 1000).PerMonthNeeded);
    }

    [Fact]
    public void A_percentile_lies_on_the_line_between_two_rows()
    {
        var survey = new WorkPercentiles([(25, 3000), (50, 4000), (75, 6000)]);
        Assert.Equal(25, survey.PositionOf(10));
        Assert.Equal(37.5m, survey.PositionOf(3500));
        Assert.Equal(75, survey.PositionOf(9000));
        Assert.Equal((50, 500), survey.NextAbove(3500));
        Assert.Null(survey.NextAbove(6000));
    }
}
