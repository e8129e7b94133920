using Noc.Tests;

namespace Noc.Cli.Tests;

public class OtherCommandTests
{
    [Theory]
    [InlineData("NDC002")]
    [InlineData("ndc-malformed")]
    public void Explain_prints_the_page_of_a_rule(string rule)
    {
        var result = Commands.Noc("explain", rule);
        Assert.Equal(0, result.Code);
        Assert.StartsWith("NDC002 ndc-malformed\n", result.Output);
        Assert.Contains("\nSilent when\n", result.Output);
        Assert.DoesNotContain('*', result.Output);
        Assert.DoesNotContain('`', result.Output);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Explain_prints_markdown_for_those_who_ask() =>
        Assert.StartsWith("# NDC002 ndc-malformed", Commands.Noc("explain", "NDC002", "--format", "markdown").Output);

    [Fact]
    public void Explain_names_the_nearest_rule_for_a_misspelling()
    {
        var result = Commands.Noc("explain", "ndc-malfromed");
        Assert.Equal(2, result.Code);
        Assert.Contains("NDC002", result.Errors);
    }

    [Fact]
    public void Cases_of_a_kind_that_is_not_supported_are_said_to_be_and_do_not_change_the_exit_code()
    {
        using var file = new TempFile("""{"cases": [{"id": "X-1", "kind": "weather", "title": "rain"}]}""");
        var result = Commands.Noc("cases", "run", file.Path);
        Assert.Equal(0, result.Code);
        Assert.Contains("not yet X-1", result.Output);
    }

    [Fact]
    public void A_file_that_holds_no_cases_exits_with_3() =>
        Assert.Equal(3, Commands.Noc("cases", "run", Commands.Sample).Code);

    [Fact]
    public void An_unknown_command_exits_with_2() => Assert.Equal(2, Commands.Noc("frobnicate").Code);

    [Theory]
    [InlineData("--format json", "audit", "--jsno", "samples/clinic-2026.837")]
    [InlineData("--min-severity", "audit", "samples/clinic-2026.837", "--min-severty", "deny")]
    [InlineData("--evidence", "audit", "samples/clinic-2026.837", "--evidnce=samples")]
    [InlineData("--on", "find", "vyepti", "--onn", "2026-03-10")]
    [InlineData("--on", "price", "J9271", "--date", "2026-03-10")]
    [InlineData("--compare", "find", "--comprae", "J3490,J3590")]
    [InlineData("--on", "ndc", "50242-060-01", "--no")]
    [InlineData("--since", "new-codes", "--claims", "samples/new-codes", "--snice", "2026Q1")]
    [InlineData("--format", "explain", "NDC001", "--fromat", "markdown")]
    [InlineData("--long", "data", "status", "--lnog")]
    [InlineData("--payers", "rules", "lint", "--payrs", "samples/payers")]
    [InlineData("--version", "--verson")]
    public void A_mistyped_option_is_refused_with_the_nearest(string nearest, params string[] args)
    {
        var result = Commands.Noc(args);
        Assert.Equal(2, result.Code);
        Assert.Contains($"The nearest is {nearest}.", result.Errors);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Words_with_a_hyphen_in_front_are_words_behind_two_hyphens() =>
        Assert.DoesNotContain("no option", Commands.Noc("find", "--", "--vyepti").Errors);

    [Fact]
    public void Masking_says_what_it_did_not_mask()
    {
        using var target = new TempFile("");
        var result = Commands.Noc("mask", Commands.Sample, "-o", target.Path, "--key", "one key");
        Assert.Equal((0, ""), (result.Code, result.Errors));
        Assert.Contains("13 claims", result.Output, StringComparison.Ordinal);
        Assert.Contains("Not masked", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, Commands.Noc("audit", target.Path, "--fail-on", "never").Code);
    }
}
