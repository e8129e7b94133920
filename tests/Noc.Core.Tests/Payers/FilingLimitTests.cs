using Noc.Payers;

namespace Noc.Core.Tests.Payers;

/// <summary>Until when a first claim must have reached a payer of which nothing better is known.</summary>
public class FilingLimitTests
{
    private static readonly DateOnly Day = new(2026, 2, 10);

    private static FilingLimit Of(PayerProgram program) => FilingLimit.Of(new() { Name = "x", Program = program }, Day);

    [Theory]
    [InlineData(PayerProgram.Medicare)]
    [InlineData(PayerProgram.MedicareDme)]
    public void Medicare_takes_claims_for_a_calendar_year(PayerProgram program)
    {
        var limit = Of(program);
        Assert.Equal((new(2027, 2, 10), new DateOnly(2027, 2, 10)), (limit.SendBy, limit.Latest!.Value));
        Assert.Equal("Medicare takes a first claim until 2027-02-10", limit.Text);
        Assert.Equal(("Medicare, timely filing", "one calendar year"), (limit.Source.Title, limit.Source.Section));
        Assert.StartsWith("https://med.noridianmedicare.com/", limit.Source.Url, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2010, 1, 1), limit.Source.Effective);
        Assert.Equal(new DateOnly(2022, 12, 9), limit.Source.Read);
    }

    [Fact]
    public void The_state_decides_on_Medicaid_within_a_year()
    {
        var limit = Of(PayerProgram.Medicaid);
        Assert.Equal((new(2026, 5, 11), new DateOnly(2027, 2, 10)), (limit.SendBy, limit.Latest!.Value));
        Assert.Equal("the state sets the limit, 2027-02-10 at the latest; some end after 90 days, 2026-05-11",
            limit.Text);
        Assert.Equal(("42 CFR", "447.45(d)"), (limit.Source.Title, limit.Source.Section));
        Assert.Equal(new DateOnly(2026, 11, 21), limit.Source.Read);
    }

    [Theory]
    [InlineData(PayerProgram.Other)]
    [InlineData(PayerProgram.MedicareAdvantage)]
    [InlineData(PayerProgram.Federal)]
    [InlineData(null)]
    public void Contracts_decide_on_the_rest(PayerProgram? program)
    {
        var limit = program is { } known ? Of(known) : FilingLimit.Of(null, Day);
        Assert.Equal((new DateOnly(2026, 5, 11), null), (limit.SendBy, limit.Latest));
        Assert.Equal("the contract sets the limit; the shortest common one ends 2026-05-11", limit.Text);
        Assert.Equal(("Filing limits of commercial payers", "90 to 180 days, one year"),
            (limit.Source.Title, limit.Source.Section));
        Assert.StartsWith("https://www.medclaimsllc.com/", limit.Source.Url, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 11, 21), limit.Source.Read);
    }
}
