using System.Globalization;
using System.Text.RegularExpressions;

namespace Noc.Reference.Originals;

/// <summary>Reads the medically unlikely edits for practitioners.</summary>
/// <remarks>The table begins with a quoted copyright notice over several lines, and the first cell of its header holds
/// a line break. Nothing in it says of which quarter it is, so its name must (..._Eff_10-01-2026).</remarks>
public static partial class MueReader
{
    // A quarter has some 15,000 codes.
    private const int CompleteFrom = 12_000;

    private static readonly Column Code = new("HCPCS/ CPT Code", "HCPCS/CPT Code"),
        Units = new("Practitioner Services MUE Values", "Practitioner MUE Values"),
        Indicator = new("MUE Adjudication Indicator"), Rationale = Column.Optional("MUE Rationale");

    /// <summary>MCR_MUE_PractitionerServices csv and xlsx.</summary>
    public static OriginalReader Reader { get; } = new(Dataset.MuePractitioner,
        head => head.Rows.Any(row => row.Any(Code.Is) && row.Any(Units.Is)), Read)
    {
        Columns = [Code, Units, Indicator, Rationale],
    };

    /// <summary>Reads one quarter.</summary>
    /// <exception cref="UnreadableOriginalException">The header is not found, or the name tells no quarter.</exception>
    public static Original<MueRow> Read(OriginalMember member)
    {
        var period = PeriodOf(member);
        using var table = Table.Open(Records.Open(member), Code, Units, Indicator, Rationale);
        var rows = new List<MueRow>();
        while (table.Read())
        {
            string? wrong = null;
            if (!Cell.TryCode(table.Text(Code), out var code)) wrong = "The first cell is no code.";
            var units = table.Number(Units, ref wrong);
            if (units is null or < 0) wrong ??= "The value is no count.";
            var text = table.Text(Indicator);
            if (text is not [>= '1' and <= '3', ..]) wrong ??= "The adjudication indicator is not 1, 2 or 3.";
            if (wrong is not null) table.Ledger.Problem(table.Line, wrong);
            else
                rows.Add(new(table.Line, code, units!.Value, text[0] - '0', text,
                    TextFields.OrNull(table.Text(Rationale))));
        }
        return table.Ledger.Close(Dataset.MuePractitioner, period, Cell.ReleaseOf(member), CompleteFrom, rows,
            table.LinesRead);
    }

    private static Period PeriodOf(OriginalMember member)
    {
        foreach (var name in (string[])[member.Name, Path.GetFileName(member.Path)])
        {
            if (TextFields.Match(Effective(), name) is { Success: true } day)
                return Quarter(day.Groups["year"].Value, (Number(day.Groups["month"].Value) + 2) / 3);
            if (TextFields.Match(YearQuarter(), name) is { Success: true } quarter)
                return Quarter(quarter.Groups["year"].Value, Number(quarter.Groups["quarter"].Value));
        }
        throw new UnreadableOriginalException(
            "Neither the file nor its name (such as ..._Eff_10-01-2026) says of which quarter it is.");
    }

    private static Period Quarter(string year, int quarter) => Period.Quarter(Number(year), quarter);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Eff[_ -]?(?<month>0[1-9]|1[0-2])-\d\d-(?<year>20\d\d)",
        TextFields.AnyCase, TextFields.PatienceMs)]
    private static partial Regex Effective();

    [GeneratedRegex(@"(?<year>20\d\d)-?q(?<quarter>[1-4])", TextFields.AnyCase, TextFields.PatienceMs)]
    private static partial Regex YearQuarter();
}
