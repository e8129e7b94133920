using System.Globalization;
using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>Clauses of single rules that one case on each side does not show: what silences them, how severe they are,
/// what they propose.</summary>
public class RuleClauseTests
{
    private static readonly TestClaim Medicare = new();
    private static readonly TestClaim Commercial = new() { Filing = "CI", Modifiers = "" };
    private static readonly TestClaim Outpatient = new() { Place = "13", Others = ["96365*185"] };
    private static readonly TestClaim Leqembi = new() { Description = "LEQEMBI 700MG IV", Code = "J3590" };

    private static Finding? Find(TestClaim claim, string rule) =>
        claim.Findings().FirstOrDefault(finding => finding.Rule.Id == rule);

    [Fact]
    public void A_warning_never_hides_a_rejection()
    {
        var claim = Medicare with { Code = "C9399", Description = "LEQEMBI" };
        Assert.Equal(Severity.Reject, Find(claim, "COD004")?.Severity);
    }

    [Fact]
    public void A_certain_code_of_its_own_hides_what_follows_from_it()
    {
        var claim = Leqembi with { Units = "700", Modifiers = "Q0", Diagnoses = "HI*ABK:G309*ABF:Z006",
            Segments = "REF*P4*99999999~", Lin = $"LIN**N4*{TestNdcs.Leqembi}~CTP****7*ML~" };
        Assert.Equal(["COD001"], claim.Findings().Select(finding => finding.Rule.Id));
    }

    [Theory]
    [InlineData("96413*300", "96366*40", true)]    // a further hour of what never began
    [InlineData("96367*90", "96366*40", false)]
    [InlineData("96413*300", "96367*90", false)]
    [InlineData("96416*300", "96375*40", false)]
    [InlineData("96413*300", "96423*90", true)]
    public void An_add_on_code_stands_beside_one_of_those_that_it_adds_to(string other, string addOn, bool isTold) =>
        Assert.Equal(isTold, Find(Medicare with { Others = [other, addOn] }, "ADM004")?.Message
            .Contains(addOn[..5], StringComparison.Ordinal) is true);

    [Theory]
    [InlineData("20230801", "CI", Severity.Warn)]
    [InlineData("20240106", "CI", Severity.Deny)]
    [InlineData("20230801", "MB", Severity.Reject)]
    public void A_new_code_only_warns_other_payers(string date, string filing, Severity severity) =>
        Assert.Equal(severity, Find(Leqembi with { Date = date, Filing = filing }, "COD001")?.Severity);

    [Theory]
    [InlineData("TEVIMBRA 200MG IV", "LEQEMBI 200MG IV", true)]
    [InlineData("EXAMPLAZOLE 150MG IV", "OTHEROMAB 150MG IV", false)]   // may be brand and ingredient
    [InlineData("EXAMPLAZOLE 150MG IV", "EXAMPLAZOLE 150MG SC", true)]
    [InlineData("EXAMPLAZOLE 150MG IV", "EXAMPLAZOLE 100MG IV", true)]
    [InlineData("EXAMPLAZOLE 50MG/ML 150MG IV", "EXAMPLAZOLE 25MG/ML 150MG IV", true)]
    [InlineData("EXAMPLAZOLE 150MG IV NDC 99999012301", "EXAMPLAZOLE 150MG IV NDC 99999012302", true)]
    [InlineData("EXAMPLAZOLE 150MG IV", "PATIENT TOLERATED WELL", false)]
    [InlineData("EXAMPLAZOLE 150MG IV", "EXAMPLAZOLE 50MG/ML 3ML VIAL 150MG IV LOT A1", false)]
    [InlineData("EXAMPLAZOLE 150MG IV", "EXAMPLAZOLE 150MG IV WASTE 50MG", false)]
    [InlineData("TEVIMBRA 200MG IV", "TISLELIZUMAB 200MG IV", false)]
    public void Texts_conflict_only_in_the_same_fact(string description, string note, bool conflicts) =>
        Assert.Equal(conflicts, Find(Medicare with { Description = description, Note = note }, "NAR005") is not null);

