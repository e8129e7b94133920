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
        ["NAR011"] = ["narrative_elements"],
        ["NAR012"] = ["narrative_elements"],
        ["NAR013"] = ["frontend_reject"],
        ["NAR015"] = ["invoice"],
        ["NDC002"] = ["frontend_reject", "ndc_required"],
        ["NDC004"] = ["ndc_required"],
        ["NDC005"] = ["frontend_reject", "ndc_required"],
        ["NDC006"] = ["frontend_reject", "ndc_required", "ndc_format", "coverage"],
        ["NDC007"] = ["ndc_required", "ndc_format"],
        ["NDC009"] = ["ndc_required", "ndc_format"],
        ["NDC025"] = ["coverage"],
        ["COD002"] = ["frontend_reject"],
        ["COD003"] = ["frontend_reject"],
        ["COD008"] = ["specific_code_check"],
        ["COD010"] = ["attachment"],
        ["UNT003"] = ["units", "frontend_reject"],
        ["MOD004"] = ["waste"],
        ["MOD005"] = ["waste"],
        ["MOD010"] = ["waste_modifier", "compound", "340b"],
        ["MOD019"] = ["waste"],
        ["RPL002"] = ["timely_filing", "appeal"],
        ["INV001"] = ["attachment"],
        ["INV002"] = ["invoice", "narrative_elements"],
        ["CHG001"] = ["free_drug"],
        ["TRL002"] = ["diagnosis"],
        ["DXC006"] = ["diagnosis"],
    };

    // On lines of such a code all that is about units, NDC and text is about the code's own topic, too.
    private static readonly Dictionary<string, string> OfCode = new(StringComparer.Ordinal)
    {
        ["C9399"] = "c9399", ["A4641"] = "radiopharm", ["A9597"] = "radiopharm", ["A9598"] = "radiopharm",
        ["A9698"] = "radiopharm", ["A9699"] = "radiopharm", ["A9700"] = "radiopharm", ["J7999"] = "compound",
    };

    private static readonly string[] Parts =
        ["units", "ndc_required", "ndc_units", "narrative_elements", "narrative_location", "invoice"];

    /// <summary>Runs a case and its variants.</summary>
    public static CaseResult Run(JsonNode one, AuditContext shared)
    {
        one = CaseReading.Of(one);
        if (Unsupported(one) is { } reason) return new(CaseOutcome.NotSupported) { Notes = [reason] };
        var comparison = new CaseComparison();
        RunOne(one, shared, "", comparison);
        foreach (var variant in one["expect"]?["variants"]?.AsArray() ?? [])
        {
            comparison.Prefix = "";
            var name = CaseDrug.Text(variant, "when") is { Length: > 0 } when ? when : "other given";
            if (CaseVariant.Of(one, variant!) is { } other)
                RunOne(CaseReading.Of(other), shared, $"variant {name}: ", comparison);
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
            IsInNetwork = claim.IsInNetwork,
            Evidence = CaseEvidence.Of(one, claim, over, isWhole: false),
        };
        var whole = context with { Evidence = CaseEvidence.Of(one, claim, over, isWhole: true) };
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(claim.Text()));
        foreach (var read in ClaimFile.Read(stream))
        {
            var audit = ClaimAuditor.Audit(read, context);
            // A payer id that the case sends on purpose may belong to somebody else.
            if (audit.Policy.Id != claim.Payer.Id && CaseDrug.Text(one["input"], "payerId").Length == 0)
                comparison.Differs($"payer {claim.Payer.Id}", $"payer {audit.Policy.Id ?? "not known"}");
            Compare(one, audit, PaperDefects.Of(one, claim, audit), comparison);
            CaseCorrections.Compare(one, ClaimAuditor.Audit(read, whole), comparison);
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
    }

    private static void CompareFindings(
        JsonNode one, JsonArray wanted, ClaimAudit audit, List<PaperDefect> defects, CaseComparison comparison)
    {
        var met = new HashSet<Finding>();
        foreach (var want in wanted)
        {
            var (topic, severity) = (CaseDrug.Text(want, "topic"), CaseDrug.Text(want, "severity"));
            var line = (int?)want!["line"];
            var found = audit.Findings.Where(finding => (line is not { } told || finding.Line == told
                    || IsOfClaim(finding, told))
                && IsAbout(audit, finding, topic)
                && finding.Severity.ToString().Equals(severity, StringComparison.OrdinalIgnoreCase)).ToList();
            met.UnionWith(found);
            if (found.Count > 0 && !found.Exists(one => one.Topic == topic && one.Line == (line ?? one.Line)))
                comparison.MetNearby($"{topic}{(line is null ? "" : $" on line {line}")}",
                    $"{found[0].Topic} on line {found[0].Line} ({found[0].Rule.Id})");
            if (found.Count == 0 && !defects.Exists(defect => (line ?? defect.Line) == defect.Line
                && defect.Topic == topic
                && defect.Severity.ToString().Equals(severity, StringComparison.OrdinalIgnoreCase)))
                comparison.Differs($"{topic} {severity}{(line is null ? "" : $" on line {line}")}", "not found");
        }
        foreach (var finding in audit.Findings)
            if (finding.Severity >= Severity.Deny && !met.Contains(finding))
                comparison.Differs("no other reject or deny",
                    $"{finding.Rule.Id} {finding.Topic} {Words.Of(finding.Severity)} on line "
                    + $"{finding.Line}: {finding.Message}");
        var decision = Words.Of(defects.Count > 0 && audit.Decision is (Decision.Clean or Decision.HoldForDocument)
            ? Decision.FixAndSend : audit.Decision);
        var expected = CaseDrug.Text(one["expect"], "decision");
        if (expected.Length == 0) expected = wanted.Count == 0 ? "clean" : "";
        if (expected.Length > 0 && decision != expected && !IsWrittenOff(audit, expected))
            comparison.DecisionDiffers(expected, decision);
    }

    // What is about the whole claim may be told of its first line, a wrong administration of the line of its drug.
    private static bool IsOfClaim(Finding finding, int line) => finding.Topic is "administration"
        ? finding.Line <= 1 || finding.Message.StartsWith($"Line {line} bills ", StringComparison.Ordinal)
        : line <= 1 && finding.Line <= 1
            && finding.Topic is "payer_routing" or "timely_filing" or "claim_limit" or "trial";

    private static bool IsAbout(ClaimAudit audit, Finding finding, string topic)
    {
        if (finding.Topic == topic
            || (AlsoAbout.TryGetValue(finding.Rule.Id, out var others) && others.Contains(topic))) return true;
        var code = audit.DrugLines.FirstOrDefault(drug => drug.Line.Number == finding.Line)?.Line.Code.Value ?? "";
        return OfCode.TryGetValue(code, out var own)
            && ((topic == own && Parts.Contains(finding.Topic)) || (finding.Topic == own && Parts.Contains(topic)));
    }

    // Noc has no word of its own for a claim that came too late: nothing is left to send.
    private static bool IsWrittenOff(ClaimAudit audit, string expected) => expected is "write-off"
        && audit.Findings.Any(finding => finding is { Severity: >= Severity.Deny, Rule.Id: "FIL001" });
}
