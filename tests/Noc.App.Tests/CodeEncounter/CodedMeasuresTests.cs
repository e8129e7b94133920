using Noc.Coding;
using static Noc.App.Tests.CodeEncounter.CodedVisits;

namespace Noc.App.Tests.CodeEncounter;

/// <summary>Measures, charges and parts of claims, where code, payer or containers want them otherwise.</summary>
public sealed class CodedMeasuresTests
{
    private const string Ndc = "99999-0123-01";

    private static (string Pointer, string? Json)[] Given(string drug, string dose, string discarded, string holds,
        int count = 1, string ndc = Ndc) =>
    [
        ("administrations/0/drug", $"\"{drug}\""), ("administrations/0/ndc", $"\"{ndc}\""),
        ("administrations/0/dose", $"\"{dose}\""), ("administrations/0/discarded", $"\"{discarded}\""),
        ("administrations/0/containers/0/holds", $"\"{holds}\""),
        ("administrations/0/containers/0/count", $"{count}"), ("administrations/0/chargeUsd", "900"),
        ("administrations/0/order", null), ("orders", null), ("products", null), ("invoices", null),
    ];

    private static (string Pointer, string? Json) Product(string name, string strength) => ("products",
        $$"""[ { "ndc": "{{Ndc}}", "name": "{{name}}", "strength": "{{strength}}", "pathway": "NDA" } ]""");

    private static (string Pointer, string? Json) Payer(string name, string filing) =>
        ("payers", $$"""[ { "name": "{{name}}", "filing": "{{filing}}" } ]""");

    [Theory]
    [InlineData("1005.1 mg", "52.9 mg", "529 mg")]
    [InlineData("1.9 mL", "0.1 mL", "1 mL")]
    public void A_code_that_counts_millilitres_counts_the_volume_of_a_dose(string dose, string discarded, string holds)
    {
        var result = CodedVisits.With([.. Given("MultiHance", dose, discarded, holds, 2),
            Product("MultiHance", "529 mg/mL")]);
        Assert.Equal("A9577 2 ML1.9", Told(result));
    }

    [Fact]
    public void The_volume_of_a_dose_comes_with_its_arithmetic() => Assert.Equal(
        "1005.1MG / 529MG in 1 ML = 1.9ML; 1.9ML / 1ML = 1.9, rounded up to 2", DrugLines(CodedVisits.With(
            [.. Given("MultiHance", "1005.1 mg", "52.9 mg", "529 mg", 2), Product("MultiHance", "529 mg/mL")]))[0]
            .UnitsReason);

    [Theory]
    [InlineData("BCBS Michigan", "J7192 2250 UN3")]
    [InlineData("AETNA", "J7192 2250 F22250")]
    public void A_clotting_factor_is_counted_in_vials_where_the_payer_takes_no_international_units(
        string payer, string told)
    {
        var result = CodedVisits.With([.. Given("Recombinate", "2250 IU", "0 IU", "750 IU", 3, "00944-2842-10"),
            Payer(payer, "BL")]);
        Assert.Equal(told, Told(result));
        Assert.DoesNotContain(result.Findings[0], one => one.Rule.Id is "NDC020");
    }

    [Fact]
    public void Waste_that_a_payer_wants_in_the_text_needs_no_JW_beside_it()
    {
        var result = CodedVisits.With([.. Given("Taltz", "19 mg", "1 mg", "20 mg"), Product("Taltz", "80 mg/mL"),
            ("claim", """{ "type": "institutional", "billType": "131" }"""), Payer("MEDICARE", "MA"),
            ("billing", """{ "name": "INVENTED CLINIC", "state": "KS" }""")]);
        var line = Assert.Single(DrugLines(result));
        Assert.Equal("C9399", line.Code.Value);
        Assert.Contains("WASTE 1MG", line.Description, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Findings[0], one => one.Rule.Id is "MOD002");
    }

    [Theory]
    [InlineData("AHCCCS", "AZ", 720)]
    [InlineData("MINNESOTA MEDICAID", "MN", 900)]
    public void A_payer_that_takes_nothing_for_waste_is_charged_for_what_was_given(
        string payer, string state, decimal charge)
    {
        var result = CodedVisits.With([.. Given("EXAMPLAZOLE", "120 mg", "30 mg", "150 mg"),
            Product("EXAMPLAZOLE", "50 mg/mL"), Payer(payer, "MC"),
            ("billing", $$"""{ "name": "INVENTED CLINIC", "state": "{{state}}" }""")]);
        Assert.Equal(charge, Assert.Single(DrugLines(result)).ChargeUsd);
    }

    [Fact]
    public void The_dearest_ingredient_of_a_compound_is_asked_for_where_the_payer_wants_its_NDC()
    {
        var result = CodedVisits.With([.. Given("EXAMPLAZOLE", "150 mg", "0 mg", "150 mg"),
            ("administrations/0/compounded", "true"), Payer("INDEPENDENCE BLUE CROSS", "BL")]);
        Assert.Contains(result.Visit.Gaps, gap => gap is { Element: "ingredients", IsBlocking: true });
    }

