using System.Text.RegularExpressions;
using Noc.App.ExplainFindings;
using Noc.Tests;

namespace Noc.Cli.Tests;

public class FindingReplayTests
{
    [Fact]
    public void A_finding_is_replayed_with_inputs_rows_policies_and_sums()
    {
        var result = Commands.Noc("explain", "e4gqsw93p8a0g", "--claims", Commands.Sample);
        Assert.Equal((0, ""), (result.Code, result.Errors));
        Snapshot.Match("explain-finding", result.Output.Replace(Commands.Sample, "samples/clinic-2026.837"));
    }

    [Fact]
    public void A_finding_of_the_record_shows_the_visit_and_what_each_document_says()
    {
        var result = Commands.Noc("explain", "7333vjs937z5t", "--claims", "samples/evidence/claims.837", "--evidence",
            "samples/evidence", "--as-of", "2026-11-21");
        Assert.Equal(0, result.Code);
        var words = Regex.Replace(result.Output, @"\s+", " ");
        Assert.Contains("as of 2026-11-21", words, StringComparison.Ordinal);
        Assert.Matches(@"Visit V-2002 in \S*visits\.ndjson line 2, found by the account number", words);
        Assert.Matches(@"Match dose +order 150MG, record 150MG, claim 200MG", result.Output);
        Assert.DoesNotMatch("Visit +V-", Commands.Noc("explain", "7333vjs937z5t", "--claims",
            "samples/evidence/claims.837").Output);
    }

    [Fact]
    public void An_authorization_is_shown_as_it_stands_in_the_record()
    {
        using var claims = new TempFile(new TestClaim { Segments = "REF*G1*PA1~" }.Text(), ".837");
        using var visits = new TempFile(TestVisit.With(("authorizations",
            """[{"number":"PA1","drug":"EXAMPLAZOLE","units":5,"unitsUsed":5,"to":"2026-12-31"}]""")), ".json");
        var audit = Commands.Noc("audit", claims.Path, "--evidence", visits.Path, "--format", "csv").Output;
        var id = Regex.Match(audit, @"EVD018.*?,([0-9a-z]{13}),").Groups[1].Value;
        Assert.Matches(@"Approved +PA1 for EXAMPLAZOLE to 2026-12-31, units 5, used before 5\s+/authorizations/0",
            Commands.Noc("explain", id, "--claims", claims.Path, "--evidence", visits.Path).Output);
    }

    [Fact]
    public void A_value_of_a_policy_comes_with_file_line_and_source()
    {
        var result = Commands.Noc("explain", Id("corpus/NDC001/fires.837"), "--claims", "corpus/NDC001");
        Assert.Equal(0, result.Code);
        Assert.Matches(@"ndc\.required = required\n    from [\w-]+, [\w-]+\.yaml:\d+:\d+; ", result.Output);
    }

    [Fact]
    public void Every_finding_of_the_corpus_can_be_replayed()
    {
        foreach (var folder in Directory.GetDirectories(Path.Combine(SharedFolder.Root, "corpus")).Take(12))
        {
            var file = Path.Combine("corpus", Path.GetFileName(folder), "fires.837");
            if (Id(file) is not { Length: > 0 } id) continue;   // rules that need tables which do not ship
            using var output = new StringWriter();
            var code = FindingReplay.Run(id, [Path.Combine(SharedFolder.Root, file)], [],
                new(Noc.Reference.Seed.SeedTables.Load(), Noc.Reference.Policies.ShippedPolicies.Set), false, output,
                TextWriter.Null);
            Assert.Equal(0, code);
            Assert.Contains("Policy path", output.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_id_that_is_not_found_names_the_nearest_one()
    {
        var result = Commands.Noc("explain", "e4gqsw93p8a0h", "--claims", Commands.Sample);
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Matches(@"among \d+ findings of 13 claims\. The nearest is e4gqsw93p8a0g\.", result.Errors);
    }

    [Fact]
    public void A_finding_without_its_files_is_asked_for_them()
    {
        var result = Commands.Noc("explain", "e4gqsw93p8a0g");
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains("--claims FILE", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named() =>
        Assert.Equal(3, Commands.Noc("explain", "e4gqsw93p8a0g", "--claims", "no-such.837").Code);

    private static string Id(string file) => Regex.Match(
        Commands.Noc("audit", file, "--format", "json").Output, "\"id\":\"([a-z0-9]{13})\"").Groups[1].Value;
}
