using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>COD001 by name: which code a line gets and how sure that is.</summary>
public class OwnCodeRuleTests
{
    private static readonly TestClaim Office = new() { Lin = "" };

    private static Finding? Find(TestClaim claim, string rule = "COD001") =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    [Theory]
    [InlineData("STELARA 390MG IV", "J3590", "J3358")]
    [InlineData("WEZLANA 90MG SC", "J3590", "Q5137")]
    [InlineData("WEZLANA 130MG IV", "J3590", "Q5138")]
    [InlineData("ENTYVIO 300MG IV", "J3590", "J3380")]
    [InlineData("COSENTYX 300MG IV", "J3590", "J3247")]
    [InlineData("SKYRIZI 600MG IV", "J3590", "J2327")]
    [InlineData("RITUXAN 1400MG SC", "J9999", "J9311")]
    [InlineData("RETACRIT 10000 UNITS SC", "J3590", "Q5106")]
    [InlineData("EPOGEN 10000 UNITS SC", "J3590", "J0885")]
    [InlineData("MIRCERA 100MCG SC", "J3590", "J0888")]
    [InlineData("HEPARIN FLUSH 500 UNITS IV", "J3490", "J1642")]
    [InlineData("HEPARIN 5000 UNITS SC", "J3490", "J1644")]
    [InlineData("LECANEMAB 700MG IV", "J3590", "J0174")]
    [InlineData("TARLATAMAB 10MG IV", "J9999", "J9026")]
    [InlineData("FARICIMAB 6MG INTRAVITREAL", "J3590", "J2777")]
    [InlineData("NOVOSEVEN 5MG IV", "J3590", "J7189")]
    [InlineData("CATHFLO 2MG IV", "J3590", "J2997")]
    [InlineData("BICILLIN LA 2400000 UNITS IM", "J3490", "J0561")]
    [InlineData("VITAMIN B12 1000MCG IM", "J3490", "J3420")]
    [InlineData("BELRAPZO 100MG IV", "J9999", "J9036")]
    [InlineData("TREANDA 100MG IV", "J9999", "J9033")]
    public void The_route_and_the_name_lead_to_one_code(string text, string billed, string code)
    {
        var finding = Find(Office with { Description = text, Code = billed });
        Assert.Equal((Severity.Reject, code), (finding?.Severity, finding?.Expected?.Code.Value));
    }

    // People write the dose of a combination as the sum of its ingredients, or as that of the first.
    [Theory]
    [InlineData("ZOSYN 3.375G IV", 3)]
    [InlineData("ZOSYN 3G IV", null)]
    [InlineData("AVYCAZ 2.5G IV", 4)]
    [InlineData("ZERBAXA 1.5G IV", 20)]
    [InlineData("RECARBRIO 1.25G IV", 125)]
    [InlineData("VABOMERE 4G IV", 200)]
    [InlineData("CELESTONE SOLUSPAN 12MG IM", 2)]
    [InlineData("OPDUALAG 480MG IV", null)]   // its dose is counted by nivolumab
    public void A_combination_is_counted_by_the_sum_that_the_table_prints(string text, int? units) =>
        Assert.Equal(units, (int?)Find(Office with { Description = text })?.Expected?.Units);

    [Theory]
    [InlineData("CIPRO 400MG IV", "J0744")]
    [InlineData("CIPRO 500MG PO", null)]
    public void A_brand_for_the_vein_may_lack_its_second_word(string text, string? code) =>
        Assert.Equal(code, Find(Office with { Description = text })?.Expected?.Code.Value);

