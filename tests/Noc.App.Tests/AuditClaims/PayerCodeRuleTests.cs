using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>CMP001 to CMP004, COD010, PAY001: codes, compounds and rules of single payers.</summary>
public class PayerCodeRuleTests
{
    private static readonly TestClaim Medicare = new();
    private static readonly TestClaim Avastin = new()
    {
        Code = "J3590", Modifiers = "RT", Description = "BEVACIZUMAB 1.25MG INTRAVITREAL", Lin = "",
        Others = ["67028*300"],
    };

    private static readonly TestClaim Florida = new()
    {
        Filing = "CI", Modifiers = "", State = "FL", Payer = "FLORIDA BLUE*****PI*00590",
        Description = "COMPOUND PUMP MIX", Lin = "",
    };

    private static Finding? Find(TestClaim claim, string rule) =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    [Fact]
    public void Bevacizumab_for_the_eye_is_sure_where_the_contractor_names_it()
    {
        var (noridian, ngs) = (Find(Avastin with { State = "WA" }, "CMP001"), Find(Avastin, "CMP001"));
        Assert.Equal(("compound", Severity.Reject, "J7999"),
            (noridian?.Topic, noridian?.Severity, noridian?.Expected?.Code.Value));
        Assert.Equal((Severity.Warn, "J7999"), (ngs?.Severity, ngs?.Expected?.Code.Value));   // from memory, so a doubt
    }

    [Theory]
    [InlineData("J9035", true)]
    [InlineData("Q5160", true)]
    [InlineData("C9257", true)]
    [InlineData("J9271", false)]
    public void Every_code_of_bevacizumab_is_wrong_for_the_eye(string code, bool isTold)
    {
        var claim = Avastin with { Code = code, Description = "" };
        Assert.Equal(isTold ? "J7999" : null, Find(claim, "CMP001")?.Expected?.Code.Value);
        Assert.Null(Find(claim with { Others = ["96413*300"] }, "CMP001"));
    }

    [Fact]
    public void A_code_that_is_wrong_itself_asks_for_no_modifier()
    {
        var claim = Avastin with { State = "WA", Description = "COMPOUNDED EXAMPLUMAB 1.25MG INTRAVITREAL" };
        Assert.NotNull(Find(claim, "CMP001"));
        Assert.Null(Find(claim, "MOD002"));
    }

    [Theory]
    [InlineData("KY", "RAPTIVA (EFALIZUMAB) 125MG SC", true)]
    [InlineData("KY", "RAPTIVA EFALIZUMAB 125MG SC", true)]
    [InlineData("KY", "KUTAPRESSIN (LIVER DERIVATIVE COMPLEX) 2ML SC", true)]
    [InlineData("KY", "RAPTIVA EXAMPLAZOLE 125MG SC", false)]
    [InlineData("WA", "RAPTIVA (EFALIZUMAB) 125MG SC", false)]   // another contractor's list
    [InlineData("WA", "LANTUS SOLOSTAR 20 UNITS SC", true)]
    public void Brand_and_ingredient_together_are_found_on_the_list(string state, string text, bool isListed) =>
        Assert.Equal(isListed ? Severity.Deny : null,
            Find(Medicare with { Code = "J3590", State = state, Description = text, Lin = "" }, "SAD001")?.Severity);

    [Theory]
    [InlineData("IL", "lists ustekinumab (SC) as self-administered (article A53021): ")]
    [InlineData("SC", "lists ustekinumab (SC) as self-administered (article A53066): ")]
    public void The_contractor_s_list_is_named_by_its_number(string state, string words) => Assert.Contains(words,
        Find(Medicare with { Code = "J3590", State = state, Description = "STELARA 90MG SC", Lin = "" }, "SAD001")
            ?.Message, StringComparison.Ordinal);

    [Fact]
    public void Pumps_take_either_code_unless_the_contractor_says_which()
    {
        var pump = Medicare with { Modifiers = "KD", Description = "COMPOUNDED EXAMPLAZOLE 5MG IT" };
        Assert.Null(Find(pump with { Code = "J7799" }, "CMP001"));
        Assert.Equal("J7799", Find(pump with { Code = "J7999", State = "FL" }, "CMP001")?.Expected?.Code.Value);
        Assert.Null(Find(pump with { Code = "J7799", State = "FL" }, "CMP001"));
    }

    [Theory]
    [InlineData("11", false)]
    [InlineData("12", false)]
    [InlineData("24", false)]
    [InlineData("19", true)]
    [InlineData("21", true)]
    [InlineData("22", true)]
    [InlineData("23", true)]
    public void Medicare_pays_a_drug_to_the_hospital_in_which_it_is_given(string place, bool isHospital)
    {
        var claim = Medicare with { Place = place };
        Assert.Equal(isHospital ? Severity.Deny : null, Find(claim, "COD012")?.Severity);
        Assert.Null(Find(claim with { Filing = "CI", Payer = "INVENTED PLAN*****PI*99998" }, "COD012"));
        Assert.Null(Find(claim with { Modifiers = "KD" }, "COD012"));
        Assert.Null(Find(claim with { Charge = "0.01" }, "COD012"));
        Assert.Null(Find(claim with { Code = "90714", Description = "" }, "COD012"));
        Assert.Equal(isHospital, Find(claim with { Code = "J9271", Description = "" }, "COD012") is not null);
    }

