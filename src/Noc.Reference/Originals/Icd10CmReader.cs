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

    // "2026" runs from October 2025 to September 2026; "Jan-2021" and "April 1 2025" from that month on.
    private static Period PeriodOf(OriginalMember member)
    {
        foreach (var name in (string[])[member.Name, Path.GetFileName(member.Path)])
        {
            if (TextFields.Match(MonthYear(), name) is { Success: true } month
                && Cell.Month(month.Groups["month"].Value) is > 0 and var m)
                return UntilSeptember(int.Parse(month.Groups["year"].Value, CultureInfo.InvariantCulture), m);
            if (TextFields.Match(CodingYear(), name) is { Success: true } year)
                return UntilSeptember(
                    int.Parse(year.Groups["year"].Value, CultureInfo.InvariantCulture) - 1, FirstMonth);
        }
        throw new UnreadableOriginalException(
            "Neither the file nor its name (such as icd10cm_order_2026.txt) says of which year it is.");
    }

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
