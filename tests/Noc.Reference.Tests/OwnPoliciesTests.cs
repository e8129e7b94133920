using Noc.Reference.Policies;

namespace Noc.Reference.Tests;

public sealed class OwnPoliciesTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("noc-own").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private string Folder(params string[] policies)
    {
        var folder = Path.Combine(_home, "payers");
        Directory.CreateDirectory(folder);
        for (var i = 0; i < policies.Length; i++) File.WriteAllText(Path.Combine(folder, $"{i}.yaml"), policies[i]);
        return folder;
    }

    private static string Policy(
        string id, string who = "{ids: [X1]}", string level = "plan", string extends = "commercial",
        string value = "containers") => $$"""
        family: Invented
        policies:
          - id: {{id}}
            name: Invented plan
            level: {{level}}
            extends: {{extends}}
            who: {{who}}
            values:
              - key: units.basis
                is: {{value}}
                confidence: high
                source: {title: Test, read: 2026-11-21}
        """;

    private OwnPolicies Load(params string[] policies) =>
        OwnPolicies.Load(Folder(policies), Path.Combine(_home, "data"));

    [Fact]
    public void A_wrong_name_under_extends_is_told_beside_other_errors()
    {
        var own = Load(Policy("ours", value: "onne", extends: "comercial"));
        Assert.Contains(own.Problems, problem => problem.Message.Contains("onne", StringComparison.Ordinal));
        Assert.Contains(own.Problems, problem => problem.Message.Contains(
            "ours extends comercial, which does not exist; nearest: commercial", StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_start_reads_no_yaml_and_gives_the_same()
    {
        var (first, second) = (Load(Policy("invented")), Load(Policy("invented")));
        Assert.Equal((false, true), (first.IsFromCache, second.IsFromCache));
        Assert.Equal(first.Set.Version, second.Set.Version);
        Assert.Equal(first.Set.All.Select(policy => (policy.Id, policy.Values.Count)),
            second.Set.All.Select(policy => (policy.Id, policy.Values.Count)));
        Assert.Equal("invented", second.Set.Named("x1", "")!.Policy.Id);
    }

    [Fact]
    public void A_changed_file_is_read_anew()
    {
        Load(Policy("invented"));
        var changed = Load(Policy("invented", value: "milliliters"));
        Assert.False(changed.IsFromCache);
        Assert.Equal("milliliters", changed.Set.Of("invented")!.Values[0].Value.Word);
    }

    [Fact]
    public void A_damaged_cache_is_ignored_and_written_anew()
    {
        Load(Policy("invented"));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_home, "data", "policies")));
        var whole = File.ReadAllBytes(file);
        foreach (var damaged in (byte[][])[[], whole[..40], whole[..^1], [.. whole[..100], 7, .. whole[101..]]])
        {
            File.WriteAllBytes(file, damaged);
            Assert.False(Load(Policy("invented")).IsFromCache);
            Assert.Equal(whole, File.ReadAllBytes(file));
        }
    }

    [Fact]
    public void A_data_folder_that_cannot_be_written_is_no_fault()
    {
        File.WriteAllText(Path.Combine(_home, "data"), "a file in the way");
        Assert.Empty(Load(Policy("invented")).Problems);
    }

    [Fact]
    public void A_policy_with_the_id_and_level_of_a_shipped_one_takes_its_place()
    {
        var own = Load(Policy("aetna", "{payers: [aetna]}"));
        Assert.Empty(own.Problems);
        var value = Assert.Single(own.Set.Find("aetna", "commercial", "", out _)!.Policy.Values);
        Assert.Equal("containers", value.Value.Word);
    }

    [Fact]
    public void A_policy_of_another_id_takes_over_the_payer_and_may_extend_the_shipped_one()
    {
        var own = Load(Policy("our-aetna", "{payers: [aetna]}", extends: "aetna"));
        Assert.Empty(own.Problems);
        Assert.Equal(["our-aetna", "aetna", "commercial", "standard"],
            own.Set.Find("aetna", "commercial", "", out _)!.Chain.Select(policy => policy.Id));
    }

    [Fact]
    public void A_policy_for_a_program_in_a_state_takes_over_that_state_only()
    {
        var own = Load(Policy("our-texas", "{programs: [commercial], states: [TX]}"));
        Assert.Empty(own.Problems);
        Assert.Equal("our-texas", own.Set.Find(null, "commercial", "TX", out _)!.Policy.Id);
        Assert.Equal("commercial", own.Set.Find(null, "commercial", "OK", out _)!.Policy.Id);
    }

    [Theory]
    [InlineData("first", "{ids: [X2]}", "the policy first stands at")]
    [InlineData("second", "{ids: [x1]}", "the payer id x1 is matched by first at")]
    public void Two_policies_on_the_same_step_are_refused_both(string id, string who, string message)
    {
        var own = Load(Policy("first"), Policy(id, who));
        var problem = Assert.Single(own.Problems);
        Assert.Contains(message, problem.Message);
        Assert.EndsWith("1.yaml", problem.Place.File);
        Assert.Equal((3, 5), (problem.Place.Line, problem.Place.Column));
        Assert.Null(own.Set.Of("first"));
        Assert.Null(own.Set.Of("second"));
    }

    [Fact]
    public void Two_values_of_one_policy_that_meet_are_refused_with_the_place_of_both()
    {
        const string second = """

                  - key: units.basis
                    is: milliliters
                    confidence: high
                    source: {title: Test, read: 2026-11-21}
            """;
        var own = Load(Policy("first") + second);
        var problem = Assert.Single(own.Problems);
        Assert.Equal((13, 9), (problem.Place.Line, problem.Place.Column));
        Assert.Contains("0.yaml:9:9", problem.Message);
        Assert.Null(own.Set.Of("first"));
    }

    [Theory]
    [InlineData("aetna", "{payers: [aetna]}", "state", "commercial", "ships with Noc at level plan")]
    [InlineData("new", "{payers: [aetnna]}", "plan", "commercial", "nearest: aetna.")]
    [InlineData("new", "{ids: [X1]}", "plan", "comercial", "nearest: commercial")]
    [InlineData("new", "{ids: [X1]}", "program", "aetna", "cannot extend aetna")]
    public void What_does_not_fit_the_shipped_policies_is_refused(
        string id, string who, string level, string extends, string message)
    {
        var own = Load(Policy(id, who, level, extends));
        Assert.Contains(message, Assert.Single(own.Problems).Message);
        Assert.False(Load(Policy(id, who, level, extends)).IsFromCache);
    }

    [Fact]
    public void What_builds_on_a_refused_policy_is_refused_too_and_the_shipped_one_of_that_id_counts()
    {
        var own = Load(Policy("first", value: "onne"), Policy("second", "{ids: [X2]}", extends: "first"),
            Policy("aetna", "{payers: [aetna]}", level: "contractor"), Policy("fine", "{ids: [X3]}", extends: "aetna"));
        Assert.Equal(3, own.Problems.Count);
        Assert.Null(own.Set.Of("second"));
        Assert.Equal("aetna.yaml", own.Set.Of("aetna")!.Place.File);
        Assert.NotNull(own.Set.Of("fine"));
    }

    [Fact]
    public void A_condition_that_cannot_be_read_is_refused_at_its_column()
    {
        var own = Load(Policy("first") + """

                rules:
                  - id: free
                    topic: units
                    when: 'line.unitz > 1'
                    says: Too many units.
                    severity: warn
                    confidence: high
                    source: {title: Test, read: 2026-11-21}
            """);
        var problem = Assert.Single(own.Problems);
        Assert.Equal((16, 16), (problem.Place.Line, problem.Place.Column));
        Assert.Contains("line.units", problem.Message);
    }
}
