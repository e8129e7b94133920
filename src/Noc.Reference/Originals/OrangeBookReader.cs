using System.Globalization;

namespace Noc.Reference.Originals;

/// <summary>Reads products.txt of the FDA's Orange Book (cells between tildes).</summary>
/// <remarks>The file prints no date of its own: its period is <see cref="Period.Always"/>, and its release is the
/// latest approval among its rows.</remarks>
public static class OrangeBookReader
{
    // The whole list has had over 40,000 products for years.
    private const int CompleteFrom = 30_000;

    private const string OldApproval = "Approved Prior to Jan 1, 1982";

    private static readonly Column Ingredient = new("Ingredient"), FormRoute = new("DF;Route"),
        Trade = new("Trade_Name"), Applicant = new("Applicant"), Strength = new("Strength"),
        Kind = new("Appl_Type"), Number = new("Appl_No"), Product = new("Product_No"), Equivalence = new("TE_Code"),
        Approval = new("Approval_Date"), Listed = new("RLD"), Standard = Column.Optional("RS"), Type = new("Type"),
        FullName = Column.Optional("Applicant_Full_Name");

    /// <summary>products.txt.</summary>
    public static OriginalReader Reader { get; } = new(Dataset.OrangeBook,
        head => !head.IsSheet && head.Lines.Count > 0 && head.Lines[0].Split('~') is var cells
            && cells.Any(Ingredient.Is) && cells.Any(FormRoute.Is), Read)
    {
        Columns =
        [
            Ingredient, FormRoute, Trade, Applicant, Strength, Kind, Number, Product, Equivalence, Approval, Listed,
            Standard, Type, FullName,
        ],
        Delimiter = '~',
    };

    /// <summary>Reads the list.</summary>
    /// <exception cref="UnreadableOriginalException">The header is not found.</exception>
    public static Original<OrangeBookRow> Read(OriginalMember member)
    {
        using var table = Table.Open(Records.Open(member, '~', quotes: false), Ingredient, FormRoute, Trade,
            Applicant, Strength, Kind, Number, Product, Equivalence, Approval, Listed, Standard, Type, FullName);
        var rows = new List<OrangeBookRow>();
        while (table.Read())
        {
            string? wrong = null;
            var row = Row(table, ref wrong);
            if (wrong is null) rows.Add(row);
            else table.Ledger.Problem(table.Line, wrong);
        }
        var release = rows.Max(row => row.ApprovalDate)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        return table.Ledger.Close(Dataset.OrangeBook, Period.Always, release, CompleteFrom, rows, table.LinesRead);
    }

    private static OrangeBookRow Row(Table table, ref string? wrong)
    {
        var formRoute = table.Text(FormRoute).Split(';', 2, StringSplitOptions.TrimEntries);
        var (strength, remark) = Apart(table.Text(Strength));
        var approval = table.Text(Approval);
        var isOld = approval.Equals(OldApproval, StringComparison.OrdinalIgnoreCase);
        DateOnly? day = null;
        if (approval.Length > 0 && !isOld)
        {
            if (DateOnly.TryParseExact(approval, "MMM d, yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var found)) day = found;
            else if (!Cell.TryDay(approval, out day)) wrong ??= "Approval_Date is no date.";
        }
        if (table.Text(Number).Length == 0 || table.Text(Product).Length == 0)
            wrong ??= "The application or product number is blank.";
        return new()
        {
            Line = table.Line,
            Ingredients = table.Text(Ingredient).Split(';',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            DosageForm = formRoute[0],
            Route = formRoute.Length > 1 ? TextFields.OrNull(formRoute[1]) : null,
            TradeName = TextFields.OrNull(table.Text(Trade)),
            Applicant = TextFields.OrNull(table.Text(Applicant)),
            Strength = strength,
            Remark = remark,
            ApplicationType = table.Text(Kind),
            ApplicationNumber = table.Text(Number),
            ProductNumber = table.Text(Product),
            EquivalenceCode = TextFields.OrNull(table.Text(Equivalence)),
            ApprovalDate = day,
            IsApprovedBefore1982 = isOld,
            IsReferenceListed = TextFields.YesNo(table.Text(Listed)),
            IsReferenceStandard = TextFields.YesNo(table.Text(Standard)),
            Type = TextFields.OrNull(table.Text(Type)),
            ApplicantFullName = TextFields.OrNull(table.Text(FullName)),
        };
    }

    // "5MG **remark**": the remark is none of the strength.
    private static (string? Strength, string? Remark) Apart(string text)
    {
        var at = text.IndexOf("**", StringComparison.Ordinal);
        return at < 0 ? (TextFields.OrNull(text), null)
            : (TextFields.OrNull(text[..at].Trim()), TextFields.OrNull(text[at..].Trim('*', ' ')));
    }
}
