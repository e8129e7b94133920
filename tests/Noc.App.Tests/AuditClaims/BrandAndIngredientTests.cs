using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Texts that name brand and ingredient, one brand for two routes, a maker that no table has, a compound that
/// has a code of its own or tells nothing.</summary>
public class BrandAndIngredientTests
{
    private static readonly TestClaim Office = new() { Lin = "", State = "CA", Payer = "NORIDIAN JE*****PI*01182" };

    private static Finding? Find(TestClaim claim, string rule) =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    [Theory]
    [InlineData("J2327", "SKYRIZI 600MG IV", false)]
    [InlineData("J3247", "COSENTYX 300MG IV", false)]
    [InlineData("J3247", "COSENTYX 300MG", false)]
    [InlineData("J1602", "SIMPONI 160MG IV", false)]
    [InlineData("J2327", "SKYRIZI 150MG SC", true)]      // the code is for the vein
    [InlineData("Q5107", "AVZIVI 400MG IV", true)]       // the code of another biosimilar
    public void One_brand_for_two_routes_has_the_code_of_its_route(string code, string text, bool isTold) =>
        Assert.Equal(isTold, Find(Office with { Code = code, Units = "300", Description = text }, "COD011")
            ?.Severity is Severity.Deny);

    [Theory]
    [InlineData("J9999", "DARZALEX FASPRO (DARATUMUMAB AND HYALURONIDASE-FIHJ) 1800MG SC", "J9144")]
    [InlineData("J9999", "PHESGO (PERTUZUMAB, TRASTUZUMAB, AND HYALURONIDASE-ZZXF) 600MG SC", "J9316")]
    [InlineData("J9999", "OPDUALAG (NIVOLUMAB AND RELATLIMAB-RMBW) 480MG IV", "J9298")]
    public void The_ingredients_of_a_combination_are_no_other_drugs(string code, string text, string own)
    {
        var finding = Find(Office with { Code = code, Description = text }, "COD001");
        Assert.Equal((Severity.Reject, own), (finding?.Severity, finding?.Expected?.Code.Value));
    }

    [Theory]
    [InlineData("NIVOLUMAB-ZZZZ 240MG IV", null)]
    [InlineData("NEWBRAND (NIVOLUMAB-ZZZZ) 240MG IV", null)]
    [InlineData("OPDIVO (NIVOLUMAB) 240MG IV", Severity.Reject)]
    public void The_code_of_the_reference_is_no_sure_answer_for_a_biosimilar_that_nobody_knows(
        string text, Severity? severity) =>
        Assert.Equal(severity, Find(Office with { Code = "J9999", Description = text }, "COD001")?.Severity);

    // Denosumab and bevacizumab have biosimilars without codes.
    [Theory]
    [InlineData("J3490", "ORITAVANCIN 1200MG IV", "20260310", Severity.Reject)]
    [InlineData("J3490", "ORITAVANCIN 1200MG", "20260310", Severity.Warn)]
    [InlineData("J9999", "BENDAMUSTINE 100MG IV", "20260310", Severity.Warn)]   // Apotex and Baxter lost theirs
    [InlineData("J9999", "BENDAMUSTINE 100MG IV", "20240310", Severity.Reject)]
    [InlineData("J3590", "DENOSUMAB 60MG SC", "20260310", Severity.Warn)]
    [InlineData("J9999", "BEVACIZUMAB 400MG IV", "20260310", Severity.Warn)]
    [InlineData("J9999", "PERTUZUMAB 420MG IV", "20260310", Severity.Warn)]
    [InlineData("J9999", "PERTUZUMAB 420MG IV", "20240310", Severity.Reject)]   // the biosimilar came in 2025
    public void An_ingredient_has_a_code_where_all_its_products_of_the_day_have(
        string code, string text, string day, Severity severity) => Assert.Equal(severity, Find(
        Office with { Code = code, Description = text, Date = day, Lin = "" }, "COD001")?.Severity);

    [Theory]
    [InlineData("J7622", "COMPOUNDED BECLOMETHASONE 1MG INH", false)]
    [InlineData("J2274", "COMPOUNDED MORPHINE 20MG IT", true)]
    public void A_compound_with_a_code_of_its_own_is_not_asked_for_one_line(string code, string text, bool isTold) =>
        Assert.Equal(isTold, Find(Office with { Code = code, Description = text }, "CMP002") is not null);

    [Theory]
    [InlineData("COMPOUND PUMP MIX", "NAR002")]
    [InlineData("PUMP REFILL SAMPLEPHINE EXAMPLOCAINE", "NAR003")]
    [InlineData("EXAMPLUMAB 1.25MG/0.05ML REPACKAGED IVT", "NAR004")]
    [InlineData("COMPOUNDED SAMPLEPHINE 20MG/ML EXAMPLOCAINE 5MG/ML 18ML", null)]
    [InlineData("COMPOUNDED EXAMPLUMAB 1.25MG INTRAVITREAL", null)]
    public void A_compound_tells_an_amount(string text, string? rule)
    {
        var claim = Office with { Code = "J7999", Modifiers = "", Description = text };
        Assert.Equal(rule, (Find(claim, "NAR002") ?? Find(claim, "NAR003") ?? Find(claim, "NAR004"))?.Rule.Id);
    }

    [Theory]
    [InlineData("RAPTIVA 125MG SC")]
    [InlineData("RAPTIVA (EFALIZUMAB) 125MG SC")]
    [InlineData("EFALIZUMAB (RAPTIVA) 125MG SC")]
    [InlineData("RAPTIVA EFALIZUMAB 125MG SC")]
    public void A_name_on_a_list_is_found_beside_the_other_name_of_the_drug(string text) =>
        Assert.NotNull(Find(new TestClaim
        {
            State = "OH", Lin = "", Code = "J3590", Modifiers = "", Description = text, Others = ["96372*30"],
        }, "SAD001"));

    [Theory]
    [InlineData("J9035", true)]
    [InlineData("Q5160", true)]
    [InlineData("J2778", false)]
    public void Bevacizumab_into_the_eye_is_a_compound_whatever_its_code(string code, bool isTold) =>
        Assert.Equal(isTold, Find(Office with
        {
            Code = code, Units = "1", Modifiers = "RT", Description = "", Others = ["67028*100"],
        }, "CMP001") is not null);

    [Theory]
    [InlineData("20150401", false)]
    [InlineData("20150630", false)]
    [InlineData("20150701", true)]
    public void JF_marks_a_compound_in_its_months_only(string date, bool isTold) =>
        Assert.Equal(isTold, (Office with
        {
            Code = "J3490", Modifiers = "JF", Description = "COMPOUNDED EXAMPLAZOLE 150MG IT", Date = date,
        }).Findings().Any(finding => finding.Rule.Id.StartsWith("MOD", StringComparison.Ordinal)
            && finding.Message.Contains("JF", StringComparison.Ordinal)));
}
