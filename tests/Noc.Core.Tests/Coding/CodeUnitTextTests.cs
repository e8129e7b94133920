using System.Globalization;
using Noc.Coding;
using Noc.Drugs;
using Noc.Tables;

namespace Noc.Core.Tests.Coding;

public sealed class CodeUnitTextTests
{
    [Theory]
    [InlineData("10 mg", "10", "MG")]
    [InlineData("10mg", "10", "MG")]
    [InlineData("0.01 mg", "0.01", "MG")]
    [InlineData(".625 GM", "0.625", "G")]
    [InlineData("100,000 UNITS", "100000", "UNITS")]
    [InlineData("1 million units", "1000000", "UNITS")]
    [InlineData("1 million\u00A0PFU", "1000000", "PFU")]
    [InlineData("1 mcg", "1", "MCG")]
    [InlineData("10 iu", "10", "IU")]
    [InlineData("1 I.U. VWF:RCO", "1", "IU")]
    [InlineData("1 USP UNIT", "1", "UNITS")]
    [InlineData("PER FACTOR VIII IU", "1", "IU")]
    [InlineData("per millicurie", "1", "MCI")]
    [InlineData("per ml", "1", "ML")]
    [InlineData("1000 CC", "1000", "ML")]
    [InlineData("1 SQ CM", "1", "SQCM")]
    [InlineData("per square centimeter", "1", "SQCM")]
    [InlineData("mg", "1", "MG")]
    [InlineData("10 units of exampline", "10", "UNITS")]
    [InlineData("2 mg with hyaluronidase", "2", "MG")]
    [InlineData("50 mg phenytoin equivalent", "50", "MG")]
    [InlineData("50 MCG (250 IU)", "50", "MCG")]
    [InlineData("75mg (50mg one/25mg other)", "75", "MG")]
    [InlineData("Per 3.2 mg single-use applicator", "3.2", "MG")]
    public void A_fixed_amount_has_value_and_measure(string text, string value, string unit) =>
        Assert.Equal(new(CodeUnitKind.Exact, Of(value, unit)), CodeUnitText.Parse(text));

    [Theory]
    [InlineData("up to 50 mg", "50", "MG")]
    [InlineData("UP TO 1 GM", "1", "G")]
    [InlineData("UP TO 200 MILLION AUTOLOGOUS CAR-POSITIVE VIABLE T CELLS", "200000000", "CELLS")]
    public void A_limit_is_told_from_an_amount(string text, string value, string unit) =>
        Assert.Equal(new(CodeUnitKind.UpTo, Of(value, unit)), CodeUnitText.Parse(text));

    [Theory]
    [InlineData("PER VIAL", "VIAL")]
    [InlineData("per single dose vial", "VIAL")]
    [InlineData("PER DOSE", "DOSE")]
    [InlineData("Per Therapeutic Dose", "DOSE")]
    [InlineData("per study dose", "DOSE")]
    [InlineData("per treatment", "TREATMENT")]
    [InlineData("1 EA", "EACH")]
    [InlineData("each", "EACH")]
    [InlineData("PER IMPLANT", "IMPLANT")]
    [InlineData("Per infusion (minimum 50 million cells)", "INFUSION")]
    [InlineData("Up to 110 million CAR-positive viable T cells, per therapeutic dose", "DOSE")]
    [InlineData("study dose up to 5 mci", "DOSE")]
    public void An_item_is_one_whatever_it_holds(string text, string item)
    {
        Assert.Equal(new(CodeUnitKind.Item, new(1, item)), CodeUnitText.Parse(text));
        Assert.True(CodeUnitText.Parse(text).Dose.IsNone);
    }

    [Theory]
    [InlineData("1 mcg/kg", "1", "MCG")]
    [InlineData("0.5 MG / KG", "0.5", "MG")]
    public void Body_weight_is_named(string text, string value, string unit) =>
        Assert.Equal(new(CodeUnitKind.PerKilogram, Of(value, unit)), CodeUnitText.Parse(text));

    [Theory]
    [InlineData("200 mg/25 mg", "200MG 25MG", "")]
    [InlineData("4 MG-4 MG-2 MG", "4MG 4MG 2MG", "")]
    [InlineData("3 MG & 3 MG", "3MG 3MG", "")]
    [InlineData("50 mg and exampline 25 mg", "50MG 25MG", "")]
    [InlineData("10mg/10mg (20mg)", "10MG 10MG", "20MG")]
    public void A_combination_has_parts_and_no_dose(string text, string parts, string total)
    {
        var unit = CodeUnitText.Parse(text);
        Assert.Equal(CodeUnitKind.Combination, unit.Kind);
        Assert.Equal(parts, string.Join(' ', unit.Parts!));
        Assert.Equal(total, unit.Amount.ToString());
        Assert.True(unit.Dose.IsNone);
    }

