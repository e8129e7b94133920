using Noc.Audit;
using Noc.Reference.Seed;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>COD011, COD001 by dose and by maker, NAR025 of two drugs in one text, DXC006.</summary>
public class CodeOfOtherDrugTests
{
    private static readonly TestClaim Office = new() { Lin = "" };
    private static readonly TestClaim Plan = Office with { Filing = "CI", Modifiers = "", Code = "J3590" };

    private static Finding? Find(TestClaim claim, string rule) =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    // With the crosswalk that ships, whose labelers the tables of other tests do not have.
    private static Finding? OfSeed(TestClaim claim) =>
        claim.Findings(SeedTables.Load()).FirstOrDefault(finding => finding.Rule.Id == "COD001");

    [Theory]
    [InlineData("J1599", "PRIVIGEN 20G IV", "J1459", 40)]
    [InlineData("J7192", "ELOCTATE 2000 IU IV", "J7205", 2000)]
    [InlineData("J3301", "ZILRETTA 32MG IA", "J3304", 32)]
    [InlineData("J9305", "PEMFEXY 500MG IV", "J9304", 50)]
    public void A_brand_with_its_own_code_is_not_billed_as_any_maker(string billed, string text, string code, int units)
    {
        var finding = Find(Office with { Code = billed, Units = "40", Description = text }, "COD011");
        Assert.Equal((Severity.Deny, code, (decimal?)units),
            (finding?.Severity, finding?.Expected?.Code.Value, finding?.Expected?.Units));
    }

    // Another product of the same drug, with a code of its own or before it had one.
    [Theory]
    [InlineData("J2323", "TYRUKO 300MG IV", "20240507", "Q5134")]
    [InlineData("J1745", "INFLECTRA 400MG IV", "20240507", "Q5103")]
    [InlineData("J0401", "ABILIFY ASIMTUFII 960MG IM", "20240207", "J0402")]
    [InlineData("J0401", "ABILIFY ASIMTUFII 960MG IM", "20230808", "J3490")]
    [InlineData("J2794", "UZEDY 100MG SC", "20230808", "J3490")]
    [InlineData("J1745", "REMICADE 400MG IV", "20240507", null)]
    [InlineData("J1745", "INFLIXIMAB 400MG IV", "20240507", null)]
    [InlineData("J2794", "RISPERDAL CONSTA 25MG IM", "20230808", null)]
    public void A_product_is_not_billed_by_the_code_of_another_of_the_drug(
        string billed, string text, string day, string? code)
    {
        var claim = Office with { Code = billed, Units = "40", Description = text, Date = day };
        var finding = Find(claim, "COD011");
        Assert.Equal((code is null ? null : Severity.Deny, code), (finding?.Severity, finding?.Expected?.Code.Value));
        Assert.Equal(code is null ? null : Severity.Warn, Find(claim with { Filing = "CI" }, "COD011")?.Severity);
    }

    [Theory]
    [InlineData("J1566", "QIVIGY 20G IV", "J1599")]
    [InlineData("J1566", "OCTAGAM 20G IV", "J1568")]
    [InlineData("J1599", "CARIMUNE NF 12G IV", "J1566")]
    [InlineData("J1599", "QIVIGY 20G IV", null)]
    [InlineData("J1566", "CARIMUNE NF 12G IV", null)]
    public void Liquids_and_powders_of_immune_globulin_have_their_codes(string billed, string text, string? code) =>
        Assert.Equal(code, Find(Office with { Code = billed, Units = "40", Description = text }, "COD011")?.Expected
            ?.Code.Value);

    [Theory]
    [InlineData("QIVIGY 20G IV", 40)]
    [InlineData("QIVIGY 20.3G IV", 41)]
    [InlineData("QIVIGY IV", null)]
    public void Units_of_immune_globulin_are_those_of_its_code(string text, int? units)
    {
        var finding = Find(Office with { Code = "J3590", Description = text }, "COD008");
        Assert.Equal(("J1599", (decimal?)units), (finding?.Expected?.Code.Value, finding?.Expected?.Units));
    }

