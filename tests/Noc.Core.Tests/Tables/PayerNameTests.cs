using Noc.Tables;

namespace Noc.Core.Tests.Tables;

public sealed class PayerNameTests
{
    [Theory]
    [InlineData("Blue Cross and Blue Shield of Texas", "BCBS", "TX")]
    [InlineData("BCBSTX", "BCBS", "TX")]
    [InlineData("TX BC BS", "BCBS", "TX")]
    [InlineData("BLUE SHIELD OF CALIFORNIA", "BS", "CA")]
    [InlineData("Blue Cross Blue Shield of West Virginia", "BCBS", "WV")]
    [InlineData("CAREFIRST BCBS DISTRICT OF COLUMBIA", "CAREFIRSTBCBS", "DC")]
    [InlineData("Blue Cross Blue Shield of Kansas City", "BCBSKANSASCITY", "")]
    [InlineData("United Health Care Ins. Co.", "UNITEDHEALTHCARE", "")]
    [InlineData("AETNA LIFE INSURANCE COMPANY OF TEXAS", "AETNALIFE", "TX")]
    [InlineData("CIGNA PPO", "CIGNA", "")]
    [InlineData("PPO", "PPO", "")]
    public void The_ways_to_write_a_name_are_one_name(string name, string core, string state) =>
        Assert.Equal([new PayerName(core, state)], PayerName.Readings(PayerDirectory.Plain(name)));

    [Fact]
    public void CO_at_the_end_is_a_company_or_Colorado() =>
        Assert.Equal([new("ANTHEM", ""), new("ANTHEM", "CO")], PayerName.Readings("ANTHEM CO"));

    [Theory]
    [InlineData("")]
    [InlineData("HEALTH PLAN")]
    [InlineData("MEDICAID")]
    [InlineData("NATIONAL LIFE INSURANCE COMPANY OF OHIO")]
    public void A_name_of_common_words_is_nobodys(string name) => Assert.Empty(PayerName.Readings(name));
}
