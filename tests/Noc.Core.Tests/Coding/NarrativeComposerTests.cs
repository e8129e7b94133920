using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;

namespace Noc.Core.Tests.Coding;

public class NarrativeComposerTests
{
    private static readonly Ndc11 Ndc = Parsed("99999012301");
    private static readonly DrugNarrative Full = new()
    {
        Name = "Testabrand (examplazole)",
        Strength = "50mg/mL",
        Dose = new(150, "MG"),
        Route = "IV",
        Ndc = Ndc,
        NdcUnit = "ML",
        NdcQuantity = 3,
        Waste = new(50, "MG"),
        PriceUsd = 610,
        Container = "SDV",
        BilledUnits = 1,
        Manufacturer = "Example Labs",
        Frequency = "X1",
        Date = new(2026, 3, 10),
    };

    private static Ndc11 Parsed(string text) => Ndc11.TryParse(text, out var ndc) ? ndc : default;

    private static PolicySubject Line(string code = "J3490", bool institutional = false, string state = "IL") => new()
    {
        Code = HcpcsCode.Of(code), IsUnclassified = true, IsInstitutional = institutional,
        Place = institutional ? "13" : "11", State = state, Jurisdiction = "", Day = new(2026, 3, 10), Drugs = [],
    };

    private static NarrativeWants Wants(string policy, PolicySubject? line = null) =>
        new(TestTables.Policies.Effective(policy), line ?? Line());

    private static ComposedNarrative Compose(string policy, DrugNarrative? facts = null, PolicySubject? line = null) =>
        NarrativeComposer.Compose(facts ?? Full, Wants(policy, line));

    [Fact]
    public void Palmetto_gets_name_dose_and_ndc_and_no_concentration()
    {
        var text = Compose("palmetto", Full with { Waste = default, Route = "" });
        Assert.Equal("TESTABRAND (EXAMPLAZOLE) 150MG NDC 99999012301", text.Description);
        Assert.Contains(text.Dropped, one => one is { Element: "strength", Reason: DropReason.Refused });
    }

    [Fact]
    public void A_payer_that_names_nothing_gets_name_dose_and_route_first()
    {
        var text = NarrativeComposer.Compose(new() { Name = "Examplazole", Dose = new(150, "MG"), Route = "iv" },
            new(null, Line()));
        Assert.Equal("EXAMPLAZOLE 150MG IV", text.Description);
        Assert.Equal(60, text.Texts[0].Left);
        Assert.Empty(text.Missing);
    }

    [Theory]
    [InlineData(2, "COMPOUNDED ALPHADRUG 20MG/ML 400MG BETADRUG 10MG/ML 200MG IT")]
    [InlineData(3, "COMPOUNDED ALPHADRUG 400MG BETADRUG 200MG GAMMADRUG 100MG IT")]
    [InlineData(5, "COMPOUNDED ALPHADRUG/BETADRUG/GAMMADRUG/DELTADRUG/EPSILONDRUG IT")]
    public void The_ingredients_of_a_compound_lose_strengths_then_amounts_and_never_names(int count, string told)
    {
        var drugs = new NarrativeIngredient[]
        {
            new("Alphadrug", new(400, "MG"), "20MG/ML"), new("Betadrug", new(200, "MG"), "10MG/ML"),
            new("Gammadrug", new(100, "MG"), "5MG/ML"), new("Deltadrug", new(40, "MG"), "2MG/ML"),
            new("Epsilondrug", new(20, "MG"), "1MG/ML"),
        };
        var text = NarrativeComposer.Compose(
            new() { Name = "Alphadrug", IsCompound = true, Ingredients = drugs[..count], Route = "IT" },
            new(null, Line("J7999")));
        Assert.Equal(told, text.Description);
    }

    [Fact]
    public void What_went_first_comes_back_where_something_larger_went_too()
    {
        var text = NarrativeComposer.Compose(Full with
        {
            Name = "Examplazole", Strength = "50MG/ML IN A VERY LONG WORDING OF A STRENGTH THAT NOBODY NEEDS AT ALL",
            Date = null, Frequency = "", Manufacturer = "", Waste = default, BilledUnits = null,
        }, new(null, Line()));
        Assert.Equal("EXAMPLAZOLE 150MG GIVEN SDV IV NDC 99999012301 INV. $610.00", text.Description);
        Assert.Equal("strength", Assert.Single(text.Dropped).Element);
    }

    [Fact]
    public void What_nobody_has_told_is_left_to_a_person()
    {
        var text = NarrativeComposer.Compose(new() { Name = "Examplazole" }, new(null, Line()));
        Assert.Equal("EXAMPLAZOLE <DOSE GIVEN> <ROUTE>", text.Description);
        Assert.Equal(["dose", "route"], text.Missing);
    }

