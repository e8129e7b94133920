using Noc.Audit;
using Noc.Drugs;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Names that stand for several forms of a drug, and drugs that are dosed in no milligrams.</summary>
public sealed class FormsAndRoutesTests
{
    private static List<Finding> Of(string code, string text, string modifiers = "", string lin = "") =>
        [.. new TestClaim { Code = code, Description = text, Modifiers = modifiers, Lin = lin }.Findings()];

    [Theory]
    [InlineData("J3490", "TRIESENCE 4MG INTRAVITREAL", "J3300", 4)]
    [InlineData("J3490", "TRIAMCINOLONE ACETONIDE PF 4MG INTRAVITREAL", "J3300", 4)]
    [InlineData("J3490", "DEXYCU 517MCG INTRACAMERAL", "J1095", 517)]
    [InlineData("J3490", "EMEND 150MG IV", "J1453", 150)]
    [InlineData("J3490", "EMEND IV 150MG IV", "J1453", 150)]
    [InlineData("J3490", "SUBLOCADE 300MG SC", "Q9992", 1)]
    [InlineData("J3490", "MONOVISC 88MG IA", "J7327", 1)]
    [InlineData("J3590", "HEMGENIX 1 DOSE IV", "J1411", 1)]
    public void The_route_and_the_dose_lead_to_the_form_with_its_code(string code, string text, string own, int units)
    {
        var finding = Assert.Single(Of(code, text), one => one.Rule.Id is "COD001");
        Assert.Equal((HcpcsCode.Of(own), units), (finding.Expected!.Code, (int)finding.Expected.Units!));
    }

    [Theory]
    [InlineData("J3590", "HEMGENIX 1 DOSE IV", false)]
    [InlineData("J9999", "KYMRIAH 1 THERAPEUTIC DOSE IV", false)]
    [InlineData("J3590", "HEMGENIX", true)]
    [InlineData("J3590", "LYFGENIA 1 TREATMENT IV", false)]
    [InlineData("J3590", "EXAMPLUMAB 1 DOSE IV", true)]
    public void What_is_billed_by_the_dose_tells_its_dose_by_the_word(string code, string text, bool isMissing) =>
        Assert.Equal(isMissing, Of(code, text).Exists(one => one.Rule.Id is "NAR003" or "NAR010"
            && one.Message.Contains("dose", StringComparison.Ordinal)));

    [Theory]
    [InlineData("J8499", "R112", "", Severity.Warn)]
    [InlineData("J8499", "Z5111", "", Severity.Deny)]
    [InlineData("J8499", "R112", "96413*300", Severity.Deny)]
    public void The_code_of_a_swallowed_antiemetic_is_for_days_of_chemotherapy(
        string code, string diagnosis, string other, Severity severity)
    {
        var claim = new TestClaim { Code = code, Description = "ONDANSETRON 8MG PO", Modifiers = "", Lin = "" };
        claim = claim with { Diagnoses = $"HI*ABK:{diagnosis}", Others = [] };
        if (other.Length > 0) claim = claim with { Others = [other] };
        Assert.Equal(severity, Assert.Single(claim.Findings(), one => one.Rule.Id is "COD001").Severity);
    }

    [Theory]
    [InlineData("J3490", "BECLOMETHASONE INHALATION COMPOUNDED 1MG", "J7622")]
    [InlineData("J3490", "COMPOUNDED BUDESONIDE INHALATION 0.5MG", "J7627 or J7634")]
    public void A_compound_to_be_inhaled_has_its_own_code(string code, string text, string own)
    {
        var expected = Assert.Single(Of(code, text), one => one.Rule.Id is "CMP001").Expected!;
        Assert.Equal(own, expected.Text.Length > 0 ? expected.Text : expected.Code.Value);
    }

    [Fact]
    public void Text_and_NDC_of_two_drugs_are_one_finding_and_give_no_quantity()
    {
        var found = Of("J9999", "UNITUXIN (DINUTUXIMAB) 17.5MG IV", "JZ", $"LIN**N4*{TestNdcs.Leqembi}~CTP****1*ML~");
        Assert.Contains(found, one => one.Rule.Id is "NDC007");
        Assert.DoesNotContain(found, one => one.Rule.Id is "COD001" or "NDC013" or "MOD003");
    }

    [Theory]
    [InlineData("MEDICARE*****PI*X", "MB", "MOD019")]
    [InlineData("ARIZONA MEDICAID (AHCCCS)*****PI*AZ", "MC", "MOD006")]
    public void JW_on_the_only_line_is_told_once_and_may_be_the_mistake(string payer, string filing, string rule)
    {
        var claim = new TestClaim { Code = "J3490", Description = "EXAMPLAZOLE 150MG IV", Modifiers = "JW",
            Payer = payer, Filing = filing, State = filing is "MC" ? "AZ" : "IL" };
        Assert.Equal([rule], claim.Findings().Where(one => one.Rule.Id is "MOD005" or "MOD006" or "MOD019")
            .Select(one => one.Rule.Id));
    }

    [Fact]
    public void A_swallowed_drug_is_not_called_by_the_name_of_its_injection()
    {
        var finding = Assert.Single(Of("J3490", "METOPROLOL 25MG PO"), one => one.Rule.Id is "COD008");
        Assert.StartsWith("METOPROLOL, swallowed, goes out as J8499", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RT", "67028:LT*300", true)]
    [InlineData("RT", "67028:RT*300", false)]
    [InlineData("RT", "67028*300", false)]
    [InlineData("RT", "67028:50*300", false)]
    [InlineData("LT", "20610:RT*300", true)]
    [InlineData("50", "67028:RT*300", false)]
    [InlineData("RT", "96365:LT*300", false)]
    public void The_side_of_the_drug_is_that_of_its_injection(string side, string injection, bool isWrong)
    {
        var claim = new TestClaim { Description = "EXAMPLAZOLE 1.5MG IVT", Modifiers = side, Others = [injection] };
        Assert.Equal(isWrong, claim.Findings().Any(one => one.Rule.Id is "MOD013" && one.Message.Contains(
            "wrong side", StringComparison.Ordinal)));
    }
}
