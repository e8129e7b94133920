using Noc.Coding;

namespace Noc.App.Tests.CodeEncounter;

/// <summary>What becomes of single facts of a visit.</summary>
public sealed class CodedVisitsTests
{
    private static IReadOnlyList<CodedLine> Lines(params (string Pointer, string? Json)[] changes) =>
        [.. CodedVisits.With([("administrations/0/chargeUsd", "900"), .. changes]).Visit.Claims
            .SelectMany(claim => claim.Lines).Where(line => line.Kind is not CodedLineKind.Administration)];

    private static IEnumerable<string> Modifiers(CodedLine line) => line.Modifiers.Select(one => one.Code);

    [Fact]
    public void A_single_dose_vial_that_was_used_up_is_one_line_with_JZ()
    {
        var line = Assert.Single(Lines());
        Assert.Equal("J3490", line.Code.Value);
        Assert.Equal(["JZ"], Modifiers(line));
        Assert.Equal(1, line.Units);
        Assert.Equal(("ML", 3m), (line.NdcUnit, line.NdcQuantity));
        Assert.StartsWith("EXAMPLAZOLE", line.Description, StringComparison.Ordinal);
        Assert.Equal(900, line.ChargeUsd);
    }

    [Fact]
    public void What_was_thrown_away_gets_a_line_of_its_own_and_its_share_of_the_charge()
    {
        var lines = Lines(("administrations/0/dose", "\"120 mg\""), ("administrations/0/discarded", "\"30 mg\""));
        Assert.Equal([CodedLineKind.Drug, CodedLineKind.Waste], lines.Select(line => line.Kind));
        Assert.Empty(Modifiers(lines[0]));
        Assert.Equal(["JW"], Modifiers(lines[1]));
        Assert.Equal([720m, 180m], lines.Select(line => line.ChargeUsd!.Value));
        Assert.Equal([2.4m, 0.6m], lines.Select(line => line.NdcQuantity!.Value));
        Assert.Equal("EXAMPLAZOLE WASTE 30MG", lines[1].Description);
    }

    [Fact]
    public void A_multiple_dose_vial_has_neither_JW_nor_JZ()
    {
        var line = Assert.Single(Lines(("administrations/0/containers/0/singleDose", "false"),
            ("administrations/0/discarded", null)));
        Assert.Empty(line.Modifiers);
    }

