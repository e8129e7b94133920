using Noc.App.FindCodes;
using Noc.Drugs;
using Noc.Reference.Seed;
using Noc.Tables;

namespace Noc.App.Tests.FindCodes;

public class CardTests
{
    private static readonly ReferenceTables Tables = SeedTables.Load();
    private static readonly CardFacts Facts = new(Tables, SeedNotes.Load(), new(2026, 2, 1));

    [Fact]
    public void The_card_of_every_unclassified_code_has_every_section()
    {
        string[] sections = ["about", "use", "notFor", "say", "documents", "payment", "questions", "examples", "drugs",
            "related", "specialties"];
        var missing = new List<string>();
        foreach (var code in Codes())
        {
            var card = CodeCard.Of(Facts, code);
            var ids = card.Sections.Select(section => section.Id).ToList();
            missing.AddRange(sections.Where(id => !ids.Contains(id)).Select(id => $"{code}: {id}"));
            if (card.Sections[0].Statements.All(statement => statement.Label != "Meaning"))
                missing.Add($"{code}: meaning");
        }
        Assert.Empty(missing);
    }

    [Fact]
    public void The_worked_examples_of_every_unclassified_code_end_in_a_corrected_line() =>
        Assert.All(Codes().Select(code => CodeCard.Of(Facts, code).Sections.Single(one => one.Id == "examples")),
            examples => Assert.Equal(["Denied", "Why", "Corrected"],
                examples.Statements.Select(statement => statement.Label).Where(label => label != "Clean").TakeLast(3)));

