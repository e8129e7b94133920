using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>What the text of a line with a code of its own tells: UNT005 and COD011 of biologics; NDC013 by the
/// strengths of the product.</summary>
public class OwnCodeTextTests
{
    private static readonly TestClaim Office = new() { Lin = "", Others = ["96413*185"], Date = "20260610" };
    private static readonly TestClaim Tyenne = Office with { Code = "Q5135" };

    private static Finding? Find(TestClaim claim, string rule) =>
        claim.Findings().SingleOrDefault(finding => finding.Rule.Id == rule);

    [Theory]
    [InlineData("56", "TYENNE 560MG IV", 560)]      // a slip
    [InlineData("56", "TYENNE 560MG", 560)]
    [InlineData("1", "TYENNE 560MG", 560)]          // one unit for all
    [InlineData("400", "TYENNE 560MG IV", 560)]     // less than was given
    [InlineData("5600", "TYENNE 560MG IV", 560)]
    [InlineData("56", "TOCILIZUMAB-AAZG 560 MG IV", 560)]
    public void Units_of_another_dose_than_the_text_tells_are_named(string units, string text, int right)
    {
        var finding = Find(Tyenne with { Units = units, Description = text }, "UNT005");
        Assert.Equal((Severity.Warn, (decimal?)right), (finding?.Severity, finding?.Expected?.Units));
    }

    [Theory]
    [InlineData("PROLIA 60MG/ML PFS", "1", true)]
    [InlineData("PROLIA 60MG/ML SYRINGE", "1", true)]
    [InlineData("PROLIA 60MG/ML PFS", "60", false)]
    [InlineData("PROLIA 60MG/ML PFS", "20", false)]
    [InlineData("PROLIA 60MG/ML", "1", false)]
    [InlineData("EXAMPLAZOLE 60MG/ML PFS", "1", false)]
    public void One_unit_of_a_whole_syringe_is_too_few(string text, string units, bool isTold)
    {
        var claim = Office with { Code = "J0897", Units = units, Description = text, Others = ["96372*40"] };
        Assert.Equal(isTold ? Severity.Warn : null, Find(claim, "UNT005")?.Severity);
    }

    [Theory]
    [InlineData("560", "TYENNE 560MG IV")]
    [InlineData("560", "TYENNE 1MG")]           // the unit of the code
    [InlineData("560", "TYENNE 80MG/4ML")]
    [InlineData("560", "TYENNE 80MG IV")]       // seven vials of it
    [InlineData("600", "TYENNE 560MG IV")]      // waste on the same line
    [InlineData("60", "TYENNE 80MG")]           // the vial of a price list
    [InlineData("56", "ACTEMRA 560MG IV")]      // another drug: COD011
    [InlineData("56", "EXAMPLAZOLE 560MG IV")]
    [InlineData("56", "TYENNE 560MG IV CLAIM 1 OF 2")]
    [InlineData("56", "TYENNE")]
    [InlineData("56", "TYENNE 560ML IV")]
    public void Other_texts_leave_the_units_alone(string units, string text) =>
        Assert.Null(Find(Tyenne with { Units = units, Description = text }, "UNT005"));

    [Theory]
    [InlineData("J2357", "300", "XOLAIR 300MG SC", 60)]                     // milligrams as units
    [InlineData("J0586", "300", "DYSPORT 300 UNITS IM", 60)]
    [InlineData("J3420", "1000", "CYANOCOBALAMIN 1000 MCG IM", 1)]
    [InlineData("J9271", "300", "KEYTRUDA 200MG IV", 200)]                  // JZ: no waste on the line
    [InlineData("J9299", "240", "OPDIVO 480MG Q4W", 480)]
    [InlineData("J9299", "1", "NIVOLUMAB 240 MG IV SOLN", 240)]
    [InlineData("J0178", "1", "EYLEA 2MG INTRAVITREAL", 2)]
    public void Units_are_those_of_what_the_patient_got(string code, string units, string text, int right) =>
        Assert.Equal((decimal?)right, Find(Office with { Code = code, Units = units, Description = text }, "UNT005")
            ?.Expected?.Units);

