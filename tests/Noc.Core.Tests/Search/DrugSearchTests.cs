using Noc.Drugs;
using Noc.Reference.Seed;
using Noc.Search;
using Noc.Tables;

namespace Noc.Core.Tests.Search;

public class DrugSearchTests
{
    private static readonly DateOnly Day = new(2026, 3, 10);
    private static readonly SeedNotes Notes = SeedNotes.Load();
    private static readonly DrugSearch Seed = new(TestTables.Seed, Notes.Phrases, Notes.Uses);

    [Theory]
    [InlineData("vyepti")]
    [InlineData("VYEPTI")]
    [InlineData("eptinezumab")]
    [InlineData("eptinezumab-jjmr")]
    [InlineData("J3032")]
    [InlineData("j3032")]
    [InlineData("migraine infusion vyepti")]
    [InlineData("viepti")]
    [InlineData("eptinizumab")]
    [InlineData("eptinezumba")]
    public void Code_brand_ingredient_plain_words_and_misspellings_lead_to_one_drug(string text)
    {
        var result = Seed.Find(text, Day);
        Assert.True(result.IsCertain, string.Join("; ", result.Hits.Select(hit => $"{hit.Product?.Id} {hit.Score}")));
        Assert.Equal("eptinezumab-jjmr", result.Hits[0].Product?.Id);
    }

    [Theory]
    [InlineData("unlisted injection", "J3490")]
    [InlineData("unclassified drug", "J3490")]
    [InlineData("unlisted chemo", "J9999")]
    [InlineData("compounded drug", "J7999")]
    [InlineData("C9399", "C9399")]
    [InlineData("96365", "96365")]
    [InlineData("chemo not otherwise classified", "J9999")]
    [InlineData("hospital new drug no code", "C9399")]
    [InlineData("biologic without code", "J3590")]
    [InlineData("oral chemo noc", "J8999")]
    [InlineData("unclasified drug", "J3490")]
    [InlineData("drug unclassified", "J3490")]
    [InlineData("compounded avastin", "J7999")]
    [InlineData("flu shot", "Q2039")]
    [InlineData("covid vaccine", "90749")]
    [InlineData("nebulizer drug", "J7699")]
    [InlineData("J349O", "J3490")]
    [InlineData("J34900", "J3490")]
    [InlineData("skin substitute", "Q4100")]
    [InlineData("saline 1000ml", "J7030")]
    [InlineData("normal saline", "J7030")]
    [InlineData("D5W", "J7060")]
    public void Plain_words_lead_to_catch_all_codes(string text, string code)
    {
        var result = Seed.Find(text, Day);
        Assert.Equal(code, result.Hits.Count > 0 ? result.Hits[0].Code.Value : "");
    }

    [Theory]
    [InlineData("67386-0130-51")]
    [InlineData("67386013051")]
    [InlineData("67386-130-51")]
    [InlineData("67386-0130")]
    [InlineData("6738613051")]
    [InlineData("N467386013051")]
    [InlineData("N467386013051 UN1")]
    [InlineData("N4 67386-0130-51 ML2.5")]
    [InlineData("67386013051 F2100")]
    public void Every_spelling_of_an_NDC_leads_to_its_drug(string text)
    {
        var result = With("67386013051", "J3032", "Vyepti").Find(text, Day);
        Assert.True(result.IsCertain);
        Assert.Equal("eptinezumab-jjmr", result.Hits[0].Product?.Id);
        Assert.Equal("67386013051", result.Hits[0].Ndc.Digits);
    }

    [Fact]
    public void A_drug_that_several_products_share_is_not_certain()
    {
        var result = Seed.Find("pegfilgrastim", Day);
        Assert.False(result.IsCertain);
        Assert.True(result.Hits.Count > 4);
        Assert.All(result.Hits, hit => Assert.Contains("pegfilgrastim", hit.Product!.Ingredient,
            StringComparison.Ordinal));
    }