    [Fact]
    public void Both_description_and_line_note_hold_the_text_where_the_payer_reads_both()
    {
        var text = Compose("bcbs-nebraska", Full with { Name = "Examplazole", Strength = "", Container = "" },
            Line(state: "NE"));
        Assert.Equal(text.Description, text.Of(NarrativePlace.LineNote)!.Text);
        Assert.Contains("NDC 99999012301", text.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_room_moves_to_the_note_or_to_an_attachment()
    {
        var text = NarrativeComposer.Compose(Full, new(null, Line()));
        Assert.True(text.Description.Length <= 80);
        Assert.StartsWith("TESTABRAND (EXAMPLAZOLE)", text.Description, StringComparison.Ordinal);
        Assert.Contains(text.Dropped, one => one is { Reason: DropReason.NoRoom, MovedTo: "2400/NTE02" });
        var note = text.Of(NarrativePlace.LineNote)!;
        Assert.StartsWith("TESTABRAND ", note.Text, StringComparison.Ordinal);
        Assert.All(text.Dropped.Where(one => one.MovedTo is "2400/NTE02"),
            one => Assert.Contains(one.Text, note.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Ngs_gets_its_own_order_and_dashes_in_the_remarks()
    {
        var facts = Full with { Name = "Examplumab-aaaa", Dose = new(600, "MG") };
        var text = Compose("ngs", facts, Line("C9399", institutional: true));
        Assert.Equal("EXAMPLUMAB-AAAA NDC 99999-0123-01 IV 03/10/2026 600MG X1",
            text.Of(NarrativePlace.ClaimNote)!.Text.Replace(" GIVEN", "", StringComparison.Ordinal));
        Assert.Equal("N499999012301ML3", text.Of(NarrativePlace.FormLocator43)!.Text);
        Assert.NotNull(text.Of(NarrativePlace.FormLocator80));
    }

    [Fact]
    public void Paper_has_the_ndc_from_the_first_position_and_the_text_behind_three_blanks()
    {
        var text = Compose("noridian", Full with { Name = "Examplazole", Waste = default, PriceUsd = null });
        var shaded = text.Of(NarrativePlace.Shaded24)!.Text;
        Assert.StartsWith("N499999012301   ML3   ZZEXAMPLAZOLE", shaded, StringComparison.Ordinal);
        Assert.True(shaded.Length <= 61);
        Assert.True(text.Of(NarrativePlace.Item19)!.Text.Length <= 71);
    }

    [Theory]
    [InlineData("Examplazol\u00e9*\u2122 (brand~x)", "EXAMPLAZOLE (BRAND X)")]
    [InlineData("5\u00b5g \u2013 caf\u00e9:", "5MCG - CAFE")]
    [InlineData("A\u00d7B \u201cq\u201d", "AXB \"Q\"")]
    [InlineData("  a   b  ", "A B")]
    public void Only_characters_that_claims_carry_are_left(string text, string clean) =>
        Assert.Equal(clean, ClaimCharacters.Clean(text));

    [Fact]
    public void A_dose_is_written_in_the_units_that_the_payer_takes()
    {
        var line = Line() with { Situation = Situation.Compounded };
        var text = Compose("medi-cal", new() { Name = "Examplazole", IsCompound = true, Dose = new(5, "MG"),
            Route = "IT" }, line with { State = "CA" });
        Assert.Contains("5000MCG", text.Description, StringComparison.Ordinal);
    }

    /// <summary>For every shipped policy and both claim types: what is composed reads back as the same facts, fits,
    /// and is the same the second time.</summary>
    [Theory]
    [InlineData("Examplazole")]
    [InlineData("Examplazole hydrochloride with a very long name of its salt and of its form")]
    [InlineData("")]
    public void What_a_person_fills_in_is_never_cut_in_two(string name)
    {
        foreach (var policy in TestTables.Policies.All)
            foreach (var code in (string[])["J3490", "C9399", "J7999", "A4641"])
                foreach (var place in NarrativeComposer.Compose(new() { Name = name }, new(
                    TestTables.Policies.Effective(policy.Id), Line(code, code is "C9399"))).Texts)
                    Assert.True(place.Text.Count(c => c == '<') == place.Text.Count(c => c == '>'),
                        $"{policy.Id}: {place.Place}: {place.Text}");
    }

    [Fact]
    public void Composing_then_parsing_returns_the_facts_for_every_policy()
    {
        var random = new Random(20261121);
        foreach (var policy in TestTables.Policies.All)
            for (var i = 0; i < 40; i++)
            {
                var facts = Facts(random);
                var line = Line(i % 3 == 0 ? "C9399" : i % 3 == 1 ? "J3590" : "J3490", i % 2 == 0,
                    policy.Who.States.Count > 0 ? policy.Who.States[0] : "IL");
                var wants = new NarrativeWants(TestTables.Policies.Effective(policy.Id), line);
                var text = NarrativeComposer.Compose(facts, wants);
                foreach (var place in text.Texts)
                    Assert.True(place.Text.Length <= place.Limit, $"{policy.Id}: {place.Place}: {place.Text}");
                Assert.Equal(text.Description, NarrativeComposer.Compose(facts, wants).Description);
                foreach (var element in text.Elements)
                    Assert.True(IsReadBack(element, facts, text.Description),
                        $"{policy.Id}: {element} of {text.Description}");
                Assert.Subset(text.Elements.Concat(text.Dropped.Select(one => one.Element)).Concat(text.Missing)
                    .ToHashSet(), wants.Required
                        .Where(one => one is not ("ingredients" or "concentration" or "quantity"))
                    .ToHashSet());
            }
    }

    private static bool IsReadBack(string element, DrugNarrative facts, string text)
    {
        var read = NarrativeParser.Parse(text);
        return element switch
        {
            "name" => text.AsSpan(read.Name.Start, read.Name.Length).StartsWith(
                facts.Name.Split(" (")[0].ToUpperInvariant()),
            "dose" => read.Dose.SameAs(facts.Dose) == true && read.OtherDoses.Count == 0,
            "strength" or "concentration" => $"{read.Strength}/{read.StrengthPer.Unit}" == facts.Strength,
            "route" => read.Route == facts.Route,
            "ndc" or "ndc-dashed" => NdcText.Read(read.Ndc.Of(text)).Ndc == facts.Ndc,
            "waste" => read.Waste.SameAs(facts.Waste) == true || (facts.Waste.Value == 0 && read.Waste.Value == 0),
            "price" => read.PriceUsd == facts.PriceUsd,
            "container" => read.Container == facts.Container && read.ContainerCount == facts.Containers,
            "manufacturer" => read.Manufacturer.Of(text).SequenceEqual(facts.Manufacturer.ToUpperInvariant()),
            "frequency" => read.Frequency == facts.Frequency,
            "date" => read.Date == facts.Date,
            "weight" => read.WeightKg == facts.WeightKg,
            "diagnosis" => read.Diagnosis.Of(text).SequenceEqual(facts.Diagnosis),
            "product-number" => read.ProductNumber.Of(text).SequenceEqual(facts.ProductNumber),
            "unit-map" => read.UnitMapUnits.Value == facts.BilledUnits
                && read.UnitMapAmount.SameAs(facts.Dose) == true,
            "split" => read.Split == facts.Split,
            _ => true,
        };
    }

    private static DrugNarrative Facts(Random random)
    {
        string[] names = ["Examplazole", "Examplumab-aaaa", "Testabrand (examplumab-aaaa)", "Zorvantex"];
        string[] units = ["MG", "MCG", "G", "UNITS", "MEQ"];
        string[] routes = ["IV", "SC", "IM", "IVT", "IT", "PO", "INH"];
        T? Maybe<T>(T value) where T : struct => random.Next(2) == 0 ? value : null;
        string Word(params string[] words) => random.Next(2) == 0 ? words[random.Next(words.Length)] : "";
        var container = Word("SDV", "MDV", "PFS");
        var unit = units[random.Next(units.Length)];
        var dose = new Amount(random.Next(1, 2000) / (random.Next(3) == 0 ? 10m : 1m) + 1, unit);
        return new()
        {
            Name = names[random.Next(names.Length)],
            Dose = dose,
            Strength = Word("50MG/ML", "300MG/VIAL", "10MCG/ML"),
            Route = routes[random.Next(routes.Length)],
            Ndc = Parsed(random.GetString("0123456789", 11)),
            NdcUnit = "ML",
            NdcQuantity = random.Next(1, 100),
            Waste = random.Next(3) switch { 0 => default, 1 => new(0, "MG"), _ => new(random.Next(1, 90), unit) },
            PriceUsd = Maybe(random.Next(1, 1_000_000) / 100m),
            Container = container,
            Containers = container.Length > 0 ? Maybe((decimal)random.Next(1, 20)) : null,
            Frequency = Word("ONCE", "X2", "Q4W", "DAILY"),
            Date = Maybe(new DateOnly(2026, 1, 1).AddDays(random.Next(365))),
            Manufacturer = Word("EXAMPLE LABS", "Oxvale"),
            BilledUnits = Maybe((decimal)random.Next(1, 4)),
            WeightKg = Maybe(random.Next(20, 150) / 1m),
            Diagnosis = Word("G43.709", "C50.911"),
            ProductNumber = Word("AB-12", "4711"),
            Split = random.Next(5) == 0 ? (1, 2) : default,
        };
    }
}
