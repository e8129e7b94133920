using Noc.Coding;
using Noc.Tests;
using static Noc.Tests.TestVisit;

namespace Noc.App.Tests.CodeEncounter;

/// <summary>Visits that few practices have: bladder, vaccines, new codes in hospitals, two visits of a day.</summary>
public sealed class RareVisitsTests
{
    internal static string Told(CodedVisit visit) => string.Join("; ", visit.Claims.SelectMany(claim => claim.Lines)
        .Select(line => FormattableString.Invariant(
            $"{line.Code}{string.Concat(line.Modifiers.Select(one => $"-{one.Code}"))} {line.Units:0.###}")));

    [Theory]
    [InlineData("BCG", "intravesical")]
    [InlineData("BCG live", "bladder instillation")]
    [InlineData("Tice BCG", "IVES")]
    public void What_is_put_into_the_bladder_is_a_drug_and_not_a_vaccine(string drug, string route)
    {
        var visit = CodedVisits.With(Given(drug, "50 mg", route, ("diagnoses", "[\"C67.9\"]"))).Visit;
        Assert.Equal("J9030-JZ 50; 51720 1", Told(visit));
        Assert.Contains(visit.Gaps, gap => gap is { Element: "code", IsBlocking: false }
            && gap.Message.Contains("90586", StringComparison.Ordinal));
    }

    [Fact]
    public void The_vaccine_of_the_same_name_is_no_drug_of_the_bladder() => Assert.StartsWith("90585 1; 90471 1",
        Told(CodedVisits.With(Given("BCG vaccine", "0.1 mL", "percutaneous", ("diagnoses", "[\"Z23\"]"),
            ("administrations/0/method", "\"vaccine\""))).Visit), StringComparison.Ordinal);

