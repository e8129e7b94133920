using System.Globalization;
using Noc.App.AuditClaims;
using Noc.Audit;
using Noc.Claims;
using Noc.Payers;

namespace Noc.App.ExplainFindings;

/// <summary>All about one finding: what was read, which rows of the tables and which policies it rests on, and how the
/// numbers come about.</summary>
internal static class FindingPage
{
    public static string Write(
        string path, ClaimAudit audit, Finding finding, AuditContext context, bool isColored)
    {
        var page = new Paragraphs(isColored);
        var place = audit.Claim.Place;
        var drug = audit.DrugLines.FirstOrDefault(one => one.Line.Number == finding.Line);
        page.Head($"Finding {finding.Id}: {finding.Rule.Id} {finding.Rule.Name}, "
            + $"{Words.Of(finding.Severity).ToUpperInvariant()}");
        page.Plain(finding.Message);
        page.Add("Why", finding.Rule.Why);
        page.Add("Write", Suggestion.Of(finding.Expected));
        page.Add("Where", $"{path}, claim {audit.Claim.AccountNumber.Text} (claim {place.Ordinal} of the file, "
            + $"interchange {place.Interchange}, group {place.Group}, transaction {place.Transaction})"
            + (finding.Line > 0 ? $", line {finding.Line}" : "") + $", {finding.Element}"
            + (finding.Byte is { } at ? $", byte {at}" : ""));
        page.Gap();
        page.Head("Inputs");
        page.Add("Sent", context.Sent is { } sent
            ? $"as of {sent.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "");
        WriteInputs(page, audit, finding, drug);
        RecordInputs.Write(page, audit, finding, drug);
        page.Gap();
        page.Head("Table rows");
        page.Add("Tables", $"{context.Tables.Version}, for dates of service to {context.Tables.CoveredTo:yyyy-MM-dd}");
        page.Add("", context.Tables.Notice ?? "");
        TableRows.Write(page, finding, drug, context.Tables);
        page.Gap();
        page.Head("Policy path");
        WritePolicy(page, audit, finding, context);
        page.Gap();
        page.Head("Arithmetic");
        WriteArithmetic(page, audit, finding, drug);
        page.Gap();
        page.Head("Source");
        WriteSource(page, finding);
        page.Plain($"`noc explain {finding.Rule.Id}` has the page of the rule.");
        return page.ToString();
    }

    private static void WriteInputs(Paragraphs page, ClaimAudit audit, Finding finding, DrugLine? drug)
    {
        var claim = audit.Claim;
        page.Add("Payer sent", $"{claim.Payer.Name.Text} {claim.Payer.Id.Text}, SBR09 "
            + $"{Text(claim.Payer.FilingIndicator)}, SBR01 {Text(claim.Payer.Sequence)}");
        page.Add("Claim", (claim.Type is ClaimType.Institutional ? "institutional, bill type " : "professional, place ")
            + $"{Text(claim.FacilityCode)}, frequency {Text(claim.Frequency)}, charge {Text(claim.ChargeText)}");
        page.Add("Found", finding.Found);
        var line = finding.Line > 0 && finding.Line <= claim.Lines.Count ? claim.Lines[finding.Line - 1] : null;
        if (line is null)
        {
            page.Plain("The finding is about the whole claim: all its lines were looked at.");
            return;
        }
        page.Add("Code", $"{Text(line.CodeText)}{Suffix(" modifiers ", line.ModifierTexts.Select(one => one.Text))}");
        page.Add("Service", $"{Text(line.ServiceDateText)}, read as "
            + (line.ServiceDate is { } day ? $"{day:yyyy-MM-dd}" : "no date"));
        page.Add("Units", $"{Text(line.UnitsText)} {line.UnitKind.Text}, charge {Text(line.ChargeText)}");
        page.Add("Description", line.Description.Text);
        foreach (var note in line.Notes) page.Add("Note", note.Text.Text);
        if (!line.NdcText.IsEmpty)
            page.Add("NDC", $"{line.NdcQualifier.Text} {line.NdcText.Text}, quantity {Text(line.NdcQuantityText)} "
                + line.NdcUnit.Text);
        if (drug is not null) WriteReading(page, drug);
    }

    private static void WriteReading(Paragraphs page, DrugLine drug)
    {
        var read = new List<string>();
        Say("drug", drug.DrugName);
        Say("NDC", drug.AnyNdc.IsNone ? "" : drug.AnyNdc.Digits);
        Say("dose", drug.Dose.ToString());
        Say("in all", drug.TotalDose.ToString());
        Say("strength", drug.StrengthText);
        Say("route", drug.Route ?? "");
        Say("setting", drug.Setting.ToString());
        if (drug.IsCompound) read.Add("a compound");
        if (drug.IsWaste) read.Add("a line of waste");
        page.Add("Read as", string.Join(", ", read));

        void Say(string name, string value)
        {
            if (value.Length > 0) read.Add($"{name} {value}");
        }
    }

    private static void WritePolicy(Paragraphs page, ClaimAudit audit, Finding finding, AuditContext context)
    {
        var payer = audit.Policy;
        page.Add("Payer", $"{payer.Name} ({payer.Id ?? "no payer of the directory"}), program {payer.Program}"
            + (payer.State.Length > 0 ? $", state {payer.State}" : "")
            + (payer.Jurisdiction.Length > 0 ? $", jurisdiction {payer.Jurisdiction}" : "")
            + (payer.HasOwnPolicy ? "" : "; no policy of its own is on file"));
        if (payer.Wants is { } wants)
            page.Add("Policies", string.Join(", then ",
                wants.Chain.Select(policy => $"{policy.Id} ({policy.Place.File}:{policy.Place.Line})")));
        var asked = ClaimAuditor.Replay(audit, finding, context);
        var own = payer.Wants?.Rules.FirstOrDefault(
            rule => rule.Says == finding.Message && rule.Source == finding.Source);
        if (own is not null)
            page.Plain($"rule {own.Id} of the payer's own, {own.Place}: when {own.When}"
                + (own.Rows.Count > 0 ? $"; rows {string.Join(", ", own.Rows)}" : ""));
        else if (asked.Count == 0)
            page.Plain("The rule asked no policy: its severity and source are its own.");
        foreach (var (key, answer) in asked) WriteAnswer(page, payer, key, answer);
    }

    private static void WriteAnswer(Paragraphs page, PayerPolicy payer, PolicyKey key, PolicyEntry? answer)
    {
        if (answer is null)
        {
            page.Plain($"{key.Name}: no policy says anything for this line.");
            return;
        }
        page.Plain($"{key.Name} = {answer.Value}");
        page.Plain($"from {answer.Policy}, {answer.Place}; {SourceText(answer.Source)}; confidence "
            + Words.Of(answer.Confidence)
            + (answer.Severity is { } severity ? $"; severity {Words.Of(severity)}" : "; severity of the rule")
            + (answer.Rows.Count > 0 ? $"; rows {string.Join(", ", answer.Rows)}" : ""), 4);
        var others = payer.Wants?.All(key).Where(entry => entry != answer).ToList() ?? [];
        foreach (var other in others.Take(6))
            page.Plain($"not used: {other.Value} of {other.Policy}, {other.Place}", 4);
        if (others.Count > 6) page.Plain($"and {others.Count - 6} more", 4);
    }

    // Rules write their sums into the message, with "=".
    private static void WriteArithmetic(Paragraphs page, ClaimAudit audit, Finding finding, DrugLine? drug)
    {
        var any = false;
        foreach (var sentence in finding.Message.Split(". ", StringSplitOptions.RemoveEmptyEntries))
        {
            if (!sentence.Contains('=', StringComparison.Ordinal)) continue;
            page.Plain(sentence.TrimEnd('.') + ".");
            any = true;
        }
        if (!any) page.Plain("The finding rests on no sum.");
        var of = drug is null || finding.Line == 0 ? "the claim's charge" : "the charge of the line";
        page.Add("Dollars", finding.LostUsd is { } lost ? $"{Usd(lost)} lost: {of}, which would not be paid"
            : finding.DelayedUsd is { } late ? $"{Usd(late)} late: {of}" : "none by itself");
        page.Add("Claim", $"{Usd(audit.AtRiskUsd)} at risk in all, each line counted once");
    }

    private static void WriteSource(Paragraphs page, Finding finding)
    {
        page.Plain($"{SourceText(finding.Source)}; confidence {Words.Of(finding.Confidence)}.");
        if (finding.Severity != finding.Rule.Severity)
            page.Plain($"The rule by itself says {Words.Of(finding.Rule.Severity)}; the payer's policy or a doubt made "
                + $"it {Words.Of(finding.Severity)}.");
    }

    private static string SourceText(Noc.Tables.Source source) => source.Title
        + (source.Section.Length > 0 ? $", {source.Section}" : "")
        + (source.Url is { } url ? $", {url}" : "")
        + (source.Effective is { } from ? $", in force from {from:yyyy-MM-dd}" : "")
        + (source.Read is { } read ? $", read {read:yyyy-MM-dd}" : "");

    private static string Usd(decimal usd) => usd.ToString("$#,##0.00", CultureInfo.InvariantCulture);

    private static string Text(Field field) => field.IsEmpty ? "(none)" : field.Text;

    private static string Suffix(string before, IEnumerable<string> words) =>
        string.Join(' ', words) is { Length: > 0 } text ? before + text : "";
}
