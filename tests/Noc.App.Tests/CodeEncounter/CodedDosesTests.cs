using Noc.Coding;
using static Noc.App.Tests.CodeEncounter.CodedVisits;

namespace Noc.App.Tests.CodeEncounter;

/// <summary>Doses as records tell them: other measures, other containers, slips of the pen.</summary>
public sealed class CodedDosesTests
{
    private static (string Pointer, string? Json)[] Only(string drug, string ndc, string dose, string holds,
        string? discarded, int count = 1) =>
    [
        ("administrations/0/drug", $"\"{drug}\""), ("administrations/0/ndc", $"\"{ndc}\""),
        ("administrations/0/dose", $"\"{dose}\""), ("administrations/0/containers/0/holds", $"\"{holds}\""),
        ("administrations/0/containers/0/count", $"{count}"),
        ("administrations/0/discarded", discarded is null ? null : $"\"{discarded}\""),
        ("administrations/0/chargeUsd", "900"), ("administrations/0/order", null), ("orders", null),
        ("products", null), ("invoices", null),
    ];

    [Theory]
    [InlineData("Recombinate", "00944-2842-10", "J7192")]
    [InlineData("Benefix", "58394-0633-03", "J7195")]
    public void Clotting_factors_are_counted_in_international_units(string drug, string ndc, string code) =>
        Assert.Equal($"{code}-JZ 2250 F22250",
            Told(CodedVisits.With(Only(drug, ndc, "2250 IU", "2250 IU", "0 IU"))));

    [Fact]
    public void A_factor_that_is_dosed_by_weight_is_counted_like_other_drugs() => Assert.StartsWith("UN",
        DrugLines(CodedVisits.With(Only("NovoSeven RT", "00169-7201-01", "1 mg", "1 mg", "0 mg")))[0].NdcUnit,
        StringComparison.Ordinal);

    [Fact]
    public void A_dose_out_of_vials_of_two_sizes_says_one_thing_of_its_waste()
    {
        var result = CodedVisits.With([.. Only("Avastin", "50242-0061-01", "480 mg", "400 mg", "20 mg"),
            ("administrations/0/containers", """
            [ { "ndc": "50242-0061-01", "count": 1, "holds": "400 mg", "singleDose": true },
              { "ndc": "50242-0060-01", "count": 1, "holds": "100 mg", "singleDose": true } ]
            """)]);
        Assert.Equal("J9035 40 ML16; J9035 8 ML3.2; J9035-JW 2 ML0.8", Told(result));
        Assert.DoesNotContain(result.Findings[0], one => one.Rule.Id is "MOD019");
    }

    [Fact]
    public void A_dose_that_is_rounded_up_agrees_with_its_own_quantity()
    {
        var result = CodedVisits.With(Only("Herceptin", "50242-0132-01", "147 mg", "150 mg", "3 mg"));
        Assert.Equal("J9355-JZ 15 UN0.98", Told(result));
        Assert.DoesNotContain(result.Findings[0], one => one.Rule.Id is "NDC013");
    }

    [Theory]
    [InlineData("Kepivance", "66658-0113-03", "5160 mcg", "J2425-JZ 104 UN1")]
    [InlineData("Zynlonta", "79952-0110-01", "9.99975 mg", "J9359-JZ 134 UN1")]
    public void Units_that_are_rounded_up_open_no_further_container(string drug, string ndc, string dose, string told)
    {
        var result = CodedVisits.With(Only(drug, ndc, dose, dose, "0 mg"));
        Assert.Equal(told, Told(result));
        Assert.DoesNotContain(result.Findings[0], one => one.Rule.Id is "MOD003");
    }

    [Theory]
    [InlineData("-2")]
    [InlineData("1.5")]
    [InlineData("\"two\"")]
    public void A_number_of_containers_that_cannot_be_is_not_taken_for_one(string count)
    {
        var result = CodedVisits.With([.. Only("Keytruda", "00006-3026-02", "200 mg", "100 mg", "0 mg"),
            ("administrations/0/containers/0/count", count)]);
        Assert.Equal("J9271-JZ 200 ML8", Told(result));
        Assert.Contains(result.Visit.Gaps, gap => gap is { Element: "containers", IsBlocking: true });
    }

    [Theory]
    [InlineData("2 vials")]
    [InlineData("2 single-dose vials")]
    [InlineData("2 SDV")]
    [InlineData("2 Vial(s)")]
    public void A_dose_in_vials_is_the_drug_that_the_vials_hold(string dose)
    {
        var result = CodedVisits.With(Only("Keytruda", "00006-3026-02", dose, "100 mg", "0 mg", count: 2));
        Assert.Empty(result.Problems);
        Assert.Equal("J9271-JZ 200 ML8", Told(result));
    }

