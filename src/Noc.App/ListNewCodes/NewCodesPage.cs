using System.Globalization;
using Noc.App.FindCodes;
using Noc.Tables;

namespace Noc.App.ListNewCodes;

/// <summary>The list for people, in 80 columns: what must change first, then the codes.</summary>
internal sealed class NewCodesPage
{
    private const int MostNdcs = 4, MostRows = 200, MostSends = 20;

    private readonly List<Source> _sources = [];

    public static string Write(NewCodesAnswer answer, bool isColored) =>
        new NewCodesPage().Write(answer, new Paragraphs(isColored));

    private string Write(NewCodesAnswer answer, Paragraphs page)
    {
        if (answer.Claims is { } claims) Claims(page, claims, answer.On);
        if (answer.Evidence is { } evidence) Evidence(page, evidence);
        page.Head($"Drugs that left an unclassified code since {answer.Since:yyyy-MM-dd}: {answer.Codes.Count}");
        foreach (var code in answer.Codes) Code(page, code);
        if (answer.Codes.Count == 0) page.Plain("None in the tables.");
        page.Gap();
        Others(page, answer);
        page.Head($"Approved since {NewCodesList.WaitingSince(answer.On):yyyy-MM-dd}, without a "
            + (answer.On > answer.CoveredTo ? $"known code in the office to {answer.CoveredTo:yyyy-MM-dd}"
                : $"code in the office on {answer.On:yyyy-MM-dd}") + $": {answer.Waiting.Count}");
        foreach (var drug in answer.Waiting) Waiting(page, drug, answer.On);
        page.Gap();
        Calendar(page, answer);
        foreach (var note in answer.Notes) page.Plain(note, 0);
        page.Plain($"Noc {answer.Noc}, tables {answer.Tables}, for {answer.On:yyyy-MM-dd}.", 0);
        if (answer.Notice is { } notice) page.Plain(notice, 0);
        page.Gap();
        page.Head("Sources");
        for (var i = 0; i < _sources.Count; i++) page.Plain($"{i + 1}  {CardText.Name(_sources[i])}");
        return page.ToString();
    }

    private static void Claims(Paragraphs page, ClaimsCard claims, DateOnly day)
    {
        page.Head($"Lines to recode: {claims.Recode.Count} of {claims.UnclassifiedLines} unclassified lines in "
            + $"{claims.Claims} claims");
        foreach (var line in claims.Recode.Take(MostRows))
        {
            page.Plain($"{line.Claim} line {line.Line}  {line.Day:yyyy-MM-dd}  {line.OldCode} to {line.NewCode}"
                + (line.Units is { } units ? $", {Number(units)} {(units == 1 ? "unit" : "units")}" : "")
                + $"  {line.Drug}");
            page.Plain($"{line.File}; found by {line.FoundBy}"
                + (line.Arithmetic.Length > 0 ? $"; {line.Arithmetic}" : "")
                + (line.Note.Length > 0 ? $"; {line.Note}" : ""), 4);
        }
        More(page, claims.Recode.Count, MostRows);
        page.Gap();
        if (claims.Send.Count == 0) return;
        page.Head($"Do not hold: {claims.Send.Count} lines of drugs that had no code on their day");
        foreach (var line in claims.Send.OrderBy(line => line.SendBy).Take(MostSends))
            page.Plain($"{line.Claim} line {line.Line}  {line.Day:yyyy-MM-dd}  {line.Code}  {line.Drug}: "
                + (line.IsLate ? "LATE; " : line.SendBy < day ? "may be late; "
                    : $"send by {line.SendBy:yyyy-MM-dd}; ") + line.Text
                + (line.NextCode.Length > 0
                    ? $"; {line.NextCode} counts from {line.NextCodeFrom:yyyy-MM-dd} only" : "") + ".");
        More(page, claims.Send.Count, MostSends);
        page.Gap();
    }

    private static void Evidence(Paragraphs page, EvidenceCard evidence)
    {
        page.Head($"Rows that still name the old code: {evidence.Stale.Count} of {evidence.Rows} in "
            + $"{evidence.Files} files");
        foreach (var row in evidence.Stale.Take(MostRows))
        {
            page.Plain($"{row.Kind} {(row.Id.Length > 0 ? row.Id : $"row {row.Row}")}  {row.OldCode}  {row.Drug}: "
                + $"{row.Action}.");
            page.Plain($"{row.File}, row {row.Row}; found by {row.FoundBy}", 4);
        }
        More(page, evidence.Stale.Count, MostRows);
        page.Gap();
    }

