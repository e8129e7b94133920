namespace Noc.Reference.Originals;

/// <summary>Reads OPPS Addendum B.</summary>
public static class OppsAddendumBReader
{
    // Six releases from January 2024 to April 2026 have 17,295 to 18,212 rows.
    private const int CompleteFrom = 15_000;

    private static readonly Column Code = new("HCPCS Code", "HCPCSCode", "HCPCS"),
        Short = Column.Optional("Short Descriptor", "ShortDescriptor"),
        Status = new("SI", "StatusIndicator", "Status Indicator"), Apc = Column.Optional("APC"),
        Weight = Column.Optional("Relative Weight"), Payment = new("Payment Rate", "PaymentRate"),
        National = Column.Optional("National Unadjusted Copayment"),
        Minimum = Column.Optional("Minimum Unadjusted Copayment"),
        Coinsurance = Column.Optional("IRA Coinsurance percentage"),
        Adjusted = Column.Optional("Adjusted Beneficiary Copayment"),
        PassThrough = Column.Optional("Drug and Device Pass-Through Expiration during Calendar Year"),
        Note = Column.Optional("Note", "Notes"), Change = Column.Optional("* Indicates a Change", "Changed?"),
        Source = Column.Optional("Source");

    private static readonly Column[] Columns =
    [
        Code, Short, Status, Apc, Weight, Payment, National, Minimum, Coinsurance, Adjusted, PassThrough, Note, Change,
        Source,
    ];

    /// <summary>The csv of any quarter, and a table of code, status and rate with the month in its last column.
    /// </summary>
    public static OriginalReader Reader { get; } = new(Dataset.OppsAddendumB,
        head => head.HasRow("HCPCS Code", "SI", "Payment Rate")
            || head.HasRow("HCPCSCode", "StatusIndicator", "PaymentRate"), Read)
    {
        Columns = Columns,
    };

    /// <summary>Reads one quarter.</summary>
    /// <exception cref="UnreadableOriginalException">Header or quarter are not found. The title prints the year only;
    /// the quarter is that of the month in the file's name, which must be of that year.</exception>
    public static Original<OppsRow> Read(OriginalMember member)
    {
        using var table = Table.OpenWhole(Records.Open(member), Columns);
        var period = table.Has(Source) ? null : ReleasePeriod.Of(table.Banner, member);
        var rows = new List<OppsRow>(CompleteFrom);
        while (table.Read())
        {
            period ??= ReleasePeriod.IsoMonth(table.Text(Source));
            if (Row(table, out var wrong) is { } row) rows.Add(row);
            else table.Ledger.Problem(table.Line, wrong);
        }
        if (period is not { } quarter || !ReleasePeriod.IsQuarter(quarter))
            throw new UnreadableOriginalException("Neither the title nor the name of the file says which quarter.");
        return table.Ledger.Close(
            Dataset.OppsAddendumB, quarter, Cell.ReleaseOf(member.Name), CompleteFrom, rows, table.LinesRead);
    }

    private static OppsRow? Row(Table table, out string wrong)
    {
        string? fault = null;
        if (!Cell.TryCode(Ascii(table.Text(Code)), out var code)) fault = "The first cell is no HCPCS code.";
        var row = new OppsRow(
            table.Line, code, Cell.IsCpt(code) ? "" : table.Text(Short), table.Text(Status), table.Text(Apc),
            table.Number(Weight, ref fault), table.Number(Payment, ref fault), table.Number(National, ref fault),
            table.Number(Minimum, ref fault), Percent(table, ref fault), table.Number(Adjusted, ref fault),
            table.Text(PassThrough).Length > 0, table.Text(Note), IsMarked(table.Text(Change)));
        if (row.PaymentUsd < 0) fault ??= "The payment rate is negative.";
        wrong = fault ?? "";
        return fault is null ? row : null;
    }

    // A workbook holds 17.508% as 0.17508. Adjusted percentages lie between 1 and 20.
    private static decimal? Percent(Table table, ref string? fault)
    {
        var percent = table.Number(Coinsurance, ref fault);
        return percent is > 0 and < 1 && !table.Text(Coinsurance).Contains('%') ? percent * 100 : percent;
    }

    // Blanks of a spreadsheet can end up as a letter behind the code: A4341 and byte FF in January 2025.
    private static string Ascii(string text) => text.Length == 6 && text[5] > '\u007F' ? text[..5] : text;

    private static bool IsMarked(string text) =>
        text.Length > 0 && !text.Equals("false", StringComparison.OrdinalIgnoreCase);
}