    [Theory]
    [InlineData("J9271", "OPDIVO 240MG IV")]
    [InlineData("J9305", "PEMBROLIZUMAB 200MG IV")]
    public void A_text_of_another_drug_is_a_doubt(string billed, string text)
    {
        var finding = Find(Office with { Code = billed, Description = text }, "COD011");
        Assert.Equal(Severity.Warn, finding?.Severity);
        Assert.Contains("code and text name two drugs", finding!.Message, StringComparison.Ordinal);
        Assert.Null(finding.Expected);
    }

    [Theory]
    [InlineData("J9305", "PEMETREXED 500MG IV")]
    [InlineData("J3301", "KENALOG 40MG IA")]
    [InlineData("Q5103", "REMICADE BIOSIMILAR 500MG IV")]
    [InlineData("J7192", "EXAMPLAZOLE 150MG IV")]
    [InlineData("J9271", "KEYTRUDA 200MG IV")]
    public void A_text_that_fits_or_says_nothing_known_is_silent(string billed, string text) =>
        Assert.Null(Find(Office with { Code = billed, Description = text }, "COD011"));

    [Theory]
    [InlineData("J2327", "SKYRIZI 600MG IV", null)]
    [InlineData("J2327", "SKYRIZI 600MG", null)]
    [InlineData("J2327", "SKYRIZI 150MG SC", "J3590")]
    [InlineData("J3247", "COSENTYX 300MG IV", null)]
    [InlineData("J3247", "COSENTYX 300MG", null)]
    [InlineData("J1602", "SIMPONI 160MG IV", null)]
    [InlineData("J1602", "SIMPONI 50MG SC", "J3590")]
    public void The_code_of_the_brand_for_another_route_is_right_by_that_route(string billed, string text, string? code)
        => Assert.Equal(code, Find(Office with { Code = billed, Description = text }, "COD011")?.Expected?.Code.Value);

    [Theory]
    [InlineData("DARZALEX FASPRO (DARATUMUMAB AND HYALURONIDASE-FIHJ) 1800MG SC", "J9999", "J9144")]
    [InlineData("OPDUALAG NIVOLUMAB AND RELATLIMAB-RMBW 480MG IV", "J9999", "J9298")]
    [InlineData("PHESGO (PERTUZUMAB, TRASTUZUMAB AND HYALURONIDASE-ZZXF) 600MG SC", "J9999", "J9316")]
    [InlineData("ZOSYN (PIPERACILLIN AND TAZOBACTAM) 3.375G IV", "J3490", "J2543")]
    public void A_further_ingredient_of_the_brand_is_no_other_drug(string text, string billed, string code)
    {
        var finding = Find(Office with { Code = billed, Description = text }, "COD001");
        Assert.Equal((code, true), (finding?.Expected?.Code.Value, finding?.Severity >= Severity.Deny));
    }

    [Theory]
    [InlineData("NIVOLUMAB-ZZZZ 240MG IV", "J9999", null)]
    [InlineData("ETICOVO (ETANERCEPT-YKRO) 50MG SC", "J3590", null)]
    [InlineData("INFLIXIMAB-ZZZZ 500MG IV", "J3590", Severity.Warn)]   // one of several, or the reference
    [InlineData("NIVOLUMAB 240MG IV", "J9999", Severity.Reject)]
    [InlineData("INFLIXIMAB-DYYB 500MG IV", "J3590", Severity.Reject)]
    public void The_code_of_the_reference_is_not_that_of_a_new_biosimilar(string text, string billed, Severity? told) =>
        Assert.Equal(told, Find(Office with { Code = billed, Description = text }, "COD001")?.Severity);

