using Noc.App.ManageData;
using Noc.Audit;
using Noc.Tables;

namespace Noc.App.AuditClaims;

internal sealed partial class HtmlPage
{
    private const int MostProblems = 50;

    private void WriteChecked()
    {
        Open("checked", "What was checked");
        Paragraph($"{Html.Count(fileCount, "file")} with {Html.Count(totals.Claims, "claim")} and "
            + $"{Html.Count(totals.Lines, "service line")}. {Html.Count(totals.DrugLines, "line")} bill drugs, "
            + $"{Html.Number(totals.UnclassifiedLines)} of them under a code that names no drug. Each went through "
            + $"{Html.Count(RuleCatalog.All.Count, "rule")}: code, description, NDC and quantity, units, waste and "
            + "modifiers, diagnosis, authorization, invoice and attachment, administration, charge, duplicates. Lines "
            + "that bill no drug were not judged.");
        _html.Element("h3", "What could not be judged").Raw("<ul>");
        foreach (var text in NotJudged.Of(totals)) _html.Element("li", text);
        _html.Element("li", Evidence is null
            ? "Whether the drug was given, and given as billed: claims only were read."
            : $"Whether the drug of {Html.Count(Evidence.Unmatched + Evidence.Ambiguous, "claim")} was given, and "
                + "given as billed: no one record of a visit fits.");
        _html.Element("li", "What a payer will pay, and whether it covers the drug for this patient.");
        if (options.MinSeverity > Severity.Info)
            _html.Element("li", $"Sums count every finding; lists of other reports leave out those below "
                + $"{Words.Of(options.MinSeverity)}.");
        _html.Raw("</ul>\n");
        WriteProblems();
        Close();
    }

    private void WriteProblems()
    {
        var problems = files.SelectMany(file => file.Problems.Select(problem => (file.Path, Problem: problem)))
            .ToList();
        if (problems.Count == 0) return;
        _html.Element("h3", "Problems of the files");
        _html.Table("Places where a file is not as it should be; claims may be lost there",
            ["File", "Kind", "#Byte", "Problem"], problems.Take(MostProblems).Select(one => new[]
            {
                Name(one.Path), Words.Of(one.Problem.Severity), Html.Number(one.Problem.Offset), one.Problem.Message,
            }));
        if (problems.Count > MostProblems)
            Paragraph($"And {Html.Number(problems.Count - MostProblems)} more.", "p class=\"note\"");
    }

    private void WriteMethod()
    {
        Open("method", "Method and data");
        _html.Raw("<dl>");
        Term("How", "Every drug line is read with its text, NDC, quantity and modifiers, and judged by the rules for "
            + "its payer and its date of service. A rule whose facts are missing says nothing. What is doubtful is a "
            + "warning, never a denial.");
        Term("Dollars", "Charges of the lines. At risk: lines that would be rejected or denied as they stand. Late: "
            + "lines that would be paid after records were asked for. Each line counts once.");
        Term("Decisions", "Ready: nothing found that stops it; warnings and notes cost nothing by themselves. Fix: "
            + "something must be changed. Hold: the claim is right and waits for a document.");
        Term("Program and rules", $"Noc {NocVersion.Text}, {Html.Count(RuleCatalog.All.Count, "rule")}; "
            + $"{Html.Count(context.Policies.All.Count(), "payer policy").Replace("policys", "policies",
                StringComparison.Ordinal)}, read up to "
            + $"{context.Policies.All.SelectMany(one => one.Values).Max(one => one.Source.Read):yyyy-MM-dd}.");
        Term("Tables", $"{context.Tables.Version}, for dates of service to {context.Tables.CoveredTo:yyyy-MM-dd}.");
        _html.Raw("</dl>\n");
        WriteData();
        _html.Raw("<div class=\"files\">").Table("Files", ["File", "#Claims", "#Bytes", "SHA-256"],
            files.Select(file => new[]
            {
                Name(file.Path), Html.Number(file.Counts.Claims), Html.Number(file.Counts.Bytes),
                file.Sha256.Length > 0 ? file.Sha256 : "could not be read",
            })).Raw("</div>");
        if (fileCount > files.Count)
            Paragraph($"And {Html.Number(fileCount - files.Count)} more files.", "p class=\"note\"");
        Close();

        void Term(string name, string text) => _html.Element("dt", name).Element("dd", text);
    }

    private void WriteData()
    {
        var rows = new List<string[]>();
        foreach (var group in context.Tables.Image.Rows<LoadedRecord>().All.ToArray()
            .Where(record => record.Kind is not LoadedKind.Superseded).GroupBy(record => record.Dataset))
        {
            var (first, last) = (group.Min(record => record.Days.From), group.Max(record => record.Days.To));
            rows.Add(
            [
                DatasetNotes.Of(group.Key).Name,
                group.Any(record => record.Kind is LoadedKind.Complete) ? "complete" : "an extract",
                $"{(first is null ? "always" : $"{first:yyyy-MM-dd}")} to "
                    + (group.Any(record => record.Days.To is null) ? "open" : $"{last:yyyy-MM-dd}"),
                Html.Number(group.Sum(record => (long)record.Rows)),
            ]);
        }
        if (rows.Count > 0) _html.Table("Data of agencies in use", ["Data", "How much", "Days", "#Rows"], rows);
        else Paragraph("No files of agencies are loaded; the facts that ship with Noc were used.");
    }

    private static string Name(string path) => path == "-" ? "standard input" : path;
}