    [Theory]
    [InlineData("Keytruda", "00006-3026-02", "2 vials", "J9271-JZ 200 ML8")]
    [InlineData("Keytruda", "00006-3026-02", "0.5 vial", "J9271 50 ML2; J9271-JW 50 ML2")]
    [InlineData("Neulasta", "55513-0192-01", "1 kit", "J2506-JZ 12 ML0.6")]
    public void The_NDC_tells_what_a_container_holds(string drug, string ndc, string dose, string told)
    {
        var result = CodedVisits.With([.. Only(drug, ndc, dose, "1 mg", null), ("administrations/0/containers", null)]);
        Assert.Equal(told, Told(result));
        Assert.Contains(result.Visit.Gaps, gap => gap is { Element: "dose", IsBlocking: false }
            && gap.Message.Contains("taken for", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2 vials")]
    [InlineData("1 dose")]
    [InlineData("1 kit")]
    public void A_dose_in_containers_of_a_size_that_nobody_knows_is_asked_for(string dose)
    {
        var result = CodedVisits.With([.. Only("Keytruda", "", dose, "1 mg", null),
            ("administrations/0/containers", null)]);
        Assert.Equal("J9271  ", Told(result));
        var gap = Assert.Single(result.Visit.Gaps, gap => gap.Pointer == "/administrations/0/dose");
        Assert.True(gap.IsBlocking);
        Assert.Contains("what one holds", gap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Vials_of_two_sizes_are_the_dose_only_where_all_of_them_are_counted()
    {
        const string Sizes = """
            [ { "count": 1, "holds": "400 mg", "singleDose": true },
              { "count": 1, "holds": "100 mg", "singleDose": true } ]
            """;
        Assert.StartsWith("J9035-JZ 50 ", Told(CodedVisits.With([.. Only("Avastin", "50242-0061-01", "2 vials", "1 mg",
            "0 mg"), ("administrations/0/containers", Sizes)])), StringComparison.Ordinal);
        Assert.StartsWith("J9035  ", Told(CodedVisits.With([.. Only("Avastin", "50242-0061-01", "3 vials", "1 mg",
            "0 mg"), ("administrations/0/containers", Sizes)])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("100 mg vial")]
    [InlineData("2 x 100 mg vial")]
    [InlineData("1 spoon")]
    [InlineData("20000 vials")]
    public void Other_words_behind_a_number_are_no_containers(string dose) => Assert.Contains(
        CodedVisits.With(Only("Keytruda", "00006-3026-02", dose, "100 mg", "0 mg")).Problems,
        problem => problem.Pointer == "/administrations/0/dose");

    [Fact]
    public void A_charge_beyond_all_sense_is_named_and_the_rest_is_coded()
    {
        var result = CodedVisits.With([.. Only("Keytruda", "00006-3026-02", "200 mg", "100 mg", "0 mg", count: 2),
            ("administrations/0/chargeUsd", "79228162514264337593543950335")]);
        Assert.Contains(result.Problems, problem => problem.Pointer == "/administrations/0/chargeUsd");
        Assert.Equal("J9271-JZ 200 ML8", Told(result));
    }

    [Fact]
    public void A_vial_of_BCG_is_its_milligrams()
    {
        var result = CodedVisits.With([.. Only("Tice BCG", "00052-0602-02", "1 vial", "50 mg", "0 mg"),
            ("administrations/0/route", "\"intravesical\""), ("administrations/0/method", null)]);
        Assert.StartsWith("J9030-JZ 50 ", Told(result), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dose_in_millilitres_is_billed_as_the_drug_in_it()
    {
        Assert.Equal("J9271 150 ML6; J9271-JW 50 ML2",
            Told(CodedVisits.With(Only("Keytruda", "00006-3026-02", "6 mL", "100 mg", "2 mL", count: 2))));
        var line = Assert.Single(DrugLines(CodedVisits.With(("administrations/0/dose", "\"3 mL\""))));
        Assert.Equal((150m, "MG", 3m), (line.Amount.Value, line.Amount.Unit, line.NdcQuantity));
        Assert.Contains("150MG", line.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_injected_out_of_a_solution_is_counted_in_millilitres()
    {
        var line = DrugLines(CodedVisits.With([.. Only("ketorolac", "00338-0072-25", "30 mg", "30 mg", "0 mg"),
            ("administrations/0/route", "\"IM\""), ("administrations/0/method", "\"im\"")]))[0];
        Assert.Equal("ML", line.NdcUnit);
        Assert.True(line.NdcQuantity > 0);
    }

    [Fact]
    public void A_gene_therapy_counts_the_treatment() => Assert.Equal(1,
        DrugLines(CodedVisits.With([.. Only("Elevidys", "60923-0501-10", "70 mL", "10 mL", "0 mL", count: 7)]))[0]
            .Units);

    [Fact]
    public void More_containers_than_the_dose_needs_are_told()
    {
        var result = CodedVisits.With(Only("Keytruda", "00006-3026-02", "200 mg", "100 mg", "100 mg", count: 3));
        Assert.Contains(result.Visit.Gaps, gap => gap.Element is "waste"
            && gap.Message.Contains("2 containers", StringComparison.Ordinal));
        result = CodedVisits.With(Only("Avastin", "50242-0061-01", "80 mg", "400 mg", "320 mg"));
        Assert.Contains(result.Visit.Gaps, gap => gap.Element is "waste"
            && gap.Message.Contains("100MG would have left 20MG", StringComparison.Ordinal));
    }

    [Fact]
    public void A_physician_is_asked_about_a_drug_in_an_outpatient_hospital() => Assert.Contains(
        CodedVisits.With(("claim/placeOfService", "\"22\"")).Visit.Gaps,
        gap => gap is { Element: "place", IsBlocking: true });

    [Fact]
    public void A_claim_is_split_at_whole_containers()
    {
        var result = CodedVisits.With(("administrations/0/dose", "\"1350 mg\""),
            ("administrations/0/discarded", "\"0 mg\""), ("administrations/0/containers/0/count", "9"),
            ("administrations/0/chargeUsd", "180000"), ("orders", null), ("administrations/0/order", null));
        var amounts = result.Visit.Claims.Select(claim => claim.Lines.First(line => line.Kind is CodedLineKind.Drug)
            .Amount.Value).ToList();
        Assert.True(amounts.Count > 1);
        Assert.All(amounts, amount => Assert.Equal(0, amount % 150));
        Assert.Equal(1350, amounts.Sum());
    }

    [Fact]
    public void Nothing_is_billed_where_nothing_was_given()
    {
        var result = CodedVisits.With(Only("Keytruda", "00006-3026-02", "0 mg", "100 mg", "200 mg", count: 2));
        Assert.Empty(result.Visit.Claims.SelectMany(claim => claim.Lines));
        Assert.Contains(result.Visit.NotBilled, one => one.Reason.Contains("dose of 0", StringComparison.Ordinal));
        Assert.Contains(result.Visit.Gaps, gap => gap is { Element: "dose", IsBlocking: true });
    }

    [Theory]
    [InlineData("Alimta", "00002-7623-01", "100 mg", "100 mg", 1, true)]    // the NDC is a vial of 500 mg
    [InlineData("Alimta", "00002-7623-01", "500 mg", "500 mg", 1, false)]
    [InlineData("Keytruda", "00006-3026-02", "200 mg", "200 mg", 1, true)]  // two vials taken for one
    [InlineData("Keytruda", "00006-3026-02", "200 mg", "100 mg", 2, false)]
    [InlineData("Keytruda", "00006-3026-02", "200 mg", "8 mL", 1, true)]
    [InlineData("Keytruda", "00006-3026-02", "200 mg", "4 mL", 2, false)]
    public void The_containers_of_the_record_are_held_against_the_ndc(
        string drug, string ndc, string dose, string holds, int count, bool isTold) => Assert.Equal(isTold,
        CodedVisits.With(Only(drug, ndc, dose, holds, "0 mg", count)).Visit.Gaps.Any(
            gap => gap is { Element: "containers", IsBlocking: true }));

    [Fact]
    public void A_drug_that_the_record_calls_by_two_names_is_one_line()
    {
        static string Given(string drug, string start) => $$"""
            { "drug": "{{drug}}", "dose": "100 mg", "ndc": "00006-3026-02", "route": "IV", "start": "{{start}}",
              "method": "iv-push", "discarded": "0 mg", "chargeUsd": 6000,
              "containers": [ { "count": 1, "holds": "100 mg", "singleDose": true } ] }
            """;
        var visit = CodedVisits.With(("orders", null), ("products", null), ("invoices", null), ("administrations",
            $"[{Given("Keytruda", "09:00")},{Given("pembrolizumab", "10:00")}]")).Visit;
        var line = Assert.Single(visit.Claims.SelectMany(claim => claim.Lines),
            line => line.Kind is CodedLineKind.Drug);
        Assert.Equal((200, 12_000), (line.Units, line.ChargeUsd));
    }
}
