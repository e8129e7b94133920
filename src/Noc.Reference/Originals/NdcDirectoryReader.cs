using System.Globalization;

namespace Noc.Reference.Originals;

/// <summary>Reads the FDA's NDC directory: products and packages (tabs, no quoting).</summary>
/// <remarks>The files print no date of their own, and each row has its days of marketing: so their period is
/// <see cref="Period.Always"/>, and the release is the latest first day of marketing among the rows.</remarks>
public static class NdcDirectoryReader
{
    // The whole directory has had over 100,000 products and 200,000 packages for years; the file of 2015 kept here
    // holds injectables only (8,570 and 21,416).
    private const int CompleteProducts = 80_000, CompletePackages = 150_000;

    private static readonly Column Id = new("PRODUCTID"), ProductNdc = new("PRODUCTNDC"),
        TypeName = new("PRODUCTTYPENAME"), Brand = new("PROPRIETARYNAME"),
        Suffix = Column.Optional("PROPRIETARYNAMESUFFIX"), Generic = new("NONPROPRIETARYNAME"),
        Form = new("DOSAGEFORMNAME"), Route = new("ROUTENAME"), Start = new("STARTMARKETINGDATE"),
        End = new("ENDMARKETINGDATE"), Category = new("MARKETINGCATEGORYNAME"),
        Application = new("APPLICATIONNUMBER"), Labeler = new("LABELERNAME"), Substance = new("SUBSTANCENAME"),
        Strength = new("ACTIVE_NUMERATOR_STRENGTH"), Unit = new("ACTIVE_INGRED_UNIT"),
        Classes = Column.Optional("PHARM_CLASSES"), Schedule = Column.Optional("DEASCHEDULE"),
        Exclude = Column.Optional("NDC_EXCLUDE_FLAG"),
        Certified = Column.Optional("LISTING_RECORD_CERTIFIED_THROUGH"), PackageCode = new("NDCPACKAGECODE"),
        PackageText = new("PACKAGEDESCRIPTION"), Sample = Column.Optional("SAMPLE_PACKAGE");

    /// <summary>product.txt.</summary>
    public static OriginalReader ProductReader { get; } =
        new(Dataset.NdcProducts, head => IsHeader(head, "PRODUCTTYPENAME"), ReadProducts)
        {
            Columns =
            [
                Id, ProductNdc, TypeName, Brand, Suffix, Generic, Form, Route, Start, End, Category, Application,
                Labeler, Substance, Strength, Unit, Classes, Schedule, Exclude, Certified,
            ],
            Delimiter = '\t',
        };

    /// <summary>package.txt.</summary>
    public static OriginalReader PackageReader { get; } =
        new(Dataset.NdcPackages, head => IsHeader(head, "NDCPACKAGECODE"), ReadPackages)
        {
            Columns = [Id, ProductNdc, PackageCode, PackageText, Start, End, Exclude, Sample],
            Delimiter = '\t',
        };

    /// <summary>Reads the products.</summary>
    /// <exception cref="UnreadableOriginalException">The header is not found.</exception>
    public static Original<NdcProductRow> ReadProducts(OriginalMember member)
    {
        using var table = Table.Open(Records.Open(member, '\t', quotes: false), Id, ProductNdc, TypeName, Brand,
            Suffix, Generic, Form, Route, Start, End, Category, Application, Labeler, Substance, Strength, Unit,
            Classes, Schedule, Exclude, Certified);
        var rows = new List<NdcProductRow>();
        var routes = new ListPool(';');
        while (table.Read())
        {
            string? wrong = null;
            var row = Product(table, routes, ref wrong);
            if (wrong is null) rows.Add(row);
            else table.Ledger.Problem(table.Line, wrong);
        }
        return table.Ledger.Close(Dataset.NdcProducts, Period.Always,
            Latest(rows.Select(row => row.MarketingStart), member), CompleteProducts, rows, table.LinesRead);
    }

