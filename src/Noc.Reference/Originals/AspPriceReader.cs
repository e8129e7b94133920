namespace Noc.Reference.Originals;

/// <summary>Reads the payment limits of Medicare Part B drugs.</summary>
public static class AspPriceReader
{
    // Nine quarters from January 2024 to January 2026 have 819 to 1,012 rows.
    private const int CompleteFrom = 700;

    // Part of the Inflation Reduction Act since the second quarter of 2023; the column came with the third.
    private static readonly DateOnly FirstCoinsurance = new(2023, 7, 1);

    private static readonly Column Code = new("HCPCS Code"), Short = new("Short Description"),
        Dosage = new("HCPCS Code Dosage"), Limit = new("Payment Limit"),
        Coinsurance = Column.Optional("Co-insurance Percentage", "Coinsurance Percentage"),
        VaccineAwp = Column.Optional("Vaccine AWP%"), VaccineLimit = Column.Optional("Vaccine Limit"),
        BloodAwp = Column.Optional("Blood AWP%"), BloodLimit = Column.Optional("Blood limit"),
        Clotting = Column.Optional("Clotting Factor"), Notes = new("Notes");

    private static readonly Column[] Columns =
    [
        Code, Short, Dosage, Limit, Coinsurance, VaccineAwp, VaccineLimit, BloodAwp, BloodLimit, Clotting, Notes,
    ];

    /// <summary>The csv that the agency calls its section 508 version; a sheet with that header too.</summary>
    public static OriginalReader Reader { get; } = new(
        Dataset.AspPrices, head => head.HasRow("HCPCS Code", "HCPCS Code Dosage", "Payment Limit"), Read)
    {
        Columns = Columns,
    };

    /// <summary>Reads one quarter.</summary>
    /// <exception cref="UnreadableOriginalException">Header or period are not found.</exception>
    public static Original<PaymentLimitRow> Read(OriginalMember member)
    {
        using var table = Table.OpenWhole(Records.Open(member), Columns);
        var period = table.Banner.Select(Cell.FindPeriod).FirstOrDefault(found => found is not null)
            ?? throw new UnreadableOriginalException("The banner does not say from when to when the limits apply.");
        if (period.From >= FirstCoinsurance) table.Require(Coinsurance);
        var rows = new List<PaymentLimitRow>();
        while (table.Read())
        {
            if (Row(table, out var wrong) is { } row) rows.Add(row);
            else table.Ledger.Problem(table.Line, wrong);
        }
        return table.Ledger.Close(
            Dataset.AspPrices, period, Cell.ReleaseOf(member.Name), CompleteFrom, rows, table.LinesRead);
    }

    private static PaymentLimitRow? Row(Table table, out string wrong)
    {
        string? fault = null;
        if (!Cell.TryCode(table.Text(Code), out var code)) fault = "The first cell is no HCPCS code.";
        var row = new PaymentLimitRow(
            table.Line, code, Cell.IsCpt(code) ? "" : table.Text(Short), table.Text(Dosage),
            table.Number(Limit, ref fault), table.Text(Limit), table.Number(Coinsurance, ref fault),
            table.Number(VaccineAwp, ref fault), table.Number(VaccineLimit, ref fault),
            table.Number(BloodAwp, ref fault), table.Number(BloodLimit, ref fault),
            table.Text(Clotting) is "1" or "Y", table.Text(Notes));
        if (row.LimitUsd < 0) fault ??= "The payment limit is negative.";
        wrong = fault ?? "";
        return fault is null ? row : null;
    }
}