    [Theory]
    [InlineData("Less than or equal to 7 days of therapy")]
    [InlineData("GREATER THAN 100 MG")]
    [InlineData("<= 3 mg")]
    public void A_range_has_no_amount(string text) =>
        Assert.Equal(new(CodeUnitKind.Range, default), CodeUnitText.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("unknown")]
    [InlineData("0 mg")]
    [InlineData("5%, 50 ml")]
    [InlineData("10")]
    [InlineData("12345678901234567890 mg")]
    [InlineData("((((")]
    [InlineData("mgs mgs")]
    public void What_is_not_understood_gives_none(string text) =>
        Assert.Equal(default, CodeUnitText.Parse(text));

    [Theory]
    [InlineData("therapeutic dose")]
    [InlineData("up to 28 days of therapy")]
    [InlineData("dose band up to 3 mg")]
    [InlineData("up to 200 million cells")]
    [InlineData("1 sq cm")]
    public void What_is_no_measure_of_drugs_gives_no_dose(string text) =>
        Assert.True(CodeUnitText.Parse(text).Dose.IsNone);

    [Theory]
    [InlineData("Injection, exampline, 10 mg", CodeUnitKind.Exact, "10MG")]
    [InlineData("Injection exampline, not otherwise specified,10 mg", CodeUnitKind.Exact, "10MG")]
    [InlineData("Injection, exampline, 10 mg, not otherwise specified", CodeUnitKind.Exact, "10MG")]
    [InlineData("Injection, exampline, 10 mg (not to be used for 5 mg)", CodeUnitKind.Exact, "10MG")]
    [InlineData("Injection, exampline (one, two), per 100,000 units", CodeUnitKind.Exact, "100000UNITS")]
    [InlineData("Injection, exampline 500 mg", CodeUnitKind.Exact, "500MG")]
    [InlineData("Injection, exampline, not equivalent to j0131, 10 mg", CodeUnitKind.Exact, "10MG")]
    [InlineData("Injection, exampline, 0.9 mg, provided in 1.1 mg vial", CodeUnitKind.Exact, "0.9MG")]
    [InlineData("Exampline tc-99m, diagnostic, per study dose, up to 40 millicuries", CodeUnitKind.Item, "1DOSE")]
    [InlineData("Injection, exampline, up to 50 mg", CodeUnitKind.UpTo, "50MG")]
    [InlineData("Example solution, 5% (500 ml = 1 unit)", CodeUnitKind.Exact, "500ML")]
    [InlineData("Exampline cells, up to 1 million cells, per infusion", CodeUnitKind.Item, "1INFUSION")]
    [InlineData("Exampline, per ml, containing nominal 2 x 10^13 vector genomes", CodeUnitKind.Exact, "1ML")]
    [InlineData("Exampline, oral, greater than 3 mg, but less than or equal to 6 mg", CodeUnitKind.Range, "")]
    [InlineData("Exampline, up to 2.5 mg and otherine, up to 0.5 mg, inhaled", CodeUnitKind.Combination, "")]
    [InlineData("Unclassified drugs", CodeUnitKind.None, "")]
    [InlineData("", CodeUnitKind.None, "")]
    public void Descriptions_are_searched_from_their_end(string text, CodeUnitKind kind, string amount)
    {
        var unit = CodeUnitText.InDescription(text);
        Assert.Equal((kind, amount), (unit.Kind, unit.Amount.ToString()));
    }

    [Theory]
    [InlineData("100,000 UNITS", "100,000 units")]
    [InlineData("per unit", "1 unit")]
    [InlineData(".625 GM", "0.625 g")]
    [InlineData("UP TO 1000 CC", "up to 1,000 mL")]
    [InlineData("PER VIAL", "1 vial")]
    [InlineData("1 mcg/kg", "1 mcg per kg")]
    [InlineData("200 MG/25 MG", "200 mg + 25 mg")]
    [InlineData("PER SQUARE CENTIMETER", "1 sq cm")]
    [InlineData("GREATER THAN 100 MG", "")]
    [InlineData("", "")]
    public void A_unit_is_spelt_one_way(string text, string spelt) =>
        Assert.Equal(spelt, CodeUnitText.Parse(text).Text);

    [Fact]
    public void A_list_of_ingredients_keeps_all_parts() => Assert.Equal("4MG 5MG 2MG", string.Join(' ',
        CodeUnitText.InDescription("Injection, one 4 mg, two 5 mg and three 2 mg").Parts!));

    [Fact]
    public void Long_and_strange_texts_end()
    {
        foreach (var piece in (string[])["(", ")", ",", "1", "1 ", "mg ", "up to ", "per ", "-", "1 million x "])
        {
            var text = string.Concat(Enumerable.Repeat(piece, 20_000));
            _ = CodeUnitText.Parse(text);
            _ = CodeUnitText.InDescription(text);
        }
    }

    private static Amount Of(string value, string unit) =>
        new(decimal.Parse(value, CultureInfo.InvariantCulture), unit);
}
