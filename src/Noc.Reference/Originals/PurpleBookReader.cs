using System.Globalization;
using System.Text.RegularExpressions;

namespace Noc.Reference.Originals;

/// <summary>Reads the monthly csv of the FDA's Purple Book.</summary>
/// <remarks>The file has two sections under the same header: what changed in the month, then all products. What changed
/// stands in the second section again in a whole file; in an extract it may not, so rows of the first that the second
/// lacks are kept.</remarks>
public static partial class PurpleBookReader
{
    // The whole list has had over 1,800 presentations since 2023.
    private const int CompleteFrom = 1_000;

    private static readonly Column Change = new("N/R/U"), Applicant = new("Applicant"), Bla = new("BLA Number"),
        Brand = new("Proprietary Name"), Proper = new("Proper Name"), License = new("License Type"),
        Strength = new("Strength"), Form = new("Dosage Form"), Route = new("Route of Administration"),
        Presentation = new("Product Presentation"), Status = new("Marketing Status"), Licensure = new("Licensure"),
        Approval = new("Approval Date"), RefProper = Column.Optional("Ref. Product Proper Name"),
        RefBrand = Column.Optional("Ref. Product Proprietary Name"), Number = new("Product Number"),
        Center = Column.Optional("Center"), First = Column.Optional("Date of First Licensure");

    /// <summary>Purple Book csv and xlsx.</summary>
    public static OriginalReader Reader { get; } = new(
        Dataset.PurpleBook, head => head.HasRow("N/R/U", "BLA Number", "Proper Name"), Read)
    {
        Columns =
        [
            Change, Applicant, Bla, Brand, Proper, License, Strength, Form, Route, Presentation, Status, Licensure,
            Approval, RefProper, RefBrand, Number, Center, First,
        ],
    };

    /// <summary>Reads one month.</summary>
    /// <exception cref="UnreadableOriginalException">Header or month are not found.</exception>
    public static Original<PurpleBookRow> Read(OriginalMember member)
    {
        using var table = Table.Open(Records.Open(member), Change, Applicant, Bla, Brand, Proper, License, Strength,
            Form, Route, Presentation, Status, Licensure, Approval, RefProper, RefBrand, Number, Center, First);
        var month = table.Banner.Select(line => TextFields.Match(Month(), line)).FirstOrDefault(match => match.Success
            && Cell.Month(match.Groups["month"].Value) > 0)
            ?? throw new UnreadableOriginalException("The title does not name the month.");
        var from = new DateOnly(int.Parse(month.Groups["year"].Value, CultureInfo.InvariantCulture),
            Cell.Month(month.Groups["month"].Value), 1);
        var period = new Period(from, from.AddMonths(1).AddDays(-1));
        List<PurpleBookRow> changed = [], all = [];
        var isSecond = false;
        while (table.Read())
        {
            string? wrong = null;
            if (Change.Is(table.Text(Change)))
            {
                isSecond = true;
                table.Ledger.Skip("header");
            }
            else if (table.Text(Bla).Length == 0 && table.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) == 1)
                table.Ledger.Skip("banner");
            else if (Row(table, period.To, ref wrong) is var row && wrong is null) (isSecond ? all : changed).Add(row);
            else table.Ledger.Problem(table.Line, wrong!);
        }
        return Join(table, period, changed, all, isSecond);
    }

    private static Original<PurpleBookRow> Join(
        Table table, Period period, List<PurpleBookRow> changed, List<PurpleBookRow> all, bool hasTwoSections)
    {
        var known = all.Select(Key).ToHashSet();
        var rows = changed.Where(row => !hasTwoSections || !known.Contains(Key(row))).ToList();
        table.Ledger.Skip("row of the changes that stands in the list again", changed.Count - rows.Count);
        rows.AddRange(all);
        return table.Ledger.Close(Dataset.PurpleBook, period, $"{period.From:yyyy-MM}", CompleteFrom, rows,
            table.LinesRead);
    }

    private static (string, string?, string?, string?) Key(PurpleBookRow row) =>
        (row.BlaNumber, row.ProductNumber, row.Strength, row.Presentation);

    private static PurpleBookRow Row(Table table, DateOnly last, ref string? wrong)
    {
        if (table.Text(Bla).Length == 0) wrong ??= "The BLA number is blank.";
        return new()
        {
            Line = table.Line,
            Change = TextFields.OrNull(table.Text(Change)),
            Applicant = TextFields.OrNull(table.Text(Applicant)),
            BlaNumber = table.Text(Bla),
            ProprietaryName = TextFields.OrNull(table.Text(Brand)),
            ProperName = table.Text(Proper),
            LicenseType = TextFields.OrNull(table.Text(License)),
            Strength = TextFields.OrNull(table.Text(Strength)),
            DosageForm = TextFields.OrNull(table.Text(Form)),
            Route = TextFields.OrNull(table.Text(Route)),
            Presentation = TextFields.OrNull(table.Text(Presentation)),
            MarketingStatus = TextFields.OrNull(table.Text(Status)),
            Licensure = TextFields.OrNull(table.Text(Licensure)),
            ApprovalDate = Day(table, Approval, last, ref wrong),
            ReferenceProperName = TextFields.OrNull(table.Text(RefProper)),
            ReferenceProprietaryName = TextFields.OrNull(table.Text(RefBrand)),
            ProductNumber = TextFields.OrNull(table.Text(Number)),
            Center = TextFields.OrNull(table.Text(Center)),
            FirstLicensure = Day(table, First, last, ref wrong),
        };
    }

    // "23-Jul-86" is 1986 and "4-Oct-23" 2023: nothing was approved behind the month of the file.
    private static DateOnly? Day(Table table, Column column, DateOnly last, ref string? wrong)
    {
        var text = table.Text(column);
        if (text.Length == 0) return null;
        if (TextFields.Match(ShortDate(), text) is { Success: true } match
            && Cell.Month(match.Groups["month"].Value) is > 0 and var month
            && int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and var day)
        {
            var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
            if (year < 100) year += year + 2000 > last.Year ? 1900 : 2000;
            if (day <= DateTime.DaysInMonth(year, month)) return new(year, month, day);
        }
        else if (Cell.TryDay(text, out var plain)) return plain;
        wrong ??= $"{column.Name} is no date.";
        return null;
    }

    [GeneratedRegex(@"\b(?<month>[A-Za-z]{3,9}) (?<year>20\d\d)\s*$", TextFields.Exact, TextFields.PatienceMs)]
    private static partial Regex Month();

    [GeneratedRegex(@"^(?<day>\d{1,2})-(?<month>[A-Za-z]{3})-(?<year>\d\d|(19|20)\d\d)$",
        TextFields.Exact, TextFields.PatienceMs)]
    private static partial Regex ShortDate();
}
