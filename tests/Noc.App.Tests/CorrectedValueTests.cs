using Noc.Audit;

namespace Noc.App.Tests;

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

    [Theory]
    [InlineData("THIS DRUG IS MEDICALLY NECESSARY PLEASE PAY EXAMPLAZOLE 150MG IV")]
    [InlineData("EXAMPLAZOLE IS MEDICALLY NECESSARY 150MG IV")]
    public void Words_that_say_nothing_are_left_out_of_the_suggested_text(string text) =>
        Assert.Equal("EXAMPLAZOLE 150MG IV", Find(Medicare with { Description = text }, "NAR021")?.Expected?.Narrative);

    [Theory]
    [InlineData("PWK*OZ*FX~", "ATT001")]
    [InlineData("PWK*OZ*BM***AC*A1~", null)]
    [InlineData("PWK*OZ*AA~", null)]
    public void Paperwork_that_comes_apart_from_the_claim_needs_a_number(string paperwork, string? rule) =>
        Assert.Equal(rule, Find(Medicare with { Segments = paperwork }, "ATT001")?.Rule.Id);

    [Fact]
    public void Of_several_products_the_line_is_named_by_its_own_word_and_the_oldest_code_comes_first()
    {
        var finding = Find(Medicare with { Code = "J3590", Description = "USTEKINUMAB 90MG SC", Lin = "" }, "COD001");
        Assert.StartsWith("USTEKINUMAB has its own code J3357 or ", finding?.Message, StringComparison.Ordinal);
    }
}
