using System.Text;

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

    [Fact]
    public void Another_payer_before_Medicaid_is_no_crossover()
    {
        var second = (MediCal with { Sequence = "S" }).Text();
        Assert.True(MissesNdc(second));
        Assert.True(MissesNdc(second.Replace("LX*1~",
            PaidByMedicare.Replace("*MB~", "*CI~", StringComparison.Ordinal), StringComparison.Ordinal)));
    }
}
