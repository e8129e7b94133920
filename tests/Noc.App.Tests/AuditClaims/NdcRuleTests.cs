using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>What rules make of an NDC: how it proves a code, and where it only makes them ask.</summary>
public class NdcRuleTests
{
    private static readonly TestClaim Medicare = new() { Code = "J3590", Description = "LEQEMBI 700MG IV" };
    private static readonly TestClaim Unnamed = Medicare with { Description = "700MG IV" };

    private static string Lin(string ndc, string quantity = "7*ML") => $"LIN**N4*{ndc}~CTP****{quantity}~";

    private static Finding Of(TestClaim claim, string rule) =>
        Assert.Single(claim.Findings(), finding => finding.Rule.Id == rule);

    [Fact]
    public void Name_and_ndc_together_prove_a_code_and_say_so()
    {
        var finding = Of(Medicare with { Lin = Lin(TestNdcs.Leqembi) }, "COD001");
        Assert.Equal(Severity.Reject, finding.Severity);
        Assert.Contains("by name and NDC 99999-0174-01 (CMS crosswalk for 2026-03-10)", finding.Message,
            StringComparison.Ordinal);
        Assert.Equal(("J0174", 700m, ""),
            (finding.Expected!.Code.Value, finding.Expected.Units, finding.Expected.Text));
    }

