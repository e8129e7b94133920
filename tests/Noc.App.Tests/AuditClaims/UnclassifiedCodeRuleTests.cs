using Noc.Audit;
using Noc.Reference.Seed;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>COD004, COD008 and MOD002: the unclassified code of a class, C codes, and who needs JW or JZ.</summary>
public class UnclassifiedCodeRuleTests
{
    private static readonly TestClaim Medicare = new() { Lin = "" };
    private static readonly TestClaim Coded = Medicare with { Code = "J9271", Description = "", Modifiers = "" };

    private static readonly TestClaim InCalifornia = new() { State = "CA" };

    // The electronic payer id of an equipment contractor.
    private static readonly TestClaim Equipment = Medicare with { Payer = "CGS DME*****PI*X0001", Place = "12" };

    private static Finding? Find(TestClaim claim, string rule) =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    [Theory]
    [InlineData("IMBRUVICA 420MG PO", "J9999", "J8999", Severity.Warn)]   // from memory, so only a doubt
    [InlineData("TEVIMBRA 200MG IV", "J3490", "J9999", Severity.Reject, "20240601")]
    public void Each_class_has_its_code(
        string text, string billed, string code, Severity severity, string date = "20260310")
    {
        var finding = Find(Medicare with { Description = text, Code = billed, Date = date }, "COD008");
        Assert.Equal((severity, code), (finding?.Severity, finding?.Expected?.Code.Value));
    }

