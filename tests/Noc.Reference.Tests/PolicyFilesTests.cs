using Noc.Payers;
using Noc.Reference.Policies;
using Noc.Tests;

namespace Noc.Reference.Tests;

public sealed class PolicyFilesTests
{
    private static IReadOnlyList<PolicyProblem> Problems(string yaml)
    {
        using var file = new TempFile(yaml);
        var policies = PolicyFiles.Of(file.Path, out var problems);
        return [.. problems, .. new PolicySet([.. PolicyFiles.Shipped(out _), .. policies]).Problems];
    }

    private static string Policy(string value, string rest = "") => $"""
        family: Invented
        policies:
          - id: invented-plan
            name: Invented plan
            level: plan
            extends: commercial
            values:
              - key: units.basis
                is: {value}
                confidence: high
                source: "title: x"
        {rest}
        """.Replace("source: \"title: x\"", "source: {title: Test, read: 2026-11-21}", StringComparison.Ordinal);

    [Fact]
    public void The_shipped_policies_have_no_fault()
    {
        var policies = PolicyFiles.Shipped(out var problems);
        Assert.Empty(problems);
        Assert.Empty(new PolicySet(policies).Problems);
        Assert.InRange(policies.Count, 90, 1000);
    }

    [Fact]
    public void Every_row_of_the_payer_rules_has_a_place()
    {
        var rows = File.ReadLines(SharedFolder.Require("domain/payer-rules.csv")).Skip(1)
            .Select(line => line.Split(',')[0]).Where(id => id.StartsWith("PR-", StringComparison.Ordinal));
        var placed = PolicyFiles.Shipped(out _).SelectMany(policy => policy.Values.SelectMany(value => value.Rows)
            .Concat(policy.Rules.SelectMany(rule => rule.Rows))
            .Concat(policy.Guidance.SelectMany(note => note.Rows))).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(rows.Where(row => !placed.Contains(row)));
    }

    [Fact]
    public void What_the_build_compiles_is_what_the_files_say()
    {
        var policies = PolicyFiles.Shipped(out _);
        var compiled = PolicyBytes.Read(PolicyBytes.Write(policies));
        Assert.Equal(policies.Select(policy => policy.Id), compiled.Select(policy => policy.Id));
        for (var i = 0; i < policies.Count; i++)
        {
            Assert.Equal(policies[i].Values.Select(value => (value.Key, value.Value, value.Severity, value.Place)),
                compiled[i].Values.Select(value => (value.Key, value.Value, value.Severity, value.Place)));
            Assert.Equal(
                policies[i].Guidance.Select(note => note.Says), compiled[i].Guidance.Select(note => note.Says));
        }
    }

    [Theory]
    [InlineData("onne", "nearest: one")]
    [InlineData("[one, two]", "takes one word")]
    public void A_wrong_word_is_answered_with_its_place_and_the_nearest_right_one(string value, string answer)
    {
        var problem = Assert.Single(Problems(Policy(value)));
        Assert.Contains(answer, problem.Message);
        Assert.Equal(9, problem.Place.Line);
    }

    [Fact]
    public void Anchors_tags_keys_that_stand_twice_and_deep_nesting_are_refused()
    {
        Assert.Contains("anchors", Assert.Single(Problems("family: &a x\npolicies: []")).Message);
        Assert.Contains("references", Assert.Single(Problems("family: x\npolicies: [*a]")).Message);
        Assert.Contains("tags", Assert.Single(Problems("family: !!int 1\npolicies: []")).Message);
        Assert.Contains("twice", Assert.Single(Problems("family: x\nfamily: y\npolicies: []")).Message);
        Assert.Contains("deep", Assert.Single(Problems("family: " + new string('[', 20_000))).Message);
    }

    [Fact]
    public void Two_different_values_of_one_policy_that_meet_are_an_error()
    {
        const string second = """
                  - key: units.basis
                    is: containers
                    confidence: high
                    source: {title: Test, read: 2026-11-21}
            """;
        Assert.Contains("narrow one of them", Assert.Single(Problems(Policy("one", second))).Message);
        Assert.Empty(Problems(Policy("one", second.Replace("is: containers",
            "is: containers\n        for: {codes: [J3590]}", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("family: x\npolicies:\n\t- id: a\n", 3, 1)]
    [InlineData("family: x\npolicies:\n  - id: a\n  \t  name: b\n", 4, 3)]
    public void A_tab_in_front_of_a_line_is_told_at_its_place(string yaml, int line, int column)
    {
        var problem = Assert.Single(Problems(yaml));
        Assert.Contains("tab", problem.Message);
        Assert.Equal((line, column), (problem.Place.Line, problem.Place.Column));
    }

    [Fact]
    public void A_file_of_other_letters_is_told_to_be_one()
    {
        var latin = Problem([.. "family: M"u8, 0xFC, .. "ller\npolicies: []\n"u8]);
        Assert.Contains("not UTF-8: byte 0xFC at offset 9", latin.Message);
        Assert.Equal((1, 10), (latin.Place.Line, latin.Place.Column));
        Assert.Equal((2, 6), Problem([.. "family: x\nname: "u8, 0xE9, .. "\n"u8]).Place is var place
            ? (place.Line, place.Column - 1) : default);
        Assert.Contains("UTF-16", Problem([0xFF, 0xFE, (byte)'f', 0]).Message);

        static PolicyProblem Problem(byte[] bytes)
        {
            using var file = new TempFile(bytes);
            PolicyFiles.Of(file.Path, out var problems);
            return Assert.Single(problems);
        }
    }

    [Fact]
    public void The_mark_of_UTF_8_is_no_letter()
    {
        using var file = new TempFile([0xEF, 0xBB, 0xBF, .. "family: x\npolicies: []\n"u8]);
        Assert.Empty(PolicyFiles.Of(file.Path, out var problems));
        Assert.Empty(problems);
    }

    [Fact]
    public void A_note_names_rules_that_exist_and_the_key_that_it_disagrees_about()
    {
        const string note = """
                guidance:
                  - topic: units
                    rules: [UNT001]
                    says: "Text."
                    confidence: low
                    source: {title: Test, read: 2026-11-21}
                    disagrees-with: [PR-015/units.basis]
            """;
        Assert.Empty(Problems(Policy("one", note)));
        Assert.Contains("no rule \"UNT01\"; nearest: UNT001",
            Assert.Single(Problems(Policy("one", note.Replace("UNT001", "UNT01", StringComparison.Ordinal)))).Message);
        Assert.Contains("names no key", Assert.Single(
            Problems(Policy("one", note.Replace("/units.basis", "", StringComparison.Ordinal)))).Message);
    }

    [Fact]
    public void A_policy_with_an_error_does_not_hide_the_others()
    {
        using var file = new TempFile(Policy("onne")
            + "\n  - id: other\n    name: Other\n    level: plan\n    extends: commercial\n");
        Assert.Equal("other", Assert.Single(PolicyFiles.Of(file.Path, out var problems)).Id);
        Assert.Single(problems);
    }
}
