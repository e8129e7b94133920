using Noc.Tables;

namespace Noc.Core.Tests.Tables;

public class CalendarQuarterTests
{
    [Theory]
    [InlineData("2026-01-01", 1, "2026-01-01")]
    [InlineData("2026-03-31", 1, "2026-01-01")]
    [InlineData("2026-04-01", 2, "2026-04-01")]
    [InlineData("2026-09-30", 3, "2026-07-01")]
    [InlineData("2026-12-31", 4, "2026-10-01")]
    public void A_day_has_its_quarter_and_that_its_first_day(string day, int quarter, string first)
    {
        Assert.Equal(quarter, CalendarQuarter.Of(DateOnly.Parse(day)));
        Assert.Equal(DateOnly.Parse(first), CalendarQuarter.FirstDay(DateOnly.Parse(day)));
    }
}