    [Theory]
    [InlineData("11", "MB", "EXAMPLAZOLE 150MG IV", "0636", Severity.Reject)]
    [InlineData("11", "CI", "EXAMPLAZOLE 150MG IV", "0636", Severity.Reject)]
    [InlineData("11", "MB", "EXAMPLAZOLE", "0636", null)]
    [InlineData("13", "MA", "", "0636", Severity.Reject)]
    [InlineData("13", "CI", "", "636", Severity.Warn)]
    [InlineData("13", "MA", "", "0250", null)]
    [InlineData("85", "MA", "", "0636", Severity.Reject)]
    public void A_drug_line_needs_a_code(string place, string filing, string text, string revenue, Severity? severity)
    {
        var claim = Medicare with { Code = "", Modifiers = "", Place = place, Filing = filing, Description = text,
            Revenue = revenue, Others = [] };
        var finding = Find(claim, "COD014");
        Assert.Equal(severity, finding?.Severity);
        if (finding is not null) Assert.StartsWith("Line 1 ", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("13", "0636", Severity.Deny)]
    [InlineData("13", "0250", null)]
    [InlineData("85", "0636", Severity.Warn)]
    public void A_payer_may_want_a_drug_without_a_code_under_another_revenue_code(
        string place, string revenue, Severity? severity)
    {
        var finding = Find(Medicare with
        {
            Payer = "MISSOURI MEDICAID*****PI*SKMO0", State = "MO", Filing = "MC", Code = "", Modifiers = "",
            Description = "", Others = [], Place = place, Revenue = revenue,
        }, "COD014");
        Assert.Equal(severity, finding?.Severity);
        if (severity is Severity.Deny) Assert.Equal("0250", finding?.Expected?.Text);
    }

    [Fact]
    public void Inpatients_are_billed_by_revenue_code() => Assert.Null(Find(Medicare with
    {
        Code = "", Modifiers = "", Place = "11", Frequency = "", Filing = "MA", Description = "", Others = [],
    }, "COD014"));

    [Theory]
    [InlineData("LIPIODOL 4800MG IA", "J3490", "A9698")]
    [InlineData("INDOCYANINE GREEN 25MG IV", "J3490", "A9698")]
    [InlineData("IC-GREEN 25MG IV", "J3590", "A9698")]
    public void Contrast_is_no_drug(string text, string billed, string code)
    {
        var finding = Find(Medicare with { Description = text, Code = billed }, "COD008");
        Assert.Equal((Severity.Warn, code), (finding?.Severity, finding?.Expected?.Code.Value));
        Assert.Null(Find(Medicare with { Description = text, Code = code }, "COD008"));
    }

    [Theory]
    [InlineData("IVIG 20G IV", true)]
    [InlineData("GAMMA GLOBULIN 20G IV", true)]
    [InlineData("GAMMA GLOBULIN 2ML IM", false)]
    public void An_immune_globulin_into_a_vein_is_no_unclassified_biologic(string text, bool isTold)
    {
        var finding = Find(Medicare with { Description = text, Code = "J3590" }, "COD008");
        Assert.Equal(isTold, finding is { Severity: Severity.Warn }
            && finding.Message.Contains("J1599 or J1566", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("TC99M MDP 25 MCI IV", "A4641", "A9503")]
    [InlineData("TC-99M MDP 25MCI IV", "J3490", "A9503")]
    [InlineData("INSULIN LISPRO 10 UNITS SC", "J3590", "J1815")]
    [InlineData("INSULIN ASPART 10 UNITS SC", "J3590", "J1815")]
    [InlineData("LYUMJEV 10 UNITS SC", "J3590", "J1814")]
    [InlineData("INSULIN LISPRO-AABC 10 UNITS SC", "J3590", "J1814")]
    public void Short_and_common_names_lead_to_their_codes(string text, string billed, string code) =>
        Assert.Equal(code, Find(Medicare with { Description = text, Code = billed, Modifiers = "" }, "COD001")?.Expected
            ?.Code.Value);

    [Theory]
    [InlineData("FDG 10 MCI IV", "A9597")]
    [InlineData("F-18 FDG 10 MCI IV", "J3490")]
    public void A_short_name_with_two_codes_is_a_doubt(string text, string billed) => Assert.Contains("A9552 or A9609",
        Find(Medicare with { Description = text, Code = billed, Modifiers = "" }, "COD001")?.Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("FOOBARIL TABLET 10MG PO")]
    [InlineData("FOOBARIL 10MG ORAL SUSPENSION")]
    public void What_is_swallowed_is_no_injection_though_nobody_knows_the_drug(string text)
    {
        var finding = Find(Medicare with { Description = text, Code = "J3490" }, "COD008");
        Assert.Equal(Severity.Warn, finding?.Severity);
        Assert.Contains("J8499 or J8597 or J8999", finding?.Message, StringComparison.Ordinal);
        Assert.Null(Find(Medicare with { Description = text, Code = "J8499" }, "COD008"));
    }

    [Fact]
    public void A_vaccine_is_never_a_biologic_without_a_code()
    {
        var finding = Find(Medicare with { Description = "SHINGRIX 0.5ML IM", Code = "J3590" }, "COD001");
        Assert.Contains("90750", finding?.Message, StringComparison.Ordinal);
        Assert.Equal(Severity.Warn, finding?.Severity);   // from memory, so only a doubt
    }

    [Theory]
    [InlineData("EXAMPLAZOLE 300MG INHALATION", "J7699")]
    [InlineData("EXAMPLAZOLE 300MG SC", "J7799")]
    public void Drugs_through_equipment_have_their_own_codes(string text, string code) =>
        Assert.Equal(code, Find(Equipment with { Description = text }, "COD008")?.Expected?.Code.Value);

    [Fact]
    public void Nobody_asks_for_jz_on_what_a_pharmacy_made() =>
        Assert.Null(Find(Coded with { Description = "AVASTIN 1.25MG IVT", Code = "J7999" }, "MOD002"));

    [Fact]
    public void Nobody_asks_for_jz_on_a_vaccine() =>
        Assert.Null(Find(Medicare with { Description = "HEPLISAV-B 20MCG IM", Code = "90749", Modifiers = "" },
            "MOD002"));

    [Theory]
    [InlineData("11", true)]
    [InlineData("21", false)]
    [InlineData("50", false)]
    [InlineData("72", false)]
    public void Places_that_are_paid_as_a_whole_need_no_jz(string place, bool isAsked)
    {
        // The helper writes 72 as a bill type; here it is a place of service.
        var text = Coded.Text().Replace("***11:B:1", $"***{place}:B:1", StringComparison.Ordinal);
        var findings = TestClaim.FindingsOf(System.Text.Encoding.ASCII.GetBytes(text));
        Assert.Equal(isAsked, findings.Any(finding => finding.Rule.Id == "MOD002"));
    }

    [Theory]
    [InlineData("13", "J9271", true)]
    [InlineData("85", "J9271", true)]
    [InlineData("13", "J3490", false)]
    public void Hospitals_need_jz_on_drugs_that_are_paid_apart(string place, string code, bool isAsked) =>
        Assert.Equal(isAsked, (Coded with { Place = place, Code = code }).Findings(SeedTables.Load())
            .Any(finding => finding.Rule.Id == "MOD002"));

    [Fact]
    public void The_waste_of_another_drug_is_none_of_this_one()
    {
        var claim = (Medicare with { Modifiers = "", Code = "J3590", Description = "DUPIXENT 300MG SC" }).Text()
            .Replace("*2~SV1*HC:96365*185", "*2~SV1*HC:J3590:JW::::OTHEROMAB 10MG IV*185", StringComparison.Ordinal);
        Assert.Contains(TestClaim.FindingsOf(System.Text.Encoding.ASCII.GetBytes(claim)),
            finding => finding.Rule.Id == "MOD002");
    }

    [Fact]
    public void A_pass_through_code_does_not_belong_in_an_office()
    {
        var claim = Medicare with { Code = "C9161", Description = "", Date = "20240215" };
        Assert.Equal((Severity.Reject, "J3590"),
            (Find(claim, "COD004")?.Severity, Find(claim, "COD004")?.Expected?.Code.Value));
        Assert.NotNull(Find(claim with { Place = "22" }, "COD004"));   // a physician's claim, not the hospital's
        Assert.Null(Find(claim with { Place = "24" }, "COD004"));
    }

    [Fact]
    public void Other_hospital_bills_with_c9399_are_only_doubtful() =>
        Assert.Equal(Severity.Warn, Find(Medicare with { Code = "C9399", Place = "85" }, "COD004")?.Severity);

    [Fact]
    public void C9399_is_not_for_old_drugs()
    {
        var claim = Medicare with { Code = "C9399", Place = "13", Description = "PRECEDEX 200MCG IV" };
        Assert.Equal("J3490", Find(claim, "COD008")?.Expected?.Code.Value);
        Assert.Null(Find(claim with { Description = "DUPIXENT 300MG SC" }, "COD008"));
    }

    [Theory]
    [InlineData("BRIXADI 128MG SC MONTHLY", "J0578", Severity.Reject)]
    [InlineData("BRIXADI 24MG SC", "J0577", Severity.Reject)]
    [InlineData("BRIXADI 24MG", "J0577", Severity.Warn)]   // no route
    [InlineData("BRIXADI SC", "J0577 or J0578", Severity.Reject)]
    public void A_brand_whose_codes_differ_by_duration_never_has_an_unclassified_one(
        string text, string codes, Severity severity)
    {
        var finding = Find(InCalifornia with { Description = text, Date = "20240401", Lin = "", Others = ["96372*40"] },
            "COD001");
        Assert.Equal(severity, finding?.Severity);
        Assert.Contains($"its own code {codes} since", finding!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("J3490", "20250901", "J0799")]
    [InlineData("J0799", "20250901", null)]
    public void What_prevents_HIV_has_an_unclassified_code_of_its_own(string code, string day, string? right) =>
        Assert.Equal(right, Find(InCalifornia with
        {
            Code = code, Description = "YEZTUGO 927MG SC", Date = day, Lin = "", Others = ["G0012*40"],
        }, "COD008")?.Expected?.Code.Value);

    [Fact]
    public void The_code_of_a_programme_that_has_ended_is_not_taken()
    {
        Assert.Equal(Severity.Reject, Find(InCalifornia with { Code = "Q4082" }, "COD010")?.Severity);
        Assert.Null(Find(InCalifornia, "COD010"));
    }
}
