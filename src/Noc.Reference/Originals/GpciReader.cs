using System.Globalization;
using System.Text.RegularExpressions;

namespace Noc.Reference.Originals;

/// <summary>Reads the geographic practice cost indices, as csv or sheet and as text.</summary>
public static partial class GpciReader
{
    // 2025 has 109 localities.
    private const int CompleteFrom = 100;

    private static readonly Column
        Contractor = new("Medicare Administrative Contractor (MAC)", "Medicare Administrative Contractor"),
        State = new("State"), Locality = new("Locality Number"), LocalityName = new("Locality Name"),
        WithFloor = new("PW GPCI (with 1.0 Floor)")
        { IsNeeded = false, Matches = name => IsIndex(name, "PW") && !IsWithout(name) },
        WithoutFloor = new("PW GPCI (without 1.0 Floor)")
        { IsNeeded = false, Matches = name => IsIndex(name, "PW") && IsWithout(name) },
        Expense = new("PE GPCI") { Matches = name => IsIndex(name, "PE") },
        Malpractice = new("MP GPCI") { Matches = name => IsIndex(name, "MP") };

    /// <summary>GPCI csv and xlsx.</summary>
    public static OriginalReader SheetReader { get; } = new(Dataset.Gpci,
        head => head.Rows.Any(row => row.Any(Contractor.Is) && row.Any(LocalityName.Is) && row.Any(Expense.Is)),
        ReadSheet)
    {
        Columns = [Contractor, State, Locality, LocalityName, WithFloor, WithoutFloor, Expense, Malpractice],
    };

    /// <summary>GPCI txt.</summary>
    public static OriginalReader TextReader { get; } = new(Dataset.Gpci,
        head => !head.IsSheet && head.Contains("GEOGRAPHIC PRACTICE COST INDICES")
            && head.Lines.Any(line => TextFields.IsMatch(TextRow(), line)), ReadText);

    /// <summary>Reads one year.</summary>
    /// <exception cref="UnreadableOriginalException">Header or year are not found.</exception>
    public static Original<GpciRow> ReadSheet(OriginalMember member)
    {
        using var table = Table.Open(Records.Open(member),
            Contractor, State, Locality, LocalityName, WithFloor, WithoutFloor, Expense, Malpractice);
        if (!table.Has(WithoutFloor)) table.Require(WithFloor);
        var period = PeriodOf(table.Banner);
        var rows = new List<GpciRow>();
        while (table.Read())
        {
            if (table.Text(State).Length == 0)
            {
                table.Ledger.Skip("footnote");
                continue;
            }
            string? wrong = null;
            var row = new GpciRow(table.Line, Padded(table.Text(Contractor), 5, ref wrong), table.Text(State),
                Padded(table.Text(Locality), 2, ref wrong), Unmarked(table.Text(LocalityName)),
                table.Number(WithFloor, ref wrong), table.Number(WithoutFloor, ref wrong),
                Needed(table.Number(Expense, ref wrong), ref wrong),
                Needed(table.Number(Malpractice, ref wrong), ref wrong));
            if ((row.WorkWithFloor ?? row.WorkWithoutFloor) is null) wrong ??= "The row has no work index.";
            if (wrong is null) rows.Add(row);
            else table.Ledger.Problem(table.Line, wrong);
        }
        return table.Ledger.Close(
            Dataset.Gpci, period, Cell.ReleaseOf(member), CompleteFrom, rows, table.LinesRead);
    }

    /// <summary>Reads one year.</summary>
    /// <remarks>The heads of its columns are cut, so that they do not say whether the work index has the floor: a file
    /// in which no index lies below 1.0 has it.</remarks>
    /// <exception cref="UnreadableOriginalException">The year is not found.</exception>
    public static Original<GpciRow> ReadText(OriginalMember member)
    {
        using var lines = new LineReader(member.Open());
        var ledger = new Ledger();
        var banner = new List<string>();
        var rows = new List<GpciRow>();
        while (lines.Read() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) ledger.Skip("blank");
            else if (TextFields.Match(TextRow(), line) is { Success: true } match) rows.Add(Row(match, lines.Count));
            else if (char.IsAsciiDigit(line[0])) ledger.Problem(lines.Count, "The line is not of the layout.");
            else
            {
                ledger.Skip(rows.Count == 0 ? "banner" : "footnote");
                if (rows.Count == 0) banner.Add(line);
            }
        }
        if (rows.TrueForAll(row => row.WorkWithoutFloor is null) && rows.Exists(row => row.WorkWithFloor < 1))
            rows = rows.ConvertAll(row => row with { WorkWithFloor = null, WorkWithoutFloor = row.WorkWithFloor });
        return ledger.Close(
            Dataset.Gpci, PeriodOf(banner), Cell.ReleaseOf(member), CompleteFrom, rows, lines.Count);
    }

    private static GpciRow Row(Match match, int line)
    {
        var figures = match.Groups["index"].Captures
            .Select(figure => decimal.Parse(figure.ValueSpan, CultureInfo.InvariantCulture)).ToArray();
        return new(line, match.Groups["contractor"].Value, match.Groups["state"].Value, match.Groups["locality"].Value,
            Unmarked(match.Groups["name"].Value), figures[^3], figures.Length == 4 ? figures[0] : null, figures[^2],
            figures[^1]);
    }

    private static Period PeriodOf(IEnumerable<string> banner) =>
        banner.Select(line => TextFields.Match(YearOf(), line)).FirstOrDefault(match => match.Success) is { } year
            ? Period.Year(int.Parse(year.Groups["year"].Value, CultureInfo.InvariantCulture))
            : throw new UnreadableOriginalException("The title does not name the year (such as CY 2025).");

    private static bool IsIndex(string name, string kind) => name.Contains($"{kind} GPCI", StringComparison.Ordinal);

    private static bool IsWithout(string name) => name.Contains("WITHOUT", StringComparison.Ordinal);

    private static string Unmarked(string name) => name.TrimEnd('*', ' ');

    private static decimal Needed(decimal? value, ref string? wrong)
    {
        if (value is null) wrong ??= "An index is blank.";
        return value ?? 0;
    }

    /// <summary>Digits with the zeros that a spreadsheet dropped.</summary>
    internal static string Padded(string digits, int length, ref string? wrong)
    {
        if (digits.Length is 0 || digits.Length > length || !digits.All(char.IsAsciiDigit))
            wrong ??= "Contractor or locality is no number.";
        return digits.PadLeft(length, '0');
    }

    [GeneratedRegex(@"\bCY (?<year>20\d\d)\b", TextFields.Exact, TextFields.PatienceMs)]
    private static partial Regex YearOf();

    [GeneratedRegex(@"^\s*(?<contractor>\d{5})\s+(?<state>[A-Z]{2})\s+(?<locality>\d\d)\s+(?<name>\S.*?)\s{2,}"
        + @"((?<index>\d{1,3}\.\d{1,6})\s*){3,4}$",
        TextFields.Exact, TextFields.PatienceMs)]
    private static partial Regex TextRow();
}