    /// <summary>Reads the packages.</summary>
    /// <exception cref="UnreadableOriginalException">The header is not found.</exception>
    public static Original<NdcPackageRow> ReadPackages(OriginalMember member)
    {
        using var table = Table.Open(Records.Open(member, '\t', quotes: false), Id, ProductNdc, PackageCode,
            PackageText, Start, End, Exclude, Sample);
        var rows = new List<NdcPackageRow>();
        while (table.Read())
        {
            string? wrong = null;
            var code = table.Text(PackageCode);
            if (code.Length == 0) wrong = "The package code is blank.";
            var row = new NdcPackageRow
            {
                Line = table.Line,
                ProductId = TextFields.OrNull(table.Text(Id)),
                ProductNdc = table.Text(ProductNdc),
                PackageCode = code,
                Ndc = Cell.Ndc(code),
                Description = TextFields.OrNull(table.Text(PackageText)),
                MarketingStart = table.Day(Start, ref wrong),
                MarketingEnd = table.Day(End, ref wrong),
                ExcludeFlag = TextFields.OrNull(table.Text(Exclude)),
                IsSample = TextFields.YesNo(table.Text(Sample)),
            };
            if (wrong is null) rows.Add(row);
            else table.Ledger.Problem(table.Line, wrong);
        }
        return table.Ledger.Close(Dataset.NdcPackages, Period.Always,
            Latest(rows.Select(row => row.MarketingStart), member), CompletePackages, rows, table.LinesRead);
    }

    private static NdcProductRow Product(Table table, ListPool routes, ref string? wrong)
    {
        var ndc = table.Text(ProductNdc);
        if (ndc.Length == 0) wrong = "The product code is blank.";
        return new()
        {
            Line = table.Line,
            ProductId = TextFields.OrNull(table.Text(Id)),
            ProductNdc = ndc,
            Labeler5Product4 = FiveFour(ndc),
            ProductType = TextFields.OrNull(table.Text(TypeName)),
            ProprietaryName = TextFields.OrNull(table.Text(Brand)),
            NameSuffix = TextFields.OrNull(table.Text(Suffix)),
            NonproprietaryName = TextFields.OrNull(table.Text(Generic)),
            DosageForm = TextFields.OrNull(table.Text(Form)),
            Routes = routes.Of(table.Text(Route)),
            MarketingStart = table.Day(Start, ref wrong),
            MarketingEnd = table.Day(End, ref wrong),
            MarketingCategory = TextFields.OrNull(table.Text(Category)),
            ApplicationNumber = TextFields.OrNull(table.Text(Application)),
            LabelerName = TextFields.OrNull(table.Text(Labeler)),
            Ingredients = Ingredients(Split(table.Text(Substance)), Split(table.Text(Strength)),
                Split(table.Text(Unit))),
            PharmacologicalClasses = TextFields.OrNull(table.Text(Classes)),
            DeaSchedule = TextFields.OrNull(table.Text(Schedule)),
            ExcludeFlag = TextFields.OrNull(table.Text(Exclude)),
            CertifiedThrough = table.Day(Certified, ref wrong),
        };
    }

    private static NdcIngredient[] Ingredients(string[] names, string[] strengths, string[] units)
    {
        var fits = strengths.Length == names.Length && units.Length == names.Length;
        return [.. names.Select((name, at) => new NdcIngredient(
            name, fits ? TextFields.OrNull(strengths[at]) : null, fits ? TextFields.OrNull(units[at]) : null))];
    }

    private static string[] Split(string text) =>
        text.Length == 0 ? [] : text.Split(';', StringSplitOptions.TrimEntries);

    // 4-4, 5-3 and 5-4 with hyphen; a label's labeler and product are padded on the left.
    private static string? FiveFour(string ndc)
    {
        var parts = ndc.Split('-');
        return parts is [{ Length: 4 or 5 } labeler, { Length: 3 or 4 } product]
            && labeler.All(char.IsAsciiDigit) && product.All(char.IsAsciiDigit)
            ? labeler.PadLeft(5, '0') + product.PadLeft(4, '0') : null;
    }

    // Rebuilt files lack the days of marketing; their name has the month.
    private static string Latest(IEnumerable<DateOnly?> days, OriginalMember member) =>
        days.Max()?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ReleasePeriod.MonthIn(member);

    private static bool IsHeader(OriginalHead head, string column) =>
        !head.IsSheet && head.Lines.Count > 0 && head.Lines[0].Split('\t') is var cells
        && cells.Any(ProductNdc.Is) && cells.Any(cell => Cell.IsNamed(cell, column));
}
