using Noc.Administrations;
using Noc.Claims;
using Noc.Encounters;
using Noc.Payers;
using Noc.Reference.Policies;

namespace Noc.Core.Tests.Administrations;

public class EncounterVisitsTests
{
    private static readonly DateOnly Day = new(2026, 3, 7);

    private static Administration Given(
        string drug, string start, string stop = "", AdministrationMethod method = AdministrationMethod.IvInfusion,
        AdministrationCategory category = AdministrationCategory.Unknown, string route = "") => new()
        {
            Pointer = $"/administrations/{drug}",
            Drug = drug,
            Method = method,
            Category = category,
            Route = route,
            Day = start.Length > 0 ? DateOnly.FromDateTime(At(start)!.Value.DateTime) : Day,
            Start = At(start),
            Stop = At(stop),
        };

    private static DateTimeOffset? At(string text) => text.Length == 0 ? null
        : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Encounter Encounter(params Administration[] given) => new()
    {
        Id = "V-1", From = Day, To = Day.AddDays(3), Administrations = given,
        Claim = new() { Type = ClaimType.Institutional, BillType = "131" },
    };

    private static IReadOnlyList<VisitCodes> Code(Encounter encounter, FamilyPayer? payer = null) =>
        [.. EncounterVisits.Of(encounter, TestTables.Seed, payer ?? FamilyPayer.Unknown)
            .Select(AdministrationCoder.Code)];

    private static string Codes(Encounter encounter, FamilyPayer? payer = null) =>
        string.Join(" | ", Code(encounter, payer).Select(TestEvents.Codes));

    [Fact]
    public void A_visit_past_midnight_is_one_visit_of_its_first_day()
    {
        var coded = Code(Encounter(
            Given("A", "2026-03-07T23:30-06:00", "2026-03-08T01:30-06:00"),
            Given("B", "2026-03-08T01:30-06:00", "2026-03-08T02:00-06:00")));
        Assert.Equal("96365 x1, 96366 x1, 96367 x1", TestEvents.Codes(Assert.Single(coded)));
        Assert.All(coded[0].Services, one => Assert.Equal(Day, one.Day));
    }

    [Fact]
    public void Minutes_are_those_that_passed_when_the_clock_is_set_forward()
    {
        // 01:30 to 03:10 on the wall, of which one hour never was: 40 minutes.
        Assert.Equal("96365 x1", Codes(Encounter(
            Given("A", "2026-03-08T01:30-06:00", "2026-03-08T03:10-05:00"))));
        Assert.Equal("96365 x1, 96366 x1", Codes(Encounter(
            Given("A", "2026-11-01T01:30-05:00", "2026-11-01T02:01-06:00"))));
    }

    [Fact]
    public void Another_day_is_another_visit_with_its_own_initial_service() =>
        Assert.Equal("96365 x1 | 96365 x1", Codes(Encounter(
            Given("A", "2026-03-07T09:00-06:00", "2026-03-07T10:00-06:00"),
            Given("A", "2026-03-08T09:00-05:00", "2026-03-08T10:00-05:00"))));

    [Fact]
    public void Who_bills_comes_from_the_claim()
    {
        var encounter = Encounter(Given("A", "2026-03-07T09:00-06:00", "2026-03-07T10:00-06:00"));
        Assert.Equal(VisitSetting.Facility, EncounterVisits.SettingOf(encounter));
        Assert.Equal(VisitSetting.SurgeryCenter,
            EncounterVisits.SettingOf(encounter with { Claim = new() { BillType = "831" } }));
        Assert.Equal(VisitSetting.Professional,
            EncounterVisits.SettingOf(encounter with { Claim = new() { PlaceOfService = "11" } }));
        Assert.Equal(VisitSetting.SurgeryCenter, EncounterVisits.SettingOf(encounter with
        {
            Claim = new() { Type = ClaimType.Professional, PlaceOfService = "24" },
            Billing = new() { Taxonomy = "261QA1903X" },
        }));
        Assert.Equal(FlagKind.Assumed, Assert.Single(Code(encounter with { Claim = new() })[0].Flags).Kind);
    }

    [Theory]
    [InlineData("IV", "96365 x1")]
    [InlineData("SC", "96372 x1")]
    [InlineData("PO", "none")]
    [InlineData("", "none")]
    public void A_route_stands_for_a_method_that_is_not_recorded(string route, string codes) =>
        Assert.Equal(codes, Codes(Encounter(Given("EXAMPLAZOLE", "2026-03-07T09:00-06:00", "2026-03-07T10:00-06:00",
            AdministrationMethod.Other, route: route))));

    [Theory]
    [InlineData("cisplatin", "96413 x1")]
    [InlineData("infliximab", "96413 x1")]
    [InlineData("ondansetron", "96365 x1")]
    [InlineData("Normal saline", "96360 x1")]
    [InlineData("vancomycin", "96365 x1")]
    [InlineData("EXAMPLAZOLE", "96365 x1")]
    public void A_category_that_is_not_recorded_comes_from_the_drug(string drug, string codes) =>
        Assert.Equal(codes, Codes(Encounter(Given(drug, "2026-03-07T09:00-06:00", "2026-03-07T10:00-06:00"))));