    [Theory]
    [InlineData("EXAMPLAZOLE 150MG IV", "EXAMPLAZOLE 100MG IV", true)]
    [InlineData("TEVIMBRA 200MG IV", "TISLELIZUMAB 100MG IV", true)]
    [InlineData("EXAMPLAZOLE 150MG IV", "OTHEROMAB 100MG IV", false)]     // may be about something else
    [InlineData("EXAMPLAZOLE 150MG IV", "EXAMPLAZOLE 150MG IV X1", false)]
    [InlineData("EXAMPLAZOLE 150MG IV", "PATIENT RETURNS IN 3 WEEKS", false)]
    public void The_note_of_the_claim_is_held_against_the_line(string description, string remark, bool conflicts)
    {
        var claim = Medicare with { Description = description, ClaimNote = remark };
        Assert.Equal(conflicts ? "2300/NTE02" : null, Find(claim, "NAR005")?.Element);
    }

    [Theory]
    [InlineData("99999-0123-01", "99999012301", CorrectionSafety.Safe)]
    [InlineData("N499999012301", "99999012301", CorrectionSafety.Safe)]
    [InlineData("99999 0123 01", "99999012301", CorrectionSafety.Safe)]
    [InlineData("9999-0123-01", "09999012301", CorrectionSafety.Review)]
    [InlineData("99999-123-01", "99999012301", CorrectionSafety.Review)]
    [InlineData("99999-0123-1", "99999012301", CorrectionSafety.Review)]
    [InlineData("9999012301", null, null)]
    [InlineData("199999012301", null, null)]
    [InlineData("99999ABCD01", null, null)]
    [InlineData("00000000000", null, null)]
    [InlineData("999990123", null, null)]
    public void A_malformed_ndc_is_corrected_only_where_it_is_certain(
        string text, string? expected, CorrectionSafety? safety)
    {
        var finding = Find(Medicare with { Lin = $"LIN**N4*{text}~CTP****3*ML~" }, "NDC002");
        Assert.NotNull(finding);
        Assert.Equal(expected, finding.Expected?.Ndc);
        Assert.Equal(safety, finding.Correction?.Safety);
    }

    [Theory]
    [InlineData("LIN**UP*012345678905~")]     // a product code of twelve digits is no NDC
    [InlineData("LIN**EN*0123456789012~")]
    [InlineData("LIN**UK*00123456789012~")]
    [InlineData("LIN**HI*A99912345~")]
    public void Numbers_of_other_kinds_are_no_ndc(string lin)
    {
        var claim = Medicare with { Lin = lin };
        Assert.Null(Find(claim, "NDC003"));
        Assert.Null(Find(claim, "NDC002"));
    }

    [Theory]
    [InlineData("09/15/2026", false)]
    [InlineData("09/16/2026", true)]
    public void New_York_takes_no_invoice_of_after_the_service(string dated, bool isFound) => Assert.Equal(isFound,
        Find(PolicyRuleCases.NewYork with { Date = "20260915", Note = $"INVOICE $610.00 {dated}" }, "INV003")
            is { Message: var message } && message.Contains("after the service", StringComparison.Ordinal));

    [Fact]
    public void A_claim_note_speaks_of_each_line_by_the_name_of_its_drug()
    {
        var claim = Outpatient with
        {
            Code = "C9399", Modifiers = "", Description = "EXAMPLUMAB",
            Others = ["C9399:::::EXAMPLAZOLE*500", "96365*185"], ClaimNote = "EXAMPLUMAB 600MG IV, EXAMPLAZOLE IV",
        };
        Assert.Equal([2], claim.Findings().Where(one => one.Rule.Id == "NAR003").Select(one => one.Line));
    }

