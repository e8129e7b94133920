namespace Noc.App.AuditClaims;

internal sealed partial class HtmlPage
{
    private const int MostUnbilled = 50;

    // What was given or thrown away, may be paid for, and is not on the claim.
    private static readonly string[] MissedRules = ["ADM001", "MOD003", "EVD011"];

    private void WriteFirst()
    {
        Open("first", "Claims to fix first");
        if (tally.First.Count == 0) Paragraph("No claim has to be changed.");
        else
            Paragraph($"The {(tally.First.Count == 1 ? "claim" : Html.Count(tally.First.Count, "claim"))} with most at "
                + $"risk{(tally.First.Any(claim => claim.IsTooLate) ? ", those that come too late last" : "")}. "
                + "A text in a dashed frame is there to be copied; parts in angle brackets are for you to fill "
                + "in.", "p class=\"note\"");
        foreach (var (claim, index) in tally.First.Select((claim, index) => (claim, index)))
        {
            _html.Raw($"<article aria-labelledby=\"claim{index + 1}\">")
                .Element($"h3 id=\"claim{index + 1}\"", $"{index + 1}. Claim "
                    + (claim.Account.Length > 0 ? claim.Account : "without account number")
                    + $": {Words.Title(claim.Decision)}");
            Paragraph($"{claim.Payer}. {Html.Money(claim.AtRiskUsd)} at risk"
                + (claim.ExpectedUsd > 0 ? $" (about {Html.Money(claim.ExpectedUsd)} expected from the payer)" : "")
                + (claim.LateUsd > 0 ? $", {Html.Money(claim.LateUsd)} would come late" : "")
                + $", of {Html.Money(claim.ChargeUsd)} charged. {Place(claim)}", "p class=\"note\"");
            var line = -1;
            foreach (var item in claim.Items)
            {
                if (item.Line != line) Paragraph(item.LineText, "p class=\"line\"");
                line = item.Line;
                WriteItem(item);
            }
            foreach (var list in claim.Checklists) Paragraph(list, "p class=\"note\"");
            if (claim.More > 0) Paragraph($"And {Html.Count(claim.More, "further finding")}.", "p class=\"note\"");
            _html.Raw("</article>\n");
        }
        Close();
    }

    private string Place(ClaimToFix claim) => $"Claim {Html.Number(claim.Ordinal)}"
        + (fileCount == 1 ? " of the file." : $" of {Name(claim.Path)}.");

    private void WriteItem(ClaimToFix.Item item)
    {
        _html.Raw($"<div class=\"finding\"><span class=\"sev {Words.Of(item.Severity)}\">")
            .Text(Title(item.Severity)).Raw("</span> ").Text(item.Message).Raw(" <span class=\"note\">")
            .Text($"{item.Rule.Why} {Answerers.Name(Answerers.Of(item.Rule))} answers. {item.Rule.Id}, {item.Id}.")
            .Raw("</span>");
        if (item.Write.Length > 0)
            _html.Raw("<div class=\"write\">Write:</div>").Element("code class=\"copy\"", item.Write);
        _html.Raw("</div>");
    }

    private void WriteMissed()
    {
        Open("missed", "Missed charges");
        var missed = tally.Causes.Where(cause => Array.IndexOf(MissedRules, cause.Rule.Id) >= 0).ToList();
        if (missed.Count > 0)
            _html.Table("What may have been done and is not on the claim",
                ["What", "#Findings", "#Claims", "Why it matters"],
                missed.Select(cause => new[]
                {
                    $"{Title(cause.Rule)} ({cause.Rule.Id})", Html.Number(cause.Findings), Html.Number(cause.Claims),
                    cause.Rule.Why,
                }));
        else Paragraph("No claim shows by itself that something done was not billed.");
        if (Evidence is null)
            Paragraph("Not judged: what was given and never came to a claim. Claims cannot tell that; records of "
                + "visits (--evidence) could.", "p class=\"note\"");
        else WriteUnbilled(Evidence);
        Close();
    }

    private void WriteUnbilled(EvidenceSummary evidence)
    {
        if (evidence.Unbilled.Count == 0)
        {
            Paragraph($"Every drug that the {Html.Count(evidence.Encounters, "record")} of visits show is on a claim.");
            return;
        }
        _html.Table(
            $"{Html.Count(evidence.Unbilled.Count, "drug")} given and not billed, those to be sent first on top",
            ["Drug", "Given", "Account", "Payer", "#Cost", "Send by"],
            evidence.Unbilled.OrderBy(one => one.SendBy ?? DateOnly.MaxValue).Take(MostUnbilled).Select(one => new[]
            {
                $"{one.Given.Drug}{(one.Given.Dose.IsNone ? "" : $" {one.Given.Dose}")}", $"{one.Given.Day:yyyy-MM-dd}",
                one.Item.Encounter.Claim.PatientAccount, one.Payer.Length > 0 ? one.Payer : "not known",
                one.CostUsd is { } usd ? Html.Money(usd) : "not known",
                one.SendBy is not { } last ? "not known" : $"{last:yyyy-MM-dd}"
                    + (last < evidence.AsOf ? ", passed" : "") + (one.IsCommonLimit ? ", shortest common limit" : ""),
            }));
        if (evidence.Unbilled.Count > MostUnbilled)
            Paragraph($"And {Html.Number(evidence.Unbilled.Count - MostUnbilled)} more.", "p class=\"note\"");
    }

    private void WriteSuppressed(SuppressionList list)
    {
        Open("suppressed", "Findings set apart");
        Paragraph($"{Html.Count(totals.Suppressed, "finding")} were set apart by {list.Path}: somebody answers for "
            + "them until the day shown. They count in no sum of this page.");
        _html.Table("Entries of the file", ["Entry", "Names", "#Findings", "Until", "State", "Reason"],
            list.Entries.Take(200).Select(entry => new[]
            {
                Html.Number(entry.Number), entry.Target, Html.Number(entry.Count), $"{entry.Expires:yyyy-MM-dd}",
                entry.StateOn(options.AsOf) switch
                {
                    SuppressionState.Expired => "expired, counts no more",
                    SuppressionState.Unmatched => "fits no finding",
                    _ => "in use",
                },
                entry.Reason,
            }));
        if (list.Entries.Count > 200)
            Paragraph($"And {Html.Number(list.Entries.Count - 200)} more entries.", "p class=\"note\"");
        Close();
    }
}