    [Fact]
    public void Uses_and_routes_find_drugs_by_what_they_are_for()
    {
        var result = Seed.Find("migraine infusion", Day);
        Assert.Contains(result.Hits, hit => hit.Product?.Id == "eptinezumab-jjmr");
        Assert.Contains("use", result.Hits.First(hit => hit.Product?.Id == "eptinezumab-jjmr").Reason,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("solumedrol", "Solu-Medrol")]
    [InlineData("depomedrol", "Depo-Medrol")]
    [InlineData("depoprovera 150 mg", "Depo-Provera")]
    public void A_name_is_found_without_its_hyphen(string text, string brand)
    {
        var result = Seed.Find(text, Day);
        Assert.True(result.IsCertain);
        Assert.Contains(brand, result.Hits[0].Product!.Brands);
    }

    [Theory]
    [InlineData("GLP-1", "GLP-1")]
    [InlineData("checkpoint inhibitor", "PD-1 PD-L1 CTLA-4")]
    [InlineData("CAR-T", "CAR-T")]
    [InlineData("tPA", "thrombolytic")]
    [InlineData("iron infusion", "iron")]
    [InlineData("gene therapy", "gene therapy")]
    [InlineData("steroid shot", "corticosteroid")]
    [InlineData("anti-emetic", "antiemetic")]
    [InlineData("knee gel", "viscosupplement")]
    public void Plain_words_for_a_class_bring_drugs_of_that_class_first(string text, string classes)
    {
        var hits = Seed.Find(text, Day).Hits;
        Assert.NotEmpty(hits);
        Assert.All(hits.Take(3), hit => Assert.Contains(classes.Split(' '), word =>
            hit.Product?.Class.Contains(word, StringComparison.Ordinal) is true));
    }

    [Theory]
    [InlineData("flu shot")]
    [InlineData("covid vaccine")]
    [InlineData("steroid injection")]
    [InlineData("compounded avastin")]
    [InlineData("nebulizer drug")]
    [InlineData("J349O")]
    [InlineData("J34900")]
    [InlineData("hep b vaccine")]
    [InlineData("hepatitis b vaccine")]
    [InlineData("tetanus shot")]
    [InlineData("knee gel")]
    [InlineData("monoclonal antibody")]
    [InlineData("stat rabbit code injection drug please")]
    public void A_guess_is_not_certain(string text) => Assert.False(Seed.Find(text, Day).IsCertain);

    [Theory]
    [InlineData("monoclonal antibody", "antibody")]
    [InlineData("birth control shot", "progestin")]
    [InlineData("injection knee", "viscosupplement corticosteroid")]
    [InlineData("knee injection", "viscosupplement corticosteroid")]
    [InlineData("migrane infusion", "CGRP ergot")]
    public void Plain_words_in_any_order_and_spelling_bring_their_class(string text, string classes)
    {
        var hits = Seed.Find(text, Day).Hits;
        Assert.NotEmpty(hits);
        Assert.All(hits.Take(3), hit => Assert.True(Array.Exists(classes.Split(' '), word =>
            hit.Product?.Class.Contains(word, StringComparison.OrdinalIgnoreCase) is true),
            $"{hit.Product?.Id ?? hit.Code.Value}: {hit.Product?.Class}"));
    }

    [Theory]
    [InlineData("vitamin k", "phytonadione")]
    [InlineData("vitamin b12", "cyanocobalamin")]
    [InlineData("lidocaine", "lidocaine-local-and-iv")]
    [InlineData("acetaminophen iv", "acetaminophen-injection")]
    [InlineData("combogesic iv", "acetaminophen-and-ibuprofen-injection")]
    public void The_name_itself_comes_before_names_that_only_hold_it(string text, string product) =>
        Assert.Equal(product, Seed.Find(text, Day).Hits[0].Product?.Id);

    [Theory]
    [InlineData("blood thinner", "reversal antidote")]
    [InlineData("antibiotic", "antifungal imaging label antineoplastic")]
    [InlineData("knee injection", "inhaled")]
    [InlineData("steroid injection", "inhaled")]
    public void What_only_sounds_alike_is_not_among_the_first(string text, string not) =>
        Assert.All(Seed.Find(text, Day).Hits.Take(10), hit => Assert.DoesNotContain(not.Split(' '), word =>
            hit.Product?.Class.Contains(word, StringComparison.Ordinal) is true
                || (word is "inhaled" && hit.Product?.Ingredient.Contains("inhalation", StringComparison.Ordinal)
                    is true)));

    [Fact]
    public void Those_of_the_class_with_the_letter_asked_for_come_first() => Assert.All(
        Seed.Find("pd-1", Day).Hits.Take(8),
        hit => Assert.DoesNotContain("PD-L1", hit.Product!.Class, StringComparison.Ordinal));

    [Fact]
    public void The_trade_name_of_tablets_leads_to_the_injection_of_the_same() =>
        Assert.Equal("J0131", Seed.Find("iv tylenol", Day).Hits[0].Code.Value);

    [Fact]
    public void A_vaccine_has_its_own_codes_before_the_unclassified_one()
    {
        var codes = Seed.Find("hep b vaccine", Day).Hits.Select(hit => hit.Code.Value).ToList();
        Assert.Equal(["90739", "90740", "90743", "90744", "90746", "90747"], codes.Take(6));
        Assert.DoesNotContain("90746", Seed.Find("hep a vaccine", Day).Hits.Select(hit => hit.Code.Value));
    }

    [Fact]
    public void Half_a_question_is_not_answered_by_another_half_of_the_directory()
    {
        var builder = new TableImageBuilder();
        builder.Add([new NdcProductRecord { Brand = builder.Texts.Add("White Fish"),
            Generic = builder.Texts.Add("Gadus callarias") }]);
        var search = new DrugSearch(Tables(builder), Notes.Phrases, Notes.Uses);
        Assert.Empty(search.Find("white bagging", Day).Hits);
        Assert.NotEmpty(search.Find("white fish", Day).Hits);
    }

    [Theory]
    [InlineData("hep b vaccine")]
    [InlineData("hepatitis B")]
    public void A_relative_with_another_letter_is_not_found(string text) => Assert.DoesNotContain(
        Seed.Find(text, Day).Hits, hit => hit.Product?.Id == "hepatitis-a-vaccine");

    [Theory]
    [InlineData("hepatitis a vaccine", "hepatitis-a-vaccine")]
    [InlineData("aflibercept 8 mg", "aflibercept-8-mg")]
    [InlineData("ketorolac 30 mg", "ketorolac")]
    [InlineData("ketorolac 30mg injection", "ketorolac")]
    public void Letters_and_strengths_tell_relatives_apart_and_name_nothing_else(string text, string product) =>
        Assert.StartsWith(product, Seed.Find(text, Day).Hits[0].Product?.Id);

    [Fact]
    public void A_rare_route_lists_its_drugs() => Assert.All(Seed.Find("eye injection", Day).Hits, hit =>
        Assert.Contains("IVT", hit.Product?.Routes ?? []));

    [Fact]
    public void A_part_of_several_names_lists_them_all() => Assert.Superset(
        new HashSet<string?> { "tetanus-and-diphtheria-toxoids", "tetanus-immune-globulin" },
        Seed.Find("tetanus shot", Day).Hits.Select(hit => hit.Product?.Id).ToHashSet());

    [Fact]
    public void A_word_that_fits_nothing_is_said() =>
        Assert.Contains("\"qqrsvz\"", Seed.Find("qqrsvz vaccine", Day).Missing, StringComparison.Ordinal);

    [Theory]
    [InlineData("rsv vaccine", "palivizumab")]
    [InlineData("hep b vaccine", "hepatitis-b-immune-globulin")]
    public void What_a_drug_is_outweighs_its_form(string text, string product)
    {
        var hits = Seed.Find(text, Day).Hits;
        Assert.Contains(hits, hit => hit.Product?.Id == product);
        Assert.DoesNotContain(hits, hit => hit.Product?.Class == "vaccine");
    }

    [Fact]
    public void In_a_sentence_the_start_of_a_name_is_no_name()
    {
        Assert.Equal("linezolid-injection", Seed.Find("linezo", Day).Hits[0].Product?.Id);
        Assert.DoesNotContain(Seed.Find("do I need an NDC on this line?", Day).Hits,
            hit => hit.Product?.Id == "linezolid-injection");
    }

    [Fact]
    public void Every_hit_is_listed_where_asked_for() => Assert.True(
        Seed.Find("monoclonal antibody", Day, int.MaxValue).Hits.Count > DrugSearch.MaxHits);

    [Fact]
    public void A_package_that_a_complete_crosswalk_leaves_out_is_no_sure_hit()
    {
        var builder = new TableImageBuilder();
        Assert.True(Ndc11.TryParse("67386013051", out var ndc));
        builder.Add([new LoadedRecord
        {
            Dataset = Dataset.NdcCrosswalk, Kind = LoadedKind.Complete, Days = new(new(2026, 1, 1), new(2026, 3, 31)),
        }]);
        builder.Add([new NdcCodeRecord
        {
            Ndc = ndc, Code = HcpcsCode.Of("J3032"), DrugName = builder.Texts.Add("Vyepti"),
            Days = new(new(2025, 1, 1), new(2025, 3, 31)),
        }]);
        var result = new DrugSearch(Tables(builder), Notes.Phrases, Notes.Uses).Find("67386-0130-51", Day);
        Assert.False(result.IsCertain);
        Assert.True(result.Hits[0].Code.IsNone);
        Assert.Contains("gives no code; J3032 to 2025-03-31", result.Hits[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_iron_infusion_is_no_chelator_and_no_contrast() =>
        Assert.DoesNotContain(Seed.Find("iron infusion", Day).Hits.Take(5), hit =>
            hit.Product!.Class.Contains("chelator", StringComparison.Ordinal)
            || hit.Product.Class.Contains("contrast", StringComparison.Ordinal));

    [Theory]
    [InlineData("j 3490")]
    [InlineData("J-3490")]
    public void A_code_with_a_gap_is_the_code(string text) =>
        Assert.Equal("J3490", Seed.Find(text, Day).Hits[0].Code.Value);

    [Fact]
    public void The_start_of_a_code_lists_codes()
    {
        var hits = Seed.Find("j303", Day).Hits;
        Assert.Contains(hits, hit => hit.Product?.Id == "eptinezumab-jjmr");
        Assert.All(hits, hit => Assert.StartsWith("J303", hit.Code.Value, StringComparison.Ordinal));
        Assert.Contains("J3490", Seed.Find("J349", Day).Hits.Select(hit => hit.Code.Value));
    }

    [Fact]
    public void The_biosimilars_of_a_brand_are_found_by_its_name()
    {
        var hits = Seed.Find("humira biosimilar", Day).Hits;
        Assert.True(hits.Count > 3);
        Assert.StartsWith("biosimilar of Humira", hits[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Biosimilars_are_like_the_product_without_a_suffix_and_those_with_a_code_come_first()
    {
        var hits = Seed.Find("biosimilar pegfilgrastim", Day).Hits;
        Assert.All(hits.Where(hit => hit.Reason.StartsWith("biosimilar of", StringComparison.Ordinal)),
            hit => Assert.Equal("biosimilar of Neulasta (pegfilgrastim)", hit.Reason));
        Assert.Contains(hits, hit => hit.Product?.Id == "pegfilgrastim");
        Assert.Contains(hits[0].Product!.Codes, row => row.IsValidOn(Day));
    }

    [Fact]
    public void A_class_with_a_short_word_is_no_name_of_something_else()
    {
        var result = Seed.Find("PD-1", Day);
        Assert.False(result.IsCertain);
        Assert.Contains(result.Hits, hit => hit.Product?.Id == "pembrolizumab");
        Assert.All(result.Hits, hit => Assert.Contains("class", hit.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_misspelling_says_what_it_was_read_as() =>
        Assert.Contains("spelled like Vyepti", Seed.Find("viepti", Day).Hits[0].Reason, StringComparison.Ordinal);

    [Fact]
    public void Short_words_are_not_guessed_at() => Assert.Empty(Seed.Find("xyzz", Day).Hits);

    [Theory]
    [InlineData("J9998", "Not covered")]
    [InlineData("99999-0123-01", "Not covered")]
    [InlineData("11111", "CPT")]
    [InlineData("", "Nothing to look for")]
    public void What_the_tables_cannot_know_is_not_said_to_be_missing(string text, string said) =>
        Assert.Contains(said, Seed.Find(text, Day).Missing, StringComparison.Ordinal);

    [Fact]
    public void A_code_that_a_complete_list_lacks_does_not_exist()
    {
        var builder = new TableImageBuilder();
        builder.Add([new LoadedRecord { Dataset = Dataset.Hcpcs, Kind = LoadedKind.Complete }]);
        var tables = Tables(builder);
        var missing = new DrugSearch(tables, [], new Dictionary<string, ProductUse>()).Find("J9998", Day).Missing;
        Assert.Contains("There is no HCPCS code J9998", missing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u0000\u0007\uFFFF")]
    [InlineData("''''; DROP TABLE")]
    [InlineData("ßßßßßßßßß")]
    [InlineData("999999999999999999999999999999999999999999")]
    [InlineData("- - - - -")]
    public void Text_that_means_nothing_is_never_certain(string text) => Assert.False(Seed.Find(text, Day).IsCertain);

    [Fact]
    public void A_very_long_text_is_answered_by_its_words() => Assert.Equal("eptinezumab-jjmr",
        Seed.Find(string.Concat(Enumerable.Repeat("vyepti ", 10_000)), Day).Hits[0].Product?.Id);

    private static DrugSearch With(string ndc, string code, string name)
    {
        Assert.True(Ndc11.TryParse(ndc, out var parsed));
        var builder = new TableImageBuilder();
        builder.Add([new NdcCodeRecord
        {
            Ndc = parsed, Code = HcpcsCode.Of(code), DrugName = builder.Texts.Add(name),
            Days = new(new(2026, 1, 1), new(2026, 3, 31)),
        }]);
        return new(Tables(builder), Notes.Phrases, Notes.Uses);
    }

    private static ReferenceTables Tables(TableImageBuilder builder) =>
        new("test", new(2026, 12, 31), [], TestTables.Seed.Products, [], [], builder.Build("test"));
}
