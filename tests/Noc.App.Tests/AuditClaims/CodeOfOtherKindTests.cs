using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>COD013, and COD008 beside it: what has codes of its own kind does not go out as an injected drug.</summary>
public class CodeOfOtherKindTests
{
    private static readonly TestClaim Medicare = new() { Code = "J3590", Modifiers = "", Lin = "" };
    private static readonly TestClaim Commercial = Medicare with { Filing = "CI" };

    private static Finding? Find(TestClaim claim, string rule = "COD013") =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    [Theory]
    [InlineData("EXAMPLAVIR VACCINE 0.5ML IM", "90749")]
    [InlineData("TETANUS TOXOID ADSORBED 0.5ML IM", "90749")]
    [InlineData("INFLUENZA VACCINE 0.5ML IM", "Q2039")]
    [InlineData("FLUZONE HIGH-DOSE 0.5ML IM", "Q2039")]
    [InlineData("AREXVY 0.5ML IM", "90749")]
    [InlineData("Abrysvo 120mcg IM", "90749")]
    [InlineData("PREVNAR 20 0.5ML IM", "90749")]
    public void A_vaccine_that_nobody_knows_is_never_a_biologic(string text, string code)
    {
        var finding = Find(Medicare with { Description = text });
        Assert.Equal(Severity.Reject, finding?.Severity);
        Assert.Contains(code, finding?.Expected?.Text, StringComparison.Ordinal);
        Assert.Equal(Severity.Warn, Find(Commercial with { Description = text })?.Severity);
        Assert.Null(Find(Medicare with { Description = text, Code = "90749" }));
    }

    [Theory]
    [InlineData("STERILE WATER", true)]
    [InlineData("SALINE FLUSH 10ML", true)]
    [InlineData("NORMAL SALINE FLUSH 10ML IV", true)]
    [InlineData("EXAMPLAZOLE 150MG IN NORMAL SALINE IV", false)]
    [InlineData("EXAMPLAZOLE 150MG IV", false)]
    public void Water_and_saline_have_codes_of_their_own_and_no_dose(string text, bool isFluid)
    {
        var claim = Medicare with { Description = text, Code = "J3490" };
        var finding = Find(claim);
        Assert.Equal(isFluid ? Severity.Warn : null, finding?.Severity);
        if (isFluid) Assert.Contains("A4216", finding!.Message, StringComparison.Ordinal);
        Assert.Null(Find(claim, "NAR003"));
    }

    [Fact]
    public void Water_for_injection_has_its_code_by_name() => Assert.Equal("A4216", Find(
        Medicare with { Description = "STERILE WATER FOR INJECTION 10ML", Code = "J3490" }, "COD001")?.Expected?
        .Code.Value);

    [Theory]
    [InlineData("ASPIRIN 325MG PO", "J3490", true)]
    [InlineData("ASPIRIN 325MG PO", "J8499", false)]
    [InlineData("EXAMPLAZOLE 150MG IV", "J3490", false)]
    public void What_a_hospital_gives_to_swallow_is_no_injected_drug(string text, string code, bool isTold)
    {
        var finding = Find(
            Medicare with { Description = text, Code = code, Place = "13", Others = ["96365*185"] }, "COD008");
        Assert.Equal(isTold ? Severity.Warn : null, finding?.Severity);
    }

    [Fact]
    public void Influenza_has_its_code_at_medicare_alone() => Assert.Contains("90749",
        Find(Commercial with { Description = "INFLUENZA VACCINE 0.5ML IM" })?.Expected?.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("ALLERGENIC EXTRACT MITE 0.5ML SC", "95144")]
    [InlineData("TUBERSOL 0.1ML ID", "86485")]
    [InlineData("CANDIN 0.1ML ID", "86485")]
    [InlineData("EXAMPLADERM SKIN SUBSTITUTE 16SQCM", "Q4431")]
    [InlineData("APLIGRAF 44 SQ CM", "Q4431")]
    [InlineData("DERMAGRAFT 37.5SQCM", "Q4431")]
    public void Each_kind_has_its_codes(string text, string code)
    {
        var finding = Find(Medicare with { Description = text });
        Assert.Equal(Severity.Warn, finding?.Severity);
        Assert.Contains(code, finding?.Expected?.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CANDIN 0.1ML INTRALESIONAL")]         // against warts: no test
    [InlineData("EXAMPLAZOLE 20MG IV")]
    [InlineData("EXAMPLAZOLE 20MG")]
    [InlineData("EXAMPLAZOLE 20MG IV PT REFUSED FLU VACCINE")]
    [InlineData("COMPOUNDED EXAMPLAZOLE 20MG PO")]
    public void Nothing_is_said_where_the_text_does_not_tell(string text) =>
        Assert.Null(Find(Medicare with { Description = text }));

    [Fact]
    public void What_is_given_by_volume_needs_no_milligrams()
    {
        Assert.Null(Find(Medicare with { Description = "EXAMPLAVIR VACCINE 0.5ML IM" }, "NAR003"));
        Assert.NotNull(Find(Medicare with { Description = "EXAMPLAVIR 0.5ML IM" }, "NAR003"));
    }

    [Fact]
    public void A_suppository_is_not_the_injection_of_the_same_drug()
    {
        var claim = Medicare with { Code = "J3490", Description = "PROMETHAZINE 25MG SUPPOSITORY" };
        Assert.Null(Find(claim, "COD001"));
        Assert.Equal("J8498", Find(claim, "COD008")?.Expected?.Code.Value);
        Assert.NotNull(Find(claim with { Description = "PROMETHAZINE 25MG IM" }, "COD001"));
    }

    [Theory]
    [InlineData("Q4100", "20260310", "MB", true)]
    [InlineData("A4100", "20260310", "MB", true)]
    [InlineData("Q4100", "20251231", "MB", false)]     // the codes of 2026 were not there yet
    [InlineData("Q4100", "20260310", "CI", false)]
    [InlineData("Q4431", "20260310", "MB", false)]
    public void Since_2026_medicare_pays_skin_substitutes_by_their_way_to_the_market(
        string code, string date, string filing, bool isTold)
    {
        var finding = Find(Medicare with
        {
            Code = code, Date = date, Filing = filing, Description = "EXAMPLADERM 16SQCM", Others = ["15271*300"],
        }, "COD008");
        Assert.Equal(isTold ? (Severity?)Severity.Warn : null, finding?.Severity);
    }

    [Theory]
    [InlineData("J3490", "", "20260310", true)]
    [InlineData("J3590", "", "20260310", true)]
    [InlineData("J3490", "AY", "20260310", false)]
    [InlineData("J3591", "", "20260310", false)]
    [InlineData("J3490", "", "20181231", false)]
    public void A_dialysis_facility_bills_j3591_but_for_other_diseases(
        string code, string modifiers, string date, bool isTold)
    {
        var claim = Medicare with { Place = "72", Description = "EXAMPLAZOLE 20MG IV", Others = [] };
        claim = claim with { Code = code, Modifiers = modifiers, Date = date };
        Assert.Equal(isTold, Find(claim, "COD008") is not null);
    }
}
