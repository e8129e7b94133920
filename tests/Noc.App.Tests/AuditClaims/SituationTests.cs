using System.Text;
using Noc.Audit;
using Noc.Formats.X837;
using Noc.Tables;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Situations that a claim, a record or its sender tells: free drugs, the payer's network, equipment, the
/// ingredients of a compound. Each on both sides, and where nothing tells.</summary>
public class SituationTests
{
    private static readonly TestClaim Medicare = new();   // NGS: one cent for a drug that cost nothing
    private static readonly TestClaim Cigna = new()
    {
        Filing = "CI", Payer = "CIGNA*****PI*62308", State = "NV", Modifiers = "", Date = "20260102",
    };

    private static readonly TestClaim InCalifornia = new() { State = "CA" };

    // The electronic payer id of an equipment contractor.
    private static readonly TestClaim Equipment =
        new() { Payer = "CGS DME*****PI*X0001", Place = "12", Modifiers = "", Lin = "", Others = [] };

    private static readonly TestClaim FloridaBlue = new()
    {
        Filing = "CI", Payer = "FLORIDA BLUE*****PI*00590", State = "FL", Modifiers = "",
        Description = "COMPOUNDED EXAMPLAZOLE 5MG IT",
    };

    private static Finding? Find(TestClaim claim, string rule) =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    [Theory]
    [InlineData("true", "900", "0.01")]
    [InlineData("true", "0.01", null)]
    [InlineData("false", "900", null)]
    [InlineData(null, "900", null)]
    public void A_record_tells_that_the_drug_was_free(string? free, string charge, string? expected)
    {
        var visit = free is null ? TestVisit.Text : TestVisit.With(("administrations/0/free", free));
        var finding = Find(Medicare with { Charge = charge, Evidence = visit }, "CHG010");
        Assert.Equal(expected, finding?.Expected?.Text);
    }

    [Fact]
    public void Without_a_record_nobody_knows_that_a_charged_drug_was_free() =>
        Assert.Null(Find(Medicare with { Charge = "900" }, "CHG010"));

    [Theory]
    [InlineData("EXAMPLAZOLE 150MG IV FREE DRUG", true)]
    [InlineData("EXAMPLAZOLE 150MG IV SPONSOR SUPPLIED", true)]
    [InlineData("EXAMPLAZOLE 150MG IV WHITE BAGGED", true)]
    [InlineData("SAMPLE EXAMPLAZOLE 150MG IV", true)]
    [InlineData("SAMPLEPHINE 150MG IV", false)]
    [InlineData("EXAMPLAZOLE PRESERVATIVE FREE 150MG IV", false)]
    [InlineData("EXAMPLAZOLE 150MG IV SUPPLIED IN KIT", false)]
    [InlineData("EXAMPLAZOLE 150MG IV NO CHARGE FOR WASTE", false)]
    public void A_charge_for_what_the_text_itself_calls_free_is_taken_back(string text, bool isFree)
    {
        var finding = Find(Medicare with { Charge = "900", Description = text }, "CHG010");
        Assert.Equal(isFree, finding is { Severity: Severity.Deny });
    }

    [Fact]
    public void A_record_of_two_doses_of_which_one_was_bought_is_no_free_drug()
    {
        const string second = """{ "drug": "EXAMPLAZOLE", "ndc": "99999-0123-01", "dose": "75 mg", "route": "IV" }""";
        var visit = TestVisit.With(("administrations/0/free", "true"), ("administrations/-", second));
        Assert.Null(Find(Medicare with { Evidence = visit }, "CHG010"));
    }

