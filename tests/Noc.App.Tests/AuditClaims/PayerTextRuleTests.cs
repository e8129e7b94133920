using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>NAR002 to NAR004 and NAR010 to NAR015: what each payer wants in the text, and where.</summary>
public class PayerTextRuleTests
{
    private static readonly TestClaim Medicare = new();
    private static readonly TestClaim Palmetto = Medicare with { State = "NC" };
    private static readonly TestClaim Nebraska = new()
    {
        Filing = "CI", Modifiers = "", State = "NE", Payer = "BCBS NEBRASKA*****PI*77780",
    };

    private static readonly TestClaim Texas = Nebraska with { State = "TX", Payer = "BCBSTX*****PI*84980" };
    private static readonly TestClaim Hospital = new()
    {
        Code = "C9399", Place = "13", Description = "EXAMPLUMAB-AAAA", Others = ["96365*185"],
    };

    private static List<Finding> Find(TestClaim claim, string rule) =>
        [.. claim.Findings().Where(finding => finding.Rule.Id == rule)];

    private static string Text(TestClaim claim, string rule) => Find(claim, rule)[0].Expected!.Narrative;

    [Fact]
    public void A_concentration_rejects_at_palmetto_and_extra_words_only_warn()
    {
        var claim = Palmetto with { Description = "EXAMPLAZOLE 50MG/ML 150MG IV NDC 99999012301" };
        Assert.Equal([Severity.Reject, Severity.Warn], Find(claim, "NAR011").Select(finding => finding.Severity));
        Assert.Equal("EXAMPLAZOLE 150MG NDC 99999012301", Text(claim, "NAR011"));
    }

    [Fact]
    public void A_concentration_in_place_of_the_dose_is_two_faults()
    {
        var found = (Palmetto with { Description = "EXAMPLAZOLE 50MG/ML NDC 99999012301" }).Findings()
            .Where(finding => finding.Severity >= Severity.Deny).Select(finding => (finding.Topic, finding.Severity));
        Assert.Equal([("narrative_elements", Severity.Reject), ("narrative_format", Severity.Reject)],
            found.Order());
    }

    [Fact]
    public void A_compound_may_give_its_concentrations() => Assert.Empty((Palmetto with
    {
        Code = "J7999", Modifiers = "KD", Description = "COMPOUNDED MORPHINE 20MG/ML BUPIVACAINE 5MG/ML 18ML", Lin = "",
    }).Findings().Where(finding => finding.Severity >= Severity.Warn));

    [Fact]
    public void An_ndc_that_stands_in_lin_only_is_missing_where_the_payer_wants_it_in_the_text()
    {
        var finding = Assert.Single(Find(Palmetto with { Description = "EXAMPLAZOLE 150MG" }, "NAR010"));
        Assert.Equal(Severity.Reject, finding.Severity);
        Assert.Equal("EXAMPLAZOLE 150MG NDC 99999012301", finding.Expected!.Narrative);
    }

    [Theory]
    [InlineData("9999901231", true)]        // one of three codes
    [InlineData("999990123", true)]         // no package
    [InlineData("99999-0123-1", false)]     // the form of labels, with one reading
    [InlineData("99999-0123-01", false)]
    public void Ten_digits_in_the_text_are_no_ndc(string ndc, bool isTold) => Assert.Equal(isTold,
        Find(Palmetto with { Description = $"EXAMPLAZOLE 150MG NDC {ndc}" }, "NAR010").Count == 1);

    [Theory]
    [InlineData("COST $1850.00", Severity.Warn)]
    [InlineData("INVOICE 1850.00", Severity.Warn)]
    [InlineData("$1850.00", Severity.Delay)]
    [InlineData("PL $1850.00", Severity.Delay)]
    public void Other_words_for_the_cost_hold_no_claim_up(string price, Severity severity) =>
        Assert.Equal(severity, Assert.Single(Find(new()
        {
            Code = "A4641", Modifiers = "", State = "FL", Lin = "", Description = $"RADIEXAMPLE 10MCI {price}",
        }, "NAR015")).Severity);