    private void Code(Paragraphs page, NewCodeCard code)
    {
        var unit = code.Unit.Length > 0 ? $"per {code.Unit}" : "(unit not known)";
        page.Plain($"{code.First:yyyy-MM-dd}  {code.Code} {unit}  {code.Drug}"
            + (code.For.Length > 0 && !code.Drug.StartsWith(code.For, StringComparison.OrdinalIgnoreCase)
                ? $", for {code.For}" : "")
            + (code.Last is { } last ? $", until {last:yyyy-MM-dd}" : ""));
        var before = string.Join("; ", code.Before.GroupBy(old => old.Code).Select(group =>
            $"{group.Key} ({string.Join(" and ", group.Select(old => old.Setting))})"));
        page.Plain($"before: {before}{Ndcs(code.Ndcs)}{(code.Confidence is "high" ? "" : $"; {code.Confidence} "
            + "confidence")}{Cited(code.Sources)}", 14);
        if (code.Note.Length > 0) page.Plain(code.Note, 14);
    }

    private static string Ndcs(IReadOnlyList<string> ndcs) => ndcs.Count == 0 ? "; no NDC in the crosswalks loaded"
        : $"; NDC {string.Join(", ", ndcs.Take(MostNdcs))}"
            + (ndcs.Count > MostNdcs ? $" and {ndcs.Count - MostNdcs} more" : "");

    private static void Others(Paragraphs page, NewCodesAnswer answer)
    {
        if (answer.Ndcs.Count > 0)
        {
            page.Head("Packages that were priced by name and have a code since");
            foreach (var one in answer.Ndcs)
                page.Plain($"{one.First:yyyy-MM-dd}  {one.Code} per {one.Dosage}  {one.Name}, NDC {one.Ndc}");
            page.Gap();
        }
        if (answer.NotInList.Count == 0) return;
        page.Head("New drug codes that no drug of our list stands for yet");
        foreach (var one in answer.NotInList) page.Plain($"{one.First:yyyy-MM-dd}  {one.Code}  {one.Text}");
        page.Gap();
    }

    private void Waiting(Paragraphs page, WaitingCard drug, DateOnly day) => page.Plain(
        $"{drug.Drug}, approved {drug.Approved:yyyy-MM-dd}{(drug.IsApprovalVerified ? "" : " (from memory)")}: "
        + $"{drug.Code} (hospital outpatient {drug.HospitalCode}); {Expected(drug, day)}.{Cited(drug.Sources)}");

    private void Calendar(Paragraphs page, NewCodesAnswer answer)
    {
        page.Head("Calendar of codes, by the published rhythm");
        page.Row("  applied  decided  count from");
        foreach (var round in answer.Calendar)
            page.Row($"  {round.Applied}   {round.Decided}   {round.Effective:yyyy-MM-dd}  {round.Status}"
                + (round.Effective > answer.On ? "" : round.IsLoaded ? ", loaded" : ", not loaded"));
        page.Plain($"Quarters and first days; on which day applications close is on the agency's page. "
            + $"{Words.Of(Confidence.Medium)} confidence{Cited(answer.Calendar[0].Sources)}");
        page.Gap();
    }

    // Numbers of the sources that stand at the end.
    private string Cited(IReadOnlyList<Source> sources)
    {
        var numbers = new List<int>();
        foreach (var source in sources)
        {
            if (!_sources.Contains(source)) _sources.Add(source);
            numbers.Add(_sources.IndexOf(source) + 1);
        }
        return numbers.Count == 0 ? "" : $" [{string.Join(',', numbers)}]";
    }

    private static string Expected(WaitingCard drug, DateOnly day) => drug.UsualCode < day
        ? $"most drugs had a code by {drug.UsualCode:yyyy-MM-dd}"
        : $"a code can come {(drug.EarliestCode < day ? "any quarter" : $"{drug.EarliestCode:yyyy-MM-dd}")}, "
            + $"most likely {drug.UsualCode:yyyy-MM-dd}";

    private static void More(Paragraphs page, int count, int shown)
    {
        if (count > shown) page.Plain($"and {count - shown} more (--format json lists all)");
    }

    private static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