    [Fact]
    public void The_card_of_every_drug_says_its_price_its_packages_and_why_it_has_no_work_units()
    {
        var wrong = new List<string>();
        foreach (var product in Tables.Products)
        {
            var card = DrugCard.Of(Facts, product, default, default);
            CardSection? Of(string id) => card.Sections.FirstOrDefault(section => section.Id == id);
            if (Of("administration")?.Statements.Any(statement => statement.Label == "Work RVU") is not true)
                wrong.Add($"{product.Id}: work");
            if (product.Codes.Count > 0 && (Of("prices") is null || Of("ndcs") is null))
                wrong.Add($"{product.Id}: price");
            if (card.Sections.SelectMany(section => section.Statements).Any(one => one.Sources.Count == 0))
                wrong.Add($"{product.Id}: a statement without a source");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_statement_has_a_source_with_a_date()
    {
        var cards = Tables.Products.Select(product => DrugCard.Of(Facts, product, default, default))
            .Concat(Facts.Notes.Notes.SelectMany(note => note.Codes).Distinct()
                .Select(code => CodeCard.Of(Facts, code)));
        var wrong = new List<string>();
        foreach (var card in cards)
            foreach (var section in card.Sections)
            {
                var sources = section.Statements.Select(one => (one.Label, one.Sources));
                if (section.Quarters.Count > 0) sources = sources.Append(("quarters", section.QuarterSources));
                wrong.AddRange(sources.Where(one => one.Sources.Count == 0
                    || one.Sources.Any(source => source.Effective is null && source.Read is null))
                    .Select(one => $"{card.Id} {section.Id} {one.Label}"));
            }
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_code_says_its_wording_and_days_by_quarter()
    {
        var builder = new TableImageBuilder();
        CodeRecord Row(string text, string longText, Days days, Days valid) => new()
        {
            Code = HcpcsCode.Of("J3490"), ShortText = builder.Texts.Add(text), LongText = builder.Texts.Add(longText),
            Days = days, Valid = valid,
        };
        builder.Add<CodeRecord>(
        [
            Row("Drug one", "Drug, one", new(new(2025, 1, 1), new(2025, 6, 30)), new(new(1986, 1, 1), null)),
            Row("Drug two", "Drug, two", new(new(2025, 10, 1), new(2025, 12, 31)),
                new(new(1986, 1, 1), new(2025, 12, 31))),
        ]);
        var facts = new CardFacts(SeedTables.Load("test", builder.Build("test"), null), SeedNotes.Load(),
            new(2025, 11, 1));
        var quarters = CodeCard.Of(facts, HcpcsCode.Of("J3490")).Sections.Single(one => one.Id == "byQuarter");
        Assert.Equal(
        [
            "2025 Q1 to 2025 Q2: Valid from 1986-01-01; \"Drug one\"; Drug, one",
            "2025 Q4: Valid from 1986-01-01 to 2025-12-31; \"Drug two\"; Drug, two",
        ], quarters.Statements.Select(one => $"{one.Label}: {one.Text}"));
    }

    [Fact]
    public void An_extract_adds_to_the_last_whole_crosswalk_and_does_not_hide_it()
    {
        var builder = new TableImageBuilder();
        var code = HcpcsCode.Of("Q5106");
        Days whole = new(new(2026, 1, 1), new(2026, 3, 31)), extract = new(new(2026, 10, 1), new(2026, 12, 31));
        builder.Add(
        [
            new LoadedRecord { Dataset = Dataset.NdcCrosswalk, Kind = LoadedKind.Complete, Days = whole },
            new LoadedRecord { Dataset = Dataset.NdcCrosswalk, Kind = LoadedKind.Partial, Days = extract },
        ]);
        (string Digits, Days Days)[] rows = [("00069130501", whole), ("00069130510", whole), ("00069130510", extract),
            ("00069130601", extract)];
        List<(Ndc11 Ndc, Days Days)> of =
            [.. rows.Select(row => (Ndc11.TryParse(row.Digits, out var ndc) ? ndc : default, row.Days))];
        builder.Add([.. of.Select(row => new CodeNdcRecord { Code = code, Ndc = row.Ndc, Days = row.Days })]);
        builder.Add([.. of.Select(row => new NdcCodeRecord
        {
            Ndc = row.Ndc, Code = code, DrugName = builder.Texts.Add("Retacrit"), Days = row.Days,
        })]);
        var facts = new CardFacts(SeedTables.Load("test", builder.Build("test"), null), SeedNotes.Load(),
            new(2026, 11, 22));
        var section = Packages.Of(facts, code)!;
        Assert.Equal("NDCs billed with Q5106 (3: 2 in 2026 Q1, 2 in an extract of 2026 Q4)", section.Title);
        Assert.Equal(["00069-1305-01", "00069-1305-10", "00069-1306-01"],
            section.Statements.Select(one => one.Label));
    }

    [Fact]
    public void A_vaccine_is_given_by_the_codes_of_vaccination()
    {
        var product = Tables.Products.Single(one => one.Id == "zoster-vaccine-recombinant");
        var card = DrugCard.Of(Facts, product, default, default);
        Assert.Equal(["90471", "90472", "Work RVU"], card.Sections.Single(one => one.Id == "administration").Statements
            .Select(statement => statement.Label));
        Assert.StartsWith("90750", card.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_without_a_limit_says_so_and_which_quarters_were_looked_at()
    {
        var card = DrugCard.Of(Facts, Tables.Products.Single(one => one.Id == "doripenem"), HcpcsCode.Of("J1267"),
            default);
        var price = Assert.Single(card.Sections.Single(one => one.Id == "prices").Statements);
        Assert.Equal("None: CMS publishes no limit for the code in the quarters at hand from 2024-01-01 to 2026-03-31.",
            price.Text);
    }

    [Theory]
    [InlineData("96413", "3.35 RVU outside a facility, not applicable (NA) in one")]
    [InlineData("67028", "1.81 RVU outside a facility, 1.18 in one")]
    public void The_values_of_a_service_say_where_it_is_not_for(string code, string expense)
    {
        var card = CodeCard.Of(new(Tables, SeedNotes.Load(), new(2025, 11, 3)), HcpcsCode.Of(code));
        var values = card.Sections.Single(section => section.Id == "values").Statements;
        Assert.Equal(expense, values.Single(one => one.Label == "Expense").Text);
    }

    private static IEnumerable<HcpcsCode> Codes() => Facts.Notes.Notes.SelectMany(note => note.Codes).Distinct()
        .Where(code => Tables.CatchAll(code) is { Kind: CatchAllKind.Unclassified });
}