    [Theory]
    [InlineData("LIN**N4*99999012301~", Severity.Reject)]
    [InlineData("LIN**N4*99999012301~CTP****0*ML~", Severity.Reject)]
    [InlineData("LIN**N4*99999012301~CTP****-1*ML~", Severity.Reject)]
    [InlineData("LIN**N4*99999012301~CTP****3~", Severity.Reject)]
    [InlineData("LIN**N4*99999012301~CTP****3*MG~", Severity.Reject)]
    [InlineData("LIN**N4*99999012301~CTP****0.8333*ML~", Severity.Warn)]
    [InlineData("LIN**N4*99999012301~CTP****0.833*ML~", null)]
    [InlineData("LIN**N4*99999012301~CTP****3*UN~", null)]
    public void Quantity_and_unit_are_judged(string lin, Severity? severity) =>
        Assert.Equal(severity, Find(Medicare with { Lin = lin }, "NDC004")?.Severity);

    [Theory]
    [InlineData("MB", Severity.Info)]
    [InlineData("MC", Severity.Deny)]
    [InlineData("CI", null)]
    public void A_missing_ndc_weighs_by_payer(string filing, Severity? severity) =>
        Assert.Equal(severity, Find(Medicare with { Filing = filing, Lin = "" }, "NDC001")?.Severity);

    [Fact]
    public void An_ndc_in_the_note_is_proposed_for_lin()
    {
        var claim = Medicare with { Filing = "MC", Lin = "", Note = "EXAMPLAZOLE 150MG IV NDC 99999012301" };
        Assert.Equal("99999012301", Find(claim, "NDC001")?.Expected?.Ndc);
    }

    [Theory]
    [InlineData("67028")]
    [InlineData("20600")]
    [InlineData("20611")]
    [InlineData("62320")]
    [InlineData("62327")]
    [InlineData("62370")]
    [InlineData("51720")]
    [InlineData("11900")]
    [InlineData("64483")]
    [InlineData("95991")]
    [InlineData("90471")]
    [InlineData("96360")]
    [InlineData("96379")]
    [InlineData("96381")]
    [InlineData("96521")]
    [InlineData("96522")]
    [InlineData("96372")]
    [InlineData("96413")]
    [InlineData("96549")]
    [InlineData("96573")]
    [InlineData("94640")]
    [InlineData("0465T")]
    [InlineData("G0009")]
    [InlineData("G0260")]
    [InlineData("G0498")]
    [InlineData("C8957")]
    [InlineData("M0224")]
    [InlineData("Q0081")]
    [InlineData("S9338")]
    public void A_procedure_that_delivers_the_drug_is_its_administration(string code) =>
        Assert.Null(Find(Medicare with { Others = [$"{code}*100"] }, "ADM001"));

    [Theory]
    [InlineData("99213")]
    [InlineData("80053")]
    [InlineData("96523")]    // the flush of a port gives no drug
    [InlineData("36415")]    // nor does taking blood,
    [InlineData("36591")]
    [InlineData("62368")]    // or reading a pump
    [InlineData("G0136")]
    [InlineData("S9445")]
    [InlineData("1036F")]
    [InlineData("0001U")]
    public void Other_services_are_no_administration(string code) =>
        Assert.Equal(Severity.Warn, Find(Medicare with { Others = [$"{code}*100"] }, "ADM001")?.Severity);

    [Theory]
    [InlineData("19")]
    [InlineData("21")]
    [InlineData("22")]
    [InlineData("23")]
    [InlineData("24")]
    [InlineData("12")]
    [InlineData("01")]
    public void No_administration_is_missed_in_facility_home_or_pharmacy(string place) =>
        Assert.Null(Find(Medicare with { Others = [], Place = place }, "ADM001"));

    [Fact]
    public void No_administration_is_missed_for_a_pharmacy_by_taxonomy()
    {
        var claim = Medicare with { Others = [] };
        Assert.NotNull(Find(claim with { Taxonomy = "207RH0003X" }, "ADM001"));
        Assert.Null(Find(claim with { Taxonomy = "3336S0011X" }, "ADM001"));
    }

