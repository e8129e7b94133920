using System.Diagnostics;
using System.Globalization;
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
        Measure(OwnRows(), atLeast: 0.95);

    [Fact]
    public void The_own_set_has_three_hundred_texts_and_the_page_tells_how_well_they_are_read()
    {
        var rows = OwnRows();
        Assert.True(rows.Count >= 300, $"{rows.Count} texts");
        Assert.Equal(rows.Count, rows.Select(row => row["text"]).Distinct().Count());
        var labels = new NarrativeLabels();
        foreach (var row in rows) labels.Compare(row);
        DocumentSection.Check("accuracy.md", "narratives", labels.Table(rows.Count));
    }

    private void Measure(List<Dictionary<string, string>> rows, double atLeast)
    {
        var labels = new NarrativeLabels();
        foreach (var row in rows) labels.Compare(row);
        foreach (var line in labels.Misses.Concat(labels.Lines)) output.WriteLine(line);
        output.WriteLine($"{labels.Right} of {labels.All} facts right");
        Assert.True(labels.Right >= atLeast * labels.All,
            $"{labels.Right} of {labels.All}\n{string.Join('\n', labels.Misses)}");
    }

    [Fact]
    public void Never_throws_on_any_text()
    {
        var random = new Random(20261121);
        for (var i = 0; i < 20_000; i++)
        {
            var text = i % 2 == 0 ? NarrativeTexts.Random(random)
                : new string([.. Enumerable.Range(0, random.Next(0, 500)).Select(_ =>
                    (char)random.Next(0, i % 3 == 0 ? 65536 : 128))]);
            var facts = NarrativeParser.Parse(text);
            Assert.True(facts.Name.End <= text.Length && facts.Ndc.End <= text.Length
                && facts.DoseSpan.End <= text.Length);
        }
    }

    [Fact]
    public void Long_text_takes_linear_time()
    {
        Parse(1_000);   // compiled
        // Eight times the text takes eight times as long, sixty-four times where each letter looks at all others.
        var (one, eight) = (Parse(250_000), Parse(2_000_000));
        Assert.True(eight < 30 * one, $"{one} and {eight}");

        static TimeSpan Parse(int length)
        {
            var text = new string('(', length);
            return Enumerable.Range(0, 5).Min(_ =>
            {
                var start = Stopwatch.GetTimestamp();
                NarrativeParser.Parse(text);
                return Stopwatch.GetElapsedTime(start);
            });
        }
    }

    [Fact]
    public void Reads_the_same_whatever_the_case_the_blanks_and_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var doses = OwnTexts().Select(text => NarrativeParser.Parse(text).Dose.ToString()).ToList();
        try
        {
            CultureInfo.CurrentCulture = new("tr-TR");
            var random = new Random(20261124);
            foreach (var text in Enumerable.Range(0, 5_000).Select(_ =>
                NarrativeTexts.Random(random)).Concat(OwnTexts()))
            {
                var facts = NarrativeTexts.Facts(text);
                Assert.Equal(facts, NarrativeTexts.Facts(text));
                if (!text.Any(c => c > 127)) Assert.Equal(facts, NarrativeTexts.Facts(text.ToLowerInvariant()));
                Assert.Equal(facts, NarrativeTexts.Facts("  " + text.Replace(" ", "   ") + " "));
            }
            Assert.Equal(doses, OwnTexts().Select(text => NarrativeParser.Parse(text).Dose.ToString()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static List<Dictionary<string, string>> OwnRows() =>
        CsvRows.Read(Path.Combine(AppContext.BaseDirectory, "Drugs", "narratives.csv"));

    private static IEnumerable<string> OwnTexts() => OwnRows().Select(row => row["text"]);

    [Fact]
    public void Tells_amounts_of_one_size_in_any_unit()
    {
        Assert.True(new Amount(370, "MBQ").SameAs(new(10, "MCI")));
        Assert.True(new Amount(0.15m, "G").SameAs(new(150_000, "MCG")));
        Assert.True(new Amount(5, "MU").SameAs(new(5_000_000, "IU")));
        Assert.False(new Amount(1, "MG").SameAs(new(2, "MG")));
        Assert.Null(new Amount(1, "MG").SameAs(new(1, "ML")));
        Assert.Null(new Amount(1, "MG").SameAs(default));
        Assert.Equal("ML", Amount.NormaliseUnit("c.c."));
    }

    [Theory]
    [InlineData("TESTODRUGIN 250MG INJ IM", "250MG", "", "IM")]
    [InlineData("Testodrugin 50 mg/mL", "", "50MG", "")]
    [InlineData("TESTODRUGIN 250MG IM INVOICE 410.00", "250MG", "", "IM")]
    [InlineData("KETOROLAC TROMETHAMINE 30MG", "30MG", "", "")]
    [InlineData("SAMPLEMAB 100MG VIAL IV", "", "100MG", "IV")]
    [InlineData("EXAMPLAZOLE 150MG ML3 X1", "150MG", "", "")]   // the quantity of an NDC
    [InlineData("SAMPLEMAB 1,200 MG INTRAVENOUSLY", "1200MG", "", "IV")]
    public void Tells_dose_from_strength(string text, string dose, string strength, string route)
    {
        var facts = NarrativeParser.Parse(text);
        Assert.Equal(dose, facts.Dose.ToString());
        Assert.Equal(strength, facts.Strength.ToString());
        Assert.Equal(route, facts.Route ?? "");
    }

    [Theory]
    [InlineData("EXAMPLAZOLE 150MG IV DISC 50MG")]
    [InlineData("EXAMPLAZOLE 150MG GIVEN, 50MG DISC, IV")]
    [InlineData("EXAMPLAZOLE 150MG ADMIN 50MG WSTD IV")]
    [InlineData("EXAMPLAZOLE 150MG ADMIN 50MG LEFTOVER IV")]
    public void Reads_waste_in_short_words(string text)
    {
        var facts = NarrativeParser.Parse(text);
        Assert.Equal(("150MG", "50MG"), (facts.Dose.ToString(), facts.Waste.ToString()));
        Assert.True(NarrativeParser.Parse("HUMIRA DISC; EXAMPLAZOLE 150MG IV").Waste.IsNone);
    }

    [Theory]
    [InlineData("EXAMPLUMAB SC JUNE 11 2024 180MG X1", "2024-06-11")]
    [InlineData("EXAMPLUMAB SC JUN 11, 2024 180MG X1", "2024-06-11")]
    [InlineData("EXAMPLUMAB SC JUN 11,2024 180MG X1", "2024-06-11")]
    [InlineData("EXAMPLUMAB 180MG SC 11JUN2024", "2024-06-11")]
    [InlineData("EXAMPLUMAB 180MG SC 11-JUN-24", "2024-06-11")]
    [InlineData("EXAMPLUMAB 180MG SC DOS 11 Sept 2024", "2024-09-11")]
    [InlineData("EXAMPLUMAB 180MG SC 06.11.2024", "2024-06-11")]
    [InlineData("EXAMPLUMAB 180MG SC 06/11/24", "2024-06-11")]
    [InlineData("EXAMPLUMAB SC 2024.06.11 180MG", "2024-06-11")]
    [InlineData("EXAMPLUMAB SC 31.31.2024 180MG", "")]     // no day, nor a dose
    [InlineData("EXAMPLUMAB SC MAY 2024 180MG", "")]
    [InlineData("EXAMPLUMAB 180MG SC MAR 11 20MG VIAL", "")]
    [InlineData("EXAMPLUMAB 180MG SC MAR 11 20 MG VIAL", "")]
    [InlineData("MAYFIELD EXAMPLUMAB 11 2024 180MG", "")]
    public void Reads_the_day_as_people_write_it(string text, string day)
    {
        var facts = NarrativeParser.Parse(text);
        Assert.Equal(day, $"{facts.Date:yyyy-MM-dd}");
        Assert.Equal("180MG", facts.Dose.ToString());
    }

    [Theory]
    [InlineData("UNCLASSIFIED DRUG")]
    [InlineData("see notes")]
    [InlineData("UNCLASSIFIED BIOLOGIC J3590")]
    [InlineData("NOC DRUG 150MG")]
    [InlineData("INVOICE ATTACHED")]
    [InlineData("drug")]
    [InlineData("COMPOUND PUMP MIX")]
    public void Knows_text_that_names_no_drug(string text) => Assert.True(NarrativeParser.Parse(text).IsGeneric);

    [Theory]
    [InlineData("EXAMPLAZOLE")]
    [InlineData("NDC 99999012301")]
    [InlineData("COMPOUND PUMP MIX 18ML")]
    public void Does_not_call_other_text_generic(string text) => Assert.False(NarrativeParser.Parse(text).IsGeneric);

    [Theory]
    [InlineData("EXAMPLUMAB 180MG SUB-Q", "SC")]
    [InlineData("EXAMPLUMAB 180MG SUB Q", "SC")]
    [InlineData("EXAMPLUMAB 180MG SUB-CUTANEOUS", "SC")]
    [InlineData("EXAMPLUMAB 180MG SUB CUT", "SC")]
    [InlineData("EXAMPLUMAB 180MG INTRA-MUSCULAR", "IM")]
    [InlineData("EXAMPLUMAB 180MG INTRAMUSC", "IM")]
    [InlineData("EXAMPLUMAB 180MG INTRA VENOUS", "IV")]
    [InlineData("EXAMPLUMAB 180MG I V", "IV")]
    [InlineData("EXAMPLUMAB 180MG PIGGYBACK", "IV")]
    [InlineData("EXAMPLUMAB 180MG INTRA-ARTICULAR", "IA")]
    [InlineData("EXAMPLUMAB 180MG INTRA-ARTERIAL", "intra-arterial")]
    [InlineData("EXAMPLUMAB 180MG SUBCONJUNCTIVAL", "subconjunctival")]
    [InlineData("EXAMPLUMAB 180MG SUB LABEL", null)]
    [InlineData("EXAMPLUMAB I V", null)]          // belongs to the name
    public void Reads_routes_that_are_written_in_two_words(string text, string? route) =>
        Assert.Equal(route, NarrativeParser.Parse(text).Route);
}
