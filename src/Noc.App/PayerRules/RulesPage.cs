using System.Globalization;

namespace Noc.App.PayerRules;

/// <summary>Policies for people, in 80 columns.</summary>
internal static class RulesPage
{
    public static string List(RulesListReport report, bool isColored)
    {
        var page = new Paragraphs(isColored);
        if (report.Policy is { } policy) Policy(page, policy, report);
        else
        {
            page.Head($"{"policy",-34}{"level",-12}{"values",6}{"rules",7}{"notes",7}  newest read");
            foreach (var line in report.Policies!)
            {
                page.Row(string.Create(CultureInfo.InvariantCulture,
                    $"{line.Id,-34}{line.Level,-12}{line.Values,6}{line.Rules,7}{line.Guidance,7}  ")
                    + Day(line.NewestRead));
                page.Plain(line.Name, 4);
            }
            page.Gap();
        }
        page.Plain($"Noc {NocVersion.Text}, payer rules {report.PayerRules}, for {report.On:yyyy-MM-dd}."
            + (report.Policy is null ? " `noc rules list --payer ID` shows what one wants." : ""), 0);
        return page.ToString();
    }

    private static void Policy(Paragraphs page, PolicyCard policy, RulesListReport report)
    {
        page.Head($"{policy.Id}  {policy.Name}");
        if (policy.Payer is not null) page.Add("Payer", policy.Payer);
        page.Add("Builds on", string.Join(" > ", policy.Path.Select(step => $"{step.Id} ({step.Level})")));
        if (report.Notice is { } notice) page.Add("Note", notice);
        foreach (var key in policy.Values.GroupBy(value => value.Key))
        {
            page.Gap();
            page.Head(key.Key);
            page.Plain(key.First().Meaning, 0);
            foreach (var value in key) Value(page, value);
        }
        if (policy.Rules.Count > 0)
        {
            page.Gap();
            page.Head("Rules of their own");
        }
        foreach (var rule in policy.Rules)
        {
            page.Plain($"{rule.Id}: {rule.Says}{(rule.Expected.Length > 0 ? $" Expected: {rule.Expected}." : "")}");
            page.Plain($"when {rule.When}", 4);
            page.Plain($"{rule.Severity}, {rule.Confidence} confidence; {Source(rule.Source)}", 4);
            page.Plain($"from {rule.Policy}, {At(rule.Place)}", 4);
        }
        if (policy.Guidance.Count > 0)
        {
            page.Gap();
            page.Head("Good to know");
        }
        foreach (var note in policy.Guidance)
        {
            page.Plain($"{note.Topic}{(note.Scope is { } scope ? $" ({scope})" : "")}: {note.Says}");
            page.Plain($"{note.Confidence} confidence; {Source(note.Source)}", 4);
            page.Plain($"from {note.Policy}, {At(note.Place)}"
                + (note.DisagreesWith.Count > 0 ? $"; disagrees with {string.Join(", ", note.DisagreesWith)}" : "")
                + (note.Rules is { } rules ? $"; shown with {string.Join(", ", rules)}" : ""), 4);
        }
        page.Gap();
    }

    private static void Value(Paragraphs page, ValueCard value)
    {
        page.Plain($"{(value.Adds ? "also " : "")}{value.Value}: {value.Scope}");
        page.Plain($"{(value.Severity is { } severity ? $"{severity}, " : "")}{value.Confidence} confidence; "
            + Source(value.Source), 4);
        page.Plain($"from {value.Policy}, {At(value.Place)}", 4);
        foreach (var other in value.Overrides)
            page.Plain($"instead of {other.Value} ({other.Scope}) from {other.Policy}, {At(other.Place)}", 4);
    }

    /// <summary>Conflicts, the value that counts first.</summary>
    public static string Conflicts(ConflictsReport report, bool isColored)
    {
        var page = new Paragraphs(isColored);
        foreach (var conflict in report.Conflicts)
        {
            page.Head($"{conflict.Topic}  {conflict.Used.Policy}"
                + (conflict.Kind is not "overlap" ? "" : conflict.Used.Policy != conflict.Other.Policy
                    ? $"  (it builds on {conflict.Other.Policy})" : "  (the narrower counts where both fit)"));
            Claim(page, "Counts", conflict.Used);
            Claim(page, "Other", conflict.Other);
            page.Gap();
        }
        var count = report.Conflicts.Count;
        page.Plain(string.Create(CultureInfo.InvariantCulture, $"{count} place{(count == 1 ? "" : "s")} where two ")
            + $"sources disagree. Noc {NocVersion.Text}, payer rules {report.PayerRules}, for "
            + $"{report.On:yyyy-MM-dd}.", 0);
        return page.ToString();
    }

    private static void Claim(Paragraphs page, string label, ClaimCard claim)
    {
        page.Add(label, $"{claim.Says}{(claim.Scope.Length > 0 ? $" ({claim.Scope})" : "")}");
        page.Add("", $"{claim.Confidence} confidence; {Source(claim.Source)}");
        page.Add("", $"{claim.Kind} of {claim.Policy}, {At(claim.Place)}"
            + (claim.Rows.Count > 0 ? $", {string.Join(", ", claim.Rows)}" : ""));
    }

    private static string Source(SourceCard source) => source.Title
        + (source.Section.Length > 0 ? $", {source.Section}" : "")
        + (source.Effective is { } effective ? $", in force {effective:yyyy-MM-dd}" : "")
        + (source.Read is { } read ? $", read {read:yyyy-MM-dd}" : "");

    private static string At(PlaceCard place) => $"{place.File}:{place.Line}:{place.Column}";

    private static string Day(DateOnly? day) => day is { } known ? $"{known:yyyy-MM-dd}" : "unknown";
}
