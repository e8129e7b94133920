using System.Text;
using Noc.Audit;
using Noc.Tests;

namespace Noc.App.Tests.AuditClaims;

/// <summary>What each finding says, as a person has read and approved it: wording, severity, place, value and
/// correction.</summary>
public class FindingTextTests
{
    // Planted claims that are tried, and different findings of a rule that are shown.
    private const int Tried = 40, Shown = 4;

    [Fact]
    public void The_findings_of_each_rule_on_its_own_case_are_as_approved()
    {
        var text = new StringBuilder();
        foreach (var rule in RuleCatalog.All.Select(rule => rule.Id).Order(StringComparer.Ordinal))
        {
            text.Append($"{rule}\n");
            foreach (var finding in RuleTests.CaseOf(rule).Fires.Findings()) Write(text, finding);
        }
        Snapshot.Match("findings", text.ToString());
    }

    [Fact]
    public void The_findings_of_planted_defects_are_as_approved()
    {
        var text = new StringBuilder();
        var all = CleanClaim.All().ToList();
        foreach (var (rule, planter) in PlantingTests.Planters.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append($"{rule}\n");
            var seen = new HashSet<string>();
            var planted = 0;
            // A prime step goes through payers, drugs and texts alike.
            for (int i = 0, at = 0; i < all.Count && planted < Tried && seen.Count < Shown; i++, at += 389)
            {
                if (planter(all[at % all.Count], planted) is not { } claim) continue;
                planted++;
                var one = new StringBuilder();
                foreach (var finding in claim.Findings())
                    if (finding.Rule.Id == rule) Write(one, finding);
                if (seen.Add(one.ToString())) text.Append(one);
            }
        }
        Snapshot.Match("findings-planted", text.ToString());
    }

    private static void Write(StringBuilder text, Finding finding)
    {
        text.Append(FormattableString.Invariant(
            $"  {finding.Rule.Id} {finding.Severity} {finding.Topic}, line {finding.Line}, {finding.Element}"));
        text.Append(FormattableString.Invariant($", {finding.Confidence}, {finding.Source.Title}\n"));
        text.Append($"    {finding.Message}\n");
        if (finding.Found.Length > 0) text.Append($"    found {finding.Found}\n");
        if (finding.Expected is { } expected) text.Append($"    expected {Words(expected)}\n");
        if (finding.Correction is { } fix) text.Append($"    {fix.Safety}: {fix.Summary}\n");
        if (finding.LostUsd is not null || finding.DelayedUsd is not null)
            text.Append(FormattableString.Invariant(
                $"    lost {finding.LostUsd:0.00} late {finding.DelayedUsd:0.00}\n"));
    }

    private static string Words(ExpectedValue expected) => string.Join(" | ", new[]
    {
        expected.Code.IsNone ? "" : expected.Code.Value,
        expected.Units is { } units ? FormattableString.Invariant($"{units:0.###} units") : "",
        expected.Ndc, expected.Narrative, expected.Text,
    }.Where(part => part.Length > 0));
}
