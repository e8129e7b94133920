using Noc.Audit;
using Noc.Reference.Seed;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>MOD013, MOD016, MOD020, MOD021, MOD024: modifiers that say what the claim does not bear out.</summary>
public class ModifierPlaceTests
{
    private static readonly TestClaim Medicare = new();
    private static readonly TestClaim Hospital = Medicare with { Place = "13", Code = "C9399" };

    private static Finding? Find(TestClaim claim, string rule = "MOD021") =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    [Fact]
    public void A_repeat_needs_another_line_or_a_part_of_a_split_claim()
    {
        var repeated = Medicare with { Modifiers = "76:JZ" };
        Assert.Contains("CLAIM n OF m", Find(repeated)?.Message, StringComparison.Ordinal);
        Assert.Null(Find(repeated with { Description = "EXAMPLAZOLE 150MG IV CLAIM 2 OF 3" }));
        Assert.Null(Find(repeated with { Others = ["J3490:JZ::::EXAMPLAZOLE 150MG IV*900"] }));
    }

    [Theory]
    [InlineData("MB", "20241231", "MOD013")]
    [InlineData("MB", "20250101", "MOD016")]
    [InlineData("MC", "20260310", "MOD013")]
    public void One_of_the_two_modifiers_marks_a_340B_drug(string filing, string date, string rule)
    {
        var claim = Hospital with { Filing = filing, Date = date, Modifiers = "JG:TB" };
        Assert.Equal([rule], claim.Findings().Select(one => one.Rule.Id).Where(id => id is "MOD013" or "MOD016"));
        Assert.Equal(Severity.Warn, Find(claim, rule)?.Severity);
        Assert.Null(Find(claim with { Modifiers = "TB" }, rule));
    }

    [Theory]
    [InlineData("UD", Severity.Warn)]
    [InlineData("SE", Severity.Warn)]
    [InlineData("PO", Severity.Warn)]
    [InlineData("GS", Severity.Warn)]
    [InlineData("JK", Severity.Warn)]
    [InlineData("KP", Severity.Warn)]
    [InlineData("KX", Severity.Info)]
    [InlineData("59", Severity.Info)]
    [InlineData("XS", Severity.Info)]
    [InlineData("TB", null)]
    [InlineData("RT", null)]
    [InlineData("76", Severity.Info)]
    public void Each_modifier_has_its_place(string modifier, Severity? severity) =>
        Assert.Equal(severity, Find(Medicare with { Modifiers = $"{modifier}:JZ" })?.Severity);

    [Fact]
    public void Modifiers_of_departments_stand_on_hospital_bills()
    {
        Assert.Null(Find(Hospital with { Modifiers = "PO" }));
        Assert.NotNull(Find(Medicare with { Modifiers = "PN" }));
    }

    [Fact]
    public void Medicaid_marks_discounted_drugs_in_its_own_way() =>
        Assert.Null(Find(Medicare with { Filing = "MC", Modifiers = "UD" }));

    [Theory]
    [InlineData("EXAMPLAZOLE 150MG IV", "96365*185", true)]
    [InlineData("EXAMPLAZOLE 150MG SC", "96372*30", true)]
    [InlineData("EXAMPLAZOLE 150MG IV", "96416*185", false)]    // a pump goes home with the patient
    [InlineData("EXAMPLAZOLE 150MG IV", "96521*185", false)]
    [InlineData("EXAMPLAZOLE 150MG IT", "62370*185", false)]
    [InlineData("EXAMPLAZOLE 150MG IV PUMP REFILL", "96365*185", false)]
    [InlineData("EXAMPLAZOLE 150MG", "96365*185", false)]       // the route is not said
    [InlineData("EXAMPLAZOLE 150MG IV", "99213*100", false)]    // nothing tells how it was given
    public void Kd_is_for_what_a_pump_gives(string text, string administration, bool isTold) => Assert.Equal(isTold,
        Find(Medicare with { Modifiers = "KD", Description = text, Others = [administration] }) is not null);

    [Fact]
    public void A_line_is_set_apart_from_another_of_its_code() =>
        Assert.Null(Find(Medicare with { Modifiers = "59:JZ", Twice = true }));

    [Fact]
    public void Both_sides_are_one_modifier_or_two_lines() => Assert.Equal(Severity.Warn, Find(Medicare with
    {
        Modifiers = "RT:LT", Description = "EXAMPLAZOLE 1.5MG IVT",
    }, "MOD013")?.Severity);

    [Theory]
    [InlineData("JG", "20260310", "TB")]
    [InlineData("JG:TB", "20260310", "no JG")]
    [InlineData("TB", "20260310", null)]
    [InlineData("JG:TB", "20241231", null)]
    public void Since_2025_medicare_takes_tb_alone(string modifiers, string date, string? expected) => Assert.Equal(
        expected, Find(Hospital with { Modifiers = modifiers, Date = date }, "MOD016")?.Expected?.Text);

    [Theory]
    [InlineData("JZ", "EXAMPLAZOLE 150MG IV WASTED 50MG", true)]
    [InlineData("JZ", "EXAMPLAZOLE 150MG IV WASTE 0MG", false)]
    [InlineData("JZ", "EXAMPLAZOLE 150MG IV NO WASTE", false)]
    [InlineData("JW", "EXAMPLAZOLE 150MG IV WASTED 50MG", false)]
    [InlineData("", "EXAMPLAZOLE 150MG IV WASTED 50MG", false)]
    public void Jz_and_waste_in_the_text_contradict_each_other(string modifiers, string text, bool isTold) =>
        Assert.Equal(isTold, Find(Medicare with { Modifiers = modifiers, Description = text }, "MOD020") is not null);

    [Fact]
    public void Waste_in_the_note_contradicts_jz_too() => Assert.Contains("50MG",
        Find(Medicare with { Note = "50MG WASTED" }, "MOD020")?.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("JW", "EXAMPLAZOLE 150MG IV MDV", "900", Severity.Deny)]
    [InlineData("JZ", "EXAMPLAZOLE 150MG IV MULTI-DOSE VIAL", "900", Severity.Warn)]
    [InlineData("JZ", "EXAMPLAZOLE 150MG IV", "900", null)]           // nothing tells the container
    [InlineData("JZ", "EXAMPLAZOLE 150MG IV SDV", "900", null)]
    [InlineData("JW", "EXAMPLAZOLE 150MG IV SDV", "0.01", Severity.Deny)]   // a free drug
    [InlineData("RT", "EXAMPLAZOLE 150MG IV MDV", "900", null)]
    public void Waste_is_of_single_dose_containers_that_cost_something(
        string modifiers, string text, string charge, Severity? severity) => Assert.Equal(severity, Find(
        Medicare with { Modifiers = modifiers, Description = text, Charge = charge }, "MOD024")?.Severity);

    [Fact]
    public void Of_packaged_drugs_no_waste_is_paid()
    {
        var packaged = Hospital with { Code = "J1100", Modifiers = "JW", Description = "", Units = "4" };
        Assert.True(IsTold(packaged));
        Assert.False(IsTold(packaged with { Code = "J9271" }));
        Assert.False(IsTold(packaged with { Place = "11" }));

        static bool IsTold(TestClaim claim) =>
            claim.Findings(SeedTables.Load()).Any(finding => finding.Rule.Id == "MOD024");
    }

    [Fact]
    public void A_charge_that_is_still_missing_makes_no_free_drug() => Assert.Null(
        Find(Medicare with { Modifiers = "JW", Charge = "0" }, "MOD024"));
}
