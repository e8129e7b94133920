using Noc.Tests;

namespace Noc.App.Tests;

public class OtherCommandTests
{
    [Theory]
    [InlineData("NDC002")]
    [InlineData("ndc-malformed")]
    public void Explain_prints_the_page_of_a_rule(string rule)
    {
        var result = Commands.Noc("explain", rule);
        Assert.Equal(0, result.Code);
        Assert.StartsWith("# NDC002 ndc-malformed", result.Output);
        Assert.Contains("**Silent when**", result.Output);
    }

    [Fact]
    public void Explain_names_the_nearest_rule_for_a_misspelling()
    {
        var result = Commands.Noc("explain", "ndc-malfromed");
        Assert.Equal(2, result.Code);
        Assert.Contains("NDC002", result.Errors);
    }

    [Fact]
    public void The_worked_cases_of_all_kinds_pass() =>
        WorkedCases.AllPass(SharedFolder.Require("domain/cases/coding-cases.json"));

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
}