    [Theory]
    [InlineData(true, "2026-04-02", null)]             // ninety days
    [InlineData(true, "2026-04-03", Severity.Deny)]
    [InlineData(false, "2026-04-03", null)]            // 180 days outside of the network
    [InlineData(false, "2026-07-02", Severity.Deny)]
    [InlineData(null, "2026-04-02", null)]
    [InlineData(null, "2026-04-03", Severity.Warn)]    // nobody said: a doubt
    public void The_window_of_the_network_counts_for_who_is_in_it(bool? isIn, string sent, Severity? severity)
    {
        var day = DateOnly.Parse(sent, System.Globalization.CultureInfo.InvariantCulture);
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes((Cigna with
        {
            Made = day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture),
        }).Text()));
        var context = TestClaim.ContextOf(Cigna) with { IsInNetwork = isIn, AsOf = day, Sent = day };
        var audit = ClaimAuditor.Audit(ClaimFile.Read(stream).Single(), context);
        Assert.Equal(severity,
            audit.Findings.FirstOrDefault(finding => finding.Rule.Id == "FIL001")?.Severity);
    }

    [Theory]
    [InlineData("J3490", "EXAMPLAZOLE 20MG INHALED", "J7699")]
    [InlineData("J3490", "EXAMPLAZOLE 20MG SC", "J7799")]
    [InlineData("J7799", "EXAMPLAZOLE 20MG INHALED", "J7699")]
    [InlineData("J7699", "EXAMPLAZOLE 20MG IV", "J7799")]
    [InlineData("J7699", "EXAMPLAZOLE 20MG INHALED", null)]
    [InlineData("J7799", "EXAMPLAZOLE 20MG SC", null)]
    [InlineData("J7799", "EXAMPLAZOLE 20MG", null)]     // the text does not tell the route
    [InlineData("J3490", "EXAMPLAZOLE 20MG", null)]
    public void Equipment_has_a_code_for_what_is_inhaled_and_one_for_pumps(string code, string text, string? right) =>
        Assert.Equal(right, Find(Equipment with { Code = code, Description = text }, "COD008")?.Expected?.Code.Value);

    [Fact]
    public void The_text_for_equipment_needs_no_dose_whatever_the_code()
    {
        var finding = Find(Equipment with { Description = "EXAMPLAZOLE EXAMPLE LABS 50MG/ML" }, "NAR010");
        Assert.DoesNotContain("the dose given", finding?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_compound_is_one_line_for_each_ingredient_where_the_payer_counts_so()
    {
        Assert.NotNull(Find(FloridaBlue, "CMP002"));
        Assert.Null(Find(FloridaBlue with { Twice = true }, "CMP002"));
        Assert.Null(Find(FloridaBlue with { Description = "EXAMPLAZOLE 5MG IT" }, "CMP002"));   // no compound
        Assert.Null(Find(FloridaBlue with { Payer = "INVENTED PAYER*****PI*X0001" }, "CMP002"));   // not known
    }

    [Theory]
    [InlineData("EXAMPLAZOLE 5MG IT", "62370*90", "J3490", true)]
    [InlineData("EXAMPLAZOLE 5MG IT", "95990*90", "J3490", true)]
    [InlineData("EXAMPLAZOLE 5MG IV", "95990*90", "J3490", false)]
    [InlineData("EXAMPLAZOLE 5MG IT", "62368*90", "J3490", false)]   // the pump was read, not filled
    [InlineData("EXAMPLAZOLE 5MG IT VIA IMPLANTED PUMP", "62368*90", "J3490", true)]
    [InlineData("EXAMPLAZOLE 5MG IT VIA EXTERNAL PUMP", "62368*90", "J3490", false)]
    [InlineData("ZICONOTIDE 500MCG INTRATHECAL", "95990*90", "J2278", true)]
    [InlineData("", "95990*90", "J2278", true)]
    [InlineData("", "95990*90", "J0475", true)]
    [InlineData("", "96374*90", "J0475", false)]
    [InlineData("MORPHINE 4MG IV", "95990*90", "J2270", false)]
    [InlineData("MORPHINE 4MG INTRATHECAL", "95990*90", "J2274", true)]
    public void Every_drug_of_an_implanted_pump_has_kd(string text, string procedure, string code, bool isAsked) =>
        Assert.Equal(isAsked, Find(Medicare with { Code = code, Description = text, Others = [procedure] }, "MOD007")
            is not null);

    [Theory]
    [InlineData("50", "1", "2")]
    [InlineData("50", "2", null)]
    [InlineData("RT", "1", null)]
    [InlineData("RT", "2", "1")]
    public void Noridian_counts_the_eyes_of_repackaged_bevacizumab(string modifier, string units, string? right)
    {
        var claim = Medicare with
        {
            State = "WA", Code = "J7999", Modifiers = modifier, Units = units, Lin = "", Others = ["67028*200"],
            Description = "COMPOUNDED BEVACIZUMAB 1.25MG EACH EYE INTRAVITREAL",
        };
        Assert.Equal(right, Find(claim, "UNT002")?.Expected?.Units?.ToString(
            System.Globalization.CultureInfo.InvariantCulture));
    }

    // Where the contractor says which modifier is right, nobody says that two of them exclude each other.
    [Theory]
    [InlineData("WA", "RT:LT", "MOD007")]
    [InlineData("WA", "RT:50", "MOD007")]
    [InlineData("WA", "LT", "")]
    [InlineData("TX", "RT:LT", "MOD013")]
    [InlineData("TX", "RT:50", "MOD013")]
    public void Two_sides_on_a_line_are_told_once(string state, string modifiers, string rules) =>
        Assert.Equal(rules, string.Join(' ', (Medicare with
        {
            State = state, Code = "J7999", Modifiers = modifiers, Lin = "", Others = ["67028*200"],
            Description = "COMPOUNDED BEVACIZUMAB 1.25MG INTRAVITREAL",
        }).Findings().Select(one => one.Rule.Id).Where(id => id is "MOD007" or "MOD013")));

    [Theory]
    [InlineData("C9399:JW", "EXAMPLAZOLE", false)]
    [InlineData("J3490:JW", "EXAMPLUMAB", true)]     // another drug: the remark speaks of that one
    public void The_remark_speaks_for_the_dose_and_its_waste(string other, string named, bool isOpen)
    {
        var claim = Medicare with
        {
            Place = "13", Code = "C9399", Modifiers = "", Description = "EXAMPLAZOLE", Others = [$"{other}*90"],
            ClaimNote = $"{named} 150MG IV 50MG WASTE NDC 99999-0123-01 03/10/2026 ONCE",
        };
        Assert.Equal(isOpen, Find(claim, "NAR003") is not null);
        if (!isOpen) Assert.Null(Find(claim, "MOD004"));
    }

    [Fact]
    public void What_is_not_covered_needs_no_administration()
    {
        Assert.Null(Find(InCalifornia with { Modifiers = "GY", Others = [] }, "ADM001"));
        Assert.NotNull(Find(InCalifornia with { Others = [] }, "ADM001"));
    }

    [Fact]
    public void A_compound_of_a_listed_drug_is_doubtful_under_the_skin()
    {
        var claim = InCalifornia with
        {
            Code = "J7999", Modifiers = "", Description = "COMPOUNDED SEMAGLUTIDE 0.5MG SC", Lin = "",
            Date = "20260701", Others = ["96372*40"],
        };
        var finding = Find(claim, "SAD001");
        Assert.Equal((Severity.Warn, Confidence.Medium), (finding?.Severity, finding?.Confidence));
        Assert.Null(Find(claim with { Description = "COMPOUNDED SEMAGLUTIDE 0.5MG" }, "SAD001"));
        Assert.Null(Find(claim with { Description = "COMPOUNDED SEMAGLUTIDE 0.5MG AND CYANOCOBALAMIN 1MG SC" },
            "SAD001"));
        Assert.Null(Find(claim with { Description = "COMPOUNDED BEVACIZUMAB 1.25MG IVT" }, "SAD001"));
    }
}