    [Fact]
    public void Fluid_that_is_not_billed_as_a_drug_is_told()
    {
        var visit = CodedVisits.With(("administrations/0/category", "\"hydration\""),
            ("administrations/0/drug", "\"normal saline\"")).Visit;
        Assert.Equal(["96360"], visit.Claims[0].Lines.Select(line => line.Code.Value));
        Assert.Contains("J7030", Assert.Single(visit.NotBilled).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1000 mL", "J7030", 1)]
    [InlineData("500 mL", "J7040", 1)]
    [InlineData("0.75 L", "J7050", 3)]
    public void A_bag_of_hydration_with_its_name_and_volume_has_its_own_code(string dose, string code, int units)
    {
        var visit = CodedVisits.With(("administrations/0/category", "\"hydration\""),
            ("administrations/0/ndc", null), ("administrations/0/drug", "\"sodium chloride 0.9%\""),
            ("administrations/0/dose", $"\"{dose}\""), ("administrations/0/discarded", null),
            ("administrations/0/containers", null), ("products", null)).Visit;
        var line = Assert.Single(visit.Claims[0].Lines, line => line.Kind is CodedLineKind.Drug);
        Assert.Equal((code, (decimal)units), (line.Code.Value, line.Units));
        Assert.Empty(visit.NotBilled);
        Assert.DoesNotContain(visit.Gaps, gap => gap.Element == "code");
    }

    [Theory]
    [InlineData("Pluvicto", "IV", "200 mCi", "A9607")]
    [InlineData("ondansetron", "PO", "8 mg", "Q0162")]
    public void What_is_outside_of_JW_and_JZ_is_not_asked_for_them(string drug, string route, string dose, string code)
    {
        foreach (var discarded in (string?[])["\"0 mg\"", null])
        {
            var visit = CodedVisits.With(("administrations/0/ndc", null), ("administrations/0/drug", $"\"{drug}\""),
                ("administrations/0/route", $"\"{route}\""), ("administrations/0/dose", $"\"{dose}\""),
                ("administrations/0/method", route is "PO" ? "\"oral\"" : "\"iv-infusion\""),
                ("administrations/0/discarded", discarded), ("administrations/0/containers", null),
                ("products", null)).Visit;
            var line = Assert.Single(visit.Claims[0].Lines);
            Assert.Equal(code, line.Code.Value);
            Assert.Empty(line.Modifiers);
            Assert.DoesNotContain(visit.Gaps, gap => gap.Element is "container" or "waste");
            Assert.Single(visit.NotBilled);
        }
    }

    [Fact]
    public void A_drug_given_before_its_approval_is_named_by_its_date()
    {
        (string, string?)[] early = [("from", "\"2013-03-11\""), ("administrations/0/ndc", null),
            ("administrations/0/drug", "\"Keytruda\""), ("products", null)];
        Assert.Contains(CodedVisits.With(early).Visit.Gaps, gap => gap is { Element: "date", IsBlocking: false }
            && gap.Message.Contains("2014-09-04", StringComparison.Ordinal));
        Assert.DoesNotContain(CodedVisits.With([.. early, ("from", "\"2026-03-10\"")]).Visit.Gaps,
            gap => gap.Element == "date");
    }

    [Fact]
    public void A_supplier_of_equipment_bills_no_administration()
    {
        var visit = CodedVisits.With(("payers/0/name", "\"MEDICARE DME\""), ("payers/0/id", null),
            ("claim/placeOfService", "\"12\"")).Visit;
        Assert.DoesNotContain(visit.Claims[0].Lines, line => line.Kind is CodedLineKind.Administration);
        Assert.Contains(visit.NotBilled, one => one.Reason.Contains("supplier", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_only_the_patients_state_is_known_it_tells_the_contractor_and_is_said()
    {
        var visit = CodedVisits.With(("payers/0/name", "\"MEDICARE\""), ("payers/0/id", null), ("billing", null),
            ("patient/state", "\"SC\"")).Visit;
        Assert.Equal("JM", visit.Payer.Jurisdiction);
        var gap = Assert.Single(visit.Gaps, gap => gap.Element == "state");
        Assert.Equal(("/billing/state", false), (gap.Pointer, gap.IsBlocking));
        Assert.DoesNotContain(CodedVisits.With(("payers/0/name", "\"MEDICARE\""), ("payers/0/id", null)).Visit.Gaps,
            gap => gap.Element == "state");
    }

    [Fact]
    public void The_quantity_of_an_ndc_that_only_the_crosswalk_of_unclassified_drugs_knows_is_counted()
    {
        // 20 units in an item of 100 mL.
        var lines = CodedVisits.With(("from", "\"2025-11-03\""), ("administrations/0/drug", "\"Vasopressin\""),
            ("administrations/0/ndc", "\"81298-8552-03\""), ("administrations/0/dose", "\"15 units\""),
            ("administrations/0/discarded", "\"5 units\""),
            ("administrations/0/containers/0/holds", "\"20 units\"")).Visit.Claims[0].Lines;
        Assert.Equal([("ML", 75m), ("ML", 25m)], lines.Where(line => line.Kind is not CodedLineKind.Administration)
            .Select(line => (line.NdcUnit, line.NdcQuantity!.Value)));
    }

    [Theory]
    [InlineData("250 mg", "250MG / 10MG in 1 GR = 25 GR")]
    [InlineData("25 g", "25G = 25 GR")]
    public void A_cream_whose_strength_is_told_by_the_gram_is_weighed(string dose, string arithmetic)
    {
        var result = CodedVisits.With(("administrations/0/dose", $"\"{dose}\""), ("administrations/0/containers", null),
            ("administrations/0/route", "\"topical\""), ("administrations/0/method", "\"other\""),
            ("administrations/0/stop", null), ("orders", null), ("administrations/0/order", null),
            ("products/0/strength", "\"10 mg/g\""), ("administrations/0/discarded", null));
        var line = result.Visit.Claims[0].Lines[0];
        Assert.Equal(("GR", 25m, arithmetic), (line.NdcUnit, line.NdcQuantity, line.NdcReason));
        Assert.DoesNotContain(result.Findings.SelectMany(claim => claim), one => one.Rule.Id is "NAR022");
    }

    [Fact]
    public void Overfill_is_never_billed()
    {
        var result = CodedVisits.With(("administrations/0/dose", "\"165 mg\""), ("administrations/0/discarded", null),
            ("administrations/0/chargeUsd", "900"));
        var line = result.Visit.Claims[0].Lines[0];
        Assert.Equal(150, line.Amount.Value);
        Assert.Equal(3, line.NdcQuantity);
        Assert.Contains(result.Visit.Gaps, gap => gap.Message.Contains("overfill", StringComparison.Ordinal));
    }

    [Fact]
    public void Dose_and_waste_within_one_unit_are_one_unit_with_JZ()
    {
        // One unit of J0894 (decitabine) is 1 mg; J1745 (infliximab) counts 10 mg.
        var line = Assert.Single(Lines(("administrations/0/drug", "\"Remicade\""), ("administrations/0/ndc", null),
            ("administrations/0/dose", "\"97 mg\""), ("administrations/0/discarded", "\"3 mg\""),
            ("administrations/0/containers/0/holds", "\"100 mg\""), ("products", null), ("orders", null),
            ("administrations/0/order", null)));
        Assert.Equal("J1745", line.Code.Value);
        Assert.Equal(10, line.Units);
        Assert.Equal(["JZ"], Modifiers(line));
    }

    [Fact]
    public void Containers_of_two_NDCs_make_two_lines_whose_doses_add_up()
    {
        var lines = Lines(("administrations/0/ndc", null), ("administrations/0/dose", "\"480 mg\""),
            ("administrations/0/discarded", "\"20 mg\""), ("administrations/0/containers", """
            [ { "ndc": "99999-0123-01", "holds": "100 mg", "singleDose": true },
              { "ndc": "99999-0123-02", "holds": "400 mg", "singleDose": true } ]
            """));
        Assert.Equal(["99999012302", "99999012301", "99999012301"], lines.Select(line => line.Ndc.Digits));
        Assert.Equal([400m, 80m, 20m], lines.Select(line => line.Amount.Value));
        Assert.Equal(900, lines.Sum(line => line.ChargeUsd));
    }

    [Fact]
    public void A_free_drug_is_charged_as_the_payer_says()
    {
        var free = ("administrations/0/free", "true");
        Assert.Equal(0.01m, Assert.Single(Lines(free)).ChargeUsd);   // NGS
        Assert.Empty(Lines(free, ("billing/state", "\"CA\"")));      // Medicare leaves the line out
    }

    [Fact]
    public void A_compound_for_Medicare_is_one_line_without_an_NDC()
    {
        var line = Assert.Single(Lines(("administrations/0/compounded", "true"), ("products", null)));
        Assert.Equal("J7999", line.Code.Value);
        Assert.True(line.Ndc.IsNone);
        Assert.Contains("COMPOUND", line.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drug_bought_under_340B_carries_TB_at_Medicare() =>
        Assert.Contains("TB", Modifiers(Assert.Single(Lines(("administrations/0/discounted340B", "true")))));

    [Fact]
    public void A_trial_needs_its_number_condition_and_modifier()
    {
        var result = CodedVisits.With(("trial", """{ "registry": "NCT01234567" }"""),
            ("diagnoses", """["G35","Z00.6"]"""),
            ("claim", """{ "type": "institutional", "billType": "131" }"""), ("payers/0/filing", "\"MA\""));
        Assert.Equal("01234567", result.Visit.Trial);
        Assert.Equal(["30"], result.Visit.Conditions);
        Assert.Contains("Q0", Modifiers(result.Visit.Claims[0].Lines[0]));
    }

    [Fact]
    public void Hospitals_bill_a_new_drug_under_C9399()
    {
        var line = Lines(("claim", """{ "type": "institutional", "billType": "131" }"""),
            ("payers/0/filing", "\"MA\""))[0];
        Assert.Equal("C9399", line.Code.Value);
        Assert.Equal("0636", line.Revenue);
        Assert.Empty(line.Diagnoses);
    }

    [Theory]
    [InlineData("IL", "EXAMPLAZOLE NDC 99999-0123-01 IV 03/10/2026 120MG X1 WASTE 30MG")]
    [InlineData("TX", "EXAMPLAZOLE 50MG/ML 120MG GIVEN IV WASTE 30MG NDC 99999012301 ML2.4 03/10/2026")]
    public void Remarks_of_C9399_tell_waste_and_quantity(string state, string text)
    {
        var result = CodedVisits.With(("claim", """{ "type": "institutional", "billType": "131" }"""),
            ("payers/0/filing", "\"MA\""), ("patient/state", $"\"{state}\""), ("billing/state", $"\"{state}\""),
            ("administrations/0/dose", "\"120 mg\""), ("administrations/0/discarded", "\"30 mg\""),
            ("administrations/0/chargeUsd", "900"));
        var line = result.Visit.Claims[0].Lines[0];
        Assert.Equal(("C9399", text), (line.Code.Value, line.Description));
    }

    [Fact]
    public void What_is_missing_is_named_with_its_place_and_who_has_it()
    {
        var gaps = CodedVisits.With(
            ("administrations/0/dose", null), ("products", null), ("diagnoses", "[]")).Visit.Gaps;
        Assert.Contains(gaps, gap => gap is { Pointer: "/administrations/0/dose", Who: "nursing", IsBlocking: true });
        Assert.Contains(gaps, gap => gap is { Element: "pathway", Who: "pharmacy", IsBlocking: true });
        Assert.Contains(gaps, gap => gap is { Element: "diagnosis", Who: "provider", IsBlocking: true });
        Assert.Contains(gaps, gap => gap is { Element: "charge", Who: "billing", IsBlocking: true });
    }

    [Fact]
    public void The_same_drug_given_twice_on_a_day_is_one_line()
    {
        var line = Assert.Single(Lines(("administrations/9", """
            { "drug": "EXAMPLAZOLE", "ndc": "99999-0123-01", "dose": "150 mg", "discarded": "0 mg", "route": "IV",
              "chargeUsd": 900, "containers": [ { "holds": "150 mg", "singleDose": true } ] }
            """)));
        Assert.Equal(300, line.Amount.Value);
        Assert.Equal(1800, line.ChargeUsd);
        Assert.Equal(2, line.Administrations.Count);
    }

    [Fact]
    public void Administrations_of_any_order_give_the_same_lines()
    {
        const string other =
            """{ "drug": "Prolia", "dose": "60 mg", "route": "SC", "method": "subq", "chargeUsd": 90 }""";
        var first = Lines(("administrations/9", other)).Select(line => $"{line.Code} {line.Units} {line.ChargeUsd}");
        Assert.Contains("J0897 60 90", first);
    }

    [Fact]
    public void Flushes_and_fluids_are_no_drug_lines()
    {
        var result = CodedVisits.With(("administrations/9", """{ "drug": "Saline", "method": "flush" }"""),
            ("administrations/9", """{ "drug": "Saline", "category": "hydration", "dose": "500 mL" }"""));
        Assert.Equal(["EXAMPLAZOLE"], result.Visit.Claims.SelectMany(claim => claim.Lines)
            .Where(line => line.Kind is CodedLineKind.Drug).Select(line => line.Drug));
        Assert.Contains(result.Visit.NotBilled, one => one.Pointer == "/administrations/1");
    }

    [Fact]
    public void A_visit_for_chemotherapy_points_its_infusion_at_the_reason_first()
    {
        var lines = CodedVisits.With(("diagnoses", """["Z51.11","C56.9"]"""),
            ("administrations/0/drug", "\"paclitaxel\""), ("administrations/0/category", "\"chemo\""),
            ("administrations/9", """
                { "drug": "ondansetron", "dose": "8 mg", "route": "IV", "method": "iv-push", "start": "08:50" }
                """)).Visit.Claims[0].Lines;
        Assert.Equal([1, 2], lines.Single(line => line.Code.Value == "96413").Diagnoses);
        Assert.Equal([2], lines.Single(line => line.Code.Value == "96375").Diagnoses);
    }

    [Fact]
    public void A_hospital_bills_the_giving_of_a_vaccine_under_its_own_revenue_code()
    {
        var lines = CodedVisits.With(("claim", """{ "type": "institutional", "billType": "131" }"""),
            ("payers/0/filing", "\"MA\""), ("administrations/9", """
                { "drug": "influenza vaccine", "category": "vaccine", "dose": "0.5 mL", "method": "im", "route": "IM" }
                """)).Visit.Claims[0].Lines;
        Assert.Equal("0771", lines.Single(line => line.Code.Value == "G0008").Revenue);
    }

    [Theory]
    [InlineData("hydrocortisone", "100 mg", "IV", "J1720", "hydrocortisone sodium succinate has")]
    [InlineData("Kenalog-40", "40 mg", "IM", "J3301", "Kenalog-40 (triamcinolone acetonide) has")]
    [InlineData("carboplatin", "450 mg", "IV", "J9045", "carboplatin has")]
    public void A_code_is_told_by_the_name_of_what_was_given(
        string drug, string dose, string route, string code, string told)
    {
        var line = Lines(("administrations/0/drug", $"\"{drug}\""), ("administrations/0/dose", $"\"{dose}\""),
            ("administrations/0/ndc", null), ("products", "[]"), ("invoices", "[]"), ("orders", "[]"),
            ("administrations/0/order", null), ("administrations/0/containers", "[]"),
            ("administrations/0/route", $"\"{route}\""))[0];
        Assert.Equal(code, line.Code.Value);
        Assert.StartsWith(told, line.CodeReason, StringComparison.Ordinal);
    }
}
