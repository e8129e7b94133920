using Noc.Audit;

namespace Noc.App.AuditClaims;

/// <summary>The page of the billing audit, section by section.</summary>
internal sealed partial class HtmlPage(
    AuditOptions options, AuditContext context, AuditCounts totals, PracticeTally tally,
    IReadOnlyList<FileReport> files, int fileCount)
{
    private const int MostBars = 8, MostRows = 25, MostSteps = 6;

    private readonly Html _html = new();

    /// <summary>What records of visits tell beside the claims; null where none were read.</summary>
    public EvidenceSummary? Evidence { get; init; }

    private static readonly (string Id, string Title)[] Sections =
    [
        ("glance", "At a glance"), ("plan", "Action plan"), ("first", "Claims to fix first"), ("causes", "Causes"),
        ("payers", "Payers"), ("drugs", "Drugs"), ("who", "Who must answer"), ("missed", "Missed charges"),
        ("checked", "What was checked"), ("method", "Method and data"),
    ];

    /// <summary>The whole page.</summary>
    public string Write()
    {
        WriteHead();
        WriteGlance();
        WritePlan();
        WriteFirst();
        WriteCauses();
        WritePayers();
        WriteDrugs();
        WriteWho();
        WriteMissed();
        if (options.Suppressions is { } list) WriteSuppressed(list);
        WriteChecked();
        WriteMethod();
        _html.Raw("</main>\n<footer><p>").Text($"Noc {NocVersion.Text}, as of {options.AsOf:yyyy-MM-dd}. Noc gives no "
            + "legal or billing advice. This page holds patient account numbers: keep it as you keep claims.")
            .Raw("</p></footer>\n</body></html>\n");
        return _html.ToString();
    }

    private void WriteHead()
    {
        using var style = new StreamReader(typeof(HtmlPage).Assembly.GetManifestResourceStream("report.css")!);
        _html.Raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + "<meta name=\"referrer\" content=\"no-referrer\"><title>")
            .Attribute($"Drug billing audit, {options.AsOf:yyyy-MM-dd}").Raw("</title>\n<style>\n")
            .Raw(style.ReadToEnd().ReplaceLineEndings("\n"))
            .Raw("</style></head>\n<body><a class=\"skip\" href=\"#main\">Skip to the audit</a>\n<header><h1>"
            + "Drug billing audit</h1><p class=\"sub\">").Text(Subtitle())
            .Raw("</p>\n<nav aria-label=\"Sections\"><ul>");
        foreach (var (id, title) in Sections) _html.Raw($"<li><a href=\"#{id}\">").Text(title).Raw("</a></li>");
        _html.Raw("</ul></nav></header>\n<main id=\"main\">\n");
    }

    private string Subtitle()
    {
        var days = tally.Days is { } range ? range.From == range.To ? $" Service on {range.From:yyyy-MM-dd}."
            : $" Service from {range.From:yyyy-MM-dd} to {range.To:yyyy-MM-dd}." : "";
        return $"As of {options.AsOf:yyyy-MM-dd}. {Html.Count(totals.Claims, "claim")} in "
            + $"{Html.Count(fileCount, "file")}, {Html.Count(totals.UnclassifiedLines, "line")} of drugs without a "
            + $"code of their own.{days}";
    }

    private void Open(string id, string title) =>
        _html.Raw($"<section aria-labelledby=\"{id}\">").Element($"h2 id=\"{id}\"", title).Raw("\n");

    private void Close() => _html.Raw("</section>\n");

    private void Paragraph(string text, string kind = "p") => _html.Element(kind, text).Raw("\n");

    private void WriteGlance()
    {
        Open("glance", "At a glance");
        Paragraph(Verdict());
        _html.Raw("<div class=\"cards\">");
        Card("ready", "Ready to send", totals.ReadyUsd, totals.Ready);
        Card("fix", "Fix, then send", totals.FixUsd, totals.Fix);
        Card("hold", "Hold for a document", totals.HoldUsd, totals.Hold);
        _html.Raw("<div class=\"card\"><span class=\"k\">At risk of denial</span>")
            .Element("span class=\"v\"", Html.Money(totals.AtRiskUsd))
            .Element("span class=\"c\"", tally.LateUsd > 0 ? $"and {Html.Money(tally.LateUsd)} would come late"
                : "each line counted once").Raw("</div></div>\n");
        HtmlCharts.Shares(_html, $"Of all charges, {Html.Money(totals.ReadyUsd)} are ready, "
            + $"{Html.Money(totals.FixUsd)} to be fixed and {Html.Money(totals.HoldUsd)} on hold.",
            [("ready", totals.ReadyUsd), ("fix", totals.FixUsd), ("hold", totals.HoldUsd)]);
        Paragraph("Dollars are charges, not payments. Claims that are not to be billed, or go to another payer, "
            + "count among those to fix."
            + (totals.ExpectedAtRiskUsd > 0 ? " Of what is at risk, payers would be expected to pay about "
                + $"{Html.Money(totals.ExpectedAtRiskUsd)}, lines that could not be priced left out." : ""),
            "p class=\"note\"");
        if (totals.Suppressed > 0)
            Paragraph($"{Html.Count(totals.Suppressed, "finding")} set apart by {options.Suppressions?.Path} "
                + "count nowhere above; they are listed below.", "p class=\"note\"");
        Close();

        void Card(string kind, string name, decimal usd, long claims) =>
            _html.Raw($"<div class=\"card {kind}\">").Element("span class=\"k\"", name)
                .Element("span class=\"v\"", Html.Money(usd)).Element("span class=\"c\"", Html.Count(claims, "claim"))
                .Raw("</div>");
    }

    private string Verdict()
    {
        if (totals.Claims == 0) return "No claim was read. See what was checked.";
        if (totals.Fix + totals.Hold == 0)
            return $"All {Html.Number(totals.Claims)} claims are ready to send: nothing would be rejected, denied or "
                + "delayed as far as it could be judged.";
        var first = Causes().FirstOrDefault();
        return $"{Html.Number(totals.Ready)} of {Html.Count(totals.Claims, "claim")} "
            + $"{(totals.Ready == 1 ? "is" : "are")} ready to send. {Html.Number(totals.Fix)} must be changed first"
            + (totals.Hold > 0 ? $", {Html.Number(totals.Hold)} wait for a document" : "")
            + $". As they stand, {Html.Money(totals.AtRiskUsd)} would be rejected or denied."
            + (first is not null && first.AtRiskUsd > 0
                ? $" The first cause: {Title(first.Rule)} ({Html.Money(first.AtRiskUsd)})." : "");
    }

    private IOrderedEnumerable<PracticeTally.Cause> Causes() => tally.Causes
        .OrderByDescending(cause => cause.AtRiskUsd).ThenByDescending(cause => cause.LateUsd)
        .ThenByDescending(cause => cause.Worst).ThenByDescending(cause => cause.Findings)
        .ThenBy(cause => cause.Rule.Id, StringComparer.Ordinal);

    // "ndc-missing" as people say it.
    private static string Title(RuleInfo rule)
    {
        var words = rule.Name.Split('-').Select(word => word switch
        {
            "ndc" => "NDC",
            "jw" or "jz" or "dme" or "esrd" or "c9399" => word.ToUpperInvariant(),
            _ => word,
        });
        var text = string.Join(' ', words);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string Title(Severity severity) => severity switch
    {
        Severity.Reject => "Would be rejected",
        Severity.Deny => "Would be denied",
        Severity.Delay => "Would be delayed",
        Severity.Warn => "Warning",
        _ => "Note",
    };

    private static string OneWord(Severity severity) => severity switch
    {
        Severity.Reject => "Rejected",
        Severity.Deny => "Denied",
        Severity.Delay => "Delayed",
        _ => Title(severity),
    };
}
