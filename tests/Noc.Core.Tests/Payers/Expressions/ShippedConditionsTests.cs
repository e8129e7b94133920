using System.Text.RegularExpressions;
using Noc.Payers.Expressions;
using Noc.Tests;

namespace Noc.Core.Tests.Payers.Expressions;

/// <summary>The free rules of the payer files that ship have conditions that can be read.</summary>
public sealed partial class ShippedConditionsTests
{
    [Fact]
    public void Conditions_of_shipped_free_rules_can_be_read()
    {
        var files = Directory.GetFiles(Path.Combine(SharedFolder.Root, "data", "payers"), "*.yaml");
        var conditions = files.SelectMany(file => Condition().Matches(File.ReadAllText(file).ReplaceLineEndings("\n"))
            .Select(match => (File: Path.GetFileName(file), Text: Plain(match)))).ToList();
        Assert.NotEmpty(conditions);
        Assert.Empty(
            from condition in conditions
            from error in WhenExpression.Read(condition.Text).Errors
            select $"{condition.File}: {condition.Text}: {error}");
    }

    // In single quotes a quote is doubled; a folded text goes on as long as its lines are indented further.
    private static string Plain(Match match) => match.Groups["quoted"].Success
        ? match.Groups["quoted"].Value.Replace("''", "'", StringComparison.Ordinal)
        : Regex.Replace(match.Groups["folded"].Value, "\n *", " ").Trim();

    [GeneratedRegex(@"^(?<indent> *)when: (?:'(?<quoted>(?:[^'\n]|'')*)'|>-?(?<folded>(?:\n\k<indent> +[^\n]*)+))",
        RegexOptions.Multiline)]
    private static partial Regex Condition();
}
