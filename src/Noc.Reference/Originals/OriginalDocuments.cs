using System.Text.RegularExpressions;

namespace Noc.Reference.Originals;

/// <summary>What stands beside the data in a release: read-me files, layouts, notes, prints of sheets. An import says
/// why it leaves them out, so that "not recognised" is kept for what nobody knows.</summary>
public static partial class OriginalDocuments
{
    private const int FirstLines = 60;

    // The first that holds for any of the first lines explains the file.
    private static readonly (Func<string, bool> Is, string Why)[] Signs =
    [
        (line => line.Contains("CMS RIF REPORT", StringComparison.Ordinal)
            || Has(line, "record layout"), "a description of columns"),
        (line => line.Trim().Equals("PROCESSING NOTES", StringComparison.OrdinalIgnoreCase),
            "notes on processing, which say nothing of drugs"),
        (line => Has(line, "HCPCS File Content") || Has(line, "Update Information"), "a read-me file"),
        (line => CorrectionsPrint().IsMatch(line), "a print that cuts cells off; the workbook beside it is read"),
        (line => line.StartsWith("Revise from:", StringComparison.Ordinal)
            || line.StartsWith("Add:", StringComparison.Ordinal)
            || line.StartsWith("Delete:", StringComparison.Ordinal),
            "changes that the code file of the year holds already"),
        (line => DiagnosisLine().IsMatch(line), "diagnosis codes without headings; the order file beside it is read"),
        (line => line.StartsWith("code,add_date,effective_year", StringComparison.Ordinal),
            "codes of which a rebuilt file lost the day of the last change; no agency's file"),
        (line => line.StartsWith("path,dataset,publisher", StringComparison.Ordinal) || line.StartsWith("# ",
            StringComparison.Ordinal), "a description of files"),
    ];

    /// <summary>Why a member that no reader recognises holds no data for the tables; null where that is not known.
    /// </summary>
    public static string? Why(OriginalHead head)
    {
        if (head.IsSheet) return null;
        if (head.Lines.Count == 0) return "neither text nor a workbook";
        foreach (var (sign, why) in Signs)
            for (var i = 0; i < Math.Min(FirstLines, head.Lines.Count); i++)
                if (head.Lines[i].Length < 1_000 && sign(head.Lines[i])) return why;
        return null;
    }

    private static bool Has(string line, string words) => line.Contains(words, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*CODE\s+ACTION\s+EFF DATE\s", TextFields.Exact, TextFields.PatienceMs)]
    private static partial Regex CorrectionsPrint();

    // Up to seven characters without a dot, blanks up to column 8, and a title.
    [GeneratedRegex(@"^(?=.{7} [A-Z])[A-TV-Z]\d[0-9A-Z][0-9A-Z]{0,4} +[A-Z][a-z]", TextFields.Exact,
        TextFields.PatienceMs)]
    private static partial Regex DiagnosisLine();
}
