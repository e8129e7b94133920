using Noc.Reference.Policies;

namespace Noc.Reference.Tests;

public class YamlNodeTests
{
    private const string Good = """
        policies:
          - id: lakeside
            values:
              - key: narrative.budget
                value: 80
                source: {title: "Manual", section: "chapter 2", read: 2026-11-21}
                fires: {line: {code: J3490, description: "A: B"}}
        """;

    [Fact]
    public void Whatever_stands_in_a_file_is_read_or_refused_with_its_place()
    {
        _ = YamlNode.Parse("good.yaml", Good);
        string[] odds = ["\n", "[", "{", "}", "]", "\"", "'", ": ", ", ", "? ", "- ", "|\n", "\t", "&a ", "\0"];
        foreach (var odd in odds)
            for (var at = 0; at <= Good.Length; at++)
            {
                try
                {
                    _ = YamlNode.Parse("odd.yaml", Good.Insert(at, odd));
                }
                catch (PolicyException refusal)
                {
                    Assert.InRange(refusal.Problem.Place.Line, 1, 9);
                    Assert.NotEmpty(refusal.Message);
                }
            }
    }

    [Fact]
    public void A_brace_that_does_not_close_is_no_yaml()
    {
        var text = Good.Replace("section", "s\nection", StringComparison.Ordinal);
        var refusal = Assert.Throws<PolicyException>(() => YamlNode.Parse("odd.yaml", text));
        Assert.Contains("no YAML", refusal.Message, StringComparison.Ordinal);
    }
}
