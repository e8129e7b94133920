using System.Text;
using Noc.Tests;

namespace Noc.App.Tests;

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
    public void A_later_payer_counts_from_the_decision_of_the_one_before(string claim, string line, bool isLate)
    {
        var colorado = MediCal with { Payer = "COLORADO MEDICAID*****PI*X0001", State = "CO", Sequence = "S",
            Date = "20260310" };
        var text = colorado.Text()
            .Replace("LX*1~", PaidByMedicare.Replace("LX*1~", $"{claim}LX*1~", StringComparison.Ordinal),
                StringComparison.Ordinal)
            .Replace("LX*2~", $"SVD*X*80*HC:J3490**1~{line}LX*2~", StringComparison.Ordinal);
        var findings = TestClaim.FindingsOf(Encoding.ASCII.GetBytes(text), new DateOnly(2026, 8, 30));
        Assert.Equal(isLate, findings.Any(finding => finding.Rule.Id == "FIL001"));
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