    [Theory]
    [InlineData("BCG VACCINE PERCUTANEOUS", "90585")]
    [InlineData("BCG VACCINE", "90585")]
    [InlineData("BCG VACCINE INTRAVESICAL", "90586 or J9030,")]
    public void An_unclassified_vaccine_of_BCG_is_led_to_the_code_of_its_route(string text, string codes)
    {
        var finding = Assert.Single(
            new TestClaim { Code = "90749", Description = text, Modifiers = "", Lin = "" }.Findings(),
            one => one.Rule.Id is "COD001");
        Assert.Contains(codes, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Fluzone", "MB", "Q2039 1; G0008 1")]
    [InlineData("influenza vaccine", "MB", "Q2039 1; G0008 1")]
    [InlineData("Fluzone", "CI", "90749 1; 90471 1")]
    [InlineData("Haemophilus influenzae b vaccine", "MB", "90749 1; 90471 1")]
    public void An_influenza_vaccine_without_a_code_is_Q2039_for_Medicare(string drug, string filing, string told)
    {
        var visit = CodedVisits.With(Given(drug, "0.5 mL", "IM", ("payers/0/filing", $"\"{filing}\""),
            ("administrations/0/method", "\"vaccine\""), ("diagnoses", "[\"Z23\"]"))).Visit;
        Assert.Equal(told, Told(visit));
        Assert.Contains(visit.Gaps, gap => gap is { Element: "code", IsBlocking: true });
        Assert.DoesNotContain(visit.Gaps, gap => gap.Element is "pathway");
    }

    [Fact]
    public void An_antibody_against_amyloid_needs_the_registry_of_the_patient_at_Medicare()
    {
        var given = Given("Leqembi", "700 mg", "IV", ("diagnoses", "[\"G30.9\", \"Z00.6\"]"));
        Assert.Contains(CodedVisits.With(given).Visit.Gaps, gap => gap is { Element: "trial", IsBlocking: true });
        var inRegistry = CodedVisits.With([.. given, ("trial", """{ "registry": "99999999" }""")]).Visit;
        Assert.DoesNotContain(inRegistry.Gaps, gap => gap.Element is "trial");
        Assert.StartsWith("J0174-JZ-Q0 700", Told(inRegistry), StringComparison.Ordinal);
        Assert.DoesNotContain(CodedVisits.With([.. given, ("payers/0/filing", "\"CI\"")]).Visit.Gaps,
            gap => gap.Element is "trial");
    }

    [Fact]
    public void A_hospital_has_no_line_note_for_a_payer_to_read() => Assert.DoesNotContain(CodedVisits.With(
        ("payers", "[{\"name\":\"BCBS Nebraska\",\"filing\":\"BL\"}]"), ("billing/state", "\"NE\""),
        ("claim", "{\"type\":\"institutional\",\"billType\":\"131\"}"),
        ("administrations/0/chargeUsd", "900")).Findings[0], one => one.Rule.Id is "NAR010");

    [Fact]
    public void The_list_price_that_a_contractor_for_equipment_reads_is_the_charge()
    {
        var result = CodedVisits.With(("payers", "[{\"name\":\"Noridian DME MAC JA\",\"filing\":\"MB\"}]"),
            ("products/0/labeler", "\"INVENTED\""), ("administrations/0/chargeUsd", "1900"));
        var line = result.Visit.Claims[0].Lines[0];
        Assert.Contains("1900.00", $"{line.Description} {line.Note}", StringComparison.Ordinal);
        Assert.DoesNotContain(result.Findings[0], one => one.Rule.Id is "PAY001");
    }

    [Fact]
    public void One_unit_that_is_dearer_than_a_claim_may_be_is_not_divided_but_told()
    {
        var visit = CodedVisits.With(Given("Adstiladrin", "75 mL", "intravesical", ("diagnoses", "[\"C67.9\"]"),
            ("administrations/0/chargeUsd", "150000"))).Visit;
        Assert.Single(visit.Claims);
        Assert.Contains(visit.Gaps, gap => gap is { Element: "charge", IsBlocking: true }
            && gap.Message.Contains("J9029 cannot be divided", StringComparison.Ordinal));
    }

    [Fact]
    public void A_JW_that_rests_on_a_doubtful_rule_says_so()
    {
        var visit = CodedVisits.With(("administrations/0/dose", "\"130 mg\""),
            ("administrations/0/discarded", "\"20 mg\""), ("billing/state", "\"WA\""),
            ("administrations/0/chargeUsd", "900")).Visit;
        var reason = visit.Claims[0].Lines.Single(line => line.Kind is CodedLineKind.Waste).Modifiers[0].Reason;
        Assert.Contains("low confidence", reason, StringComparison.Ordinal);
        Assert.Contains("PR-020", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-06-30", "Vyloy", "C9303 801; C9303-JW 99")]
    [InlineData("2024-10-04", "Imdelltra", "C9170-JZ 1")]
    [InlineData("2026-03-10", "Zusduri", "J9282 75; J9282-JW 5")]
    public void A_new_code_whose_status_no_loaded_quarter_tells_is_paid_apart_in_hospitals(
        string day, string drug, string told)
    {
        var (dose, waste, holds) = drug switch
        {
            "Vyloy" => ("801 mg", "99 mg", "900 mg"),
            "Imdelltra" => ("0.8 mg", "0.2 mg", "1 mg"),
            _ => ("75 mg", "5 mg", "80 mg"),
        };
        var visit = CodedVisits.With(Given(drug, dose, "IV", ("from", $"\"{day}\""),
            ("claim", "{\"type\":\"institutional\",\"billType\":\"131\"}"), ("diagnoses", "[\"C16.9\"]"),
            ("administrations/0/route", drug is "Zusduri" ? "\"intravesical\"" : "\"IV\""),
            ("administrations/0/discarded", $"\"{waste}\""),
            ("administrations/0/containers/0/holds", $"\"{holds}\""))).Visit;
        Assert.StartsWith(told, Told(visit), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-10", "Keytruda", "00006-3026-02", "200 mg", "100 mg", "ML 8")]
    [InlineData("2026-04-10", "Keytruda", "00006-3026-02", "200 mg", "100 mg", "ML 8")]
    [InlineData("2026-08-10", "Keytruda", "00006-3026-02", "200 mg", "100 mg", "ML 8")]
    [InlineData("2026-11-10", "Keytruda", "00006-3026-02", "200 mg", "100 mg", "ML 8")]
    [InlineData("2026-11-10", "Herceptin", "50242-0132-01", "300 mg", "150 mg", "UN 2")]
    [InlineData("2023-11-10", "Keytruda", "00006-3026-02", "200 mg", "100 mg", "ML 8")]
    public void What_a_package_holds_does_not_change_with_the_quarter(
        string day, string drug, string ndc, string dose, string holds, string told)
    {
        var result = CodedVisits.With(Given(drug, dose, "IV", ("from", $"\"{day}\""),
            ("administrations/0/ndc", $"\"{ndc}\""), ("administrations/0/containers/0/holds", $"\"{holds}\""),
            ("administrations/0/containers/0/count", "2"), ("administrations/0/method", "\"iv-infusion\"")));
        var line = result.Visit.Claims[0].Lines[0];
        Assert.Equal(told, FormattableString.Invariant($"{line.NdcUnit} {line.NdcQuantity:0.###}"));
        Assert.DoesNotContain(result.Findings[0], one => one.Rule.Id.StartsWith("NDC", StringComparison.Ordinal)
            && one.Severity >= Severity.Deny);
    }

    [Theory]
    [InlineData("C61", "J9217")]
    [InlineData("N80.9", "J1950")]
    public void Of_products_of_one_brand_the_one_for_the_disease_comes_first(string diagnosis, string code) =>
        Assert.StartsWith(code, Told(CodedVisits.With(Given("Lupron Depot", "7.5 mg", "IM",
            ("diagnoses", $"[\"{diagnosis}\"]"))).Visit), StringComparison.Ordinal);

    [Fact]
    public void A_date_before_the_tables_is_named() => Assert.Contains(
        CodedVisits.With(Given("Zofran", "4 mg", "IV", ("from", "\"1995-01-01\""))).Visit.Gaps,
        gap => gap is { Pointer: "/from", Element: "date" });

    [Theory]
    [InlineData("", "96365 2026-03-10", "96366 2026-03-10")]
    [InlineData("evening", "96365 2026-03-10", "96365-59 2026-03-10")]
    public void A_patient_who_came_back_has_an_initial_service_again_where_the_record_tells_the_visits_apart(
        string visit, params string[] lines)
    {
        var coded = CodedVisits.With(Given("vancomycin", "1 g", "IV", ("administrations/0/method", "\"iv-infusion\""),
            ("administrations/0/stop", "\"10:00\""), ("administrations/-", $$"""
            {"drug": "vancomycin", "dose": "1 g", "discarded": "0 g", "route": "IV", "method": "iv-infusion",
             "start": "20:00", "stop": "21:00", "chargeUsd": 900, "visit": "{{visit}}",
             "containers": [{"count": 1, "holds": "1 g", "singleDose": true}]}
            """))).Visit;
        Assert.Equal(lines, coded.Claims.SelectMany(claim => claim.Lines)
            .Where(line => line.Kind is CodedLineKind.Administration).Select(line => FormattableString.Invariant(
                $"{line.Code}{string.Concat(line.Modifiers.Select(one => $"-{one.Code}"))} {line.Day:yyyy-MM-dd}")));
    }

    [Fact]
    public void Further_hours_of_two_visits_of_a_day_are_one_line()
    {
        var coded = CodedVisits.With(Given("vancomycin", "1 g", "IV", ("administrations/0/method", "\"iv-infusion\""),
            ("administrations/0/stop", "\"10:31\""), ("administrations/-", """
            {"drug": "vancomycin", "dose": "1 g", "discarded": "0 g", "route": "IV", "method": "iv-infusion",
             "start": "19:00", "stop": "20:31", "chargeUsd": 900, "visit": "evening",
             "containers": [{"count": 1, "holds": "1 g", "singleDose": true}]}
            """))).Visit;
        Assert.EndsWith("96365 1; 96366 2; 96365-59 1", Told(coded), StringComparison.Ordinal);
    }
}