    [Theory]
    [InlineData("J9271", "", "300", "KEYTRUDA 200MG IV")]               // waste may be on it
    [InlineData("J1745", "JZ", "40", "REMICADE 385MG IV")]              // rounded to whole vials
    [InlineData("J1745", "JZ", "100", "INFLIXIMAB 100 MG IV SOLR")]     // a product of the list, ten times
    [InlineData("J9355", "JZ", "30", "TRASTUZUMAB 420 MG IV SOLR")]
    [InlineData("J3301", "", "40", "KENALOG 40MG")]
    [InlineData("J3420", "", "1", "CYANOCOBALAMIN 1000 MCG IM")]
    [InlineData("J2405", "", "4", "INJ ONDANSETRON 4MG/2ML VL")]
    [InlineData("J1642", "", "50", "HEPARIN LOCK FLUSH 10U/ML")]
    [InlineData("J0885", "EC JZ", "40", "PROCRIT 40,000 UNITS SC")]
    public void Texts_of_a_price_list_and_rounded_doses_leave_the_units_alone(
        string code, string modifiers, string units, string text) => Assert.Null(Find(Office with
        {
            Code = code, Modifiers = modifiers, Units = units, Description = text,
        }, "UNT005"));

    [Theory]
    [InlineData("J1453", "EMEND 150MG IV")]
    [InlineData("J3358", "STELARA 130MG VIAL")]
    [InlineData("J3358", "STELARA 390MG IV 130MG X3")]
    [InlineData("J9217", "LUPRON 22.5MG IM")]
    [InlineData("J1950", "LUPRON 3.75MG")]
    public void A_short_brand_fits_the_codes_of_its_longer_names(string code, string text) =>
        Assert.Null(Find(Office with { Code = code, Description = text }, "COD011"));

    [Theory]
    [InlineData("J3357", "STELARA 390MG IV", "J3358")]
    [InlineData("Q5137", "WEZLANA 390MG IV", "Q5138")]
    [InlineData("Q5138", "WEZLANA 90MG SC", "Q5137")]
    [InlineData("Q9996", "PYZCHIVA 130MG IV", "Q9997")]
    [InlineData("J3357", "STELARA 90MG SC", null)]
    [InlineData("J3357", "STELARA 90MG SC/IV", null)]
    [InlineData("J3357", "STELARA 90MG", null)]
    [InlineData("J1602", "SIMPONI ARIA 160MG IV", null)]
    [InlineData("J2405", "ZOFRAN 4MG IM", null)]
    public void The_code_of_a_brand_follows_the_route_of_the_text(string billed, string text, string? code) =>
        Assert.Equal(code, Find(Office with { Code = billed, Units = "90", Description = text }, "COD011")
            ?.Expected?.Code.Value);

    [Theory]
    [InlineData("J3358", "STELARA 90MG SC")]
    [InlineData("J0177", "EYLEA 2MG INTRAVITREAL")]
    [InlineData("J9289", "OPDIVO 240MG IV")]
    [InlineData("J9041", "BORTEZOMIB (DR REDDYS) 3.5MG SC")]
    [InlineData("J9041", "BORTEZOMIB (DR. REDDY'S) 3.5MG SC")]
    public void The_brand_of_another_route_or_maker_does_not(string code, string text) =>
        Assert.NotNull(Find(Office with { Code = code, Description = text }, "COD011"));

    [Theory]
    [InlineData("", "BOTOX 155 UNITS IM 45 UNITS WASTED", Severity.Reject)]
    [InlineData("JZ", "BOTOX 155 UNITS IM 45 UNITS WASTED", Severity.Warn)]
    [InlineData("JZ", "BOTOX 155 UNITS IM NO WASTE", null)]
    [InlineData("JZ", "BOTOX 154.5 UNITS IM 0.5 UNITS WASTED", null)]      // one unit covers both
    public void Waste_that_the_text_tells_has_its_line(string modifiers, string text, Severity? severity)
    {
        var claim = Office with { Code = "J0585", Units = "155", Modifiers = modifiers, Description = text };
        Assert.Equal(severity, Find(claim, "MOD003")?.Severity);
        Assert.Null(Find(claim, "MOD002"));
        Assert.Null(Find(claim with { Modifiers = "", Others = ["J0585:JW*200"] }, "MOD003"));
    }

