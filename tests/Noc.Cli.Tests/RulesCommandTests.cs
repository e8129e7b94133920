using System.Text.Json;
using System.Text.RegularExpressions;
using Noc.Tests;

namespace Noc.Cli.Tests;

public sealed class RulesCommandTests
{
    private static string Own => Path.Combine("samples", "payers");

    [Fact]
    public void The_list_names_every_policy_with_level_counts_and_date()
    {
        var lines = Commands.Noc("rules", "list").Output.Split('\n');
        Assert.InRange(lines.Count(line => line.EndsWith("2026-11-21", StringComparison.Ordinal)), 90, 1000);
        Assert.Contains(lines, line => line.StartsWith("noridian  ", StringComparison.Ordinal)
            && line.Contains(" contractor ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("noridian", "noridian")]
    [InlineData("medicaid-tx", "texas-medicaid")]
    [InlineData("TEXAS MEDICAID (TMHP)", "texas-medicaid")]
    [InlineData("Aetna Health", "aetna")]
    [InlineData("60054", "aetna")]
    public void A_payer_is_found_by_policy_id_directory_id_name_alias_or_claim_id(string payer, string policy)
    {
        var result = Commands.Noc("rules", "list", "--payer", payer);
        Assert.Equal(0, result.Code);
        Assert.StartsWith($"{policy}  ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelled_payer_is_answered_with_the_nearest_name()
    {
        var result = Commands.Noc("rules", "list", "--payer", "noridiann");
        Assert.Equal(2, result.Code);
        Assert.Matches(@"meant: noridian\b", result.Errors);
    }

    [Theory]
    [InlineData("Blue Cross Blue Shield of Texas", "bcbs-texas")]
    [InlineData("tx medicaid", "texas-medicaid")]
    [InlineData("United Health Care", "united")]
    public void A_name_in_another_spelling_is_found(string payer, string policy) => Assert.StartsWith(
        $"{policy}  ", Commands.Noc("rules", "list", "--payer", payer).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("VA", "virginia", "dvha")]
    [InlineData("Federal Employee Program", "fep (BCBS Federal Employee Program)", "nearest")]
    [InlineData("Palmetto GBA Railroad", "Railroad Medicare", "A/B")]
    public void Who_may_be_meant_is_told_by_words_before_letters(string payer, string meant, string not)
    {
        var result = Commands.Noc("rules", "list", "--payer", payer);
        Assert.Equal(2, result.Code);
        Assert.Contains(meant, result.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(not, result.Errors, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Superior HealthPlan")]
    [InlineData("Zyx")]
    public void Nobody_is_offered_where_nobody_is_near(string payer) => Assert.Equal(
        $"noc: no policy or payer is called {payer}. `noc rules list` names all.\n",
        Commands.Noc("rules", "list", "--payer", payer).Errors);

    [Fact]
    public void An_own_policy_is_offered_by_a_word_of_its_name()
    {
        using var home = new DataHome();
        Assert.Contains("lakeside-health",
            home.Noc($"rules list --payer lakeside --payers {Own}").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_over_that_of_a_payer_is_shown_for_the_payer()
    {
        using var home = new DataHome();
        var file = Path.Combine(home.Path, "own.yaml");
        File.WriteAllText(file, "family: A\npolicies:\n  - id: my-aetna\n    name: My contract\n    level: plan\n"
            + "    extends: aetna\n    who: {payers: [aetna]}\n");
        Assert.StartsWith("my-aetna  ", home.Noc($"rules list --payer aetna --payers '{file}'").Output,
            StringComparison.Ordinal);
        Assert.StartsWith("aetna  ", home.Noc("rules list --payer aetna").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_is_listed_from_the_day_on_that_its_source_names()
    {
        Assert.DoesNotContain("in force 2012-01-01",
            Commands.Noc("rules", "list", "--payer", "aetna", "--on", "1990-01-01").Output, StringComparison.Ordinal);
        Assert.Contains("in force 2012-01-01", Commands.Noc("rules", "list", "--payer", "aetna").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_payer_without_a_policy_is_told_to_have_its_programs_only() => Assert.Contains(
        "No policy on file", Commands.Noc("rules", "list", "--payer", "aarp-supplement").Output,
        StringComparison.Ordinal);

    [Fact]
    public void A_value_names_its_place_its_source_and_what_it_replaces()
    {
        var page = Commands.Noc("rules", "list", "--payer", "medicaid").Output;
        Assert.Matches(@"from medicaid, medicaid\.yaml:\d+:\d+\n    instead of UN, ML, GR, F2, ME", page);
        Assert.Contains("42 CFR, 447.520, in force 2007-01-01, read 2026-11-21", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_ended_before_the_day_is_not_listed()
    {
        static int Values(string day) => Json("list", "rules", "list", "--payer", "medicare", "--on", day)
            .GetProperty("policy").GetProperty("values").GetArrayLength();
        Assert.True(Values("2010-01-01") < Values("2026-11-21"));
    }

    [Fact]
    public void No_line_of_any_policy_is_wider_than_80_columns()
    {
        var ids = Json("list", "rules", "list").GetProperty("policies").EnumerateArray()
            .Select(policy => policy.GetProperty("id").GetString()!).Where((_, index) => index % 20 == 0);
        foreach (var text in ids.Select(id => Commands.Noc("rules", "list", "--payer", id).Output)
            .Append(Commands.Noc("rules", "list").Output).Append(Commands.Noc("rules", "conflicts").Output))
            Assert.DoesNotContain(text.Split('\n'), line => line.Length > 80 && line.Trim().Contains(' '));
    }

    [Fact]
    public void Conflicts_cite_both_sources_with_their_dates()
    {
        var conflicts = Json("conflicts", "rules", "conflicts").GetProperty("conflicts");
        Assert.InRange(conflicts.GetArrayLength(), 8, 60);
        Assert.All(conflicts.EnumerateArray(), conflict =>
        {
            foreach (var side in (string[])["used", "other"])
                Assert.NotEqual("", conflict.GetProperty(side).GetProperty("source").GetProperty("title").GetString());
            Assert.NotEqual(conflict.GetProperty("used").GetProperty("place").ToString(),
                conflict.GetProperty("other").GetProperty("place").ToString());
        });
    }

    [Fact]
    public void Conflicts_list_what_cannot_both_be_met_and_begin_with_the_waste_of_C9399()
    {
        var conflicts = Json("conflicts", "rules", "conflicts").GetProperty("conflicts").EnumerateArray().ToList();
        var pairs = conflicts.ConvertAll(one => string.Join(' ',
            new[] { "used", "other" }.SelectMany(side => one.GetProperty(side).GetProperty("rows").EnumerateArray()
                .Select(row => row.GetString()))));
        Assert.Equal("PR-055 PR-094", pairs[0]);
        // A price and a setting; TB and, on other dates, JG; values of professional and of institutional claims.
        Assert.DoesNotContain(pairs, pair => pair.Contains("PR-078", StringComparison.Ordinal)
            || pair.Contains("PR-031", StringComparison.Ordinal) || pair is "PR-073 PR-073");
        Assert.All(conflicts, one => Assert.NotEqual(one.GetProperty("used").GetProperty("says").GetString(),
            one.GetProperty("other").GetProperty("says").GetString()));
    }

    [Fact]
    public void A_conflict_that_began_later_is_not_listed_before() => Assert.DoesNotContain("compound.code J7999",
        Commands.Noc("rules", "conflicts", "--on", "2014-03-01").Output, StringComparison.Ordinal);

    [Fact]
    public void An_own_value_without_an_example_is_named_by_lint_and_test()
    {
        using var home = new DataHome();
        var text = File.ReadAllText(Path.Combine(SharedFolder.Root, Own, "lakeside.yaml"));
        var from = text.LastIndexOf("        examples:", StringComparison.Ordinal);
        var to = text.IndexOf("    guidance:", StringComparison.Ordinal);
        var file = Path.Combine(home.Path, "own.yaml");
        File.WriteAllText(file, text[..from] + text[to..]);
        var lint = home.Noc($"rules lint --payers '{file}'");
        Assert.Equal(0, lint.Code);
        Assert.Matches(@"own\.yaml:\d+:\d+: warning: filing\.window of lakeside-health has no example", lint.Output);
        Assert.EndsWith("nothing is wrong, 1 without an example.\n", lint.Output, StringComparison.Ordinal);
        var test = home.Noc($"rules test --payers '{file}'");
        Assert.Equal(0, test.Code);
        Assert.Contains("filing.window of lakeside-health has no example", test.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_no_claim_can_meet_is_named_by_lint()
    {
        using var home = new DataHome();
        var text = File.ReadAllText(Path.Combine(SharedFolder.Root, Own, "lakeside.yaml"));
        var file = Path.Combine(home.Path, "own.yaml");
        File.WriteAllText(file, text.Replace("    who: {ids: [LKS01], names: [LAKESIDE HEALTH PLAN]}\n", "",
            StringComparison.Ordinal));
        var lint = home.Noc($"rules lint --payers '{file}'");
        Assert.Equal(0, lint.Code);
        Assert.Contains("own.yaml:6:5: warning: lakeside-health matches no payer and no policy extends it",
            lint.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Own_policies_join_the_shipped_ones_and_match_the_payer_of_a_claim()
    {
        using var home = new DataHome();
        var claims = File.ReadAllText(Path.Combine(SharedFolder.Root, Commands.Sample));
        var file = Path.Combine(home.Path, "clinic.837");
        File.WriteAllText(file, Regex.Replace(claims, @"(?<=NM1\*PR\*2\*)[^*~]*", "Lakeside Health Plan"));
        var without = Commands.Noc("audit", file, "--format", "json");
        Assert.Contains("\"payerRules\":\"built-in\"", without.Output, StringComparison.Ordinal);
        var report = home.Noc($"audit '{file}' --format json --payers {Own}");
        Assert.Equal((1, ""), (report.Code, report.Errors));
        Assert.Contains("\"payerRules\":\"own-", report.Output, StringComparison.Ordinal);
        Assert.Contains("\"payer\":\"lakeside-health\"", report.Output, StringComparison.Ordinal);
        Assert.Contains("Lakeside provider manual", report.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_policy_is_refused_with_place_and_remedy_and_the_others_count_only_if_asked()
    {
        using var home = new DataHome();
        var folder = Directory.CreateDirectory(Path.Combine(home.Path, "own")).FullName;
        var text = File.ReadAllText(Path.Combine(SharedFolder.Root, Own, "lakeside.yaml"));
        File.WriteAllText(Path.Combine(folder, "good.yaml"), text);
        File.WriteAllText(Path.Combine(folder, "bad.yaml"), text.Replace("lakeside-health", "other-plan",
            StringComparison.Ordinal).Replace("LKS01", "OTH01", StringComparison.Ordinal)
            .Replace("LAKESIDE HEALTH PLAN", "OTHER PLAN", StringComparison.Ordinal)
            .Replace("is: required\n        for", "is: requierd\n        for", StringComparison.Ordinal));
        foreach (var command in (string[])[$"audit {Commands.Sample}", "rules list", "rules conflicts", "rules test"])
        {
            var refused = home.Noc($"{command} --payers '{folder}'");
            Assert.Equal((3, ""), (refused.Code, refused.Output));
            Assert.Contains("bad.yaml:15:13: ndc.required does not know \"requierd\"; nearest: required",
                refused.Errors, StringComparison.Ordinal);
        }
        var rest = home.Noc($"rules list --payer lks01 --payers '{folder}' --ignore-bad-policies");
        Assert.Equal(0, rest.Code);
        Assert.StartsWith("lakeside-health  ", rest.Output, StringComparison.Ordinal);
        Assert.Contains("bad.yaml:15:13", rest.Errors, StringComparison.Ordinal);
        Assert.Equal(1, home.Noc($"rules lint --payers '{folder}'").Code);
    }

    [Fact]
    public void A_folder_that_is_not_there_or_holds_no_policies_is_a_wrong_command()
    {
        using var home = new DataHome();
        foreach (var folder in (string[])["no-such-folder", home.Path])
            foreach (var command in (string[])[$"audit {Commands.Sample}", "rules list", "rules lint", "rules test"])
                Assert.Equal(2, home.Noc($"{command} --payers '{folder}'").Code);
    }

    private static JsonElement Json(string schema, params string[] arguments)
    {
        var report = JsonDocument.Parse(Commands.Noc([.. arguments, "--format", "json"]).Output).RootElement;
        var root = JsonDocument.Parse(File.ReadAllText(Path.Combine(
            SharedFolder.Root, "docs", "schemas", $"noc.rules-{schema}-1.schema.json"))).RootElement;
        Assert.Empty(SchemaCheck.Errors(report, root, root, "$"));
        return report;
    }

    [Fact]
    public void The_policy_of_one_payer_follows_the_schema() =>
        Assert.Equal("noridian", Json("list", "rules", "list", "--payer", "noridian").GetProperty("policy")
            .GetProperty("id").GetString());
}