    [Fact]
    public void An_antibody_into_a_vein_must_show_its_complexity()
    {
        var coded = Code(Encounter(Given("infliximab", "2026-03-07T09:00-06:00", "2026-03-07T10:00-06:00")));
        Assert.Contains(coded[0].Events[0].Flags, flag => flag.Kind is FlagKind.DocumentComplexity);
    }

    [Fact]
    public void A_payers_own_word_on_a_drug_is_told_on_its_days()
    {
        var ngs = new FamilyPayer { IsMedicare = true, Ids = ["J6"] };
        Encounter Mepolizumab(string day) => Encounter(Given("Nucala", $"{day}T09:00-05:00", "",
            AdministrationMethod.Subcutaneous, AdministrationCategory.Chemotherapy));
        FlagKind[] Flags(string day) => [.. Code(Mepolizumab(day), ngs)[0].Events[0].Flags.Select(flag => flag.Kind)];
        Assert.Equal([FlagKind.DownCoded], Flags("2022-03-07"));
        Assert.Empty(Flags("2024-03-07"));
    }

    [Fact]
    public void Drugs_with_codes_of_their_own_are_known_by_name_or_diagnosis()
    {
        var medicare = new FamilyPayer { IsMedicare = true };
        Administration Shot(string drug) =>
            Given(drug, "2026-03-07T09:00-06:00", "", AdministrationMethod.Intramuscular);
        Assert.Equal("G0012 x1", Codes(Encounter(Shot("Apretude")), medicare));
        Assert.Equal("96372 x1", Codes(Encounter(Shot("cabotegravir")), medicare));
        Assert.Equal("G0012 x1", Codes(Encounter(Shot("cabotegravir")) with { Diagnoses = ["Z2981"] }, medicare));
        Assert.Equal("96381 x1", Codes(Encounter(Shot("Beyfortus"))));
        Assert.Equal("96381 x1", Codes(Encounter(Given("Beyfortus", "2026-03-07T09:00-06:00", "",
            AdministrationMethod.Vaccine, AdministrationCategory.Vaccine))));
        Assert.Equal("G0008 x1", Codes(Encounter(Given("flu shot", "2026-03-07T09:00-06:00", "",
            AdministrationMethod.Vaccine)), medicare));
        var spray = Given("FluMist", "2026-03-07T09:00-06:00", "", AdministrationMethod.Vaccine);
        Assert.Equal("G0008 x1", Codes(Encounter(spray), medicare));
        Assert.Equal("90473 x1", Codes(Encounter(spray)));
        Assert.Equal("96402 x1", Codes(Encounter(Shot("Lupron Depot"))));
        Assert.Equal("96372 x1", Codes(Encounter(Shot("Lupron Depot")), new() { Ids = ["independence"] }));
    }

    [Theory]
    [InlineData("Zofran", "ondansetron", "96374 x1")]
    [InlineData("ondansetron 4 mg", "Ondansetron HCl 8 mg", "96374 x1")]
    [InlineData("Zofran", "famotidine", "96374 x1, 96375 x1")]
    [InlineData("examplazole", "EXAMPLAZOLE ", "96374 x1")]
    [InlineData("potassium chloride", "potassium phosphate", "96374 x1, 96375 x1")]
    public void A_brand_and_its_ingredient_are_one_drug(string first, string second, string codes) =>
        Assert.Equal(codes, Codes(Encounter(
            Given(first, "2026-03-07T09:00-06:00", "", AdministrationMethod.IvPush),
            Given(second, "2026-03-07T09:10-06:00", "", AdministrationMethod.IvPush))));

    [Theory]
    [InlineData("fulvestrant", AdministrationCategory.Chemotherapy, "96402 x1")]
    [InlineData("azacitidine", AdministrationCategory.Chemotherapy, "96401 x1")]
    [InlineData("fulvestrant", AdministrationCategory.Therapeutic, "96372 x1")]
    public void A_record_that_says_chemotherapy_of_a_hormone_means_the_hormone(
        string drug, AdministrationCategory category, string codes) =>
        Assert.Equal(codes, Codes(Encounter(Given(drug, "2026-03-07T09:00-06:00", "",
            AdministrationMethod.Intramuscular, category))));

    [Fact]
    public void A_payer_is_known_by_its_policy_too()
    {
        var payer = new PayerResolver(TestTables.Seed, ShippedPolicies.Set)
            .Resolve("CI", "", "INDEPENDENCE BLUE CROSS", "PA", "PA");
        var shot = Given("Lupron Depot", "2026-03-07T09:00-06:00", "", AdministrationMethod.Intramuscular);
        Assert.Equal("96372 x1", Codes(Encounter(shot), FamilyPayer.Of(payer)));
    }

    [Fact]
    public void Wrong_times_stop_only_their_own_administration()
    {
        var encounter = Encounter(
            Given("A", "2026-03-07T09:00-06:00"),
            Given("B", "2026-03-07T10:00-06:00", "2026-03-07T11:00-06:00"));
        var visit = Assert.Single(EncounterVisits.Of(encounter, TestTables.Seed, FamilyPayer.Unknown,
            wrongTimes: new HashSet<string> { "/administrations/A" }));
        Assert.Equal("96365 x1", TestEvents.Codes(AdministrationCoder.Code(visit)));
    }
}
