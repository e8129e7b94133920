using Noc.Drugs;
using Noc.Tests;

namespace Noc.Core.Tests.Drugs;

public class NarrativeParserTests(ITestOutputHelper output)
{
    [Fact]
    public void Reads_the_facts_of_the_labelled_texts()
    {
        var rows = CsvRows.Read(SharedFolder.Require("domain/narratives.csv"));
        int right = 0, all = 0;
        foreach (var row in rows.Where(r => !r["kind"].StartsWith("compound", StringComparison.Ordinal)))
        {
            var text = row["text"];
            var facts = NarrativeParser.Parse(text);
            void Check(string field, string expected, string actual)
            {
                if (expected.Length == 0 && actual.Length == 0) return;
                all++;
                if (string.Equals(Squeeze(expected), Squeeze(actual), StringComparison.Ordinal)) right++;
                else output.WriteLine($"{row["id"]} {field}: expected '{expected}' but read '{actual}' in: {text}");
            }
            Check("name", NameOf(row["name"]), NameOf(facts.Name.Of(text).ToString()));
            Check("dose", row["dose"], facts.Dose.ToString());
            Check("strength", row["strength"], facts.Strength.IsNone ? "" : facts.Strength.Unit == "%" ? facts.Strength.ToString()
                : $"{facts.Strength}/{(facts.StrengthPer.Value == 1 ? facts.StrengthPer.Unit : facts.StrengthPer.ToString())}");
            Check("route", row["route"], facts.Route ?? "");
            Check("ndc", row["ndc"], facts.Ndc.Of(text).ToString());
            Check("waste", row["waste"] == "0" ? "0MG" : row["waste"], facts.Waste.ToString());
            Check("price", row["price"].Replace(".00", ""), facts.PriceUsd?.ToString("0.##") ?? "");
        }
        output.WriteLine($"{right} of {all} facts right");
        Assert.True(right >= 0.95 * all, $"{right} of {all}");
    }

    private static string NameOf(string name)
    {
        name = name.ToUpperInvariant();
        var paren = name.IndexOf('(', StringComparison.Ordinal);
        return Squeeze(paren > 0 ? name[..paren] : name);
    }

    private static string Squeeze(string text) => text.ToUpperInvariant().Replace(" ", "").Replace("-", "")
        .Replace("UG", "MCG").Replace("5000000UNITS", "5000000UNITS");

    [Fact]
    public void Never_throws_on_any_text()
    {
        var random = new Random(20261121);
        var alphabet = "ABIVMG50/.-$%#=() ,NDCX2'4é\u0130\0~*:";
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(0, 120)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            var facts = NarrativeParser.Parse(text);
            Assert.True(facts.Name.Start + facts.Name.Length <= text.Length);
            Assert.True(facts.Ndc.Start + facts.Ndc.Length <= text.Length);
        }
    }

    [Theory]
    [InlineData("TESTODRUGIN 250MG INJ IM", "250MG", "", "IM")]
    [InlineData("Testodrugin 50 mg/mL", "", "50MG", "")]
    [InlineData("TESTODRUGIN 250MG IM INVOICE 410.00", "250MG", "", "IM")]
    [InlineData("KETOROLAC TROMETHAMINE 30MG", "30MG", "", "")]
    [InlineData("SAMPLEMAB 100MG VIAL IV", "", "100MG", "IV")]
    [InlineData("SAMPLEMAB 1,200 MG INTRAVENOUSLY", "1200MG", "", "IV")]
    public void Tells_dose_from_strength(string text, string dose, string strength, string route)
    {
        var facts = NarrativeParser.Parse(text);
        Assert.Equal(dose, facts.Dose.ToString());
        Assert.Equal(strength, facts.Strength.ToString());
        Assert.Equal(route, facts.Route ?? "");
    }

    [Theory]
    [InlineData("UNCLASSIFIED DRUG")]
    [InlineData("see notes")]
    [InlineData("UNCLASSIFIED BIOLOGIC J3590")]
    [InlineData("NOC DRUG 150MG")]
    [InlineData("INVOICE ATTACHED")]
    [InlineData("drug")]
    public void Knows_text_that_names_no_drug(string text) => Assert.True(NarrativeParser.Parse(text).IsGeneric);

    [Theory]
    [InlineData("EXAMPLAZOLE")]
    [InlineData("NDC 99999012301")]
    [InlineData("COMPOUND PUMP MIX")]
    public void Does_not_call_other_text_generic(string text) => Assert.False(NarrativeParser.Parse(text).IsGeneric);
}