    [Theory]
    [InlineData("BEYFORTUS 50MG IM", "90380", 1)]
    [InlineData("BEYFORTUS 100MG IM", "90381", 1)]
    [InlineData("BEYFORTUS 200MG IM", "90381", 2)]
    [InlineData("ENFLONSIA 105MG IM", "90382", 1)]
    public void The_dose_decides_between_presentations(string text, string code, int units)
    {
        var finding = Find(Plan with { Description = text }, "COD001");
        Assert.Equal((Severity.Warn, code, (decimal?)units),
            (finding?.Severity, finding?.Expected?.Code.Value, finding?.Expected?.Units));
    }

    [Fact]
    public void Without_a_dose_both_codes_are_named() => Assert.Contains("90380 or 90381",
        Find(Plan with { Description = "BEYFORTUS IM" }, "COD001")?.Message ?? "", StringComparison.Ordinal);

    [Fact]
    public void The_maker_of_an_unlisted_ndc_decides_with_a_doubt()
    {
        var pemetrexed = Office with { Code = "J9999", Description = "PEMETREXED 500MG IV" };
        var finding = OfSeed(pemetrexed with { Lin = "LIN**N4*00480999901~CTP****1*UN~" });
        Assert.Equal((Severity.Warn, "J9314"), (finding?.Severity, finding?.Expected?.Code.Value));
        Assert.Contains("the maker of NDC 00480-9999-01", finding!.Message, StringComparison.Ordinal);
        // This one sells two such products, that one none.
        Assert.Contains("J9294 or J9323",
            OfSeed(pemetrexed with { Lin = "LIN**N4*00409999901~CTP****1*UN~" })?.Message ?? "",
            StringComparison.Ordinal);
        Assert.Equal((Severity.Reject, "J9305"),
            OfSeed(pemetrexed with { Lin = "LIN**N4*55150999901~CTP****1*UN~" }) is { } open
                ? (open.Severity, open.Expected?.Code.Value) : default);
    }

    [Fact]
    public void Without_an_ndc_makers_with_other_codes_are_named() => Assert.Contains("the container tells",
        Find(Office with { Code = "J9999", Description = "PEMETREXED 500MG IV" }, "COD001")?.Message ?? "",
        StringComparison.Ordinal);

    [Theory]
    [InlineData("KEYTRUDA 200MG OPDIVO 240MG IV")]
    [InlineData("KEYTRUDA 200MG IV (NIVOLUMAB)")]
    public void Two_drugs_in_one_description_are_told(string text) => Assert.Equal(Severity.Warn,
        Find(Office with { Code = "J9999", Description = text }, "NAR025")?.Severity);

    [Theory]
    [InlineData("KEYTRUDA 200MG IV (PEMBROLIZUMAB)")]
    [InlineData("ROCEPHIN 1G WITH LIDOCAINE 10MG IM")]
    [InlineData("KEYTRUDA 200MG IV IN SODIUM CHLORIDE 0.9% 100ML")]
    [InlineData("KEYTRUDA 200MG IV PREMED BENADRYL 50MG")]
    public void What_it_was_mixed_with_or_given_before_is_no_second_drug(string text) =>
        Assert.Null(Find(Office with { Code = "J9999", Description = text }, "NAR025"));

    [Theory]
    [InlineData("PEMBROLIZUMAB 200MG IV", "J45909", true)]
    [InlineData("PEMBROLIZUMAB 200MG IV", "R5383", false)]
    [InlineData("PEMBROLIZUMAB 200MG IV", "L409", false)]
    [InlineData("KETOROLAC 30MG IM", "C50911", false)]
    [InlineData("RITUXIMAB 500MG IV", "J45909", false)]
    public void A_diagnosis_is_unusual_only_where_no_cancer_can_be_meant(string text, string diagnosis, bool fires) =>
        Assert.Equal(fires, Find(Office with { Code = "J3490", Description = text, Modifiers = "",
            Diagnoses = $"HI*ABK:{diagnosis}" }, "DXC006") is not null);
}
