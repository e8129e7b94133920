using Noc.Audit;
using Noc.Claims;
using Noc.Formats.X837;
using Noc.Reference.Policies;
using Noc.Tests;

namespace Noc.Core.Tests.Audit;

public class LineTraitsTests
{
    private static readonly AuditContext Context = new(TestTables.Seed, ShippedPolicies.Set)
    {
        Sent = new(2026, 11, 21),
    };

    [Fact]
    public void A_rule_has_nothing_to_say_of_lines_that_it_passes_over()
    {
        var passedOver = 0;
        foreach (var file in Directory.EnumerateFiles(
            Path.Combine(SharedFolder.Root, "corpus"), "*.837", SearchOption.AllDirectories))
        {
            using var stream = File.OpenRead(file);
            foreach (var claim in ClaimFile.Read(stream)) passedOver += PassedOver(claim, file);
        }
        Assert.True(passedOver > 1000, $"only {passedOver} lines were passed over");
    }

    private static int PassedOver(Claim claim, string file)
    {
        var count = 0;
        var audit = ClaimAuditor.Audit(claim, Context);
        foreach (var drug in audit.DrugLines)
        {
            var line = new RuleContext(claim, audit.DrugLines, drug, audit.Policy, Context.Tables)
            {
                Sent = Context.Sent,
                DirectoryNames = Context.DirectoryNames,
            };
            foreach (var rule in RuleCatalog.OfLines.Except(RuleCatalog.OfLine(drug.Traits)))
            {
                var sink = new FindingSink();
                rule.Check(line, sink);
                Assert.True(sink.Findings.Count == 0, $"{rule.Info.Id} judges a line of {file} that it passes over");
                count++;
            }
        }
        return count;
    }

    [Fact]
    public void Rules_of_a_line_keep_their_order() =>
        Assert.Equal(
            RuleCatalog.OfLines.Where(rule => rule.Info.Judges is LineTraits.None or LineTraits.OwnCode),
            RuleCatalog.OfLine(LineTraits.OwnCode));
}
