using System.Text.Json;
using Noc.Tests;

namespace Noc.Cli.Tests;

public class FindCommandTests
{
    private const string Day = "2026-03-10";

    public static TheoryData<string> SnapshotsOf =>
        ["J3490", "vyepti", "pegfilgrastim", "--compare J3490,J3590,J9999,J7999,C9399",
        "--decide --setting office --payer medicare --pathway BLA --cancer no --compounded no --route injected"];

    [Theory]
    [MemberData(nameof(SnapshotsOf))]
    public void Answers_are_as_approved(string arguments)
    {
        var result = Find(arguments);
        Assert.Equal((0, ""), (result.Code, result.Errors));
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Snapshot.Match($"find-{arguments.Split(' ')[0].TrimStart('-').ToLowerInvariant()}", result.Output);
    }

    [Fact]
    public void The_card_of_a_code_tells_what_payers_of_ones_own_say()
    {
        var card = Commands.Noc("find", "J3490", "--payers", "samples/payers", "--format", "json").Output;
        Assert.Contains("Lakeside", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("J3490")]
    [InlineData("vyepti")]
    [InlineData("J9305")]
    [InlineData("pegfilgrastim")]
    [InlineData("xyzzyqq")]
    [InlineData("J3490 oral")]
    [InlineData("--compare J3490,J9305,C9399")]
    [InlineData("--decide --setting office")]
    [InlineData("--claims samples/clinic-2026.837 --line RB-1003")]
    public void Json_has_the_shape_of_its_schema(string arguments)
    {
        using var report = JsonDocument.Parse(Find($"{arguments} --format json").Output);
        using var schema = JsonDocument.Parse(File.ReadAllBytes(
            Path.Combine(SharedFolder.Root, "docs", "schemas", "noc.find-1.schema.json")));
        Assert.Empty(SchemaCheck.Errors(report.RootElement, schema.RootElement, schema.RootElement, "$"));
    }

    [Theory]
    [InlineData("J3490")]
    [InlineData("J3590")]
    [InlineData("J9999")]
    [InlineData("C9399")]
    [InlineData("J7999")]
    public void The_card_of_a_catch_all_code_has_every_section_and_each_statement_a_source(string code)
    {
        using var report = JsonDocument.Parse(Find($"{code} --format json").Output);
        var sections = report.RootElement.GetProperty("card").GetProperty("sections").EnumerateArray().ToList();
        foreach (var wanted in (string[])["about", "use", "notFor", "say", "documents", "payment", "administration",
            "questions", "examples", "drugs", "related", "specialties"])
            Assert.Contains(sections, section => section.GetProperty("id").GetString() == wanted);
        Assert.All(sections.SelectMany(section => section.GetProperty("statements").EnumerateArray()), statement =>
            Assert.NotEqual(0, statement.GetProperty("sources").GetArrayLength()));
    }

    [Fact]
    public void A_question_about_a_code_is_answered_with_the_rule_and_its_source()
    {
        var result = Commands.Noc("find", "Can J3490 be used for this oral drug?");
        Assert.Equal(0, result.Code);
        Assert.Contains("No. J3490 is for injected and infused drugs", result.Output);
        Assert.Contains("COD008", result.Output);
        Assert.Contains("Sources", result.Output);
    }

    [Fact]
    public void A_word_that_an_option_does_not_take_is_refused_by_the_name_of_the_option() =>
        Assert.Contains("--setting takes office, hospital", Find("--decide --setting offise").Errors);

    [Theory]
    [InlineData("can J9999 be used for an antiemetic", "Can an antiemetic or growth factor go by J9999?")]
    [InlineData("do I need JW with J3490", "Do JW and JZ apply?")]
    [InlineData("does J3490 need JZ", "Do JW and JZ apply?")]
    [InlineData("does it need JZ", "Do JW and JZ apply?")]
    [InlineData("can I use J3490 for a compounded drug", "J7999")]
    [InlineData("how is C9399 paid", "95% of the average wholesale price")]
    [InlineData("is reconstitution compounding", "Bill the product itself")]
    [InlineData("what documentation does J3590 need", "Signed order")]
    [InlineData("when was J3490 added", "1986-01-01")]
    [InlineData("since when is A9597 valid?", "2017-01-01")]
    public void What_a_card_says_is_answered(string question, string said)
    {
        var output = string.Join(' ', Commands.Noc("find", question).Output.Split(['\n', ' '],
            StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("no answer to this question", output);
        Assert.Contains(said, output);
    }

    [Fact]
    public void The_question_nearest_to_one_without_an_answer_is_offered_first() => Assert.Contains(
        "it answers \"Must the line name the drug?\"",
        string.Join(' ', Commands.Noc("find", "must the patient abroad name J3590 in the passport?").Output
            .Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("is a prior authorization needed for J3590?", "Of J3590 it answers")]
    [InlineData("what is the capital of France?", "Noc has no answer to this question")]
    public void A_question_without_an_answer_is_told_what_can_be_asked(string question, string said)
    {
        var result = Commands.Noc("find", question);
        Assert.Contains(said, string.Join(' ',
            result.Output.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("which drugs treat migraine?", "Vyepti")]
    [InlineData("what is the code for vyepti?", "J3032")]
    public void A_question_for_drugs_is_a_search(string question, string found) =>
        Assert.Contains(found, Commands.Noc("find", question).Output);

    [Fact]
    public void A_question_about_a_line_is_one_about_its_code()
    {
        var result = Commands.Noc("find", "do I need an NDC on this line?", "--claims", Commands.Sample,
            "--line", "RB-1001/1");
        Assert.Contains("Is an NDC needed?", result.Output);
        Assert.DoesNotContain("linezolid", result.Output);
    }

    [Fact]
    public void A_question_with_a_line_in_hand_is_answered_with_what_that_line_lacks()
    {
        var result = Commands.Noc("find", "Can J3590 be used for this oral drug?", "--claims", Commands.Sample,
            "--line", "RB-1003/1");
        Assert.Equal((0, ""), (result.Code, result.Errors));
        Assert.Contains("This line: RB-1003/1, 2026-", result.Output);
        Assert.Contains("no description", result.Output);
        Assert.Contains("NAR001", result.Output);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Theory]
    [InlineData("", "name one line with --line: RB-1001/1")]
    [InlineData("--line NOBODY", "no drug line NOBODY")]
    [InlineData("--line RB-1003/9", "no drug line RB-1003/9")]
    public void A_line_that_is_not_there_is_said(string arguments, string said)
    {
        var result = Find($"J3490 --claims {Commands.Sample} {arguments}");
        Assert.Equal(2, result.Code);
        Assert.Contains(said, result.Errors);
    }

    [Fact]
    public void A_file_that_holds_no_claims_has_no_line_in_hand()
    {
        Assert.Contains("not an 837", Find("J3490 --claims README.md").Errors);
        Assert.Contains("There is no such file", Find("J3490 --claims nowhere.837").Errors);
    }

    [Fact]
    public void The_card_of_a_line_is_that_of_its_code_on_its_day()
    {
        var text = Commands.Noc("find", "--claims", Commands.Sample, "--line", "RB-1001").Output;
        Assert.StartsWith("J3490", text);
        Assert.Contains("This line: RB-1001/1", text);
        Assert.Contains("Nothing that Noc looks for", text);
        Assert.Contains("When to use it", text);
    }

    [Theory]
    [InlineData("2019-06-01", true)]
    [InlineData("2020-03-01", false)]
    [InlineData("2026-03-10", false)]
    public void The_card_says_where_a_drug_was_not_approved_yet(string day, bool isSaid) => Assert.Equal(isSaid,
        Find($"vyepti --on {day}").Output.Contains("Approved on 2020-02-21 only", StringComparison.Ordinal));

    [Fact]
    public void Imported_prices_and_NDCs_are_on_the_card()
    {
        using var home = new DataHome();
        home.Noc("data import samples/agency");
        var text = home.Noc("find J9381 --on 2026-03-10").Output;
        Assert.Contains("Medicare payment limit", text);
        Assert.Contains("2026  38.386", text);
    }

    [Fact]
    public void The_facts_that_ship_with_Noc_are_on_the_card()
    {
        var text = Find("67386-0130-51").Output;
        Assert.Contains("2026  20.502", text);
        Assert.Contains("67386-0130-51", text);
        Assert.Contains("Work 0.21", text);
    }

    [Fact]
    public void What_is_not_found_exits_with_1_and_says_what_that_means()
    {
        var result = Find("J9998");
        Assert.Equal(1, result.Code);
        Assert.Contains("Not covered", result.Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--compare J3490")]
    [InlineData("--compare J3490,J9998")]
    [InlineData("vyepti --decide --on 2019-01-01")]
    [InlineData("J3490 --on yesterday")]
    [InlineData("--decide --setting moon")]
    [InlineData("--decide --cancer yes --pathway none --kind vaccine")]
    [InlineData("pegfilgrastim --decide")]
    public void A_wrong_question_exits_with_2(string arguments)
    {
        var result = Find(arguments);
        Assert.Equal(2, result.Code);
        Assert.StartsWith("noc: ", result.Errors);
    }

    [Fact]
    public void What_is_open_is_named_where_nobody_can_be_asked()
    {
        var result = Find("--decide --setting hospital --payer medicare --pathway NDA --cancer no --compounded no");
        Assert.Equal(2, result.Code);
        Assert.Contains("--made new|old", result.Errors);
        Assert.DoesNotContain("--setting", result.Errors);
    }

    [Fact]
    public void What_is_open_fits_the_screen() => Assert.All(Find("--decide").Errors.Split('\n'), line =>
        Assert.InRange(line.Length, 0, 80));

    [Theory]
    [InlineData("vyepti --decide --setting office --payer medicare --on 2020-05-05", "J3590")]
    [InlineData("vyepti --decide --setting hospital --payer medicare --on 2020-05-05", "C9399")]
    [InlineData("vyepti --decide --setting office --payer medicare --on 2026-03-10", "J3032")]
    [InlineData("--decide --setting hospital --payer medicare --made new --kind cancer --route injected", "C9399")]
    [InlineData("--decide --setting office --payer medicare --compounded yes", "J7999")]
    [InlineData("--decide --setting office --payer medicare --made new --kind blood --detail globulin-liquid "
        + "--on 2010-06-01", "J3590")]
    [InlineData("--decide --setting office --payer medicare --made old --kind blood --detail globulin-powder "
        + "--on 2005-06-01", "J3590")]
    [InlineData("--decide --setting hospital --payer medicare --made new --kind blood --detail globulin "
        + "--route injected", "C9399")]
    [InlineData("pemgarda --decide --setting office --payer medicare --on 2024-03-21", "J3590")]
    [InlineData("--decide --setting office --payer medicare --made old --kind imaging --detail pet-tumor", "A9597")]
    [InlineData("--decide --setting office --payer other --made new --kind cancer --route swallowed", "J8999")]
    [InlineData("--decide --setting office --payer other --made new --kind drug --route inhaler", "J3535")]
    [InlineData("--decide --setting hospital --payer medicare --made new --kind cancer --route injected "
        + "--on 2003-06-01", "J9999")]
    [InlineData("--decide --setting office --payer other --made new --kind biologic --route injected "
        + "--on 1999-06-01", "J3490")]
    public void One_code_is_decided_on(string arguments, string code)
    {
        var result = Find(arguments);
        Assert.Equal((0, ""), (result.Code, result.Errors));
        Assert.StartsWith(code, result.Output);
    }

    [Fact]
    public void Codes_side_by_side_are_told_apart_and_say_their_sources()
    {
        var text = Find("--compare J9305,J9304,J9292 --on 2026-11-21").Output;
        Assert.Contains("pemfexy", text);
        Assert.Contains("dipotassium", text);
        Assert.Contains("any other maker", text.Replace("\n", " ", StringComparison.Ordinal));
        Assert.Contains("Sources, for 2026-11-21", text);
        Assert.Contains("K (2026-04)", text);
    }

    [Fact]
    public void Every_unclassified_code_has_something_in_each_row_side_by_side()
    {
        var output = Find("--compare A9699,A9597,A4641,Q4100").Output;
        Assert.Matches(@"Hospital +packaged +packaged +packaged +-\n", output);
        Assert.Contains("our facts say nothing of it", output);
        Assert.Contains("A9597  A PET tracer that looks for tumours.", output);
        Assert.DoesNotContain("Equipment supplier", output);
        Assert.Contains("Equipment supplier", Find("--compare J7799,J8498").Output);
    }

    [Theory]
    [InlineData("A9700", "Names a group of agents", "One a study")]
    [InlineData("S9379", "Home infusion code", "per diem")]
    [InlineData("S9810", "Home infusion code", "One an hour")]
    [InlineData("S5000", "Any prescription drug", "names no amount")]
    [InlineData("96379", "Unlisted procedure", "Valid")]
    [InlineData("A9152", "Unclassified code", "One a dose")]
    [InlineData("A9698", "Unclassified code", "One a study")]
    [InlineData("Q4100", "Unclassified code", "square centimetre")]
    [InlineData("G2075", "Unclassified code", "One a week")]
    public void The_card_of_a_catch_all_code_says_what_it_is_and_what_is_counted(string code, string kind, string unit)
    {
        var output = Find(code).Output;
        Assert.Contains(kind, output);
        Assert.Contains(unit, output);
    }

    [Fact]
    public void A_code_that_is_not_valid_on_the_day_is_not_compared_as_if_it_were() =>
        Assert.Contains("not valid", Find("--compare J3490,J7999 --on 2015-08-01").Output);

    [Theory]
    [InlineData("96365")]
    [InlineData("96413")]
    public void The_card_of_an_administration_code_has_its_meaning_and_values(string code)
    {
        var text = Find(code).Output;
        Assert.Contains("first hour", text);
        Assert.Contains("Relative values", text);
        Assert.Contains("RVU", text);
        Assert.DoesNotContain("names no amount", text);
    }

    [Theory]
    [InlineData("C9399 vs J3490")]
    [InlineData("j3490, j3590")]
    [InlineData("J3490 or J3590?")]
    public void Codes_alone_are_laid_side_by_side(string asked)
    {
        var codes = asked.ToUpperInvariant().Split([' ', ',', '?']).Where(word => word.Length == 5);
        Assert.Equal(Find($"--compare {string.Join(',', codes)}").Output, Find(asked).Output);
    }

    [Fact]
    public void An_end_that_only_hospital_lists_tell_is_marked_on_the_card_of_the_drug()
    {
        string Card(string drug) => string.Join(' ', Find(drug).Output.Split((char[]?)null,
            StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("until 2025-12-31. The end is inferred", Card("trasylol"), StringComparison.Ordinal);
        Assert.DoesNotContain("inferred", Card("keytruda"), StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_of_the_question_do_not_reach_the_terminal() =>
        Assert.DoesNotContain('\e', Commands.Noc("find", "xyzzy\e[2Jqqqq").Output);

    private static Commands.Result Find(string arguments)
    {
        string[] all = ["find", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        return Commands.Noc(all.Contains("--on") ? all : [.. all, "--on", Day]);
    }
}
