using System.Globalization;
using System.Text.RegularExpressions;

namespace Noc.Reference.Originals;

/// <summary>Reads the counties of the payment localities, as csv or sheet and as text.</summary>
public static partial class LocalityReader
{
    // 2025 has 110 rows: 109 localities, Missouri 99 twice.
    private const int CompleteFrom = 100;

    private static readonly Column
        Contractor = new("Medicare Adminstrative Contractor", "Medicare Administrative Contractor",
            "Medicare Administrative Contractor (MAC)"),
        Locality = new("Locality Number"), State = new("State"), Area = new("Fee Schedule Area"),
        Counties = new("Counties");

    /// <summary>LOCCO csv and xlsx.</summary>
    public static OriginalReader SheetReader { get; } = new(Dataset.Localities,
        head => head.HasRow("Locality Number", "State", "Fee Schedule Area", "Counties"), ReadSheet)
    {
        Columns = [Contractor, Locality, State, Area, Counties],
    };

    /// <summary>LOCCO txt.</summary>
    public static OriginalReader TextReader { get; } = new(Dataset.Localities,
        head => !head.IsSheet && head.Contains("COUNTIES INCLUDED IN")
            && head.Lines.Any(line => TextFields.IsMatch(TextRow(), line)), ReadText);

    /// <summary>Reads one year.</summary>
    /// <exception cref="UnreadableOriginalException">Header or year are not found.</exception>
    public static Original<LocalityRow> ReadSheet(OriginalMember member)
    {
        using var table = Table.Open(Records.Open(member), Contractor, Locality, State, Area, Counties);
        var period = PeriodOf(table.Banner);
        var rows = new List<LocalityRow>();
        string? state = null;
        long lastLine = 0;
        while (table.Read())
        {
            if (table.Text(Locality).Length == 0)
            {
                table.Ledger.Skip("footnote");
                continue;
            }
            // A blank line ends the block of a state; only the block's first row prints its name.
            if (table.Line > lastLine + 1) state = null;
            lastLine = table.Line;
            state = TextFields.OrNull(table.Text(State)) ?? state;
            string? wrong = null;
            var row = new LocalityRow(table.Line, GpciReader.Padded(table.Text(Contractor), 5, ref wrong),
                GpciReader.Padded(table.Text(Locality), 2, ref wrong), state, table.Text(Area).TrimEnd('*', ' '),
                table.Text(Counties), MayBeCut: false);
            if (wrong is null) rows.Add(row);
            else table.Ledger.Problem(table.Line, wrong);
        }
        return table.Ledger.Close(
            Dataset.Localities, period, Cell.ReleaseOf(member), CompleteFrom, rows, table.LinesRead);
    }

    /// <summary>Reads one year.</summary>
    /// <exception cref="UnreadableOriginalException">The year is not found.</exception>
    public static Original<LocalityRow> ReadText(OriginalMember member)
    {
        using var lines = new LineReader(member.Open());
        var ledger = new Ledger();
        var banner = new List<string>();
        var rows = new List<LocalityRow>();
        string? state = null;
        while (lines.Read() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                ledger.Skip("blank");
                state = null;
            }
            else if (TextFields.Match(TextRow(), line) is { Success: true } match)
            {
                state = TextFields.OrNull(match.Groups["state"].Value.Trim()) ?? state;
                rows.Add(new(lines.Count, match.Groups["contractor"].Value, match.Groups["locality"].Value, state,
                    match.Groups["area"].Value.TrimEnd('*', ' '), match.Groups["counties"].Value.Trim(),
                    line.TrimEnd().Length >= FullWidth));
            }
            else if (rows.Count == 0 || line.TrimStart().StartsWith('*'))
            {
                ledger.Skip(rows.Count == 0 ? "banner" : "footnote");
                if (rows.Count == 0) banner.Add(line);
            }
            else ledger.Problem(lines.Count, "The line is not of the layout.");
        }
        return ledger.Close(
            Dataset.Localities, PeriodOf(banner), Cell.ReleaseOf(member), CompleteFrom, rows, lines.Count);
    }

    // Counties stand in columns 144 to 202 of the text file; CMS cut what is longer.
    private const int FullWidth = 195;

    private static Period PeriodOf(IEnumerable<string> banner) =>
        banner.Select(line => TextFields.Match(YearOf(), line)).FirstOrDefault(match => match.Success) is { } year
            ? Period.Year(int.Parse(year.Groups["year"].Value, CultureInfo.InvariantCulture))
            : throw new UnreadableOriginalException("The title does not name the year of the localities.");

    [GeneratedRegex(@"COUNTIES INCLUDED IN (?<year>20\d\d) LOCALITIES",
        TextFields.AnyCase, TextFields.PatienceMs)]
    private static partial Regex YearOf();

    // Contractor, locality, then the columns State (from 23), Fee Schedule Area (from 46) and Counties.
    [GeneratedRegex(@"^\s{1,8}(?<contractor>\d{5})\s{2,12}(?<locality>\d\d)\s{4}(?<state>.{23})"
        + @"(?<area>\S.*?)\s{2,}(?<counties>\S.*)$",
        TextFields.Exact, TextFields.PatienceMs)]
    private static partial Regex TextRow();
}
