using Noc.Drugs;
using Noc.Tests;

namespace Noc.Core.Tests.Drugs;

public class NarrativeParserTests(ITestOutputHelper output)
{
    [Fact]
    public void Reads_the_facts_of_the_labelled_texts() =>
        Measure(CsvRows.Read(SharedFolder.Require("domain/narratives.csv")), atLeast: 0.95);

    [Fact]
    public void Reads_the_facts_of_our_own_texts() =>
        Measure(CsvRows.Read(Path.Combine(AppContext.BaseDirectory, "Drugs", "narratives.csv")), atLeast: 0.99);

    private void Measure(List<Dictionary<string, string>> rows, double atLeast)
    {
        var labels = new NarrativeLabels();
        foreach (var row in rows) labels.Compare(row);
        foreach (var line in labels.Misses.Concat(labels.Lines)) output.WriteLine(line);
        output.WriteLine($"{labels.Right} of {labels.All} facts right");
        Assert.True(labels.Right >= atLeast * labels.All, $"{labels.Right} of {labels.All}\n{string.Join('\n', labels.Misses)}");
    }

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
