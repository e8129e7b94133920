using System.Text.RegularExpressions;
using Noc.Payers.Expressions;
using Noc.Tests;

namespace Noc.Core.Tests.Payers.Expressions;

/// <summary>The page docs/payers/expressions.md says what is true, and all of it.</summary>
public sealed partial class ExpressionPageTests
{
    private static readonly string Page = File.ReadAllText(
        Path.Combine(SharedFolder.Root, "docs", "payers", "expressions.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Every_variable_stands_on_the_page_with_its_type_and_meaning() => Assert.Equal(
        ExpressionVariables.All.Select(known => $"{known.Name} | {known.Type.Name()} | {known.Meaning}"),
        VariableRow().Matches(Page).Select(row => $"{row.Groups[1]} | {row.Groups[2]} | {row.Groups[3]}"));

    [Fact]
    public void Every_function_stands_on_the_page_with_its_result_and_meaning() => Assert.Equal(
        ExpressionFunctions.All.Select(known =>
            $"{known.Name}({known.Arguments}) | {known.Result.Name()} | {known.Meaning}"),
        FunctionRow().Matches(Page).Select(row => $"{row.Groups[1]} | {row.Groups[2]} | {row.Groups[3]}"));

    [Fact]
    public void Every_variable_has_the_value_of_the_sample_line()
    {
        var rows = VariableRow().Matches(Page);
        Assert.Equal(ExpressionVariables.All.Count, rows.Count);
        foreach (Match row in rows)
        {
            var (name, value) = (row.Groups[1].Value, row.Groups[4].Value.Trim('`'));
            string[] conditions = value == "absent" ? [$"!has({name})"]
                : value.StartsWith('[') ?
                [
                    $"len({name}) == {value.Split(',').Length}",
                    .. value.Trim('[', ']').Split(", ").Select(item => $"{item} in {name}"),
                ]
                : [$"has({name})", $"{name} == {value}"];
            foreach (var condition in conditions) Assert.True(SampleLine.Holds(condition), condition);
        }
    }

    [Fact]
    public void Examples_hold_where_the_page_says_so()
    {
        var holds = Examples("holds");
        var not = Examples("does not hold");
        Assert.True(holds.Length >= 20 && not.Length >= 8);
        Assert.All(holds, example => Assert.True(SampleLine.Holds(example), example));
        Assert.All(not, example => Assert.False(SampleLine.Holds(example), example));
        Assert.Empty(ExpressionFunctions.All.Where(function =>
            !holds.Any(example => example.Contains(function.Name + "(", StringComparison.Ordinal))));
    }

    [Fact]
    public void Mistakes_are_answered_as_the_page_shows()
    {
        var rows = MistakeRow().Matches(Page);
        Assert.True(rows.Count >= 8);
        foreach (Match row in rows)
        {
            var error = Assert.Single(WhenExpression.Read(row.Groups[1].Value).Errors);
            Assert.Equal(row.Groups[2].Value, error.ToString());
        }
    }

    [Fact]
    public void The_first_example_can_be_read() =>
        SampleLine.Read(Regex.Match(Page, "```\n(.*?)\n```", RegexOptions.Singleline).Groups[1].Value);

    [Fact]
    public void Limits_are_those_of_the_program()
    {
        Assert.Contains($"at most {ExpressionLimits.MaxLength:N0} characters", Page, StringComparison.Ordinal);
        Assert.Contains($"nested at most {ExpressionLimits.MaxDepth} deep", Page, StringComparison.Ordinal);
        Assert.Contains($"at most {ExpressionLimits.MaxPatternLength} characters", Page, StringComparison.Ordinal);
    }

    private static string[] Examples(string kind) => Regex.Match(Page, $"<!-- {kind} -->\n```\n(.*?)\n```",
        RegexOptions.Singleline).Groups[1].Value.Split('\n');

    [GeneratedRegex(@"^\| `([a-z.]+)` \| ([a-z/ ]+) \| ([^|]+) \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex VariableRow();

    [GeneratedRegex(@"^\| `(\w+\([^|]*\))` \| ([a-z/ ]+) \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex FunctionRow();

    [GeneratedRegex(@"^\| `(.+?)` \| (column .*?) \|$", RegexOptions.Multiline)]
    private static partial Regex MistakeRow();
}