    [Fact]
    public void A_claim_is_cut_between_containers_and_its_administration_keeps_its_order()
    {
        var result = CodedVisits.With([.. Given("Keytruda", "400 mg", "0 mg", "100 mg", 4, "00006-3026-02"),
            ("administrations/0/chargeUsd", "300000"), ("administrations/0/stop", "\"10:40\""),
            ("administrations/0/category", "\"chemo\""), Payer("MEDICARE", "MB"),
            ("billing", """{ "name": "INVENTED CLINIC", "state": "SC" }""")]);
        Assert.Equal([100m, 100m, 100m, 100m], DrugLines(result).Select(line => line.Units!.Value));
        Assert.Equal(300_000m, DrugLines(result).Sum(line => line.ChargeUsd));
        Assert.Equal(4, result.Visit.Claims.Select(claim => claim.ChargeUsd).Distinct().Count());
        Assert.DoesNotContain(result.Findings.SelectMany(all => all), one => one.Rule.Id is "MOD003");
        Assert.Equal(["96413", "96415"], result.Visit.Claims[0].Lines
            .Where(line => line.Kind is CodedLineKind.Administration).Select(line => line.Code.Value));
    }

    [Fact]
    public void Two_doses_of_a_drug_on_a_day_say_one_thing_of_its_waste()
    {
        var result = CodedVisits.With([.. Given("Keytruda", "90 mg", "10 mg", "100 mg", 1, "00006-3026-02"),
            ("administrations/+", """
            { "drug": "Keytruda", "ndc": "00006-3026-04", "dose": "100 mg", "discarded": "0 mg", "route": "IV",
              "method": "iv-infusion", "start": "10:00", "stop": "10:40", "chargeUsd": 900,
              "containers": [ { "count": 1, "holds": "100 mg", "singleDose": true } ] }
            """)]);
        Assert.Equal(["", "JW", ""], DrugLines(result).Select(line =>
            string.Concat(line.Modifiers.Where(one => one.Code is "JW" or "JZ").Select(one => one.Code))));
        Assert.DoesNotContain(result.Findings[0], one => one.Rule.Id is "MOD019" or "MOD002");
    }

    [Fact]
    public void A_route_behind_the_name_of_a_drug_is_told_once()
    {
        var result = CodedVisits.With([.. Given("EXAMPLAZOLE IV", "150 mg", "0 mg", "150 mg"),
            Product("EXAMPLAZOLE IV", "50 mg/mL"), Payer("MEDICARE", "MB"),
            ("billing", """{ "name": "INVENTED CLINIC", "state": "SC" }""")]);
        Assert.Equal("EXAMPLAZOLE 150MG NDC 99999012301", Assert.Single(DrugLines(result)).Description);
        Assert.DoesNotContain(result.Findings[0], one => one.Rule.Id is "NAR011");
    }

    [Fact]
    public void An_extract_for_allergy_shots_is_sent_to_its_own_codes()
    {
        var result = CodedVisits.With(Given("allergenic extracts", "100 units", "0 units", "100 units"));
        Assert.Contains(result.Visit.Gaps, gap => gap.Message.Contains("95144", StringComparison.Ordinal));
    }

    [Fact]
    public void An_authorization_for_a_drug_of_common_words_is_found()
    {
        var result = CodedVisits.With([.. Given("calcium gluconate", "100 mg", "0 mg", "100 mg"),
            ("authorizations", """[ { "number": "A123", "drug": "Calcium Gluconate" } ]""")]);
        Assert.Equal("A123", result.Visit.Authorization);
    }

    [Theory]
    [InlineData("normal saline", "1000 mL", "J7030")]
    [InlineData("NS 500 mL bolus", "500 mL", "J7040")]
    [InlineData("0.9% NaCl", "250 mL", "J7050")]
    [InlineData("Lactated Ringer's", "1000 mL", "J7120")]
    public void A_bag_of_fluid_is_known_by_the_names_that_nurses_write(string drug, string dose, string code)
    {
        foreach (var category in (string?[])["\"hydration\"", null])
        {
            var result = CodedVisits.With([.. Given(drug, dose, "0 mL", dose), ("administrations/0/ndc", null),
                ("administrations/0/category", category)]);
            Assert.Equal(code, Assert.Single(DrugLines(result)).Code.Value);
            Assert.Equal("96360", result.Visit.Claims[0].Lines[1].Code.Value);
        }
    }

    [Theory]
    [InlineData("vancomycin in sodium chloride 0.9%", "96365")]
    [InlineData("EXAMPLAZOLE in NS", "96365")]
    [InlineData("20 mEq potassium chloride in normal saline 1000 mL", "96360")]
    [InlineData("D5 1/2 NS", "96360")]
    public void A_drug_in_a_fluid_is_no_hydration(string drug, string code)
    {
        var result = CodedVisits.With([.. Given(drug, "150 mg", "0 mg", "150 mg"),
            ("administrations/0/category", null)]);
        Assert.Contains(result.Visit.Claims.SelectMany(claim => claim.Lines), line => line.Code.Value == code);
    }

