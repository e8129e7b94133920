using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

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

    private static readonly TestClaim Leqembi = new()
    {
        Code = "J0174", Description = "", Units = "700", Charge = "4100", Lin = "", Others = ["96413*185"],
        Diagnoses = "HI*ABK:G309",
    };

    private static string[] Trials(TestClaim claim) =>
        [.. claim.Findings().Select(one => one.Rule.Id).Where(id => id.StartsWith("TRL", StringComparison.Ordinal))];

    [Theory]
    [InlineData("J0174", "", "20260310")]
    [InlineData("J0175", "", "20260310")]
    [InlineData("J0172", "", "20250310")]
    [InlineData("J3590", "LEQEMBI 700MG IV", "20230705")]
    [InlineData("J3590", "LECANEMAB-IRMB 700MG IV", "20230301")]
    [InlineData("J3590", "KISUNLA 700MG IV", "20260310")]
    public void Medicare_wants_antibodies_against_amyloid_billed_as_part_of_a_study(
        string code, string text, string date)
    {
        var bare = Leqembi with { Code = code, Description = text, Date = date };
        Assert.Equal(["TRL005"], Trials(bare));
        Assert.Equal(["TRL005"], Trials(bare with { Diagnoses = "HI*ABK:G309*ABF:Z006" }));
        Assert.Empty(Trials(bare with
        {
            Modifiers = "Q0:JZ", Diagnoses = "HI*ABK:G309*ABF:Z006", Segments = "REF*P4*99999999~",
        }));
        Assert.Empty(Trials(bare with { Filing = "16" }));
        Assert.Empty(Trials(bare with { Filing = "CI" }));
    }

    [Fact]
    public void A_claim_in_no_study_is_told_once_with_all_that_misses()
    {
        var finding = Assert.Single((Leqembi with { Place = "13" }).Findings(), one => one.Topic is "trial");
        Assert.Equal("Medicare covers Leqembi (lecanemab-irmb) only with evidence development, and this claim misses: "
            + "Q0 on this line, the diagnosis Z00.6, the eight digits of the study in REF*P4, condition code 30.",
            finding.Message);
        Assert.Equal(("Q0", Severity.Deny, "2400/SV202-3"), (finding.Expected?.Text, finding.Severity,
            finding.Element));
    }

    [Theory]
    [InlineData("HI*ABK:G309*ABF:Z006", "REF*P4*99999999~", "")]
    [InlineData("HI*ABK:G309*ABF:Z006", "", "TRL001")]
    [InlineData("HI*ABK:G309", "REF*P4*99999999~", "TRL002")]
    [InlineData("HI*ABK:Z006", "REF*P4*99999999~", "TRL002")]
    [InlineData("HI*ABK:C3490*ABF:Z006", "REF*P4*99999999~", "TRL005")]
    [InlineData("HI*ABK:G3184*ABF:Z006", "REF*P4*99999999~", "")]
    public void A_line_of_a_study_misses_one_thing_at_a_time(string diagnoses, string segments, string rule) =>
        Assert.Equal(rule.Length == 0 ? [] : [rule],
            Trials(Leqembi with { Modifiers = "Q0:JZ", Diagnoses = diagnoses, Segments = segments }));

    [Theory]
    [InlineData("JW")]
    [InlineData("GA:JZ")]
    [InlineData("GZ:JZ")]
    public void Waste_and_lines_with_a_notice_need_no_study(string modifiers) =>
        Assert.DoesNotContain("TRL005", Trials(Leqembi with { Modifiers = modifiers }));

    [Theory]
    [InlineData("11", false)]
    [InlineData("12", true)]
    [InlineData("85", true)]
    public void Inpatients_are_no_part_of_it(string bill, bool isAsked) =>
        Assert.Equal(isAsked, Trials(Leqembi with { Place = bill, Frequency = "" }).Contains("TRL005"));

    [Fact]
    public void What_patients_inject_themselves_is_no_part_of_it() =>
        Assert.Empty(Trials(Leqembi with { Code = "J3590", Description = "LEQEMBI 360MG SC" }));

    [Fact]
    public void The_ndc_tells_the_drug_where_no_text_does() => Assert.Contains("TRL005", Trials(Leqembi with
    {
        Code = "J3590", Description = "", Units = "1", Lin = $"LIN**N4*{TestNdcs.Leqembi}~CTP****7*ML~",
    }));
}
