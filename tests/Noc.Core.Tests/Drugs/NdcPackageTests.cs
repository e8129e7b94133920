using Noc.Drugs;

namespace Noc.Core.Tests.Drugs;

public class NdcPackageTests
{
    private static NdcPackage Read(string text) => NdcPackage.Read(text) ?? throw new InvalidOperationException(text);

    [Theory]
    [InlineData("10 mL in 1 VIAL, MULTI-DOSE (8888-7777-02)", "VIAL, MULTI-DOSE", 1, "10ML")]
    [InlineData("1 VIAL in 1 CARTON (8888-7777-02)  > 4 mL in 1 VIAL", "VIAL", 1, "4ML")]
    [InlineData("10 VIAL in 1 TRAY (8888-7777-02)  > 50 mL in 1 VIAL (8888-7777-01)", "VIAL", 10, "50ML")]
    [InlineData("4 POUCH in 1 CASE (8888-7777-02)  > 6 BAG in 1 POUCH > 1 L in 1 BAG", "BAG", 24, "1000ML")]
    [InlineData("1 VIAL in 1 CARTON (8888-7777-02)  > 1 INJECTION, POWDER, FOR SOLUTION in 1 VIAL", "VIAL", 1, "")]
    [InlineData("10 INJECTION, POWDER in 1 BOX (8888-7777-02)", "INJECTION, POWDER", 10, "")]
    [InlineData("1 BOTTLE in 1 CARTON [8888-7777-02] > 30 TABLET, COATED in 1 BOTTLE", "TABLET, COATED", 30, "")]
    public void Counts_the_items_of_a_package(string text, string item, int items, string amount)
    {
        var part = Assert.Single(Read(text).Parts);
        Assert.Equal((item, items, amount), (part.Item, part.ItemsIn(0), part.ItemAmount.ToString()));
        Assert.Equal("08888777702", part.Levels[0].Ndc?.Digits);
    }

    [Fact]
    public void Finds_the_vial_in_its_carton()
    {
        var package = Read("10 VIAL in 1 TRAY (8888-7777-02)  > 50 mL in 1 VIAL (8888-7777-01)");
        var vial = NdcText.Read("08888777701").Ndc!.Value;
        var (part, level) = package.Find(vial)!.Value;
        Assert.Equal((1, 1m), (level, part.ItemsIn(level)));
    }

    [Fact]
    public void Takes_a_kit_apart()
    {
        var kit = Read("1 KIT in 1 CARTON (88888-777-02)  *  1 mL in 1 VIAL, SINGLE-DOSE (8888-7777-11)  *  "
            + "5 PACKET in 1 BOX (8888-7777-12)  > 2 mL in 1 PACKET");
        Assert.Equal("88888077702", kit.Kit!.Ndc!.Value.Digits);
        Assert.Equal(["VIAL, SINGLE-DOSE", "PACKET"], kit.Parts.Select(part => part.Item));
        Assert.Equal(5, kit.Parts[1].ItemsIn(0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a carton of vials")]
    [InlineData("x VIAL in 1 CARTON")]
    public void Does_not_guess_at_other_words(string text) => Assert.Null(NdcPackage.Read(text));

    [Theory]
    [InlineData("INJECTION, SOLUTION", "ML", "ML", true)]
    [InlineData("INJECTION, POWDER, LYOPHILIZED, FOR SOLUTION", "", "UN", true)]
    [InlineData("INJECTION, POWDER, FOR SOLUTION", "ML", "UN", true)]
    [InlineData("INJECTION, EMULSION", "ML", "ML", true)]
    [InlineData("INJECTION", "ML", "ML", true)]
    [InlineData("INJECTION", "MG", "UN", false)]
    [InlineData("INJECTION", "", "ML", false)]
    [InlineData("CREAM", "G", "GR", true)]
    [InlineData("POWDER", "G", "GR", false)]
    [InlineData("TABLET, FILM COATED", "", "UN", true)]
    [InlineData("KIT", "", "UN", true)]
    [InlineData("IMPLANT", "", "UN", true)]
    [InlineData("solution", "", "ML", true)]
    [InlineData("powder for suspension", "", "UN", true)]
    [InlineData("GAS", "", "", false)]
    [InlineData("", "", "", false)]
    public void Knows_the_unit_of_a_form(string form, string content, string unit, bool isCertain)
    {
        var measure = NdcMeasure.Of(form, content);
        Assert.Equal((unit, isCertain), (measure.Code, measure.IsCertain));
    }

    [Fact]
    public void Counts_clotting_factors_in_international_units() =>
        Assert.Equal("F2", NdcMeasure.Of("INJECTION, POWDER, FOR SOLUTION", "", isClottingFactor: true).Code);

    [Theory]
    [InlineData("EXAMPLINE 25 mg/mL", "4", "ML", "100MG")]
    [InlineData("EXAMPLINE 40 mg/.4mL", "0.8", "ML", "80MG")]
    [InlineData("EXAMPLINE 500 mg/1", "", "", "500MG")]
    [InlineData("EXAMPLINE 10 ug/mL", "2", "ML", "20MCG")]
    [InlineData("EXAMPLINE 250 [iU]/1", "", "", "250IU")]
    [InlineData("EXAMPLINE 5 mg/mL; OTHERINE 2 mg/mL", "2", "ML", "")]
    [InlineData("EXAMPLINE", "2", "ML", "")]
    [InlineData("EXAMPLINE 1 mg/mL", "", "", "")]
    public void Reckons_the_drug_in_an_item(string strength, string amount, string unit, string dose) =>
        Assert.Equal(dose, NdcStrength.Read(strength).In(unit.Length == 0 ? default
            : new(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), unit)).ToString());
}