    [Fact]
    public void Lines_of_one_day_make_up_the_dose_together()
    {
        var first = Tyenne with { Units = "559", Description = "TYENNE 560MG IV" };
        Assert.NotNull(Find(first, "UNT005"));
        Assert.Null(Find(first with { Others = ["Q5135:76*900", "96413*185"] }, "UNT005"));
        Assert.Null(Find(first with { Others = ["Q5135:JW*900", "96413*185"] }, "UNT005"));
    }

    [Theory]
    [InlineData("Q5107", "AVZIVI 400MG IV", "J9999")]
    [InlineData("J9035", "AVZIVI 400MG IV", "J9999")]
    public void A_biosimilar_without_a_code_is_not_billed_as_another(string billed, string text, string code)
    {
        var claim = Office with { Code = billed, Units = "40", Description = text };
        var finding = Find(claim, "COD011");
        Assert.Equal((Severity.Deny, code, (decimal?)1),
            (finding?.Severity, finding?.Expected?.Code.Value, finding?.Expected?.Units));
        Assert.Equal(Severity.Warn, Find(claim with { Filing = "CI", Modifiers = "" }, "COD011")?.Severity);
        Assert.Equal("C9399", Find(claim with { Place = "13" }, "COD011")?.Expected?.Code.Value);
    }

    [Theory]
    [InlineData("J9999", "1", "AVZIVI 400MG IV", "400*ML", "CTP****16*ML")]
    [InlineData("J9999", "1", "AVZIVI 400MG IV", "160*ML", "CTP****16*ML")]
    [InlineData("J9999", "1", "AVZIVI 400MG IV", "16*ML", null)]
    [InlineData("J9999", "1", "AVZIVI 400MG IV", "20*ML", null)]    // what was opened
    [InlineData("J9999", "1", "AVZIVI 400MG IV", "4*ML", "CTP****16*ML")]
    [InlineData("J3590", "1", "WINREVAIR 60MG SC", "60*UN", "CTP****1*UN")]
    [InlineData("J3590", "1", "WINREVAIR 90MG SC", "60*UN", "CTP****2*UN")]
    [InlineData("J3590", "1", "WINREVAIR 60MG SC", "1*UN", null)]
    [InlineData("J3590", "1", "WINREVAIR 45MG SC", "1*UN", null)]
    [InlineData("J3590", "1", "WINREVAIR 50MG SC", "2*UN", null)]
    [InlineData("Q5133", "560", "", "560*ML", "CTP****28*ML")]
    [InlineData("Q5133", "560", "", "28*ML", null)]
    public void The_strengths_of_the_product_tell_the_quantity_of_an_unknown_ndc(
        string code, string units, string text, string quantity, string? expected) => Assert.Equal(expected,
            Find(Office with
            {
                Code = code, Units = units, Description = text, Lin = $"LIN**N4*99999077701~CTP****{quantity}~",
            }, "NDC013")?.Expected?.Text);

    [Theory]
    [InlineData("", "96365*185", "JA")]
    [InlineData("ORENCIA 500MG IV", "96372*30", "JA")]
    [InlineData("ORENCIA 125MG SC", "96365*185", null)]   // SAD001
    [InlineData("", "96372*30", "JA or JB")]
    [InlineData("", "99213*100", "JA or JB")]
    public void The_modifier_of_the_route_follows_text_and_administration(
        string text, string other, string? expected) =>
        Assert.Equal(expected, Find(Office with
        {
            State = "CA", Code = "J0129", Description = text, Others = [other], Date = "20260310",
        }, "SAD002")?.Expected?.Text);

    [Theory]
    [InlineData("BIMZELX 320MG SC", "MB", true)]
    [InlineData("BIMZELX 320MG", "MB", true)]
    [InlineData("BIMZELX 320MG IV", "MB", false)]
    [InlineData("BIMZELX 320MG SC", "CI", false)]
    [InlineData("WINREVAIR 60MG SC", "MB", false)]   // given by clinics
    public void A_drug_that_patients_inject_may_be_on_a_list(string text, string filing, bool isTold)
    {
        var finding = Find(Office with { Code = "J3590", Description = text, Filing = filing }, "SAD001");
        Assert.Equal(isTold ? Severity.Warn : null, finding?.Severity);
    }
}