    [Theory]
    [InlineData("J8499")]
    [InlineData("J8999")]
    [InlineData("J7599")]
    [InlineData("A9698")]
    [InlineData("Q4100")]
    public void No_administration_is_missed_for_what_staff_does_not_inject(string code) =>
        Assert.Null(Find(Commercial with { Others = [], Code = code }, "ADM001"));

    [Theory]
    [InlineData("EXAMPLAZOLE 150MG PO")]
    [InlineData("EXAMPLAZOLE 150MG NASAL")]
    [InlineData("EXAMPLAZOLE 150MG TOPICAL")]
    [InlineData("EXAMPLAZOLE 150MG INHALED")]
    [InlineData("EXAMPLAZOLE 150MG SL")]
    [InlineData("EXAMPLAZOLE OPHTHALMIC 1MG")]
    [InlineData("CLAIM 2 OF 2 EXAMPLAZOLE 150MG IV")]
    public void No_administration_is_missed_for_what_is_swallowed_or_put_on_and_for_split_claims(string description) =>
        Assert.Null(Find(Medicare with { Others = [], Description = description }, "ADM001"));

    [Theory]
    [InlineData("JW", "")]
    [InlineData("RT", "")]
    [InlineData("LT", "")]
    [InlineData("76", "")]
    [InlineData("JZ", "~REF*VY*123")]
    [InlineData("JZ", "~REF*XZ*123")]
    public void Lines_that_may_repeat_are_no_duplicates(string modifier, string link)
    {
        var claim = Medicare with { Twice = true, Modifiers = modifier };
        Assert.Null(Find(claim with { Lin = "LIN**N4*99999012301~CTP****3*ML" + link + "~" }, "DUP001"));
    }

    [Fact]
    public void Parts_of_a_split_claim_are_no_duplicates() =>
        Assert.Null(Find(Medicare with { Twice = true, Description = "EXAMPLAZOLE 150MG IV CLAIM 1 OF 2" }, "DUP001"));

    [Theory]
    [InlineData("-5", Severity.Reject)]
    [InlineData("0", Severity.Warn)]
    [InlineData("0.01", null)]
    [InlineData("0.50", Severity.Warn)]
    [InlineData("20000000", Severity.Warn)]
    public void Charges_are_judged(string charge, Severity? severity) =>
        Assert.Equal(severity, Find(Medicare with { Charge = charge }, "CHG001")?.Severity);

    [Fact]
    public void Maryland_hospitals_are_not_paid_by_opps()
    {
        var claim = Outpatient with { Code = "J3490", Description = "EMPAVELI 1080MG SC" };
        Assert.NotNull(Find(claim, "COD005"));
        Assert.Null(Find(claim with { State = "MD" }, "COD005"));
    }

    [Theory]
    [InlineData("MB", "11")]
    [InlineData("MC", "11")]
    [InlineData("CI", "11")]
    [InlineData("MB", "13")]
    [InlineData("CI", "13")]
    public void A_missing_description_rejects_for_every_payer_whatever_the_notes_say(string filing, string place)
    {
        var claim = Medicare with { Filing = filing, Place = place, Description = "", Code = "J3490" };
        Assert.Equal(Severity.Reject, Find(claim, "NAR001")?.Severity);
        Assert.StartsWith("<DRUG NAME> <", Find(claim, "NAR001")?.Expected?.Narrative, StringComparison.Ordinal);
        var noted = Find(claim with { Note = "EXAMPLAZOLE 150MG IV LOT A1" }, "NAR001");
        Assert.Equal(Severity.Reject, noted?.Severity);
        Assert.Contains("note", noted?.Message);
        Assert.Equal("EXAMPLAZOLE 150MG IV LOT A1", noted?.Expected?.Narrative);
        Assert.Equal(CorrectionSafety.Review, noted?.Correction?.Safety);
    }

