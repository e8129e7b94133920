using Noc.App.MaskClaims;
using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests;

/// <summary>Decisions that send a claim elsewhere, drugs told by their NDC alone, and commands on what is not a
/// file.</summary>
public class OtherPayerTests
{
    [Fact]
    public void A_drug_for_equipment_of_a_railroad_patient_goes_to_the_equipment_contractor() =>
        Assert.Equal(Decision.BillOtherPayer, (PolicyRuleCases.Railroad with
        {
            Code = "J7699", Description = "EXAMPLAZOLE 10MG INHALED", Modifiers = "", Others = [],
        }).Audit().Decision);

    [Fact]
    public void A_payer_id_of_the_same_payer_is_only_a_fix() => Assert.Equal(Decision.FixAndSend, new TestClaim
    {
        Filing = "CH", Modifiers = "", Payer = "TRICARE EAST*****PI*TREST",
    }.Audit().Decision);

    [Fact]
    public void A_compound_goes_to_the_pharmacy_program_where_the_payer_wants_it_there() =>
        Assert.Equal(Decision.BillOtherPayer, new TestClaim
        {
            Filing = "MC", Modifiers = "", Payer = "ALABAMA MEDICAID*****PI*SKAL0", State = "AL",
            Description = "COMPOUNDED EXAMPLAZOLE 5MG IT",
        }.Audit().Decision);

    [Fact]
    public void A_finding_on_evidence_says_what_it_asked_the_policy()
    {
        var claim = EvidenceRuleCases.All["EVD014"].Fires;
        var audit = claim.Audit();
        var finding = audit.Findings.Single(one => one.Rule.Id == "EVD014");
        var asked = ClaimAuditor.Replay(audit, finding, TestClaim.ContextOf(claim));
        Assert.Contains(asked, one => one.Key.Name == "invoice.age-months" && one.Answer is not null);
    }

    [Fact]
    public void Standard_input_is_masked_too_and_nothing_of_it_is_left()
    {
        var folder = Directory.CreateTempSubdirectory("noc-mask").FullName;
        var target = Path.Combine(folder, "out.837");
        var claims = File.ReadAllBytes(SharedFolder.Sample);
        using var input = new MemoryStream(claims);
        using var errors = new StringWriter();
        Assert.Equal(0, MaskRun.Run("-", input, target, "key", TextWriter.Null, errors,
            TestContext.Current.CancellationToken));
        Assert.Equal(claims.Length, new FileInfo(target).Length);
        Assert.Equal([target], Directory.GetFiles(folder));
        using var nothing = new MemoryStream();
        Assert.Equal(3, MaskRun.Run("-", nothing, target, "key", TextWriter.Null, errors,
            TestContext.Current.CancellationToken));
        Assert.Contains("standard input holds no claims", errors.ToString(), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_self_administered_drug_is_known_by_its_ndc_alone()
    {
        var claim = new TestClaim { State = "WA", Code = "J3590", Description = "", Modifiers = "JB",
            Lin = $"LIN**N4*{TestNdcs.SelfGiven}~CTP****1*ML~", Others = ["96372*30"] };
        Assert.Contains(claim.Findings(), finding => finding.Rule.Id == "SAD001");
        Assert.DoesNotContain((claim with { Modifiers = "JA" }).Findings(), finding => finding.Rule.Id == "SAD001");
        Assert.DoesNotContain((claim with { Lin = "" }).Findings(), finding => finding.Rule.Id == "SAD001");
        Assert.DoesNotContain((claim with { Filing = "CI" }).Findings(), finding => finding.Rule.Id == "SAD001");
    }
}
