using Noc.App.FindCodes;
using Noc.Drugs;
using Noc.Reference.Seed;
using Noc.Tables;

namespace Noc.App.Tests.FindCodes;

public class HeadlineTests
{
    private static readonly ReferenceTables Tables = SeedTables.Load();
    private static readonly SeedNotes Notes = SeedNotes.Load();

    [Theory]
    [InlineData("2026-11-21")]
    [InlineData("2026-03-10")]
    [InlineData("2025-02-01")]
    [InlineData("2019-06-01")]
    public void Every_code_of_a_drug_leads_its_own_headline_while_it_is_valid(string day)
    {
        var facts = Facts(day);
        var wrong = new List<string>();
        foreach (var product in Tables.Products)
            foreach (var row in product.Codes)
            {
                if (!row.IsValidOn(facts.Day)) continue;
                var hit = facts.Search.Find(row.Code.Value, facts.Day);
                var said = hit.Hits[0].Product is null ? hit.Hits[0].Code.Value
                    : Headline.Of(facts, hit.Hits[0].Product!, hit.Hits[0].Code, hit.Hits[0].Named).Text;
                if (!hit.IsCertain || !said.StartsWith(row.Code.Value, StringComparison.Ordinal)
                    || said.Contains("valid", StringComparison.Ordinal)) wrong.Add($"{row.Code}: {said}");
            }
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("tepylute", "J9341", "Tepylute")]
    [InlineData("docivyx", "J9172", "Docivyx")]
    [InlineData("pemfexy", "J9304", "Pemfexy")]
    [InlineData("focinvez", "J1434", "Focinvez")]
    [InlineData("belrapzo", "J9036", "Belrapzo")]
    [InlineData("khapzory", "J0642", "Khapzory")]
    [InlineData("erzofri", "J2428", "Erzofri")]
    [InlineData("envarsus", "J7503", "Envarsus")]
    [InlineData("frindovyx", "J9072", "cyclophosphamide (frindovyx)")]
    [InlineData("fensolvi", "J1951", "Fensolvi")]
    [InlineData("axtle", "J9292", "Axtle")]
    [InlineData("pemetrexed hospira", "J9294", "pemetrexed (hospira)")]
    [InlineData("pemetrexed", "J9305", "Alimta")]
    [InlineData("taxotere", "J9171", "Taxotere")]
    [InlineData("tyenne", "Q5135, 1 mg", "Tyenne")]
    [InlineData("avtozma", "Q5156, 1 mg", "Avtozma")]
    [InlineData("zusduri", "J9282, 1 mg", "Zusduri")]
    [InlineData("albuterol inhalation", "J7611, 1 mg, through an equipment supplier; J7613", "albuterol")]
    [InlineData("budesonide inhalation", "J7626", "Pulmicort")]
    [InlineData("aranesp", "J0881, 1 mcg, not on dialysis; J0882, 1 mcg, for dialysis patients", "Aranesp")]
    public void A_brand_or_maker_leads_to_its_own_code(string text, string code, string name)
    {
        var facts = Facts("2026-11-21");
        var hit = facts.Search.Find(text, facts.Day).Hits[0];
        var head = Headline.Of(facts, hit.Product!, hit.Code, hit.Named);
        Assert.StartsWith(code, head.Text, StringComparison.Ordinal);
        Assert.StartsWith(name, head.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("J7613", "J7613, 1 mg, through an equipment supplier")]
    [InlineData("J0609", "J0609, 3 mg ferric iron, for dialysis patients")]
    [InlineData("J2545", "J2545, 300 mg, through an equipment supplier")]
    [InlineData("skyrizi", "J2327, 1 mg, into a vein")]
    [InlineData("cosentyx", "J3247, 1 mg, into a vein")]
    [InlineData("stelara", "J3358, 1 mg, into a vein")]
    [InlineData("stelara", "J3357, 1 mg, under the skin")]
    public void The_card_names_the_code_and_to_what_it_is_limited(string text, string said)
    {
        var facts = Facts("2026-11-21");
        var hit = facts.Search.Find(text, facts.Day).Hits[0];
        Assert.Contains(said, DrugCard.Of(facts, hit.Product!, hit.Code, hit.Ndc, hit.Named).Summary,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nebulised_drugs_are_not_listed_under_J3490()
    {
        var section = BilledUnder.Of(Facts("2026-11-21"), HcpcsCode.Of("J3490"), Tables.CatchAll(
            HcpcsCode.Of("J3490")), [])!;
        Assert.DoesNotContain(section.Statements, one => one.Label.Contains("albuterol inhalation",
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2029-03-01", "not covered")]
    [InlineData("2026-11-21", "on 2026-11-21")]
    public void Behind_the_newest_facts_nothing_is_said_as_a_fact(string day, string said)
    {
        var facts = Facts(day);
        var hit = facts.Search.Find("loargys", facts.Day).Hits[0];
        Assert.Contains(said, Headline.Of(facts, hit.Product!).Text, StringComparison.Ordinal);
        Assert.Contains(said, Headline.Of(facts, facts.Search.Find("vyepti", facts.Day).Hits[0].Product!).Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1999-01-01")]
    [InlineData("2019-01-01")]
    public void Before_its_approval_a_drug_has_no_code(string day)
    {
        var facts = Facts(day);
        var head = Headline.Of(facts, facts.Search.Find("vyepti", facts.Day).Hits[0].Product!);
        Assert.StartsWith($"not approved yet on {day}, but on 2020-02-21", head.Text, StringComparison.Ordinal);
        Assert.True(head.Code.IsNone);
    }

    [Fact]
    public void A_code_that_has_ended_says_so_and_names_the_next()
    {
        var facts = Facts("2026-11-21");
        var hit = facts.Search.Find("J9340", facts.Day).Hits[0];
        var text = Headline.Of(facts, hit.Product!, hit.Code).Text;
        Assert.StartsWith("J9340, 15 mg, valid until 2025-06-30 only; J9342", text, StringComparison.Ordinal);
    }

    private static CardFacts Facts(string day) => new(Tables, Notes, DateOnly.Parse(day,
        System.Globalization.CultureInfo.InvariantCulture));
}
