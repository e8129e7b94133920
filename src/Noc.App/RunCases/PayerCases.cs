using System.Text;
using System.Text.Json.Nodes;
using Noc.Audit;
using Noc.Formats.X837;

namespace Noc.App.RunCases;

/// <summary>Worked cases of payers: what was about to be billed, audited, beside what an auditor must conclude.
/// </summary>
internal static class PayerCases
{
    // What one rule says of two topics of the payer-rule vocabulary.
    private static readonly Dictionary<string, string[]> AlsoAbout = new(StringComparer.Ordinal)
    {
        ["NAR001"] = ["narrative_elements"],
        ["NAR004"] = ["narrative_elements"],
    };

    /// <summary>Runs a case and its variants.</summary>
    public static CaseResult Run(JsonNode one, AuditContext shared)
    {
        if (Unsupported(one) is { } reason) return new(CaseOutcome.NotSupported) { Notes = [reason] };
        var comparison = new CaseComparison();
        RunOne(one, shared, "", comparison);
        foreach (var variant in one["expect"]?["variants"]?.AsArray() ?? [])
        {
            comparison.Prefix = "";
            var name = CaseDrug.Text(variant, "when") is { Length: > 0 } when ? when : "other given";
            if (CaseVariant.Of(one, variant!) is { } other) RunOne(other, shared, $"variant {name}: ", comparison);
            else comparison.NotChecked($"variant {name}");
        }
        return comparison.Result();
    }

    private static string? Unsupported(JsonNode one)
    {
        var type = CaseDrug.Text(one["input"], "claimType");
        return type == "835" ? "remittances (835) are not read yet" : null;
    }

    private static void RunOne(JsonNode one, AuditContext shared, string prefix, CaseComparison comparison)
    {
        comparison.Prefix = prefix;
        var over = CaseDrug.Over(shared.Tables, one["input"]!);
        var claim = new CaseClaim(one, over);
        if (claim.Payer is null)
        {
            comparison.Differs("the payer of the directory", "none of that type and name");
            return;
        }
        var context = new AuditContext(over, shared.Policies)
        {
            AsOf = claim.Sent ?? claim.Date,
            Sent = claim.Sent,
            IsPaper = claim.IsPaper,
            Evidence = CaseEvidence.Of(one, claim, over),
        };
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(claim.Text()));
        foreach (var read in ClaimFile.Read(stream))
        {
            var audit = ClaimAuditor.Audit(read, context);
            if (audit.Policy.Id != claim.Payer.Id)
                comparison.Differs($"payer {claim.Payer.Id}", $"payer {audit.Policy.Id ?? "not known"}");
            Compare(one, audit, PaperDefects.Of(one, claim, audit), comparison);
        }
    }

    private static void Compare(
        JsonNode one, ClaimAudit audit, List<PaperDefect> defects, CaseComparison comparison)
    {
        var expect = one["expect"]!;
        if (expect["findings"] is JsonArray wanted) CompareFindings(one, wanted, audit, defects, comparison);
        PaperDefects.Compare(one, defects, comparison);
        foreach (var words in expect["mustNot"]?.AsArray() ?? [])
        {
            if (CaseChecks.Broken((string)words!, audit.Findings, out var isKnown) is { } broken)
                comparison.Differs($"not to {words}", $"broken: {broken}");
            else if (!isKnown) comparison.NotChecked($"must not {words}");
        }
        CaseCorrections.Compare(one, audit, comparison);
    }

    private static void CompareFindings(
        JsonNode one, JsonArray wanted, ClaimAudit audit, List<PaperDefect> defects, CaseComparison comparison)
    {
        var met = new HashSet<Finding>();
        foreach (var want in wanted)
        {
            var (topic, severity) = (CaseDrug.Text(want, "topic"), CaseDrug.Text(want, "severity"));
            var line = (int)want!["line"]!;
            var found = audit.Findings.Where(finding => finding.Line == line && IsAbout(finding, topic)
                && finding.Severity.ToString().Equals(severity, StringComparison.OrdinalIgnoreCase)).ToList();
            met.UnionWith(found);
            if (found.Count == 0 && !defects.Exists(defect => defect.Line == line && defect.Topic == topic
                && defect.Severity.ToString().Equals(severity, StringComparison.OrdinalIgnoreCase)))
                comparison.Differs($"{topic} {severity} on line {line}", "not found");
        }
        foreach (var finding in audit.Findings)
            if (finding.Severity >= Severity.Deny && !met.Contains(finding))
                comparison.Differs("no other reject or deny",
                    $"{finding.Rule.Id} {finding.Topic} {finding.Severity.ToString().ToLowerInvariant()} on line "
                    + $"{finding.Line}: {finding.Message}");
        var decision = Word(defects.Count > 0 && audit.Decision is (Decision.Clean or Decision.HoldForDocument)
            ? Decision.FixAndSend : audit.Decision);
        var expected = CaseDrug.Text(one["expect"], "decision");
        if (expected.Length == 0) expected = wanted.Count == 0 ? "clean" : "";
        if (expected.Length > 0 && decision != expected) comparison.DecisionDiffers(expected, decision);
    }

    private static bool IsAbout(Finding finding, string topic) => finding.Topic == topic
        || (AlsoAbout.TryGetValue(finding.Rule.Id, out var others) && others.Contains(topic));

    private static string Word(Decision decision) => decision switch
    {
        Decision.Clean => "clean",
        Decision.FixAndSend => "fix-and-send",
        Decision.HoldForDocument => "hold-for-document",
        Decision.DoNotBill => "do-not-bill",
        _ => "bill-other-payer",
    };
}
