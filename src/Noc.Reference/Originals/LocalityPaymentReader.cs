using System.Globalization;
using System.Text.RegularExpressions;

namespace Noc.Reference.Originals;

/// <summary>Reads the payment amounts of the physician fee schedule by locality (PFALL, PFREV).</summary>
/// <remarks>The file has no header: year, contractor, locality, code, modifier, amount outside a facility, amount in a
/// facility, filler, PC/TC, status, multiple surgery, two amounts of therapy, OPPS indicator, two OPPS amounts. PFREV
/// holds revised codes only.</remarks>
public static partial class LocalityPaymentReader
{
    // PFALL has about a million rows; a revision some hundred.
    private const int CompleteFrom = 500_000;

    private const int Cells = 16, NoOppsCap = 9;

    /// <summary>PFALL and PFREV txt.</summary>
    public static OriginalReader Reader { get; } = new(Dataset.LocalityPayments,
        head => !head.IsSheet && head.Lines.Count > 0 && TextFields.IsMatch(Start(), head.Lines[0]), Read);

    /// <summary>Reads one year, or the revision of a quarter where the name says so (PFREV25C).</summary>
    /// <exception cref="UnreadableOriginalException">No line prints the year, or they differ.</exception>
    public static Original<LocalityPaymentRow> Read(OriginalMember member)
    {
        using var records = Records.Open(member);
        var ledger = new Ledger();
        var rows = new List<LocalityPaymentRow>();
        var year = "";
        while (records.Read())
        {
            ledger.Skip("inner line of a cell", records.Lines - 1);
            string? wrong = null;
            if (records.IsBlank) ledger.Skip("blank");
            else if (records.Cells[0].StartsWith("TRL", StringComparison.Ordinal)) ledger.Skip("footnote");
            else if (records.IsBroken || records.Cells.Count < Cells || !TextFields.IsMatch(Year(), records.Cells[0]))
                ledger.Problem(records.Line, "The line is not of the layout.");
            else
            {
                if (year.Length == 0) year = records.Cells[0];
                if (records.Cells[0] != year)
                    throw new UnreadableOriginalException("The file holds lines of two years.");
                var row = Row(records, ref wrong);
                if (wrong is null) rows.Add(row);
                else ledger.Problem(records.Line, wrong);
            }
        }
        if (year.Length == 0) throw new UnreadableOriginalException("No line prints the year.");
        var number = int.Parse(year, CultureInfo.InvariantCulture);
        var period = TextFields.Match(Revision(), member.Name) is { Success: true } revision
            ? Period.Quarter(number, char.ToUpperInvariant(revision.Groups["letter"].ValueSpan[0]) - 'A' + 1)
            : Period.Year(number);
        return ledger.Close(Dataset.LocalityPayments, period, Cell.ReleaseOf(member), CompleteFrom, rows,
            records.LinesRead);
    }

    private static LocalityPaymentRow Row(Records records, ref string? wrong)
    {
        var cells = records.Cells;
        if (!Cell.TryCode(cells[3], out var code)) wrong ??= "The code is no code.";
        var hasCap = Cell.Clean(cells[13]) != NoOppsCap.ToString(CultureInfo.InvariantCulture);
        return new(records.Line, GpciReader.Padded(Cell.Clean(cells[1]), 5, ref wrong),
            GpciReader.Padded(Cell.Clean(cells[2]), 2, ref wrong), code,
            TextFields.Modifier(Cell.Clean(cells[4]), ref wrong), Amount(cells[5], ref wrong),
            Amount(cells[6], ref wrong), TextFields.OrNull(Cell.Clean(cells[8])),
            TextFields.OrNull(Cell.Clean(cells[9])), hasCap ? Amount(cells[14], ref wrong) : null,
            hasCap ? Amount(cells[15], ref wrong) : null);
    }

    private static decimal? Amount(string text, ref string? wrong)
    {
        if (!Cell.TryNumber(text, out var value)) wrong ??= "An amount is no number.";
        return value;
    }

    [GeneratedRegex(@"^""20\d\d"",""\d{5}"",""\d\d"",""\w{5}"",""..?"",""\d+\.\d\d"",",
        TextFields.Exact, TextFields.PatienceMs)]
    private static partial Regex Start();

    [GeneratedRegex(@"^20\d\d$", TextFields.Exact, TextFields.PatienceMs)]
    private static partial Regex Year();

    [GeneratedRegex(@"PFREV\d\d(?<letter>[A-D])", TextFields.AnyCase, TextFields.PatienceMs)]
    private static partial Regex Revision();
}
