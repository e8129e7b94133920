using Noc.App.ExplainRules;

namespace Noc.App.AuditClaims;

internal sealed partial class HtmlPage
{
    private void WriteCauses()
    {
        Open("causes", "Causes");
        var causes = Causes().ToList();
        if (causes.Count == 0)
        {
            Paragraph("Nothing was found.");
            Close();
            return;
        }
        HtmlCharts.Bars(_html, "Dollars by cause", [.. causes.Where(cause => cause.AtRiskUsd + cause.LateUsd > 0)
            .Take(MostBars).Select(cause => (Title(cause.Rule), cause.AtRiskUsd, cause.LateUsd))]);
        _html.Table("Causes, those that cost most first",
            ["Cause", "Rule", "At worst", "#Findings", "#Claims", "#At risk", "#Late", "Who answers"],
            causes.Select(cause => new[]
            {
                Title(cause.Rule), cause.Rule.Id, OneWord(cause.Worst), Html.Number(cause.Findings),
                Html.Number(cause.Claims), Html.Money(cause.AtRiskUsd), Html.Money(cause.LateUsd),
                Answerers.Name(Answerers.Of(cause.Rule)),
            }));
        Paragraph("A line's dollars count once, with the worst that was found on it, so a cause may show findings and "
            + "no dollars. `noc explain` with the rule tells all about it.", "p class=\"note\"");
        Close();
    }

    private void WritePayers()
    {
        Open("payers", "Payers");
        WriteSums(tally.Payers, "claims with drugs", "other payers", "Claims", "Not ready");
        Close();
    }

    private void WriteDrugs()
    {
        Open("drugs", "Drugs");
        Paragraph("Lines that bill a drug under an unclassified code, by the name that the line gives it.",
            "p class=\"note\"");
        WriteSums(tally.Drugs, "unclassified drug lines", "other drugs", "Lines", "In trouble");
        Close();
    }

    private void WriteSums(NameSums sums, string what, string rest, string count, string troubled)
    {
        var top = sums.Top(MostRows);
        if (top.Count == 0)
        {
            Paragraph($"There are no {what}.");
            return;
        }
        var title = char.ToUpperInvariant(what[0]) + what[1..];
        HtmlCharts.Bars(_html, title, [.. top.Where(sum => sum.Name.Length > 0 && sum.AtRiskUsd + sum.LateUsd > 0)
            .Take(MostBars).Select(sum => (sum.Name, sum.AtRiskUsd, sum.LateUsd))]);
        _html.Table($"{title}, those with most at risk first",
            ["Name", $"#{count}", $"#{troubled}", "#Charges", "#At risk", "#Late"],
            top.Select(sum => new[]
            {
                sum.Name.Length > 0 ? sum.Name : $"All {rest}", Html.Number(sum.Count), Html.Number(sum.Troubled),
                Html.Money(sum.ChargeUsd), Html.Money(sum.AtRiskUsd), Html.Money(sum.LateUsd),
            }));
    }

    private void WriteWho()
    {
        Open("who", "Who must answer");
        var groups = Causes().GroupBy(cause => Answerers.Of(cause.Rule)).ToDictionary(group => group.Key,
            group => group.ToList());
        if (groups.Count == 0) Paragraph("Nobody: nothing was found.");
        foreach (var who in Answerers.All)
        {
            if (!groups.TryGetValue(who, out var causes)) continue;
            _html.Element("h3", $"{Answerers.Name(who)}: {Html.Count(causes.Sum(cause => cause.Findings), "finding")}, "
                + $"{Html.Money(causes.Sum(cause => cause.AtRiskUsd + cause.LateUsd))}").Raw("\n");
            Paragraph(Answerers.Brings(who), "p class=\"note\"");
            _html.Table($"What {Answerers.Name(who).ToLowerInvariant()} is asked",
                ["Cause", "#Findings", "#Dollars", "What to do"],
                causes.Select(cause => new[]
                {
                    $"{Title(cause.Rule)} ({cause.Rule.Id})", Html.Number(cause.Findings),
                    Html.Money(cause.AtRiskUsd + cause.LateUsd), RulePages.WhatToDo(cause.Rule.Id),
                }));
        }
        var idle = Answerers.All.Where(who => !groups.ContainsKey(who)).Select(Answerers.Name).ToList();
        if (idle.Count > 0 && groups.Count > 0)
            Paragraph($"Nothing to answer: {string.Join(", ", idle).ToLowerInvariant()}.", "p class=\"note\"");
        Close();
    }

    private void WritePlan()
    {
        Open("plan", "Action plan");
        var causes = Causes().Where(cause => cause.Worst >= Severity.Warn).ToList();
        if (causes.Count == 0)
        {
            Paragraph(totals.Claims == 0 ? "No claim was read." : "Send the claims. Nothing needs to be changed.");
            Close();
            return;
        }
        _html.Raw("<ol class=\"plan\">");
        if (totals.Ready > 0)
            Step($"Send the {Html.Count(totals.Ready, "ready claim")} today ({Html.Money(totals.ReadyUsd)}).", "");
        if (tally.First.Count > 0)
            Step($"Fix the {Html.Count(tally.First.Count, "claim")} below first: together "
                + $"{Html.Money(tally.First.Sum(claim => claim.AtRiskUsd))} at risk.", "");
        var costly = causes.Where(cause => cause.AtRiskUsd + cause.LateUsd > 0).ToList();
        foreach (var cause in costly.Take(MostSteps))
            Step($"{Answerers.Name(Answerers.Of(cause.Rule))}: {Title(cause.Rule)}, "
                + $"{Html.Count(cause.Claims, "claim")}, {Html.Money(cause.AtRiskUsd + cause.LateUsd)}.",
                RulePages.WhatToDo(cause.Rule.Id));
        if (costly.Count > MostSteps)
            Step($"Then the other {Html.Count(costly.Count - MostSteps, "cause")} of the table below, together "
                + $"{Html.Money(costly.Skip(MostSteps).Sum(cause => cause.AtRiskUsd + cause.LateUsd))}.", "");
        var others = causes.Where(cause => cause.AtRiskUsd + cause.LateUsd == 0).ToList();
        var counted = others.Where(cause => cause.Worst >= Severity.Delay).ToList();
        if (counted.Count > 0)
            Step($"With them settle {Html.Count(counted.Sum(cause => cause.Findings), "finding")} whose dollars are "
                + $"counted above: {Ids(counted)}.", "");
        var warnings = others.Except(counted).ToList();
        if (warnings.Count > 0)
        {
            var count = warnings.Sum(cause => cause.Findings);
            Step($"{(causes.Count > warnings.Count ? "Then look" : "Look")} at {Html.Count(count, "warning")} that "
                + (count == 1 ? "costs nothing by itself and does not hold its claim: "
                    : "cost nothing by themselves and hold no claim: ")
                + $"{Ids(warnings)}.", "");
        }
        Step((totals.Fix + totals.Hold > 0 ? "Audit what you changed again before you send it. " : "")
            + "A cause that comes back every week is a matter of the order form, the drug list or the charge list, not "
            + "of the claim.", "");
        _html.Raw("</ol>\n");
        Close();

        static string Ids(List<PracticeTally.Cause> causes) =>
            string.Join(", ", causes.Take(MostSteps).Select(cause => cause.Rule.Id))
            + (causes.Count > MostSteps ? " and others" : "");

        void Step(string what, string how)
        {
            _html.Raw("<li>").Element("strong", what);
            if (how.Length > 0) _html.Raw(" ").Text(how);
            _html.Raw("</li>");
        }
    }
}
