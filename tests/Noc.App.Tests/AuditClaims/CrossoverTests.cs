using System.Text;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

public class CrossoverTests
{
    private const string PaidByMedicare = "SBR*P*18*******MB~AMT*D*80~OI***Y***Y~NM1*IL*1*NOBODY*PAT****MI*M1~"
        + "NM1*PR*2*MEDICARE*****PI*X~LX*1~";

    private static readonly TestClaim MediCal = new()
    {
        Filing = "MC",
        Payer = "MEDI-CAL*****PI*100065",
        State = "CA",
        Lin = "",
    };

    private static bool MissesNdc(string text) =>
        TestClaim.FindingsOf(Encoding.ASCII.GetBytes(text)).Any(finding => finding.Rule.Id == "NDC001");

    [Fact]
    public void Medi_Cal_wants_no_NDC_where_Medicare_paid_first()
    {
        Assert.True(MissesNdc(MediCal.Text()));
        var second = (MediCal with { Sequence = "S" }).Text();
        Assert.False(MissesNdc(second.Replace("LX*1~", PaidByMedicare, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("DTP*573*D8*20260630~", "", true)]
    [InlineData("DTP*573*D8*20260701~", "", false)]   // sixty days to the last one
    [InlineData("", "DTP*573*D8*20260630~", true)]
    [InlineData("DTP*573*D8*20260630~", "DTP*573*D8*20260701~", false)]   // the newest decision counts
    [InlineData("", "", false)]
    public void A_later_payer_counts_from_the_decision_of_the_one_before(string claim, string line, bool isLate) =>
        Assert.Equal(isLate, IsLate("CO", "COLORADO MEDICAID", claim, line, new(2026, 8, 30)));

    [Theory]
    // Colorado: sixty days from the decision, but never more than 365 from the service.
    [InlineData("CO", "COLORADO MEDICAID", "20270301", "2027-03-10", false)]
    [InlineData("CO", "COLORADO MEDICAID", "20270301", "2027-03-11", true)]
    [InlineData("CO", "COLORADO MEDICAID", "", "2027-03-11", true)]
    // Florida: twelve months from the service, or six from the decision where that is later.
    [InlineData("FL", "FLORIDA MEDICAID", "20260401", "2027-03-10", false)]
    [InlineData("FL", "FLORIDA MEDICAID", "20260401", "2027-03-11", true)]
    [InlineData("FL", "FLORIDA MEDICAID", "20261201", "2027-06-01", false)]
    [InlineData("FL", "FLORIDA MEDICAID", "20261201", "2027-06-02", true)]
    public void The_window_from_the_service_holds_beside_it_where_the_payer_says_so(
        string state, string name, string decided, string sent, bool isLate) =>
        Assert.Equal(isLate, IsLate(state, name, decided.Length > 0 ? $"DTP*573*D8*{decided}~" : "", "",
            DateOnly.Parse(sent)));

    private static bool IsLate(string state, string name, string claim, string line, DateOnly sent)
    {
        var second = MediCal with { Payer = $"{name}*****PI*X0001", State = state, Sequence = "S", Date = "20260310" };
        var text = second.Text()
            .Replace("LX*1~", PaidByMedicare.Replace("LX*1~", $"{claim}LX*1~", StringComparison.Ordinal),
                StringComparison.Ordinal)
            .Replace("LX*2~", $"SVD*X*80*HC:J3490**1~{line}LX*2~", StringComparison.Ordinal);
        return TestClaim.FindingsOf(Encoding.ASCII.GetBytes(text), sent).Any(one => one.Rule.Id == "FIL001");
    }

    [Fact]
    public void Another_payer_before_Medicaid_is_no_crossover()
    {
        var second = (MediCal with { Sequence = "S" }).Text();
        Assert.True(MissesNdc(second));
        Assert.True(MissesNdc(second.Replace("LX*1~",
            PaidByMedicare.Replace("*MB~", "*CI~", StringComparison.Ordinal), StringComparison.Ordinal)));
    }
}
