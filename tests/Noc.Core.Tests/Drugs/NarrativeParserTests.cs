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
    [InlineData("EXAMPLAZOLE GIVEN 700MG WASTED 50MG TOTAL 750MG SDV IV", "700MG", "50MG")]
    [InlineData("EXAMPLAZOLE 700MG GIVEN 50MG WASTED TOTAL 750MG SDV IV", "700MG", "50MG")]
    [InlineData("EXAMPLAZOLE 750MG TOTAL 700MG GIVEN 50MG WASTED IV", "700MG", "50MG")]
    [InlineData("EXAMPLAZOLE 750MG OPENED 700MG GIVEN 50MG WASTED IV", "700MG", "50MG")]
    [InlineData("EXAMPLAZOLE WASTE 50MG OF 750MG IV 700MG", "700MG", "50MG")]
    [InlineData("EXAMPLAZOLE 700 OF 750MG GIVEN 50MG WASTED IV", "700MG", "50MG")]
    [InlineData("EXAMPLAZOLE 700MG IV 50MG OF WASTE", "700MG", "50MG")]
    [InlineData("EXAMPLAZOLE 700MG IV 50 MG DRUG WASTED", "700MG", "50MG")]
    [InlineData("EXAMPLAZOLE 700MG IV 50MG NOT USED", "700MG", "50MG")]
    [InlineData("EXAMPLAZOLE 700MG IV WASTED 2.5ML (50MG)", "700MG", "50MG")]
    [InlineData("EXAMPLAZOLE 700MG IV 1 VIAL @ 750MG WASTED 50MG", "700MG", "50MG")]
    [InlineData("EXAMPLAZOLE 700MG IV 2 VIALS 375MG WASTED 50MG SDV", "700MG", "50MG")]
    [InlineData("EXAMPLAZOLE 700MG IV 750MG SDV WASTED 50", "700MG", "50MG")]
    [InlineData("EXAMPLAZOLE 375MG/18.75ML X2 700MG IV WASTED 50MG", "700MG", "50MG")]
    [InlineData("EXAMPLAZOLE 50MG/ML 2X375MG SDV 700MG IV WASTED 50MG", "700MG", "50MG")]
    public void Tells_dose_from_waste(string text, string dose, string waste)
    {
        var facts = NarrativeParser.Parse(text);
        Assert.Equal((dose, waste, 0), (facts.Dose.ToString(), facts.Waste.ToString(), facts.OtherDoses.Count));
    }

    [Theory]
    [InlineData("EXAMPLAZOLE 750MG IV 375MG/18.75ML X2")]
    [InlineData("EXAMPLAZOLE 750MG IV Q2W 2X375MG/18.75ML SDV")]
    [InlineData("EXAMPLAZOLE 375MG/18.75ML X 2 750MG IV")]
    [InlineData("EXAMPLAZOLE 750MG IV 2X375MG")]
    [InlineData("EXAMPLAZOLE 750MG IV (375MG X 2)")]
    [InlineData("EXAMPLAZOLE 750MG (375MG X 2) IV")]
    [InlineData("EXAMPLAZOLE 750MG IV 2 VIALS @ 375MG")]
    [InlineData("EXAMPLAZOLE 750MG IV 2 VIALS 375MG")]
    [InlineData("EXAMPLAZOLE 750MG IM 375MG RT ARM 375MG LT ARM")]
    [InlineData("EXAMPLAZOLE 4 VIALS @ 187.5MG EA = 750MG IV")]
    [InlineData("EXAMPLAZOLE STRENGTH 375MG DOSE 750MG IV")]
    [InlineData("EXAMPLAZOLE STR 375MG AMT 750MG IV")]
    [InlineData("EXAMPLAZOLE 375 MG STRENGTH, 750 MG GIVEN IV")]
    [InlineData("EXAMPLAZOLE 750MG IV STRENGTH 375MG")]
    [InlineData("EXAMPLAZOLE 750MG = 37.5ML IV")]
    [InlineData("EXAMPLAZOLE 750MG IV 10MG/UNIT")]
    [InlineData("EXAMPLAZOLE 750MG IV 10MG PER UNIT")]
    [InlineData("EXAMPLAZOLE 750 MG'S IV")]
    [InlineData("EXAMPLAZOLE 1 SDV 1000MG, 750MG IV")]
    public void What_the_containers_hold_does_not_change_the_dose(string text)
    {
        var facts = NarrativeParser.Parse(text);
        Assert.Equal(("750MG", "750MG", 0),
            (facts.Dose.ToString(), facts.TotalDose.ToString(), facts.OtherDoses.Count));
    }

    [Theory]
    [InlineData("EXAMPLAZOLE STRENGTH 150MG IV", "150MG")]
    [InlineData("EXAMPLAZOLE STR 300MG IV", "300MG")]
    [InlineData("EXAMPLAZOLE CONC 50MG IV", "50MG")]
    public void A_strength_by_name_is_no_dose(string text, string strength)
    {
        var facts = NarrativeParser.Parse(text);
        Assert.Equal((true, strength), (facts.Dose.IsNone, facts.Strength.ToString()));
    }

    [Theory]
    [InlineData("EXAMPLAZOLE 1000/300 MG IV", "1000MG", "300MG")]
    [InlineData("EXAMPLAZOLE 1 000 MG IV", "1000MG", "")]
    [InlineData("EXAMPLUMAB 1.5M UNITS IM", "1500000UNITS", "")]
    [InlineData("EXAMPLUMAB 1.5 MILL UNITS IM", "1500000UNITS", "")]
    public void Numbers_in_other_spellings(string text, string dose, string other)
    {
        var facts = NarrativeParser.Parse(text);
        Assert.Equal((dose, other), (facts.Dose.ToString(), string.Join(' ', facts.OtherDoses)));
    }

    [Theory]
    [InlineData("EXAMPLAZOLE 150MG IV EVERY OTHER WEEK", "Q2W")]
    [InlineData("EXAMPLAZOLE 150MG IV Q OTHER WK", "Q2W")]
    [InlineData("EXAMPLAZOLE 150MG IV BIW", "BIW")]
    [InlineData("EXAMPLAZOLE 150MG IV EVERY WEEK", "Q1W")]
    [InlineData("EXAMPLAZOLE 150MG SC TWICE DAILY", "BID")]
    [InlineData("EXAMPLAZOLE 150MG SC 3X WEEKLY", "3X WEEKLY")]
    public void Reads_how_often(string text, string frequency) =>
        Assert.Equal(frequency, NarrativeParser.Parse(text).Frequency);

    [Theory]
    [InlineData("EXAMPLAZOLE 150MG IV LAST DOSE 2/10/26")]
    [InlineData("EXAMPLAZOLE 150MG IV NEXT DOSE 4/10/26")]
    [InlineData("EXAMPLAZOLE 150MG IV FIRST DOSE: 2/10/26")]
    [InlineData("EXAMPLAZOLE 150MG IV PREV DOSE 2/10/26")]
    public void The_day_of_another_dose_is_not_the_day_of_service(string text) =>
        Assert.Null(NarrativeParser.Parse(text).Date);

    [Theory]
    [InlineData("TRANSDERMAL")]
    [InlineData("VAGINAL")]
    [InlineData("RETROBULBAR")]
    [InlineData("INTRACARDIAC")]
    [InlineData("OPHTHALMIC")]
    [InlineData("INTRATUMORAL")]
    [InlineData("INTRADISCAL")]
    public void Rare_routes_are_routes(string word) =>
        Assert.Equal(word.ToLowerInvariant(), NarrativeParser.Parse($"EXAMPLAZOLE 10MG {word}").Route);

    [Theory]
    [InlineData("EXAMPLAZOLE 500MG IN 250ML 0.9% NACL IV")]
    [InlineData("EXAMPLAZOLE 500MG IN 100ML D5W IV")]
    public void A_diluent_has_no_strength_of_the_drug(string text) =>
        Assert.True(NarrativeParser.Parse(text).Strength.IsNone);

    [Theory]
    [InlineData("NOC DRUG SEE NTE")]
    [InlineData("SEE NTE")]
    [InlineData("SEE NTE 150MG IV")]
    [InlineData("MONOCLONAL ANTIBODY 150MG IV")]
    [InlineData("ANTIEMETIC 8MG IV")]
    [InlineData("NSAID 30MG IM")]
    public void A_class_or_a_pointer_is_no_name(string text) =>
        Assert.True(NarrativeParser.Parse(text).Name.IsEmpty);

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
