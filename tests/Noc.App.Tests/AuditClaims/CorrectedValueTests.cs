using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Findings say what to write, as far as the claim tells.</summary>
public class CorrectedValueTests
{
    private static readonly TestClaim Medicare = new();

    private static readonly TestClaim Trial = Medicare with
    {
        Modifiers = "Q0", Diagnoses = "HI*ABK:Z006*ABF:C3490",
    };

    private static Finding? Find(TestClaim claim, string rule) =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    [Theory]
    [InlineData("REF*P4*NCT12345678~", "", "REF*P4*12345678")]
    [InlineData("", "NCT 12345678", "REF*P4*12345678")]
    [InlineData("", "NCT1234567", "REF*P4*<EIGHT DIGITS>")]
    [InlineData("", "", "REF*P4*<EIGHT DIGITS>")]
    [InlineData("REF*P4*NCT12345678~", "NCT87654321", "REF*P4*<EIGHT DIGITS>")]
    public void The_number_of_a_trial_may_stand_in_the_wrong_place(string segments, string note, string expected) =>
        Assert.Equal(expected, Find(Trial with { Segments = segments, Note = note }, "TRL001")?.Expected?.Text);

    // C9303 counts 1 mg, J1326 2 mg; Q5131 20 mg, Q5144 1 mg.
    [Theory]
    [InlineData("C9303", "13", "800", "J1326", 400)]
    [InlineData("C9303", "13", "801", "J1326", 401)]
    [InlineData("Q5131", "11", "2", "Q5144", 40)]
    public void Units_of_an_ended_code_are_converted_to_those_of_the_next(
        string code, string place, string units, string next, int expected)
    {
        var finding = Find(Medicare with
        {
            Code = code, Place = place, Description = "", Lin = "", Units = units, Date = "20260710",
        }, "COD003");
        Assert.Equal((next, expected), (finding?.Expected?.Code.Value, finding?.Expected?.Units));
        Assert.Contains($"counted from the {units} billed", finding!.Message);
    }

    [Theory]
    [InlineData("THIS DRUG IS MEDICALLY NECESSARY PLEASE PAY EXAMPLAZOLE 150MG IV")]
    [InlineData("EXAMPLAZOLE IS MEDICALLY NECESSARY 150MG IV")]
    public void Words_that_say_nothing_are_left_out_of_the_suggested_text(string text) =>
        Assert.Equal("EXAMPLAZOLE 150MG IV", Find(Medicare with { Description = text }, "NAR021")?.Expected?.Narrative);

    [Theory]
    [InlineData("PWK*OZ*FX~", "ATT001")]
    [InlineData("PWK*OZ*BM***AC*A1~", null)]
    [InlineData("PWK*OZ*AA~", null)]
    [InlineData("PWK*OZ*QQ***AC*A1~", "ATT001")]   // a way that the guide does not have
    public void Paperwork_that_comes_apart_from_the_claim_needs_a_number(string paperwork, string? rule) =>
        Assert.Equal(rule, Find(Medicare with { Segments = paperwork }, "ATT001")?.Rule.Id);

    [Fact]
    public void Of_several_products_the_line_is_named_by_its_own_word_and_the_oldest_code_comes_first()
    {
        var finding = Find(Medicare with { Code = "J3590", Description = "USTEKINUMAB 90MG SC", Lin = "" }, "COD001");
        Assert.StartsWith("USTEKINUMAB has its own code J3357 or ", finding?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EXAMPLAZOLE 50MG/ML 150MG IV", "30*ML", "CTP****3*ML")]     // a slip of the point
    [InlineData("EXAMPLAZOLE 50MG/ML 150MG IV", "150*ML", "CTP****3*ML")]    // milligrams
    [InlineData("EXAMPLAZOLE 50MG/ML 150MG IV", "1*ML", "CTP****3*ML")]      // less than was given
    [InlineData("EXAMPLAZOLE 50MG/ML 150MG IV", "3*ML", null)]
    [InlineData("EXAMPLAZOLE 50MG/ML 150MG IV", "10*ML", null)]              // what was opened
    [InlineData("EXAMPLAZOLE 150MG IV", "30*ML", null)]                      // no strength
    [InlineData("EXAMPLAZOLE 50MG/ML 150MG IV", "30*UN", null)]
    public void The_strength_of_the_text_tells_the_quantity_of_a_dose(string text, string quantity, string? expected) =>
        Assert.Equal(expected, Find(Medicare with
        {
            Description = text, Lin = $"LIN**N4*88888012301~CTP****{quantity}~",
        }, "NDC013")?.Expected?.Text);

    [Theory]
    [InlineData("EXAMPLAZOLE 150MG IV INV $610.00", "61", true)]
    [InlineData("EXAMPLAZOLE 150MG IV INV $610.00", "61000", true)]
    [InlineData("EXAMPLAZOLE 150MG IV INV $610.00", "610", false)]
    [InlineData("EXAMPLAZOLE 150MG IV INV $610.00", "2440", false)]
    [InlineData("EXAMPLAZOLE 150MG IV", "61", false)]
    public void The_charge_is_compared_with_the_price_of_the_text(string text, string charge, bool isTold) =>
        Assert.Equal(isTold, Find(Medicare with { Description = text, Charge = charge }, "CHG004") is not null);

    [Theory]
    [InlineData("61", "Check the decimal point.")]
    [InlineData("599", "That is below cost, and no payer pays more than the charge.")]
    public void A_charge_a_little_below_the_price_of_the_text_is_no_slip_of_the_point(string charge, string told) =>
        Assert.EndsWith(told, Find(Medicare with
        {
            Description = "EXAMPLAZOLE 150MG IV INV $610.00", Charge = charge,
        }, "CHG004")!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("EXAMPLAZOLE 150MG IV DOS 02/10/2026", true)]
    [InlineData("EXAMPLAZOLE 150MG IV DOS 03/10/2026", false)]
    [InlineData("EXAMPLAZOLE 150MG IV ORDERED 02/10/2026", false)]
    public void The_day_of_the_text_is_the_day_of_the_line(string text, bool isTold) =>
        Assert.Equal(isTold, Find(Medicare with { Description = text }, "NAR022") is not null);

    [Fact]
    public void A_compound_under_the_wrong_code_is_one_finding()
    {
        var claim = Medicare with { Code = "J7999", Modifiers = "", Date = "20150510",
            Description = "COMPOUNDED EXAMPLAZOLE 5MG IT" };
        Assert.NotNull(Find(claim, "CMP001"));
        Assert.Null(Find(claim, "CMP002"));
    }
}
