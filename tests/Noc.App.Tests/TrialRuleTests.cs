namespace Noc.App.Tests;

/// <summary>What the rules of clinical trials propose.</summary>
public class TrialRuleTests
{
    [Theory]
    [InlineData("INVESTIGATIONAL EXAMPLAZOLE 150MG IV", true)]
    [InlineData("EXAMPLAZOLE 150MG IV EXPANDED ACCESS", true)]
    [InlineData("EXAMPLAZOLE 150MG IV NOT INVESTIGATIONAL", false)]
    public void A_text_that_calls_the_drug_investigational_needs_the_number_of_a_trial(string text, bool isAsked)
    {
        var claim = new TestClaim { Description = text };
        Assert.Equal(isAsked, claim.Findings().Any(one => one is { Rule.Id: "TRL001", Severity: Severity.Deny }));
        Assert.DoesNotContain((claim with { Segments = "REF*P4*01234567~" }).Findings(),
            one => one.Rule.Id == "TRL001");
    }

    [Theory]
    [InlineData("NCT01234567", "REF*P4*01234567")]
    [InlineData("NCT 0123-4567", "REF*P4*01234567")]
    [InlineData("NCT1234567", "REF*P4*<EIGHT DIGITS>")]
    public void Digits_that_stand_there_are_not_asked_for(string number, string written)
    {
        var claim = new TestClaim
        {
            Modifiers = "Q0", Diagnoses = "HI*ABK:Z006*ABF:C3490", Segments = $"REF*P4*{number}~",
        };
        Assert.Equal(written, claim.Findings().First(one => one.Rule.Id == "TRL001").Expected?.Text);
    }
}
