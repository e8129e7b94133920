using System.Globalization;
using System.Text.RegularExpressions;

namespace Noc.Reference.Originals;

/// <summary>Reads which contractor and locality a ZIP code belongs to (fixed width 80).</summary>
public static partial class ZipLocalityReader
{
    // October 2025 has 42,956 ZIP codes.
    private const int CompleteFrom = 40_000;

    /// <summary>ZIP5 txt.</summary>
    public static OriginalReader Reader { get; } =
        new(Dataset.ZipLocalities, head => TextFields.AllLines(head, line => TextFields.IsMatch(Layout(), line)), Read);

    /// <summary>Reads one quarter, which every line prints.</summary>
    /// <exception cref="UnreadableOriginalException">No line prints the quarter, or they differ.</exception>
    public static Original<ZipLocalityRow> Read(OriginalMember member)
    {
        using var lines = new LineReader(member.Open());
        var ledger = new Ledger();
        var rows = new List<ZipLocalityRow>();
        var pool = new TextPool();
        var quarter = "";
        while (lines.Read() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) ledger.Skip("blank");
            else if (!TextFields.IsMatch(Layout(), line)) ledger.Problem(lines.Count, "The line is not of the layout.");
            else
            {
                if (quarter.Length == 0) quarter = line[75..80];
                if (!line.AsSpan(75, 5).SequenceEqual(quarter))
                    throw new UnreadableOriginalException("The file holds lines of two quarters.");
                rows.Add(new(lines.Count, pool.At(line, 1, 2), line[2..7], pool.At(line, 8, 12), pool.At(line, 13, 14),
                    TextFields.CharOrNull(TextFields.Span(line, 15, 15)), pool.AtOrNull(line, 16, 17),
                    line[20] == '1', TextFields.CharOrNull(TextFields.Span(line, 23, 23))));
            }
        }
        if (quarter.Length == 0) throw new UnreadableOriginalException("No line prints the quarter.");
        var period = Period.Quarter(int.Parse(quarter[..4], CultureInfo.InvariantCulture), quarter[4] - '0');
        return ledger.Close(
            Dataset.ZipLocalities, period, Cell.ReleaseOf(member), CompleteFrom, rows, lines.Count);
    }

    // State, ZIP, contractor, locality, rural indicator ... flag of four more digits ... year and quarter.
    [GeneratedRegex(@"^[A-Z]{2}\d{5}\d{5}\d\d[ RB].{5}[01 ].{54}20\d\d[1-4]\s*$",
        TextFields.Exact, TextFields.PatienceMs)]
    private static partial Regex Layout();
}