    [Fact]
    public void A_payer_that_reads_the_note_wants_all_of_it_there()
    {
        var finding = Assert.Single(Nebraska.Findings(), finding => finding.Severity >= Severity.Deny);
        Assert.Equal(("NAR010", "narrative_elements", Severity.Deny, "2400/NTE02"),
            (finding.Rule.Id, finding.Topic, finding.Severity, finding.Element));
        Assert.StartsWith("EXAMPLAZOLE 150MG", finding.Expected!.Narrative, StringComparison.Ordinal);
        Assert.EndsWith("NDC 99999012301", finding.Expected.Narrative, StringComparison.Ordinal);
        Assert.Empty(Find(Nebraska with { Note = finding.Expected.Narrative }, "NAR010"));
    }

    [Fact]
    public void All_missing_elements_of_one_severity_are_one_finding()
    {
        var found = Assert.Single(Find(Texas with { Note = "EXAMPLAZOLE 150MG" }, "NAR010"));
        foreach (var element in (string[])["what one billed unit stands for", "strength", "single-dose"])
            Assert.Contains(element, found.Message, StringComparison.Ordinal);
        Assert.Equal("EXAMPLAZOLE <STRENGTH> 150MG GIVEN <SDV OR MDV> IV 1UNIT=150MG", found.Expected!.Narrative);
    }

    [Fact]
    public void A_dose_in_a_note_does_not_count_where_the_payer_does_not_read_notes()
    {
        var claim = Medicare with { State = "MI", Description = "EXAMPLAZOLE IV", Note = "150MG GIVEN" };
        Assert.Equal(Severity.Reject, Assert.Single(Find(claim, "NAR010")).Severity);
        Assert.Empty(Find(claim with { State = "CA" }, "NAR010"));   // Noridian reads the line note
    }

    [Fact]
    public void Remarks_of_c9399_at_ngs_hold_dashes_route_date_and_frequency()
    {
        var claim = Hospital with { ClaimNote = "EXAMPLUMAB-AAAA 600MG" };
        var found = Assert.Single(Find(claim, "NAR010"));
        Assert.Equal(Severity.Reject, found.Severity);
        foreach (var element in (string[])["two dashes", "the route", "the date", "how often it was given"])
            Assert.Contains(element, found.Message, StringComparison.Ordinal);
        Assert.Equal("EXAMPLUMAB-AAAA NDC 99999-0123-01 <ROUTE> 03/10/2026 600MG <HOW OFTEN>",
            found.Expected!.Narrative);
        Assert.Empty(Find(claim with
        {
            ClaimNote = "EXAMPLUMAB-AAAA NDC 99999-0123-01 IV 03/10/2026 600MG X1",
        }, "NAR010"));
    }

    [Theory]
    [InlineData("99999-0123-01", "03/10/2026", "ONE TIME", "")]
    [InlineData("99999-123-01", "03/10/2026", "X1", "NAR010")]     // as on the label
    [InlineData("99999-0123-01", "02/10/2026", "X1", "NAR022")]    // another day than the line
    public void Remarks_of_c9399_at_ngs_have_the_form_of_claims_and_the_day_of_the_line(
        string ndc, string day, string often, string rule) => Assert.Equal(rule, string.Join(' ', (Hospital with
        {
            ClaimNote = $"EXAMPLUMAB-AAAA NDC {ndc} IV {day} 600MG {often}",
        }).Findings().Select(one => one.Rule.Id).Where(id => id is "NAR010" or "NAR022")));

    [Fact]
    public void A_line_note_in_place_of_remarks_is_a_doubt() => Assert.All(
        Find(Hospital with { Note = "EXAMPLUMAB-AAAA 600MG IV" }, "NAR010"),
        finding => Assert.Equal(Severity.Warn, finding.Severity));