    [Theory]
    [InlineData("Omnipaque", "100 mL", "imaging")]
    [InlineData("Kymriah", "1 dose", "38228")]
    public void Contrast_and_cells_are_not_given_by_infusion_codes(string drug, string dose, string word)
    {
        var result = CodedVisits.With([.. Given(drug, dose, "0 mL", dose), ("administrations/0/ndc", null)]);
        Assert.DoesNotContain(result.Visit.Claims.SelectMany(claim => claim.Lines),
            line => line.Kind is CodedLineKind.Administration);
        Assert.Contains(word, Assert.Single(result.Visit.NotBilled).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kit_that_was_given_whole_carries_JZ()
    {
        var result = CodedVisits.With([.. Given("Hemgenix", "1 kit", "0 mg", "1 mg"),
            ("administrations/0/ndc", null), ("administrations/0/discarded", null),
            ("administrations/0/containers", null), Payer("MEDICARE", "MB")]);
        Assert.Equal("J1411-JZ 1 ", Told(result));
    }

    [Fact]
    public void Waste_within_the_last_unit_is_told_as_the_reason_of_JZ()
    {
        var line = Assert.Single(DrugLines(CodedVisits.With([.. Given("Neulasta", "5.8 mg", "0.2 mg", "6 mg", 1,
            "55513-0190-01"), Payer("MEDICARE", "MB")])));
        Assert.Contains("within the last unit", Assert.Single(line.Modifiers).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_counts_vials_counts_those_that_were_used_and_their_waste_with_them()
    {
        var result = CodedVisits.With([.. Given("Oncaspar", "5000 units", "2500 units", "3750 units", 2),
            Product("Oncaspar", "750 units/mL"), Payer("MEDICARE", "MB")]);
        Assert.Equal("J9266-JZ 2 ML6.667", Told(result));
    }

    [Fact]
    public void The_wording_of_a_code_tells_its_unit_where_the_list_of_products_does_not() => Assert.Equal(
        "P9041 2 ML90", Told(CodedVisits.With([.. Given("albumin human 5%", "4.5 g", "0.5 g", "5 g"),
            Product("albumin human 5%", "5 g/100 mL"), Payer("INVENTED PLAN", "CI")])));

    [Theory]
    [InlineData("packed red blood cells")]
    [InlineData("Platelets, leukoreduced")]
    [InlineData("FFP")]
    public void Blood_is_no_drug_and_its_transfusion_no_infusion(string name)
    {
        var result = CodedVisits.With([.. Given(name, "1 unit", "0 units", "1 unit"), ("administrations/0/ndc", null)]);
        Assert.Equal("P9099", Assert.Single(result.Visit.Claims[0].Lines).Code.Value);
        Assert.Contains("36430", Assert.Single(result.Visit.NotBilled).Reason, StringComparison.Ordinal);
        Assert.Contains(result.Visit.Gaps, gap => gap is { Element: "code", IsBlocking: true });
    }

    [Fact]
    public void Dextrose_of_fifty_percent_is_no_hydration()
    {
        var result = CodedVisits.With([.. Given("dextrose 50% syringe", "25 g", "0 g", "25 g"),
            ("administrations/0/category", null), ("administrations/0/method", "\"iv-push\""),
            ("administrations/0/stop", null)]);
        Assert.Contains(result.Visit.Claims[0].Lines, line => line.Code.Value is "96374");
    }

    [Fact]
    public void Charge_and_price_are_shared_by_amount_whatever_the_measure_of_the_waste()
    {
        var visit = Given("EXAMPLAZOLE", "0.08 g", "20 mg", "100 mg").Where(one => one.Pointer is not "invoices");
        var result = CodedVisits.With([.. visit, Product("EXAMPLAZOLE", "50 mg/mL"), Payer("MEDICARE", "MB"),
            ("billing", """{ "name": "INVENTED CLINIC", "state": "SC" }""")]);
        Assert.Equal([720m, 180m], DrugLines(result).Select(line => line.ChargeUsd!.Value));
    }

    [Fact]
    public void A_physicians_claim_holds_twelve_diagnoses()
    {
        var codes = string.Join(", ", Enumerable.Range(10, 13).Select(number => $"\"C{number}.1\""));
        var result = CodedVisits.With([.. Given("EXAMPLAZOLE", "150 mg", "0 mg", "150 mg"),
            ("diagnoses", $"[ {codes} ]")]);
        Assert.Equal(12, result.Visit.Diagnoses.Count);
        Assert.Contains(result.Visit.Gaps, gap => gap is { Element: "diagnosis", IsBlocking: false });
    }
}
