using Noc.Payers;
using Noc.Reference.Policies;
using Noc.Tests;

namespace Noc.Reference.Tests;

/// <summary>What a policy file says wrong is refused at its line and column, with what would be right.</summary>
public sealed class PolicyReaderTests
{
    private const int FirstOwnLine = 13;

    // The lines given stand below the value, from line 13 on.
    private static IReadOnlyList<PolicyProblem> Problems(string lines, string key = "units.basis", string value = "one")
    {
        using var file = new TempFile($$"""
            family: Invented
            policies:
              - id: invented-plan
                name: Invented plan
                level: plan
                extends: commercial
                who: {ids: [INV01]}
                values:
                  - key: {{key}}
                    is: {{value}}
                    confidence: high
                    source: {title: Test, read: 2026-11-21}
            {{lines}}

            """);
        PolicyFiles.Over(file.Path, out var problems);
        return problems;
    }

    private static void Refused(string lines, int column, params string[] told)
    {
        var problem = Assert.Single(Problems(lines));
        Assert.All(told, words => Assert.Contains(words, problem.Message));
        Assert.Equal((FirstOwnLine, column), (problem.Place.Line, problem.Place.Column));
    }

    [Theory]
    [InlineData("bills: [abc]", "two digits")]
    [InlineData("bills: ['131']", "two digits")]
    [InlineData("places: ['111']", "two digits")]
    [InlineData("states: [XX]", "no state \"XX\"")]
    [InlineData("states: [texas]", "no state \"texas\"")]
    [InlineData("jurisdictions: [JQ]", "no jurisdiction \"JQ\"")]
    [InlineData("codes: [J9999-J0120]", "J0120-J9999")]
    [InlineData("codes: [j*]", "series J*")]
    [InlineData("charge: {from: 500, below: 100}", "nothing is from 500 and below 100")]
    [InlineData("codes: [J3490, J3490]", "J3490 stands twice")]
    [InlineData("when: [waste, not waste]", "waste is wanted and excluded")]
    public void A_scope_that_no_line_can_meet_is_refused(string scope, string told)
    {
        var problem = Assert.Single(Problems($"        for: {{{scope}}}"));
        Assert.Contains(told, problem.Message);
        Assert.Equal(FirstOwnLine, problem.Place.Line);
    }

    [Theory]
    [InlineData("bills: ['13', '7']")]
    [InlineData("places: ['11'], states: [TX, PR, VI]")]
    [InlineData("jurisdictions: [J6, JL, JA]")]
    [InlineData("codes: [J0120-J9999, Q*, unclassified]")]
    [InlineData("charge: {from: 100, below: 500}")]
    public void A_scope_that_lines_meet_is_taken(string scope) => Assert.Empty(Problems($"        for: {{{scope}}}"));

    [Fact]
    public void Only_lists_take_additions() =>
        Refused("        add: true", 14, "units.basis is one word", "leave add out");

    [Theory]
    [InlineData("narrative.required", "[name, name]", "name stands twice")]
    [InlineData("claim.limit", "99,999.99", "such as 99999.99")]
    [InlineData("claim.limit", "-5", "such as 99999.99")]
    [InlineData("units.basis", "3", "it takes one, code-unit, containers")]
    [InlineData("units.basis", "containrs", "nearest: containers")]
    [InlineData("units.basis", "[one, containers]", "it takes one, code-unit, containers")]
    public void A_value_of_the_wrong_kind_is_answered_with_the_right_one(string key, string value, string told)
    {
        var problem = Assert.Single(Problems("", key, value));
        Assert.Contains(told, problem.Message);
        Assert.Equal((10, 13), (problem.Place.Line, problem.Place.Column));
    }

    [Fact]
    public void All_that_is_wrong_with_a_value_is_told_at_once() => Assert.Equal([10, 13, 14],
        Problems("        severity: dny\n        for: {codes: [J34900]}", value: "onne")
            .Select(problem => problem.Place.Line));

    [Theory]
    [InlineData("gives: {code: J34900}", "\"J34900\" is no code")]
    [InlineData("gives: {code: J3490, date: 2026-13-01}", "date is no date")]
    [InlineData("gives: {code: J3490, units: many}", "units is no number")]
    [InlineData("gives: {code: J3490, is: onne}", "nearest: one")]
    [InlineData("gives: {code: J3490, when: [compunded]}", "nearest: compounded")]
    [InlineData("gives: {code: J3490, claim: profesional}", "it takes professional")]
    [InlineData("gives: {code: J3490, order: tertiary}", "it takes primary")]
    [InlineData("gives: {code: J3490, state: XX}", "no state \"XX\"")]
    [InlineData("not: {code: J3490, payer: aetnna}", "nearest: aetna")]
    [InlineData("fires: {code: J3490, units: 2}", "names no rule")]
    [InlineData("silent: {code: J3490, units: 2, rule: UNT999}", "no rule \"UNT999\"")]
    public void An_example_that_proves_nothing_is_refused(string example, string told) =>
        Assert.Contains(told, Assert.Single(Problems($"        examples: {{{example}}}")).Message);

    [Fact]
    public void A_topic_that_nobody_knows_is_answered_with_the_nearest() => Refused("""
                topic: pricng
        """, 16, "no topic \"pricng\"; nearest: pricing");

    [Theory]
    [InlineData("[one]", 1)]
    [InlineData("hello", 1)]
    [InlineData("family: x", 1)]
    public void A_file_of_another_kind_is_told_once(string text, int count)
    {
        using var file = new TempFile(text);
        PolicyFiles.Of(file.Path, out var problems);
        Assert.Equal(count, problems.Count);
    }

    [Fact]
    public void A_day_that_does_not_exist_is_told_once()
    {
        using var file = new TempFile("""
            family: x
            policies:
              - id: a
                name: A
                level: plan
                extends: commercial
                guidance:
                  - {topic: pricing, says: Hello., confidence: low, source: {title: T, read: 2026-02-30}}

            """);
        PolicyFiles.Of(file.Path, out var problems);
        Assert.Contains("read is no date", Assert.Single(problems).Message);
    }

    [Fact]
    public void What_is_missing_is_told_with_what_it_takes() => Assert.Contains("it takes low, medium, high",
        Assert.Single(Problems("""
                rules: []
                guidance:
                  - {topic: pricing, says: Hello., source: {title: T, read: 2026-02-28}}
            """)).Message);

    [Fact]
    public void Elements_that_one_policy_requires_and_refuses_are_an_error()
    {
        const string second = """
                  - key: narrative.refused
                    is: [strength, price]
                    confidence: high
                    source: {title: Test, read: 2026-11-21}
            """;
        var problem = Assert.Single(Problems(second, "narrative.required", "[name, strength]"));
        Assert.Contains("narrative.refused", problem.Message);
        Assert.Contains("narrative.required", problem.Message);
        Assert.Equal((13, 9), (problem.Place.Line, problem.Place.Column));
        Assert.Empty(Problems(second, "narrative.required", "[name, dose]"));
    }

    [Fact]
    public void Rules_of_one_id_are_an_error()
    {
        const string rule = """
                  - id: too-many
                    topic: units
                    when: 'line.units > 1'
                    says: Too many units.
                    severity: warn
                    confidence: high
                    source: {title: Test, read: 2026-11-21}
            """;
        var problem = Assert.Single(Problems($"    rules:\n{rule}\n{rule}"));
        Assert.Contains("the rule too-many stands at", problem.Message);
        Assert.Equal(21, problem.Place.Line);
    }
}