    [Fact]
    public void A_note_that_may_speak_of_several_lines_silences_what_it_might_say() =>
        Assert.Empty(Find(Hospital with { Twice = true, ClaimNote = "SEE BELOW" }, "NAR010"));

    [Fact]
    public void Illinois_medicaid_wants_strength_and_denies_without_a_dose()
    {
        var claim = new TestClaim
        {
            Filing = "MC", Payer = "HFS*****PI*IL621", Description = "EXAMPLUMAB-BBBB SC",
        };
        var found = claim.Findings().Where(finding => finding.Topic == "narrative_elements").ToList();
        Assert.Equal(["NAR003", "NAR010"], found.Select(finding => finding.Rule.Id).Order());
        Assert.All(found, finding => Assert.Equal(Severity.Deny, finding.Severity));
    }

    [Fact]
    public void A_radiopharmaceutical_without_its_cost_is_a_topic_of_its_own()
    {
        var claim = Medicare with { State = "TX", Code = "A4641", Modifiers = "", Description = "RADIEXAMPLE 10MCI" };
        var finding = Assert.Single(Find(claim, "NAR010"));
        Assert.Equal(("radiopharm", Severity.Reject), (finding.Topic, finding.Severity));
        Assert.EndsWith("INV. $<COST>", finding.Expected!.Narrative, StringComparison.Ordinal);
    }

    [Fact]
    public void The_equipment_contractor_asks_for_what_the_right_code_needs()
    {
        var claim = Medicare with
        {
            Payer = "CGS DME*****PI*X0001", Place = "12", Description = "EXAMPLAZOLE INHALATION", Lin = "",
        };
        Assert.Equal((Severity.Reject, "J7699"), (Find(claim, "COD008")[0].Severity,
            Find(claim, "COD008")[0].Expected!.Code.Value));
        Assert.Contains("the manufacturer and the strength", Assert.Single(Find(claim, "NAR010"),
            finding => finding.Severity is Severity.Reject).Message, StringComparison.Ordinal);
        Assert.Equal("EXAMPLAZOLE MFR <MANUFACTURER> <STRENGTH> INH", Text(claim, "NAR010"));
    }

    [Fact]
    public void A_maker_that_may_hide_behind_the_name_is_not_missed()
    {
        var claim = Medicare with { State = "KY", Description = "EXAMPLAZOLE FIRMNAME 150MG PL $900.00" };
        Assert.Empty(Find(claim, "NAR010"));
        Assert.Equal(Severity.Warn, Assert.Single(Find(claim with
        {
            Description = "EXAMPLAZOLE 150MG PL $900.00",
        }, "NAR010")).Severity);
    }

    [Theory]
    [InlineData("EXAMPLAZOLE 10MG/2ML", true)]
    [InlineData("EXAMPLAZOLE SODIUM 10MG/2ML", true)]              // a salt is no maker
    [InlineData("AMIKACIN LIPOSOME INHALATION 590MG/8.4ML", true)] // nor is the drug's own second word
    [InlineData("EXAMPLAZOLE DEMO LABS 10MG/2ML", false)]
    [InlineData("EXAMPLAZOLE 10MG/2ML DEMO LABS", false)]
    [InlineData("EXAMPLAZOLE 10MG/2ML, DEMO PHARMACEUTICALS", false)]
    [InlineData("DEMO PHARMA EXAMPLAZOLE 10MG/2ML", false)]
    [InlineData("EXAMPLAZOLE INH SOLN DEMO PHARMA 10MG/2ML", false)]
    [InlineData("EXAMPLAZOLE 10MG/2ML DEMOFIRM", false)]           // it may be one
    public void The_maker_stands_before_or_behind_name_and_strength(string text, bool isMissing) => Assert.Equal(
        isMissing, Find(Medicare with
        {
            Payer = "CGS DME*****PI*X0001", Place = "12", Code = "J7699", Description = text, Lin = "",
        }, "NAR010").Any(finding => finding.Message.Contains("manufacturer", StringComparison.Ordinal)));
}