    [Fact]
    public void The_ndc_alone_proves_a_code_where_the_line_names_no_drug()
    {
        var finding = Of(Unnamed with { Lin = Lin(TestNdcs.Leqembi) }, "COD001");
        Assert.Equal(Severity.Reject, finding.Severity);
        Assert.Contains("by NDC 99999-0174-01", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ndc_beside_a_name_that_nobody_knows_only_warns() => Assert.Equal(Severity.Warn,
        Of(Medicare with { Description = "EXAMPLAZOLE 150MG IV", Lin = Lin(TestNdcs.Leqembi) }, "COD001").Severity);

    [Fact]
    public void Without_a_dose_the_units_come_from_the_quantity_of_the_ndc()
    {
        var claim = Medicare with { Description = "LEQEMBI IV", Lin = Lin(TestNdcs.Leqembi, "2.503*ML") };
        var finding = Of(claim, "COD001");
        Assert.Equal(251m, finding.Expected!.Units);
        Assert.Contains("2.503 ML of the NDC x 100 = 250.3, rounded up to 251", finding.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LEQEMBI 150MG IV WASTE 50MG", "50MG of waste need a second line J0174 with JW and 50 units")]
    [InlineData("LEQEMBI 150MG IV WASTE 0MG", null)]
    [InlineData("LEQEMBI 150MG IV", null)]
    public void Waste_in_the_text_goes_to_a_line_of_the_new_code(string text, string? expected)
    {
        var message = Of(Medicare with { Description = text }, "COD001").Message;
        if (expected is null) Assert.DoesNotContain("JW", message, StringComparison.Ordinal);
        else Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    // 4 units of 1,000 in 1 millilitre or vial: no table tells its form.
    [Theory]
    [InlineData("4", "1*ML", null)]
    [InlineData("40", "1*ML", "CTP****10*ML")]
    [InlineData("8", "1*ML", "CTP****2*ML")]
    [InlineData("4", "10*ML", "CTP****1*ML")]
    [InlineData("4", "0.1*ML", "CTP****1*ML")]
    [InlineData("4", "2*ML", null)]   // what was opened
    [InlineData("4", "1*UN", null)]
    public void Units_of_a_package_of_one_are_compared_with_its_millilitres(
        string units, string quantity, string? expected) => Assert.Equal(expected,
            (Medicare with { Code = "J0885", Description = "", Units = units, Lin = Lin(TestNdcs.Epoetin, quantity) })
                .Findings().SingleOrDefault(finding => finding.Rule.Id == "NDC013")?.Expected?.Text);

    [Theory]
    [InlineData("J3032", TestNdcs.Vyepti, "100", "JZ", null)]
    [InlineData("J3032", TestNdcs.Vyepti, "75", "JZ", "J3032 with JW for 25 units")]
    [InlineData("J3032", TestNdcs.Vyepti, "130", "JZ", "J3032 with JW for 70 units")]
    [InlineData("J3032", TestNdcs.Vyepti, "99.5", "JZ", null)]   // rounding
    [InlineData("J3032", TestNdcs.Vyepti, "75", "", null)]
    [InlineData("J0174", TestNdcs.Leqembi, "550", "JZ", null)]   // has vials of two sizes
    public void JZ_says_that_containers_were_used_up(
        string code, string ndc, string units, string modifiers, string? expected)
    {
        var claim = Medicare with
        {
            Code = code, Description = "", Units = units, Modifiers = modifiers, Others = ["96413*185"],
            Lin = Lin(ndc, "1*UN"),
        };
        var finding = claim.Findings().SingleOrDefault(one => one.Rule.Id == "MOD003");
        if (expected is null) Assert.Null(finding);
        else
        {
            Assert.Equal(Severity.Warn, finding!.Severity);
            Assert.Contains(expected, finding.Expected!.Text);
        }
    }

    // Without an NDC, the containers that are sold of the drug: 17.5 mg.
    [Theory]
    [InlineData("J9999", "UNITUXIN 30MG IV", "JZ", "2 x 17.5MG - 30MG")]
    [InlineData("J9999", "UNITUXIN 35MG IV", "JZ", null)]
    [InlineData("J9999", "UNITUXIN 30MG IV", "", null)]   // MOD002 asks for one of the two
    [InlineData("J9999", "UNITUXIN 30MG IV WASTE 5MG", "JZ", "5MG was discarded")]
    [InlineData("J3590", "EXAMPLUMAB 30MG IV", "JZ", null)]
    public void JZ_says_that_the_containers_of_the_product_were_used_up(
        string code, string text, string modifiers, string? told)
    {
        var claim = Medicare with
        {
            Code = code, Description = text, Modifiers = modifiers, Others = ["96413*185"], Lin = "",
        };
        var finding = claim.Findings().SingleOrDefault(one => one.Rule.Id == "MOD003");
        if (told is null) Assert.Null(finding);
        else Assert.Contains(told, finding!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3*ML", "CTP****7*ML")]
    [InlineData("7*ML", "")]
    [InlineData("3.5*UN", "CTP****7*ML")]
    [InlineData("700*ME", "CTP****7*ML")]
    public void A_quantity_that_does_not_fit_the_dose_is_put_right(string quantity, string expected)
    {
        var finding = Of(Medicare with { Lin = Lin(TestNdcs.Leqembi, quantity) }, "COD001");
        Assert.Equal(expected, finding.Expected!.Text);
        Assert.Equal(expected.Length > 0,
            finding.Message.Contains("700 / 100 in 1 ML = 7 ML", StringComparison.Ordinal));
    }

    [Fact]
    public void An_ndc_in_the_text_counts_where_the_line_has_none() => Assert.Contains("by name and NDC 99999-0174-01",
        Of(Medicare with { Description = "LEQEMBI 700MG IV NDC99999017401", Lin = "" }, "COD001").Message,
        StringComparison.Ordinal);

    [Fact]
    public void Of_several_codes_of_an_ndc_the_setting_chooses()
    {
        var claim = new TestClaim { Description = "4000 UNITS SC", Lin = Lin(TestNdcs.Epoetin, "1*UN") };
        Assert.Equal("J0885", Of(claim, "COD001").Expected!.Code.Value);
    }

    [Fact]
    public void The_ndc_chooses_among_codes_of_makers()
    {
        var claim = new TestClaim { Description = "PEMETREXED 500MG IV", Code = "J9999",
            Lin = Lin(TestNdcs.Pemetrexed, "20*ML") };
        var finding = Of(claim, "COD001");
        Assert.Equal(("J9304", 50m, Severity.Reject),
            (finding.Expected!.Code.Value, finding.Expected.Units, finding.Severity));
    }

    [Fact]
    public void A_package_that_is_priced_by_name_has_no_code_of_its_own() => Assert.DoesNotContain(
        new TestClaim { Description = "VASOPRESSIN 20 UNITS IV", Lin = Lin(TestNdcs.ByName, "1*ML") }.Findings(),
        finding => finding.Rule.Id == "COD001");

    [Theory]
    [InlineData(TestNdcs.Extracted, "20261010", "an extract of the CMS crosswalk for 2026-10-10")]
    [InlineData(TestNdcs.Earlier, "20260510", "CMS crosswalk until 2025-12-31; that of the date is not loaded")]
    public void An_extract_or_another_quarter_only_warns(string ndc, string date, string how)
    {
        var finding = Of(Unnamed with { Lin = Lin(ndc), Date = date }, "COD001");
        Assert.Equal(Severity.Warn, finding.Severity);
        Assert.Contains(how, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quarter_that_does_not_list_the_ndc_any_more_says_nothing() =>
        Assert.Empty((Unnamed with { Lin = Lin(TestNdcs.Earlier) }).Findings().Where(f => f.Rule.Id == "COD001"));

    [Theory]
    [InlineData("OLDMAKER", false)]
    [InlineData("NEWMAKER", false)]
    [InlineData("TEVA", true)]
    public void The_maker_may_be_that_of_directory_or_crosswalk(string maker, bool isFound)
    {
        var claim = Medicare with { Description = $"LEQEMBI 700MG IV MFR {maker}", Lin = Lin(TestNdcs.Leqembi) };
        Assert.Equal(isFound, claim.Findings().Any(finding => finding.Rule.Id == "NDC012"));
    }

    [Fact]
    public void Name_and_ndc_of_two_drugs_are_both_named()
    {
        var claim = Medicare with { Description = "TORADOL 30MG IM", Lin = Lin(TestNdcs.Leqembi) };
        var finding = Of(claim, "NDC007");
        Assert.Equal(Severity.Deny, finding.Severity);
        Assert.Contains("Leqembi", finding.Message, StringComparison.Ordinal);
        Assert.Contains("Toradol", finding.Message, StringComparison.Ordinal);
        Assert.Equal(Severity.Warn, Of(claim, "COD001").Severity);
    }

    // Names that the curated products do not have.
    [Theory]
    [InlineData("TORADOL 30MG IM", TestNdcs.OfDirectory, "Inventra, inventomycin sodium", "Toradol")]
    [InlineData("INVENTRA 1G IV", TestNdcs.Leqembi, "Leqembi", "Inventra (inventomycin sodium)")]
    [InlineData("INVENTOMYCIN 1G IV", TestNdcs.Examplazole, "EXAMPLAZOLE", "Inventra (inventomycin sodium)")]
    [InlineData("EXAMPLAZOLE 150MG IV", TestNdcs.OfDirectoryToo, "Inventomycin", "EXAMPLAZOLE")]
    public void Names_of_the_directory_are_names(string text, string ndc, string one, string other)
    {
        var claim = Medicare with { Description = text, Lin = Lin(ndc) };
        var finding = Of(claim, "NDC007");
        Assert.Equal(Severity.Deny, finding.Severity);
        Assert.Contains($"is {one}", finding.Message, StringComparison.Ordinal);
        Assert.Contains($"the text names {other}", finding.Message, StringComparison.Ordinal);
        Assert.Equal(Severity.Warn, Assert.Single(claim.Findings(TestNdcs.Tables(isWhole: false)),
            found => found.Rule.Id == "NDC007").Severity);
    }

    [Theory]
    [InlineData("INVENTRA 1G IV", TestNdcs.OfDirectory)]
    [InlineData("INVENTOMYCIN 1G IV", TestNdcs.OfDirectory)]
    [InlineData("INVENTRA 1G IV", TestNdcs.OfDirectoryToo)]          // the brand of its ingredient
    [InlineData("INVENTOMYCN 1G IV", TestNdcs.OfDirectory)]          // misspelt
    [InlineData("INVENTO 1G IV", TestNdcs.OfDirectory)]              // cut short
    [InlineData("NEWMAKER INVENTOMYCIN 1G IV", TestNdcs.OfDirectory)]
    [InlineData("NOBODYSDRUG 1G IV", TestNdcs.OfDirectory)]          // nobody knows the name
    [InlineData("DRUG OF THE DAY 1G IV", TestNdcs.OfDirectory)]
    [InlineData("1G IV", TestNdcs.OfDirectory)]
    [InlineData("INVENTRA 1G IV", "99999088801")]                    // nobody knows the NDC
    public void A_name_that_may_be_that_of_the_ndc_is_no_finding(string text, string ndc) => Assert.DoesNotContain(
        (Medicare with { Description = text, Lin = Lin(ndc) }).Findings(), finding => finding.Rule.Id == "NDC007");

    [Fact]
    public void An_extract_of_the_directory_only_warns()
    {
        var claim = new TestClaim { Description = "TORADOL 30MG IM", Lin = Lin(TestNdcs.Powder), Date = "20260510" };
        var severity = claim.Findings(TestNdcs.Tables(isWhole: false)).Where(f => f.Rule.Id == "NDC007")
            .Select(f => f.Severity);
        Assert.Equal([Severity.Warn], severity);
        var coming = new TestClaim { Lin = Lin(TestNdcs.Coming) };
        Assert.Equal([Severity.Warn], coming.Findings(TestNdcs.Tables(isWhole: false))
            .Where(f => f.Rule.Id == "NDC006").Select(f => f.Severity));
        Assert.DoesNotContain(new TestClaim { Lin = Lin("99999012399") }.Findings(TestNdcs.Tables(isWhole: false)),
            finding => finding.Rule.Id == "NDC005");
    }

    [Theory]
    [InlineData("20260110", Severity.Warn, "may be in date until about 2027-12-31")]
    [InlineData("20290110", Severity.Deny, "left the market on 2025-12-31")]
    public void After_the_end_a_lot_may_still_be_in_date(string date, Severity severity, string words)
    {
        var finding = Of(new TestClaim { Lin = Lin(TestNdcs.Ended), Date = date }, "NDC006");
        Assert.Equal(severity, finding.Severity);
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TestNdcs.Powder, "20*ML", "500 units", "CTP****10*UN", "500 units / 50 in 1 UN = 10 UN")]
    [InlineData(TestNdcs.Leqembi, "2*UN", "", "CTP****4*ML", "2 x 2 ML = 4 ML")]
    [InlineData(TestNdcs.Leqembi, "200*ME", "", "CTP****<QUANTITY>*ML", "Many payers do not take milligrams.")]
    public void A_unit_that_does_not_fit_the_form_comes_with_the_right_quantity(
        string ndc, string quantity, string units, string expected, string words)
    {
        var claim = units.Length > 0
            ? new TestClaim { Code = "J9305", Description = "", Units = "500", Lin = Lin(ndc, quantity) }
            : new TestClaim { Description = "LEQEMBI IV", Lin = Lin(ndc, quantity) };
        var finding = Of(claim, "NDC008");
        Assert.Equal(expected, finding.Expected!.Text);
        Assert.Contains(words, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_quantity_of_a_powder_follows_from_the_dose() => Assert.Equal("CTP****1.5*UN", Of(
        new TestClaim { Code = "J9999", Description = "PEMETREXED 750MG IV", Lin = Lin(TestNdcs.Powder, "30*ML") },
        "NDC008").Expected!.Text);

    [Theory]
    [InlineData("MC", Severity.Deny)]
    [InlineData("MB", Severity.Warn)]
    public void A_wrong_unit_is_denied_only_where_the_ndc_is_required(string filing, Severity severity) =>
        Assert.Equal(severity, Of(new TestClaim { Filing = filing, Code = "J9305", Description = "", Modifiers = "",
            Lin = Lin(TestNdcs.Powder, "20*ML") }, "NDC008").Severity);

    [Theory]
    [InlineData("99999012399", "check the last two digits")]
    [InlineData("99999877799", "is not in the NDC directory")]
    public void An_ndc_not_on_file_says_what_is(string ndc, string words) =>
        Assert.Contains(words, Of(new TestClaim { Lin = Lin(ndc) }, "NDC005").Message, StringComparison.Ordinal);

    [Fact]
    public void A_copied_ndc_names_the_line_it_belongs_to()
    {
        var text = new TestClaim().Text().Replace("HC:96365*185*UN*1***1~DTP*472*D8*20260310~",
            "HC:96365*185*UN*1***1~DTP*472*D8*20260310~" + Lin(TestNdcs.Examplazole), StringComparison.Ordinal);
        var findings = TestClaim.FindingsOf(System.Text.Encoding.ASCII.GetBytes(text));
        Assert.Contains("stands on line 1", Assert.Single(findings, f => f.Rule.Id == "NDC010").Message,
            StringComparison.Ordinal);
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
