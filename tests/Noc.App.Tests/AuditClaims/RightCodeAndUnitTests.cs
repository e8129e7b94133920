using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>The administration by class and route, the eye, the list of products, and how an NDC is counted.</summary>
public class RightCodeAndUnitTests
{
    private static readonly TestClaim Medicare = new();

    private static Finding? Find(TestClaim claim, string rule) =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    [Theory]
    [InlineData("EMPAVELI 1080MG SC", "96401", "ADM003", "96372")]
    [InlineData("FLUMAZENIL 0.5MG IV", "96413", "ADM003", "96365")]
    [InlineData("FLUMAZENIL 0.5MG IV", "96409", "ADM003", "96374")]
    [InlineData("EXAMPLAZOLE 150MG SC", "96365", "ADM002", "96372")]
    [InlineData("EXAMPLAZOLE 150MG IV", "96372", "ADM002", "96365 for an infusion, 96374 for a push")]
    public void The_right_code_stands_on_the_line_of_the_drug(string text, string code, string rule, string right)
    {
        var finding = Find(Medicare with { Description = text, Lin = "", Others = [$"{code}*90"] }, rule);
        Assert.Equal((1, right), (finding?.Line, finding?.Expected?.Text));
    }

    [Theory]
    [InlineData("96372", "20260310", "MB", true)]
    [InlineData("G0012", "20260310", "MB", false)]
    [InlineData("96372", "20240929", "MB", false)]
    [InlineData("96372", "20260310", "CI", false)]
    public void Medicare_takes_G0012_for_an_injection_that_prevents_HIV(
        string given, string date, string filing, bool isFound)
    {
        var claim = Medicare with
        {
            Code = "J0739", Description = "", Units = "600", Lin = "", Date = date, Filing = filing,
            Diagnoses = "HI*ABK:Z2981", Others = [$"{given}*30"],
        };
        Assert.Equal(isFound ? "G0012" : null, Find(claim, "ADM010")?.Expected?.Text);
    }

    [Theory]
    [InlineData("J9035", "67028", "MB", "J7999")]
    [InlineData("Q5118", "67028", "MB", "J7999")]
    [InlineData("J9035", "96413", "MB", null)]
    [InlineData("J9035", "67028", "CI", null)]
    [InlineData("J0178", "67028", "MB", null)]
    public void Bevacizumab_in_the_eye_is_no_bevacizumab_in_a_vein(
        string code, string given, string filing, string? right)
    {
        var claim = Medicare with
        {
            Code = code, Description = "", Lin = "", Units = "1", Filing = filing, Others = [$"{given}*150"],
        };
        Assert.Equal(right ?? "", Find(claim, "CMP001")?.Expected?.Code.Value ?? "");
    }

    [Fact]
    public void A_line_has_room_for_one_NDC_whoever_pays() => Assert.Equal(Severity.Warn, Find(Medicare with
    {
        Lin = "LIN**N4*99999012301~CTP****3*ML~LIN**N4*99999012302~CTP****1*ML~",
    }, "NDC023")?.Severity);

    [Theory]
    [InlineData("MB", "", Severity.Warn)]
    [InlineData("BL", "FLORIDA BLUE*****PI*00590", Severity.Deny)]
    [InlineData("BL", "ANTHEM BCBS GEORGIA*****PI*00601", null)]
    public void Milligrams_are_no_unit_that_payers_like(string filing, string payer, Severity? severity)
    {
        var claim = Medicare with
        {
            Filing = filing, Lin = "LIN**N4*99999098701~CTP****150*ME~",
            State = payer.StartsWith("FLORIDA", StringComparison.Ordinal) ? "FL" : payer.Length > 0 ? "GA" : "IL",
        };
        if (payer.Length > 0) claim = claim with { Payer = payer };
        Assert.Equal(severity, Find(claim, "NDC020")?.Severity);
    }

    [Theory]
    [InlineData("1.5", true)]
    [InlineData("2", true)]
    [InlineData("1", false)]
    [InlineData("15", false)]
    public void Vials_are_counted_by_what_the_text_says_they_hold(string quantity, bool isRight)
    {
        var claim = Medicare with
        {
            Description = "EXAMPLAZOLE 100MG/VIAL 150MG GIVEN IV", Lin = $"LIN**N4*99999098701~CTP****{quantity}*UN~",
        };
        Assert.Equal(isRight, Find(claim, "NDC013") is null);
    }

    [Theory]
    [InlineData("1.5", "0.5", true)]
    [InlineData("2", "", true)]         // whole vials, and the waste without a quantity
    [InlineData("2", "0.5", false)]     // the waste is counted twice
    public void What_the_line_of_the_waste_counts_the_dose_does_not(string dose, string waste, bool isRight)
    {
        static string Lin(string quantity) => quantity.Length == 0 ? "" : $"LIN**N4*99999098701~CTP****{quantity}*UN~";
        var claim = Medicare with
        {
            Description = "EXAMPLAZOLE 100MG/VIAL 150MG GIVEN IV", Modifiers = "", Lin = Lin(dose),
            Others = [$"J3490:JW::::EXAMPLAZOLE WASTE 50MG*300|{Lin(waste)}"],
        };
        Assert.Equal(isRight, Find(claim, "NDC013") is null);
    }

    // The crosswalk lists the vial of 21 units from the next quarter on.
    [Theory]
    [InlineData("315", true)]
    [InlineData("1575", false)]
    public void A_later_quarter_of_the_crosswalk_tells_what_a_vial_holds(string units, bool isRight) => Assert.Equal(
        isRight, Find(Medicare with
        {
            Code = "J1203", Units = units, Description = "", Date = "20240410",
            Lin = "LIN**N4*71904020001~CTP****15*UN~",
        }, "NDC013") is null);

    [Theory]
    [InlineData("PEMGARDA 4500MG IV", "J3590", "20240320", false)]
    [InlineData("PEMGARDA 4500MG IV", "J9999", "20240320", true)]
    [InlineData("UVADEX 0.2MG", "J3490", "20260310", false)]
    public void The_code_that_the_list_of_products_names_is_never_wrong(
        string text, string code, string date, bool isFound) => Assert.Equal(isFound,
            Find(Medicare with { Description = text, Code = code, Date = date, Lin = "" }, "COD008") is not null);
}
