using System.Globalization;
using System.Text.RegularExpressions;

namespace Noc.Reference.Originals;

/// <summary>Reads the order file of ICD-10-CM: all codes and headings in tabular order.</summary>
/// <remarks>The codes file beside it holds the billable codes again, with less: it is not read. Nothing in the order
/// file says of which year it is, so its name must (icd10cm_order_2020.txt, icd10cm-order-Jan-2021.txt).</remarks>
public static partial class Icd10CmReader
{
    // 2020 has 94,765 lines, January 2021 95,358.
    private const int CompleteFrom = 90_000;

    // The coding year begins on the first of October of the year before.
    private const int FirstMonth = 10;

    /// <summary>Order file.</summary>
    public static OriginalReader Reader { get; } =
        new(Dataset.Icd10Cm, head => TextFields.AllLines(head, line => TextFields.IsMatch(Layout(), line)), Read);

    /// <summary>Reads one release.</summary>
    /// <exception cref="UnreadableOriginalException">The name does not tell the year.</exception>
    public static Original<Icd10CmRow> Read(OriginalMember member)
    {
        var period = PeriodOf(member);
        using var lines = new LineReader(member.Open());
        var ledger = new Ledger();
        var rows = new List<Icd10CmRow>();
        var pool = new TextPool();
        while (lines.Read() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) ledger.Skip("blank");
            else if (!TextFields.IsMatch(Layout(), line)) ledger.Problem(lines.Count, "The line is not of the layout.");
            else
                rows.Add(new(lines.Count, int.Parse(line.AsSpan(0, 5), CultureInfo.InvariantCulture),
                    pool.At(line, 7, 13), line[14] == '1', pool.At(line, 17, 76),
                    pool.At(line, 78, line.Length)));
        }
        return ledger.Close(
            Dataset.Icd10Cm, period, Cell.ReleaseOf(member), CompleteFrom, rows, lines.Count);
    }

    // "Jan-2021" and "april-1-2025" speak from that month on, "2026" from October 2025; a month in the name of the
    // archive goes before a year in that of the member, as the update of April bears the name of October's file.
    private static Period PeriodOf(OriginalMember member)
    {
        string[] names = [member.Name, Path.GetFileName(member.Path)];
        foreach (var name in names)
            if (TextFields.Match(MonthYear(), name) is { Success: true } match
                && Cell.Month(match.Groups["month"].Value) is > 0 and var month)
                return UntilSeptember(Year(match), month);
        foreach (var name in names)
            if (TextFields.Match(CodingYear(), name) is { Success: true } match)
                return UntilSeptember(Year(match) - 1, FirstMonth);
        throw new UnreadableOriginalException(
            "Neither the file nor its name (such as icd10cm_order_2026.txt) says of which year it is.");
    }

    private static int Year(Match match) => int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);

    private static Period UntilSeptember(int year, int month) =>
        new(new(year, month, 1), new(month >= FirstMonth ? year + 1 : year, 9, 30));

    [GeneratedRegex(@"^\d{5} [A-Z]\d[0-9A-Z]{1,5} {1,5}[01] \S.{59} \S", TextFields.Exact, TextFields.PatienceMs)]
    private static partial Regex Layout();

    [GeneratedRegex(@"(?<![a-z])(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-_ .]*"
        + @"(\d{1,2}[-_ .]+)?(?<year>20\d\d)",
        TextFields.AnyCase, TextFields.PatienceMs)]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"(?<!\d)(?<year>20\d\d)(?!\d)", TextFields.Exact, TextFields.PatienceMs)]
    private static partial Regex CodingYear();
}
