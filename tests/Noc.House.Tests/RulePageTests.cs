using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Noc.Audit;
using Noc.Tests;

namespace Noc.House.Tests;

/// <summary>docs/rules is made from the rules' doc comments. UPDATE_DOCS=1 ./test writes the pages anew.</summary>
public partial class RulePageTests
{
    private static readonly string Folder = Path.Combine(SharedFolder.Root, "docs", "rules");

    [Fact]
    public void Every_rule_has_a_page_that_says_what_its_comment_says()
    {
        var stale = new List<string>();
        foreach (var (name, text) in Pages())
        {
            var path = Path.Combine(Folder, name);
            if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, text);
            else if (!File.Exists(path) || File.ReadAllText(path).ReplaceLineEndings("\n") != text) stale.Add(name);
        }
        Assert.True(stale.Count == 0, $"Run UPDATE_DOCS=1 ./test to write: {string.Join(", ", stale)}");
    }

    [Fact]
    public void No_page_is_left_of_a_rule_that_is_gone()
    {
        var known = Pages().Select(page => page.Name).ToHashSet();
        Assert.Empty(Directory.GetFiles(Folder).Select(Path.GetFileName).Where(name => !known.Contains(name!)));
    }

    [Fact]
    public void Ids_and_names_are_unique_and_well_formed()
    {
        Assert.Equal(RuleCatalog.All.Count, RuleCatalog.All.Select(rule => rule.Id).Distinct().Count());
        Assert.Equal(RuleCatalog.All.Count, RuleCatalog.All.Select(rule => rule.Name).Distinct().Count());
        Assert.All(RuleCatalog.All, rule => Assert.Matches("^[A-Z]{3}[0-9]{3}$", rule.Id));
        Assert.All(RuleCatalog.All, rule => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)+$", rule.Name));
    }

    [Fact]
    public void Every_rule_names_a_source_with_a_date() => Assert.All(RuleCatalog.All, rule =>
        Assert.True(rule.Source.Title.Length > 0 && (rule.Source.Effective ?? rule.Source.Read) is not null, rule.Id));

    private static IEnumerable<(string Name, string Text)> Pages()
    {
        var comments = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Noc.Core.xml")).Descendants("member")
            .Where(member => member.Attribute("name")!.Value.StartsWith("T:Noc.Audit.Rules.", StringComparison.Ordinal))
            .Select(member => (Id: Squeeze(member.Element("summary")!.Value).Split(' ')[0], member))
            .Where(pair => RuleCatalog.All.Any(rule => rule.Id == pair.Id))
            .ToDictionary(pair => pair.Id, pair => pair.member);
        var index = new StringBuilder("# Rules\n\nEach page is made from the rule's own comment in "
            + "`src/Noc.Core/Audit/Rules`.\n\n"
            + "| id | name | severity | why it matters |\n|---|---|---|---|\n");
        foreach (var rule in RuleCatalog.All.OrderBy(rule => rule.Id, StringComparer.Ordinal))
        {
            Assert.True(comments.TryGetValue(rule.Id, out var comment),
                $"{rule.Id} has no doc comment that starts with its id");
            yield return ($"{rule.Id}.md", Page(rule, comment));
            index.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Name} | {Severity(rule)} | {rule.Why} |\n");
        }
        yield return ("README.md", index.ToString());
    }

    private static string Page(RuleInfo rule, XElement comment)
    {
        var summary = Squeeze(comment.Element("summary")!.Value);
        var about = summary[(summary.IndexOf(':', StringComparison.Ordinal) + 2)..];
        var text = new StringBuilder($"# {rule.Id} {rule.Name}\n\n{char.ToUpperInvariant(about[0])}{about[1..]}\n");
        foreach (var paragraph in comment.Element("remarks")!.Elements("para").Select(para => Squeeze(para.Value)))
        {
            var colon = paragraph.IndexOf(':', StringComparison.Ordinal);
            var words = paragraph[(colon + 2)..];
            text.Append($"\n**{paragraph[..colon]}**: {char.ToUpperInvariant(words[0])}{words[1..]}\n");
        }
        var since = rule.Source.Effective is { } effective ? $"in force since {effective:yyyy-MM-dd}"
            : $"in force when read on {rule.Source.Read:yyyy-MM-dd}";
        text.Append($"\nSeverity: {Severity(rule)}, where the payer's rules say nothing else. Topic: `{rule.Topic}`. ")
            .Append($"Cited as: {rule.Source.Title}, {rule.Source.Section}; {since}.\n");
        return text.ToString();
    }

    private static string Severity(RuleInfo rule) => $"`{rule.Severity.ToString().ToLowerInvariant()}`";

    private static string Squeeze(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