    [Fact]
    public void A_code_on_the_list_of_self_administered_drugs_is_a_doubtful_answer()
    {
        var finding = Find(Office with { Description = "STELARA 90MG SC", Code = "J3590" });
        Assert.Equal((Severity.Warn, "J3357"), (finding?.Severity, finding?.Expected?.Code.Value));
        Assert.Contains("self-administered", finding!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Generic_drugs_for_the_bladder_are_not_the_brand_for_it()
    {
        var gemcitabine = Find(Office with { Description = "GEMCITABINE 2G INTRAVESICAL", Code = "J9999" });
        Assert.Equal(("J9201", 10), (gemcitabine?.Expected?.Code.Value, (int)gemcitabine!.Expected!.Units!));
        Assert.Equal("J9280", Find(Office with { Description = "MITOMYCIN 40MG INTRAVESICAL", Code = "J9999" })
            ?.Expected?.Code.Value);
    }

    [Theory]
    [InlineData("TRANEXAMIC ACID 1000MG IV", "J3290 or J3291")]
    [InlineData("TRANEXAMIC ACID IN NACL 1000MG IV", "J3291 since")]
    [InlineData("PROTONIX 40MG IV", "J2470")]
    [InlineData("B12 1000MCG IM", "J3420")]
    public void Forms_and_short_names_lead_to_the_code(string text, string told) =>
        Assert.Contains(told, Find(Office with { Description = text, Code = "J3490" })?.Message ?? "",
            StringComparison.Ordinal);

    [Fact]
    public void The_units_of_a_flush_are_those_of_its_code() =>
        Assert.Equal(50, Find(Office with { Description = "HEPARIN FLUSH 500 UNITS IV" })?.Expected?.Units);

    [Theory]
    [InlineData("BENDAMUSTINE 150MG IV", "J9999", "J9033 or J9034 or J9036 or J9056")]
    [InlineData("RITUXIMAB 500MG IV", "J9999", "J9312 or Q5115")]
    [InlineData("INFLIXIMAB 300MG IV", "J3590", "J1745")]
    [InlineData("BEVACIZUMAB 800MG IV", "J9999", "J9035")]
    [InlineData("DENOSUMAB 60MG SC", "J3590", "J0897")]
    [InlineData("FILGRASTIM 480MCG SC", "J3590", "J1442")]
    [InlineData("PEGFILGRASTIM 6MG SC", "J3590", "J2506")]
    [InlineData("ADALIMUMAB 40MG SC", "J3590", "J0139")]
    [InlineData("DEXAMETHASONE 10MG IV", "J3490", "J1100")]
    [InlineData("BUPIVACAINE 25MG EPIDURAL", "J3490", "J0665")]
    [InlineData("AFLIBERCEPT 8MG IVT", "J3590", "J0177")]
    [InlineData("LUPRON DEPOT 22.5MG IM", "J9999", "J9217")]
    [InlineData("KETOROLAC 30MG SQ", "J3490", "J1885")]
    [InlineData("XYLOCAINE 100MG IV", "J3490", "J2003")]
    [InlineData("ADRENALIN 1MG IM", "J3490", "J0169")]
    [InlineData("IOBENGUANE I-131 10MCI IV", "J3490", "A9508")]
    public void What_is_not_certain_is_said_all_the_same(string text, string billed, string codes) =>
        Assert.Contains(codes, Find(Office with { Description = text, Code = billed })?.Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("RITUXIMAB 500MG IV", "J9999")]
    [InlineData("BENDAMUSTINE 150MG IV", "J9999")]
    [InlineData("KETOROLAC 30MG SQ", "J3490")]
    public void What_is_not_certain_only_warns(string text, string billed) =>
        Assert.Equal(Severity.Warn, Find(Office with { Description = text, Code = billed })?.Severity);

    // Which of several it is nobody can say; that it is none of them neither.
    [Theory]
    [InlineData("DEXAMETHASONE 10MG IV", "J3490")]
    [InlineData("LUPRON DEPOT 3.75MG IM", "J3490")]      // by its dose
    [InlineData("IOBENGUANE I-131 10MCI IV", "J3490")]   // A9508 for imaging, A9590 for treating
    public void Several_codes_that_leave_nothing_out_are_sure(string text, string billed) =>
        Assert.Equal(Severity.Reject, Find(Office with { Description = text, Code = billed })?.Severity);

    [Theory]
    [InlineData("ENTYVIO 108MG SC", "J3590")]     // the code is for the vein
    [InlineData("LEQEMBI 360MG SC", "J3590")]
    [InlineData("COSENTYX 300MG SC", "J3590")]
    [InlineData("FARICIMAB 6MG PO", "J3590")]
    [InlineData("KETOROLAC NASAL SPRAY 31.5MG", "J3490")]
    [InlineData("SPRIX 31.5MG NASAL", "J3490")]
    public void A_route_that_no_code_covers_is_no_fault(string text, string billed) =>
        Assert.Null(Find(Office with { Description = text, Code = billed }));

    [Theory]
    [InlineData("JA", "J3358")]
    [InlineData("JB", "J3357")]
    public void A_modifier_may_say_the_route(string modifier, string code) =>
        Assert.Equal(code, Find(Office with { Description = "STELARA 90MG", Code = "J3590",
            Modifiers = $"JZ:{modifier}" })?.Expected?.Code.Value);

    [Fact]
    public void Dialysis_facilities_bill_the_codes_for_dialysis() =>
        Assert.Equal("Q5105", Find(Office with
        {
            Description = "RETACRIT 10000 UNITS IV", Code = "J3591", Place = "72",
        })?.Expected?.Code.Value);

    [Fact]
    public void The_code_for_compounds_alone_proves_no_compound() =>
        Assert.Equal("J9271", Find(Office with { Description = "KEYTRUDA 200MG IV", Code = "J7999" })
            ?.Expected?.Code.Value);
}
