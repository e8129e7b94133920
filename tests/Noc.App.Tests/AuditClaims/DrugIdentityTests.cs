using System.Text;
using Noc.Audit;
using Noc.Formats.X837;
using Noc.Reference.Policies;
using Noc.Tables;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

public class DrugIdentityTests
{
    private static readonly ReferenceTables Tables = TestNdcs.Tables();

    private static DrugIdentity Of(TestClaim claim)
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(claim.Text()));
        var audit = ClaimAuditor.Audit(ClaimFile.Read(stream).Single(), new(Tables, ShippedPolicies.Set));
        return DrugIdentity.Of(audit.DrugLines[0], Tables);
    }

    private static readonly TestClaim Unknown = new();
    private static readonly TestClaim Leqembi = new()
    {
        Code = "J3590", Description = "LEQEMBI 700MG IV", Lin = $"LIN**N4*{TestNdcs.Leqembi}~CTP****7*ML~",
    };

    [Fact]
    public void A_name_that_nobody_knows_is_no_drug()
    {
        var identity = Of(Unknown);
        Assert.Null(identity.Product);
        Assert.Empty(identity.Reasons);
        Assert.Equal(Confidence.Low, identity.Confidence);
    }

    [Fact]
    public void Brand_and_ndc_that_agree_make_it_sure()
    {
        var identity = Of(Leqembi);
        Assert.Contains("LEQEMBI", identity.Product!.DisplayName, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Confidence.High, identity.Confidence);
        Assert.Null(identity.Disagreement);
        Assert.Contains(identity.Reasons, reason => reason.Kind is DrugEvidence.Ndc);
        Assert.Contains(identity.Reasons, reason => reason.Kind is DrugEvidence.Description);
    }

    [Fact]
    public void A_brand_and_its_ingredient_agree() =>
        Assert.Null(Of(Leqembi with { Description = "LEQEMBI (LECANEMAB-IRMB) 700MG IV" }).Disagreement);

    [Fact]
    public void Ndc_and_text_that_differ_leave_a_doubt()
    {
        var identity = Of(Leqembi with { Description = "TORADOL 30MG IM" });
        Assert.Equal(Confidence.Low, identity.Confidence);
        Assert.Equal((DrugEvidence.Ndc, DrugEvidence.Description),
            (identity.Disagreement!.Value.One.Kind, identity.Disagreement.Value.Other.Kind));
    }

    [Fact]
    public void A_code_that_names_the_drug_is_a_reason()
    {
        var identity = Of(Leqembi with { Code = "J0174", Description = "", Lin = "" });
        Assert.Equal(DrugEvidence.Code, Assert.Single(identity.Reasons).Kind);
        Assert.Equal(Confidence.High, identity.Confidence);
    }

    [Fact]
    public void The_note_of_the_claim_speaks_for_its_one_unclassified_line()
    {
        var (one, other) = Of(Leqembi with { Lin = "", ClaimNote = "TORADOL 30MG IM" }).Disagreement!.Value;
        Assert.Equal((DrugEvidence.Description, DrugEvidence.ClaimNote), (one.Kind, other.Kind));
    }
}
