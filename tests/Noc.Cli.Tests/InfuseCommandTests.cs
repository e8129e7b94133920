using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Noc.Tests;

namespace Noc.Cli.Tests;

public class InfuseCommandTests
{
    private static readonly string Day = Path.Combine("samples", "encounters", "chemo-day.json");
    private static readonly string Visits = Path.Combine("samples", "encounters", "visits.ndjson");

    private const string Two = """
        {"id":"V-1","timeZone":"America/Chicago","from":"2026-03-08","claim":{"type":"institutional","billType":"131"},
         "administrations":[
          {"drug":"A","category":"therapeutic","method":"iv-infusion","start":"02:30","stop":"04:00"},
          {"drug":"B","category":"therapeutic","method":"iv-infusion","start":"01:30","stop":"03:10"}]}
        """;

    [Fact]
    public void The_page_shows_codes_timeline_and_reasons_within_eighty_columns()
    {
        var result = Commands.Noc("infuse", Day);
        Assert.Equal((0, ""), (result.Code, result.Errors));
        Assert.Contains("96413      1  complex infusion, first hour", result.Output, StringComparison.Ordinal);
        Assert.Contains("  3 oxaliplatin                       ####", result.Output, StringComparison.Ordinal);
        Assert.Contains("22 minutes of 65 ran beside a drug", result.Output, StringComparison.Ordinal);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Json_has_the_shape_of_its_schema()
    {
        using var schema = JsonDocument.Parse(File.ReadAllBytes(
            Path.Combine(SharedFolder.Root, "docs", "schemas", "noc.infuse-1.schema.json")));
        using var report = JsonDocument.Parse(Commands.Noc("infuse", Day, Visits, "--format", "json").Output);
        Assert.Empty(SchemaCheck.Errors(report.RootElement, schema.RootElement, schema.RootElement, "$"));
        Assert.Equal(4, report.RootElement.GetProperty("encounters").GetArrayLength());
    }

    [Theory]
    [InlineData("payers/0/name", "\"MEDICARE\"", "patient/state", "\"SC\"")]
    [InlineData("payers/0/name", "\"MEDICARE\"", "facility", "{\"state\":\"CA\"}")]
    [InlineData("payers/0/order", "\"secondary\"", "payers/-",
        "{\"name\":\"AETNA\",\"id\":\"60054\",\"filing\":\"CI\",\"order\":\"primary\"}")]
    [InlineData("payers/0/name", "\"MEDICARE\"", "claim", "{\"billType\":\"131\"}")]
    public void The_payer_is_the_one_that_the_visit_is_coded_for(
        string pointer, string json, string other, string otherJson)
    {
        foreach (var billing in (string?[])["{\"name\":\"CLINIC\",\"state\":\"IL\"}", null])
        {
            var visit = Encoding.UTF8.GetBytes(TestVisit.With(
                (pointer, json), (other, otherJson), ("payers/0/id", null), ("billing", billing)));
            using var infused = JsonDocument.Parse(Commands.Noc(visit, "infuse", "-", "--format", "json").Output);
            using var coded = JsonDocument.Parse(Commands.Noc(visit, "code", "-", "--format", "json").Output);
            Assert.Equal(
                coded.RootElement.GetProperty("visits")[0].GetProperty("payer").GetProperty("policy").GetString(),
                infused.RootElement.GetProperty("encounters")[0].GetProperty("payer").GetString());
        }
    }

    [Fact]
    public void Times_that_cannot_be_are_named_by_pointer_and_the_rest_is_coded()
    {
        var result = Commands.Noc(Encoding.UTF8.GetBytes(Two), "infuse", "-", "--format", "json");
        Assert.Equal(1, result.Code);
        using var report = JsonDocument.Parse(result.Output);
        var encounter = report.RootElement.GetProperty("encounters")[0];
        Assert.Equal("/administrations/0/start",
            encounter.GetProperty("problems")[0].GetProperty("pointer").GetString());
        var visit = encounter.GetProperty("visits")[0];
        // The clock went from 02:00 to 03:00 that night: 01:30 to 03:10 are 40 minutes.
        Assert.Equal("96365", visit.GetProperty("services")[0].GetProperty("code").GetString());
        Assert.Equal(1, visit.GetProperty("services").GetArrayLength());
        Assert.Contains(visit.GetProperty("events").EnumerateArray(), one =>
            one.GetProperty("notReported").GetString() == "times-impossible"
            && one.GetProperty("pointer").GetString() == "/administrations/0");
    }

    [Fact]
    public void The_picture_is_whole_and_says_in_words_what_it_shows()
    {
        var picture = XDocument.Parse(Commands.Noc("infuse", Day, Visits, "--format", "svg").Output);
        XNamespace svg = "http://www.w3.org/2000/svg";
        Assert.Equal("img", picture.Root!.Attribute("role")!.Value);
        Assert.Contains("96413 complex infusion, first hour times 1", picture.Root.Element(svg + "desc")!.Value,
            StringComparison.Ordinal);
        Assert.Equal("Administration codes of 4 visits", picture.Root.Element(svg + "title")!.Value);
        Assert.DoesNotContain("href", picture.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_shows_every_reason_and_every_code_whole()
    {
        var drugs = string.Concat(Enumerable.Range(0, 9).Select(number => $$"""
            ,{"drug":"drug {{number}}","category":"chemo","method":"iv-infusion","start":"1{{number}}:00",
             "stop":"1{{number}}:40","access":"arm {{number}}"}
            """));
        var encounter = $$"""
            {"id":"V-1","from":"2026-03-10","claim":{"type":"institutional","billType":"131"},"administrations":[
             {"drug":"A","category":"chemo","method":"iv-infusion","start":"08:00"}{{drugs}}]}
            """;
        var picture = XDocument.Parse(
            Commands.Noc(Encoding.UTF8.GetBytes(encounter), "infuse", "-", "--format", "svg").Output);
        XNamespace svg = "http://www.w3.org/2000/svg";
        var texts = picture.Descendants(svg + "text").Select(one => one.Value).ToList();
        Assert.DoesNotContain(texts, text => text.EndsWith('\u2026'));
        Assert.Contains(texts, text => text.EndsWith("code again.", StringComparison.Ordinal));
    }

    private const string Returns = """
        {"id":"A1","from":"2026-03-10","claim":{"type":"institutional","billType":"131"},"patient":{"memberId":"M1"},
         "administrations":[
          {"drug":"A","category":"therapeutic","method":"iv-infusion","start":"08:00","stop":"08:30"}]}
        """;

    [Theory]
    [InlineData("A2", "M1", "2026-03-10", "96365-59   1")]
    [InlineData("A2", "m1", "2026-03-10", "96365-59   1")]
    [InlineData("A1", "M1", "2026-03-10", "96365      1")]   // the same encounter again
    [InlineData("A2", "M2", "2026-03-10", "96365      1")]
    [InlineData("A2", "M1", "2026-03-11", "96365      1")]
    public void A_second_encounter_of_a_patient_and_day_has_its_initial_service_with_59(
        string id, string member, string day, string code)
    {
        var second = Returns.Replace("A1", id, StringComparison.Ordinal)
            .Replace("M1", member, StringComparison.Ordinal).Replace("2026-03-10", day, StringComparison.Ordinal);
        var both = $"[{Returns},{second.Replace("\"A\"", "\"B\"", StringComparison.Ordinal)}]";
        var pages = Commands.Noc(Encoding.UTF8.GetBytes(both), "infuse", "-").Output.Split($"{id}  {day}");
        Assert.Contains(code, pages[^1], StringComparison.Ordinal);
        Assert.Equal(code.Contains("59", StringComparison.Ordinal),
            pages[^1].Contains("Encounter A1 of the same patient and day", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("07:00", "07:30", true)]
    [InlineData("19:00", "19:30", false)]
    public void Of_two_encounters_of_a_day_that_stand_in_the_wrong_order_the_other_is_named(
        string start, string stop, bool isTold)
    {
        var second = Returns.Replace("A1", "A2", StringComparison.Ordinal)
            .Replace("08:00", start, StringComparison.Ordinal).Replace("08:30", stop, StringComparison.Ordinal);
        var output = Commands.Noc(Encoding.UTF8.GetBytes($"[{Returns},{second}]"), "infuse", "-").Output;
        Assert.Equal(isTold, string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Contains("A1 began after this one: give the 59 to its line instead.", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_out_of_a_file_do_not_become_markup()
    {
        var encounter = Two.Replace("\"B\"", "\"<script>alert(1)</script>\"", StringComparison.Ordinal);
        var result = Commands.Noc(Encoding.UTF8.GetBytes(encounter), "infuse", "-", "--format", "svg");
        Assert.DoesNotContain("<script", result.Output, StringComparison.Ordinal);
        XDocument.Parse(result.Output);
    }

    [Fact]
    public void The_setting_of_the_command_line_counts_before_that_of_the_encounter()
    {
        Assert.Contains("96415", Commands.Noc("infuse", Day).Output, StringComparison.Ordinal);
        Assert.Contains("No administration is reported.",
            Commands.Noc("infuse", Day, "--setting", "asc").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_named_and_the_others_are_coded()
    {
        var result = Commands.Noc("infuse", "no-such.json", Day);
        Assert.Equal(3, result.Code);
        Assert.Contains("no-such.json: There is no such file", result.Errors, StringComparison.Ordinal);
        Assert.Contains("96413", result.Output, StringComparison.Ordinal);
        Assert.Equal(3, Commands.Noc(Encoding.UTF8.GetBytes("{}"), "infuse", "-").Code);
    }

    [Fact]
    public void The_commands_and_answers_of_the_page_are_those_of_the_program()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell is that of Unix.");
        var page = File.ReadAllText(Path.Combine(SharedFolder.Root, "docs", "administration.md"))
            .ReplaceLineEndings("\n");
        var blocks = Regex.Matches(page, "<!-- run: (.*?) -->\n```\n(.*?)\n```", RegexOptions.Singleline);
        Assert.NotEmpty(blocks);
        foreach (Match block in blocks)
        {
            var command = block.Groups[1].Value.Replace("./noc", Commands.ShellNoc, StringComparison.Ordinal);
            Assert.Equal(block.Groups[2].Value.TrimEnd(), Commands.Shell(command).Output.TrimEnd());
        }
    }

    [Theory]
    [InlineData("Vyepti", "96413", "96365")]
    [InlineData("Keytruda", "96413", "")]
    [InlineData("Venofer", "96365", "")]
    public void The_card_of_a_drug_and_the_coder_say_the_same_family(string drug, string code, string other)
    {
        var card = Commands.Noc("find", drug).Output;
        var usual = card[card.IndexOf("Usual administration codes", StringComparison.Ordinal)..];
        Assert.Contains(code, usual[..120], StringComparison.Ordinal);
        if (other.Length > 0) Assert.Contains(other, usual, StringComparison.Ordinal);
        var visit = Encoding.UTF8.GetBytes(TestVisit.With(("administrations/0/drug", $"\"{drug}\""),
            ("administrations/0/ndc", null), ("products", null)));
        Assert.Contains($"  {code}      1", Commands.Noc(visit, "infuse", "-").Output, StringComparison.Ordinal);
    }
}
