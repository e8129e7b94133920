using System.Globalization;

namespace Noc.Reference.Originals;

/// <summary>Reads the drug products of the Medicaid Drug Rebate Program (csv of data.medicaid.gov).</summary>
/// <remarks>
/// <para>Written without a file at hand, after the public documentation: columns go by name, and only those that
/// identify the product are needed. Dates come as mm/dd/yyyy, ISO, or mmddyyyy; all zeros mean none.</para>
/// <para>Units per package have three decimals. The record specification ("9999999V999") implies the point, the csv
/// prints it: where no row of a file has one, it is implied in all.</para>
/// </remarks>
public static class MedicaidRebateReader
{
    // A quarter has over 30,000 NDCs.
    private const int CompleteFrom = 20_000;

    private const decimal Implied = 1000;

    private static readonly Column Year = Column.Optional("Year"), Quarter = Column.Optional("Quarter"),
        LabelerName = Column.Optional("Labeler Name"), NdcCode = Column.Optional("NDC", "NDC11"),
        Labeler = new("Labeler Code", "NDC1"), Product = new("Product Code", "NDC2"),
        Package = new("Package Size Code", "Package Size", "NDC3"), Category = Column.Optional("Drug Category"),
        Type = Column.Optional("Drug Type Indicator", "Drug Type"),
        Desi = Column.Optional("DESI Indicator", "DESI Rating"), Status = Column.Optional("COD Status"),
        UnitType = new("Unit Type"), Units = new("Units Per Pkg Size", "Units Per Package Size", "UPPS"),
        Name = Column.Optional("FDA Product Name", "FDA Name", "Product Name"),
        Equivalence = Column.Optional("FDA Therapeutic Equivalence Code", "FDA Thera. Eq. Code"),
        Application = Column.Optional("FDA Application Number", "FDA Application Number/OTC Monograph Number"),
        Approval = Column.Optional("FDA Approval Date"), Market = Column.Optional("Market Date"),
        Termination = Column.Optional("Termination Date"), Reactivation = Column.Optional("Reactivation Date"),
        Clotting = Column.Optional("Clotting Factor Indicator"), Pediatric = Column.Optional("Pediatric Indicator"),
        Extension = Column.Optional("Line Extension Drug Indicator", "Line Extension Indicator");

    /// <summary>csv and xlsx.</summary>
    public static OriginalReader Reader { get; } = new(Dataset.MedicaidRebate, head => head.Rows.Any(row =>
        row.Any(Labeler.Is) && row.Any(Product.Is) && row.Any(UnitType.Is) && row.Any(Units.Is)), Read)
    {
        Columns =
        [
            Year, Quarter, LabelerName, NdcCode, Labeler, Product, Package, Category, Type, Desi, Status, UnitType,
            Units, Name, Equivalence, Application, Approval, Market, Termination, Reactivation, Clotting, Pediatric,
            Extension,
        ],
    };

    /// <summary>Reads the quarters of a file.</summary>
    /// <exception cref="UnreadableOriginalException">The header is not found.</exception>
    public static Original<MedicaidRebateRow> Read(OriginalMember member)
    {
        using var table = Table.Open(Records.Open(member), Year, Quarter, LabelerName, NdcCode, Labeler, Product,
            Package, Category, Type, Desi, Status, UnitType, Units, Name, Equivalence, Application, Approval, Market,
            Termination, Reactivation, Clotting, Pediatric, Extension);
        var rows = new List<MedicaidRebateRow>();
        var hasPoint = false;
        while (table.Read())
        {
            string? wrong = null;
            var row = Row(table, ref wrong);
            if (wrong is null) rows.Add(row);
            else table.Ledger.Problem(table.Line, wrong);
            hasPoint = hasPoint || table.Text(Units).Contains('.', StringComparison.Ordinal);
        }
        if (!hasPoint) rows = rows.ConvertAll(row => row with { UnitsPerPackage = row.UnitsPerPackage / Implied });
        var quarters = rows.Where(row => row.Quarter is not null).Select(row => row.Quarter!.Value).ToList();
        var period = quarters.Count == 0 ? Period.Always
            : new(quarters.Min(quarter => quarter.From), quarters.Max(quarter => quarter.To));
        var release = quarters.Count == 0 ? Cell.ReleaseOf(member)
            : period.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return table.Ledger.Close(
            Dataset.MedicaidRebate, period, release, CompleteFrom, rows, table.LinesRead);
    }

    private static MedicaidRebateRow Row(Table table, ref string? wrong)
    {
        var ndc = table.Text(Labeler).PadLeft(5, '0') + table.Text(Product).PadLeft(4, '0')
            + table.Text(Package).PadLeft(2, '0');
        if (ndc.Length != 11 || ndc.Trim('0').Length == 0) wrong = "Labeler, product and package make no NDC.";
        return new()
        {
            Line = table.Line,
            Quarter = QuarterOf(table, ref wrong),
            LabelerName = TextFields.OrNull(table.Text(LabelerName)),
            NdcText = TextFields.OrNull(table.Text(NdcCode)) ?? ndc,
            Ndc = Cell.Ndc(ndc),
            DrugCategory = TextFields.OrNull(table.Text(Category)),
            DrugType = TextFields.OrNull(table.Text(Type)),
            DesiIndicator = TextFields.OrNull(table.Text(Desi)),
            CoveredStatus = TextFields.OrNull(table.Text(Status)),
            UnitType = TextFields.OrNull(table.Text(UnitType)),
            UnitsPerPackage = table.Number(Units, ref wrong),
            UnitsPerPackageText = TextFields.OrNull(table.Text(Units)),
            ProductName = TextFields.OrNull(table.Text(Name)),
            EquivalenceCode = TextFields.OrNull(table.Text(Equivalence)),
            ApplicationNumber = TextFields.OrNull(table.Text(Application)),
            ApprovalDate = Day(table, Approval, ref wrong),
            MarketDate = Day(table, Market, ref wrong),
            TerminationDate = Day(table, Termination, ref wrong),
            ReactivationDate = Day(table, Reactivation, ref wrong),
            IsClottingFactor = TextFields.YesNo(table.Text(Clotting)),
            IsPediatric = TextFields.YesNo(table.Text(Pediatric)),
            IsLineExtension = TextFields.YesNo(table.Text(Extension)),
        };
    }

    private static Period? QuarterOf(Table table, ref string? wrong)
    {
        if (table.Text(Year).Length == 0 && table.Text(Quarter).Length == 0) return null;
        if (int.TryParse(table.Text(Year), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is > 1990 and < 2200 && table.Text(Quarter) is [>= '1' and <= '4' and var quarter])
            return Period.Quarter(year, quarter - '0');
        wrong ??= "Year and quarter are none.";
        return null;
    }

    private static DateOnly? Day(Table table, Column column, ref string? wrong)
    {
        var text = table.Text(column);
        if (text.Trim('0', '/', '-').Length == 0) return null;
        if (text is { Length: > 10 } && text[10] is 'T' or ' ') text = text[..10];
        if (DateOnly.TryParseExact(text, "MMddyyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 1900 and < 2200) return day;
        if (!Cell.TryDay(text, out var plain)) wrong ??= $"{column.Name} is no date.";
        return plain;
    }
}