    [Fact]
    public void A_note_of_the_claim_counts_where_it_speaks_for_the_line()
    {
        var claim = Outpatient with { Code = "C9399", Description = "", ClaimNote = "TEVIMBRA 200MG IV" };
        Assert.Equal("TEVIMBRA 200MG IV", Find(claim, "NAR001")?.Expected?.Narrative);
        Assert.StartsWith("<DRUG NAME> NDC 99999-0123-01 <ROUTE> 03/10/2026 <DOSE GIVEN>",
            Find(claim with { Twice = true }, "NAR001")?.Expected?.Narrative, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PATIENT TOLERATED WELL")]
    [InlineData("SEE ATTACHED")]
    [InlineData("UNCLASSIFIED DRUG")]
    public void A_note_that_names_no_drug_is_no_description(string note)
    {
        var finding = Find(Commercial with { Description = "", Note = note }, "NAR001");
        Assert.Equal("J3490 has no description: nobody can tell which drug was given.", finding?.Message);
        Assert.Null(finding?.Correction);
    }

    [Theory]
    [InlineData("J0665")]    // names its drug, if not its maker
    [InlineData("A9700")]    // generic, on no list
    [InlineData("96379")]    // an unlisted procedure, no drug
    public void Only_codes_on_the_unclassified_list_need_a_description(string code) =>
        Assert.Null(Find(Commercial with { Code = code, Description = "" }, "NAR001"));

    [Fact]
    public void Proposed_text_holds_only_facts_of_the_line()
    {
        Assert.Equal("EXAMPLAZOLE 150MG IV",
            Find(Medicare with { Description = "", Note = "EXAMPLAZOLE 150MG IV" }, "NAR001")?.Expected?.Narrative);
        Assert.Equal("EXAMPLAZOLE <DOSE GIVEN> IV",
            Find(Medicare with { Description = "EXAMPLAZOLE IV" }, "NAR003")?.Expected?.Narrative);
    }

    [Fact]
    public void An_ended_code_names_the_code_that_replaced_it()
    {
        var finding = Find(Outpatient with { Code = "C9305", Description = "", Date = "20260105" }, "COD003");
        Assert.Equal("J9256", finding?.Expected?.Code.Value);
        Assert.Contains("J9256 (unit 3 mg) replaced it", finding?.Message);
    }

    [Fact]
    public void A_code_of_another_maker_replaces_nothing()
    {
        var finding = Find(Medicare with { Code = "J9058", Description = "", Date = "20250110" }, "COD003");
        Assert.True(finding?.Expected?.Code.IsNone);
        Assert.Equal("J9033 or J9034 or J9036 or J9056", finding?.Expected?.Text);
        Assert.Contains("Nothing says which code replaced it", finding?.Message);
    }

    [Theory]
    [InlineData("EMPAVELI 1080MG SC", "20240601", "J3490")]
    [InlineData("TEVIMBRA 200MG IV", "20240601", "J9999")]
    [InlineData("TEVIMBRA 200MG IV", "20260115", null)]   // COD001 speaks instead: it has its own code
    [InlineData("EXAMPLAZOLE 150MG IV", "20240601", null)]
    public void C9399_in_the_office_gives_way_to_the_unclassified_code_of_the_drug(
        string description, string date, string? code)
    {
        var claim = Medicare with { Code = "C9399", Description = description, Date = date };
        Assert.Equal(code, Find(claim, "COD004")?.Expected?.Code.Value);
    }

    [Fact]
    public void A_packaged_code_stands_for_compounds_and_for_products_approved_before_2004()
    {
        var claim = Outpatient with { Code = "J3490", Description = "EMPAVELI 1080MG SC" };
        Assert.Equal("C9399", Find(claim, "COD005")?.Expected?.Code.Value);
        Assert.Null(Find(claim with { Description = "COMPOUNDED EMPAVELI 1080MG SC" }, "COD005"));
        Assert.Null(Find(claim with { Description = "PRECEDEX 200MCG IV" }, "COD005"));   // 1999
        Assert.Null(Find(claim with { Code = "J3590", Description = "ANTHRASIL 420 UNITS IV LOT A1", State = "MD" },
            "COD005"));
        Assert.NotNull(Find(claim with { Code = "J3590", Description = "ANTHRASIL 420 UNITS IV" }, "COD005"));   // 2015
    }

    [Theory]
    [InlineData("MB", "UNITUXIN 30MG IV", "", Severity.Warn)]
    [InlineData("MB", "UNITUXIN 30MG IV", "JZ", null)]
    [InlineData("MB", "UNITUXIN 30MG IV", "JW", null)]
    [InlineData("MB", "EXAMPLAZOLE 150MG IV", "", null)]    // nobody knows its container
    [InlineData("MB", "UNITUXIN COMPOUNDED 30MG IV", "", null)]
    [InlineData("CI", "UNITUXIN 30MG IV", "", null)]
    [InlineData("MC", "UNITUXIN 30MG IV", "", null)]
    [InlineData("MA", "UNITUXIN 30MG IV", "", Severity.Warn, "85")]   // critical access: nothing is packaged
    [InlineData("MA", "UNITUXIN 30MG IV", "JZ", null, "85")]
    [InlineData("MA", "UNITUXIN 30MG IV", "", null, "13")]
    public void An_unclassified_line_without_jw_or_jz_only_warns(
        string filing, string description, string modifier, Severity? severity, string place = "11")
    {
        var claim = Medicare with
        {
            Place = place, Filing = filing, Code = "J9999", Description = description, Modifiers = modifier,
        };
        Assert.Equal(severity, Find(claim, "MOD002")?.Severity);
    }

    [Fact]
    public void A_catch_all_code_is_judged_by_its_days_too()
    {
        var ended = Find(Medicare with { Code = "Q9977", Date = "20160104" }, "COD003");
        Assert.Equal("J7999", ended?.Expected?.Code.Value);
        Assert.NotNull(Find(Medicare with { Code = "J3591", Date = "20181231", Place = "65" }, "COD002"));
    }

    [Theory]
    [InlineData("UNCLASSIFIED DRUG")]
    [InlineData("SEE NOTES")]
    [InlineData("UNCLASSIFIED BIOLOGICS")]
    [InlineData("J3490")]
    public void Words_that_name_no_drug_are_generic(string description) =>
        Assert.Equal(Severity.Reject, Find(Medicare with { Description = description }, "NAR002")?.Severity);

    [Fact]
    public void Ids_are_thirteen_small_letters_and_digits_and_never_vary()
    {
        var claim = Medicare with { Description = "UNCLASSIFIED DRUG", Units = "3", Lin = "", Pointer = "9" };
        var ids = claim.Findings().Select(finding => finding.Id).ToList();
        Assert.All(ids, id => Assert.Matches("^[0-9a-hjkmnp-tv-z]{13}$", id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(ids, claim.Findings().Select(finding => finding.Id));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("th-TH")]
    public void Findings_read_the_same_in_every_culture(string culture)
    {
        TestClaim[] claims =
        [
            Medicare with { Units = "2.5", Total = "1234.5" }, Medicare with { Charge = "123456.78" }, Leqembi,
            Medicare with { Code = "J0174", Description = "", Date = "20230705" },
            Medicare with { Lin = "LIN**N4*99999012301~CTP****0.8333*ML~" },
        ];
        static List<string> Texts(TestClaim[] claims) =>
            [.. claims.SelectMany(claim => claim.Findings()).Select(found => $"{found.Message} {found.Expected}")];
        var before = CultureInfo.CurrentCulture;
        var invariant = Texts(claims);
        try
        {
            CultureInfo.CurrentCulture = new(culture);
            Assert.Equal(invariant, Texts(claims));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Doubtful_facts_never_stop_a_claim()
    {
        var doubtful = (Leqembi with { Modifiers = "JG" }).Findings()
            .Where(finding => finding.Confidence is Noc.Tables.Confidence.Low).ToList();
        Assert.NotEmpty(doubtful);
        Assert.All(doubtful, finding => Assert.True(finding.Severity <= Severity.Warn, finding.Rule.Id));
    }
}
