using Noc.App.PriceLines;
using Noc.Coding;
using Noc.Pricing;
using Noc.Reference.Seed;
using static Noc.Tests.TestVisit;

namespace Noc.App.Tests.CodeEncounter;

/// <summary>What a coded visit says beside its lines: what is not billed and why, what is still to be asked.</summary>
public sealed class ToldVisitsTests
{
    private static readonly (string Pointer, string? Json) Hospital =
        ("claim", "{\"type\":\"institutional\",\"billType\":\"131\"}");

    private static readonly (string Pointer, string? Json) South = ("billing/state", "\"SC\"");

    private static string Told(CodedVisit visit) => RareVisitsTests.Told(visit);

    private static bool Says(CodedVisit visit, string words) =>
        visit.NotBilled.Any(one => one.Reason.Contains(words, StringComparison.Ordinal))
        || visit.Gaps.Any(one => one.Message.Contains(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("2026-03-10", "Kymriah", "0891", "0874")]
    [InlineData("2024-03-10", "Yescarta", "0891", "0540T")]
    [InlineData("2019-03-31", "Kymriah", "0636", "0540T, not an infusion.")]
    public void A_hospital_bills_CAR_T_cells_under_the_revenue_codes_of_cell_therapy(
        string day, string drug, string revenue, string told)
    {
        var visit = CodedVisits.With(Given(drug, "1 dose", "IV", Hospital, ("from", $"\"{day}\""),
            ("administrations/0/method", "\"iv-infusion\""), ("diagnoses", "[\"C91.00\"]"))).Visit;
        Assert.Equal(revenue, visit.Claims[0].Lines[0].Revenue);
        Assert.True(Says(visit, told));
    }

    [Theory]
    [InlineData("ZZZ", true)]
    [InlineData("subq in the arm", false)]
    [InlineData("Pyelocalyceal", false)]
    [InlineData("catheter lock", false)]
    public void A_route_of_a_name_that_nobody_knows_is_asked_about(string route, bool isAsked) =>
        Assert.Equal(isAsked, CodedVisits.With(Given("Keytruda", "200 mg", route)).Visit.Gaps.Any(gap =>
            gap is { Element: "route", IsBlocking: false }
            && gap.Message.StartsWith("Noc knows no route of this name", StringComparison.Ordinal)));

    [Fact]
    public void A_physician_has_no_revenue_codes_for_CAR_T_cells() => Assert.False(Says(CodedVisits.With(
        Given("Kymriah", "1 dose", "IV", ("administrations/0/method", "\"iv-infusion\""),
            ("diagnoses", "[\"C91.00\"]"))).Visit, "0874"));

    [Theory]
    [InlineData("acetaminophen", "CI", "sold without a prescription")]
    [InlineData("Tylenol 325 mg tablets", "MC", "sold without a prescription")]
    [InlineData("diphenhydramine HCl (oral)", "MB", "sold without a prescription")]
    [InlineData("famotidine", "MB", "Medicare does not pay J8499")]
    public void A_swallowed_drug_that_nobody_pays_is_not_billed_and_the_reason_is_told(
        string drug, string filing, string told)
    {
        var visit = CodedVisits.With(Given(drug, "50 mg", "PO", ("administrations/0/method", "\"oral\""),
            ("payers/0/filing", $"\"{filing}\""))).Visit;
        Assert.Empty(visit.Claims);
        Assert.True(Says(visit, told));
    }

    [Fact]
    public void A_hospital_shows_what_is_swallowed_under_the_revenue_code_of_what_patients_take_themselves() =>
        Assert.True(Says(CodedVisits.With(Given("Tylenol", "650 mg", "PO", Hospital,
            ("administrations/0/method", "\"oral\""))).Visit, "0637"));

    [Theory]
    [InlineData("acetaminophen and codeine", "CI")]
    [InlineData("famotidine", "CI")]
    public void A_swallowed_drug_on_prescription_is_billed_where_the_payer_may_take_it(string drug, string filing) =>
        Assert.StartsWith("J8499 1", Told(CodedVisits.With(Given(drug, "50 mg", "PO",
            ("administrations/0/method", "\"oral\""), ("payers/0/filing", $"\"{filing}\""))).Visit),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("", "", false)]
    [InlineData("implanted pump", "", true)]
    [InlineData("", "implantable pump", true)]
    [InlineData("L3-L4", "", true)]
    public void A_compound_into_the_spinal_canal_asks_Medicare_whether_it_went_into_a_pump(
        string site, string access, bool isKnown)
    {
        var result = CodedVisits.With(Given("morphine and bupivacaine", "400 mg", "IT", South,
            ("administrations/0/compounded", "true"), ("administrations/0/site", $"\"{site}\""),
            ("administrations/0/access", $"\"{access}\"")));
        Assert.Equal(isKnown, result.IsReady);
        Assert.Equal(!isKnown, Says(result.Visit, "implanted pump is not recorded"));
        Assert.Equal(site.Length + access.Length > 10, result.Visit.Claims[0].Lines[0].Has("KD"));
    }

    [Fact]
    public void A_visit_with_a_value_that_was_not_taken_is_not_ready()
    {
        var result = CodedVisits.With(Given("Hemgenix", "1 treatment", "IV", Hospital, ("diagnoses", "[\"D67\"]"),
            ("administrations/0/containers", "[]")));
        Assert.NotEmpty(result.Problems);
        Assert.False(result.IsReady);
    }

    [Theory]
    [InlineData("Keytruda", "2026-04-10", "J9271-JZ 200")]
    [InlineData("iDose TR", "2026-04-10", "J7355-JZ 200000")]
    [InlineData("ondansetron", "2026-04-10", "J2405 200")]
    public void A_surgery_centre_says_JZ_of_drugs_that_are_paid_apart(string drug, string day, string told)
    {
        var visit = CodedVisits.With(Given(drug, "200 mg", drug is "iDose TR" ? "intracameral" : "IV",
            ("claim/placeOfService", "\"24\""), ("from", $"\"{day}\""), ("diagnoses", "[\"C34.90\"]"),
            ("administrations/0/method", "\"iv-push\""), ("administrations/0/discarded", "\"0 mg\""))).Visit;
        if (drug is "iDose TR") Assert.Contains(visit.Claims[0].Lines[0].Modifiers, one => one.Code is "JZ");
        else Assert.StartsWith(told, Told(visit), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("24", Severity.Warn)]
    [InlineData("11", Severity.Reject)]
    public void A_line_without_JZ_is_less_sure_in_a_surgery_centre(string place, Severity severity)
    {
        var findings = CodedVisits.With(Given("Keytruda", "200 mg", "IV", ("claim/placeOfService", $"\"{place}\""),
            ("administrations/0/containers", "[]"), ("administrations/0/discarded", null))).Findings[0];
        Assert.Equal(severity, Assert.Single(findings, one => one.Rule.Id is "MOD002").Severity);
    }

    [Theory]
    [InlineData("Avastin", "1.25 mg", "IVT", "intravitreal", "67028")]
    [InlineData("Keytruda", "200 mg", "IV", "iv-infusion", "96413")]
    public void The_family_of_a_drug_is_a_question_only_where_it_decides_the_code(
        string drug, string dose, string route, string method, string code)
    {
        var visit = CodedVisits.With(Given(drug, dose, route, ("administrations/0/method", $"\"{method}\""),
            ("administrations/0/compounded", code is "67028" ? "true" : "false"), ("administrations/0/site", "\"OD\""),
            ("administrations/0/stop", "\"09:31\""), ("diagnoses", "[\"H35.3211\"]"))).Visit;
        Assert.Contains(code, Told(visit), StringComparison.Ordinal);
        Assert.Equal(code is "96413", Says(visit, "complex family"));
    }

    // Nothing is packaged there: the contractor's rule for the code holds as in an office.
    [Theory]
    [InlineData("851", true)]
    [InlineData("131", false)]
    public void Waste_of_an_unclassified_drug_has_a_line_at_a_critical_access_hospital(string bill, bool hasLine) =>
        Assert.Equal(hasLine, CodedVisits.With(("claim", $"{{\"type\":\"institutional\",\"billType\":\"{bill}\"}}"),
            ("administrations/0/dose", "\"130 mg\""), ("administrations/0/discarded", "\"20 mg\"")).Visit.Claims[0]
            .Lines.Any(line => line.Modifiers.Any(one => one.Code is "JW")));

    [Fact]
    public void A_free_drug_without_a_line_is_named_in_the_note_of_the_claim()
    {
        var result = CodedVisits.With(Given("Keytruda", "200 mg", "IV", South, ("administrations/0/free", "true"),
            ("administrations/0/method", "\"iv-infusion\""), ("administrations/0/stop", "\"09:31\"")));
        Assert.Equal("96413 1", Told(result.Visit));
        Assert.Equal("KEYTRUDA 200MG SUPPLIED AT NO COST", result.Visit.Claims[0].Note);
        Assert.DoesNotContain(result.Findings[0], one => one.Rule.Id is "ADM005");
    }

    [Fact]
    public void A_stop_at_the_minute_of_the_start_asks_nursing()
    {
        var result = CodedVisits.With(("administrations/0/stop", "\"09:00\""));
        Assert.Contains("96374 1", Told(result.Visit), StringComparison.Ordinal);
        Assert.Contains(result.Visit.Gaps, gap => gap is { Element: "times", IsBlocking: true }
            && gap.Message.Contains("same minute", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("22:30", "00:10", "2026-03-10", "2026-03-11")]
    [InlineData("22:30", "23:30", "2026-03-11", "2026-03-11")]
    [InlineData("22:30", "23:30", "2026-03-10", "2026-03-10")]
    [InlineData("08:30", "00:10", "2026-03-10", "2026-03-10")]
    public void A_clock_time_after_midnight_has_the_next_day_where_the_record_shows_that_the_visit_reached_it(
        string start, string stop, string to, string day)
    {
        var visit = CodedVisits.With(Given("vancomycin", "1 g", "IV", Hospital, ("to", $"\"{to}\""),
            ("administrations/0/method", start is "08:30" ? "\"prolonged-pump\"" : "\"iv-infusion\""),
            ("administrations/0/start", $"\"{start}\""), ("administrations/0/stop", $"\"{stop}\""),
            ("administrations/-", """
            {"drug": "ondansetron", "dose": "4 mg", "route": "IV", "method": "iv-push", "start": "00:25",
             "chargeUsd": 20}
            """))).Visit;
        var line = visit.Claims[0].Lines.Single(one => one.Code.Value is "J2405");
        Assert.Equal(day, line.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(day is "2026-03-11", Says(visit, "stands without a day"));
        if (start is "22:30") Assert.Equal(day is "2026-03-10", Says(visit, "If 00:25 was after midnight"));
    }

    [Theory]
    [InlineData("300 mg", "Q9992-JZ 1")]
    [InlineData("100 mg", "Q9991-JZ 1")]
    public void A_code_for_a_range_of_doses_is_told_by_the_dose_and_is_one_unit(string dose, string told) =>
        Assert.StartsWith(told, Told(CodedVisits.With(Given("Sublocade", dose, "SC", ("diagnoses", "[\"F11.20\"]"),
            ("administrations/0/method", "\"subq\""), ("administrations/0/discarded", "\"0 mg\""))).Visit),
            StringComparison.Ordinal);

    [Fact]
    public void A_code_that_counts_pieces_takes_the_pieces_of_the_record() => Assert.Equal("J7307 1", Told(
        CodedVisits.With(Given("Nexplanon", "1 implant", "subdermal", ("payers/0/filing", "\"CI\""),
            ("administrations/0/containers", "[]"), ("diagnoses", "[\"Z30.017\"]"))).Visit));

    [Fact]
    public void Waste_of_a_drug_whose_code_is_for_another_route_is_not_sent_to_that_code()
    {
        var findings = CodedVisits.With(Given("lidocaine", "20 mg", "SC", ("from", "\"2024-03-10\""),
            ("administrations/0/discarded", "\"30 mg\""), ("administrations/0/containers/0/holds", "\"50 mg\""),
            ("administrations/0/method", "\"subq\""))).Findings[0];
        Assert.DoesNotContain(findings, one => one.Rule.Id is "COD001");
    }

    [Fact]
    public void A_part_of_a_split_claim_misses_no_waste() => Assert.DoesNotContain(CodedVisits.With(
        Given("Keytruda", "200 mg", "IV", South, ("administrations/0/ndc", "\"00006-3026-02\""),
            ("administrations/0/discarded", "\"0 mg\""), ("administrations/0/containers/0/holds", "\"100 mg\""),
            ("administrations/0/containers/0/count", "2"), ("administrations/0/chargeUsd", "230000")))
            .Findings.SelectMany(all => all), one => one.Rule.Id is "MOD003");

    [Fact]
    public void A_drug_against_pain_that_hospitals_are_paid_apart_has_JZ() => Assert.Equal("J0666-JZ 266", Told(
        CodedVisits.With(Given("Exparel", "266 mg", "infiltration", Hospital, ("from", "\"2026-04-10\""),
            ("administrations/0/discarded", "\"0 mg\""))).Visit));

    [Theory]
    [InlineData("10000 units", "0635")]
    [InlineData("4000 units", "0634")]
    public void A_dialysis_facility_bills_epoetin_under_its_revenue_codes_and_does_not_bill_giving_it(
        string dose, string revenue)
    {
        var visit = CodedVisits.With(Given("Epogen", dose, "IV", ("diagnoses", "[\"N18.6\"]"),
            ("claim", "{\"type\":\"institutional\",\"billType\":\"721\"}"),
            ("administrations/0/method", "\"iv-push\""))).Visit;
        var line = Assert.Single(visit.Claims[0].Lines);
        Assert.Equal(("Q4081", revenue), (line.Code.Value, line.Revenue));
        Assert.True(Says(visit, "dialysis facility"));
    }

    [Fact]
    public void Medicare_has_codes_of_the_visit_for_esketamine() => Assert.True(Says(CodedVisits.With(
        Given("Spravato", "84 mg", "nasal", ("diagnoses", "[\"F33.2\"]"))).Visit, "G2083"));

    [Theory]
    [InlineData("2026-05-10", "1736")]
    [InlineData("2025-12-10", "1676")]
    public void The_limit_of_coinsurance_is_for_a_dose_with_its_waste(string day, string cap)
    {
        var result = CodedVisits.With(Given("Jelmyto", "60 mg", "pyelocalyceal", Hospital, ("from", $"\"{day}\""),
            ("administrations/0/discarded", "\"20 mg\""), ("administrations/0/containers/0/holds", "\"80 mg\""),
            ("administrations/0/chargeUsd", "60000"), ("diagnoses", "[\"C65.1\"]")));
        var tables = SeedTables.Load();
        var prices = App.CodeEncounter.CodeRun.PricesOf(result, new CodedPriceLines(tables, new() { Day = default }),
            new PriceBook(tables, new PriceInputs(), []));
        var money = prices.Select(one => Assert.IsType<Price.Priced>(one.Price).Money).ToList();
        Assert.Equal(2, money.Count);
        Assert.Equal(decimal.Parse(cap, System.Globalization.CultureInfo.InvariantCulture),
            money.Sum(one => one.PatientOwesUsd));
        Assert.All(money, one => Assert.Equal(one.AllowedUsd,
            one.PayerPaysUsd + one.PatientOwesUsd + one.SequestrationUsd));
    }
}