    [Theory]
    [InlineData("J7609", "COMPOUNDED ALBUTEROL 1MG INH VIA NEB", false)]
    [InlineData("J7622", "COMPOUNDED BECLOMETHASONE 1MG INH VIA NEB", false)]
    [InlineData("J7635", "ATROPINE INHALATION (COMPOUNDED) 1MG NEB", false)]
    [InlineData("J7685", "COMPOUNDED TOBRAMYCIN 300MG INH", false)]
    [InlineData("J2274", "COMPOUNDED MORPHINE 10MG IT", true)]
    public void A_code_for_a_compound_is_no_ingredient(string code, string text, bool isTold)
    {
        var claim = Medicare with { Code = code, Modifiers = "", Description = text, Lin = "" };
        Assert.Equal(isTold, Find(claim, "CMP002") is not null);
        Assert.Equal(isTold, Find(claim with { Payer = "CGS DME*****PI*X0001", Place = "12" }, "CMP002") is not null);
    }

    [Fact]
    public void A_compound_under_the_code_of_its_ingredient_gets_the_codes_of_that_compound() =>
        Assert.Equal("J7609 or J7610", Find(Medicare with
        {
            Code = "J7613", Modifiers = "", Description = "COMPOUNDED ALBUTEROL 1MG INH VIA NEB", Lin = "",
        }, "CMP002")?.Expected?.Text);

    [Theory]
    [InlineData("COMPOUND PUMP MIX", "NAR002")]
    [InlineData("PUMP REFILL SAMPLEPHINE EXAMPLOCAINE", "NAR003")]
    [InlineData("EXAMPLUMAB 1.25MG/0.05ML REPACKAGED IVT RT", "NAR004")]
    [InlineData("COMPOUNDED SAMPLEPHINE EXAMPLOCAINE IT", "NAR003")]
    [InlineData("COMPOUNDED SAMPLEPHINE 20MG/ML EXAMPLOCAINE 5MG/ML 18ML IT", null)]
    [InlineData("CMPD SAMPLEPHINE 360MG/EXAMPLOCAINE 90MG/FICTIDINE 2MG IT PUMP", null)]
    [InlineData("COMPOUNDED EXAMPLUMAB 1.25MG INTRAVITREAL", null)]
    public void A_compound_tells_its_ingredients_and_how_much(string text, string? rule)
    {
        var claim = Medicare with { Code = "J7999", Modifiers = "RT", Description = text, Lin = "" };
        Assert.Equal(rule is null ? null : (rule, Severity.Reject), claim.Findings()
            .Where(finding => finding.Rule.Id is "NAR001" or "NAR002" or "NAR003" or "NAR004")
            .Select(finding => ((string, Severity)?)(finding.Rule.Id, finding.Severity)).SingleOrDefault());
    }

    [Fact]
    public void Florida_blue_wants_the_parts_of_a_mix()
    {
        var finding = Assert.Single(Florida.Findings(), finding => finding.Severity >= Severity.Deny);
        Assert.Equal(("CMP002", Severity.Deny), (finding.Rule.Id, finding.Severity));
        Assert.Contains("00000000070", finding.Expected!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Linked_lines_of_one_compound_are_one_line_for_medicare()
    {
        var linked = Medicare with { Code = "J7999", Lin = "LIN**N4*99999012301~CTP****3*ML~REF*VY*123~" };
        Assert.Null(Find(linked, "CMP002"));
        Assert.Equal(2, Find(linked with { Twice = true }, "CMP002")?.Line);
    }

    [Fact]
    public void A_payer_of_low_confidence_only_warns_that_it_wants_paper()
    {
        var claim = new TestClaim { Filing = "MC", Modifiers = "" };
        Assert.Equal(Severity.Reject,
            Find(claim with { State = "NY", Payer = "EMEDNY*****PI*100231" }, "COD010")?.Severity);
        Assert.Equal(Severity.Warn, Find(claim with { State = "TX", Payer = "TMHP*****PI*86916" }, "COD010")?.Severity);
    }

    [Fact]
    public void The_payer_id_is_told_once_of_the_whole_claim()
    {
        var claim = new TestClaim { Filing = "CH", Modifiers = "", Payer = "TRICARE EAST*****PI*TREST", Twice = true };
        var finding = Assert.Single(claim.Findings(), finding => finding.Rule.Id == "PAY001");
        Assert.Equal((0, "payer_routing", "99727", "2010BB/NM109"),
            (finding.Line, finding.Topic, finding.Expected!.Text, finding.Element));
        Assert.Null(Find(claim with { Date = "20241220" }, "PAY001"));   // nobody says when it is sent
    }

    [Fact]
    public void Railroad_sends_equipment_drugs_away_but_not_those_of_implanted_pumps()
    {
        var claim = Medicare with { Payer = "RAILROAD MEDICARE*****PI*00882", Code = "J7699" };
        Assert.Equal(Severity.Reject, Find(claim, "PAY001")?.Severity);
        Assert.Null(Find(claim with { Modifiers = "KD" }, "PAY001"));
    }
}
