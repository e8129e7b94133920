namespace Noc.Reference.Originals;

/// <summary>Reads payment limits of drugs that are paid by name.</summary>
public static class NocPriceReader
{
    private static readonly Column Name = new("Drug Generic Name (Trade Name)", "Drug Generic Name"),
        Dosage = new("Dosage"), Limit = new("Payment Limit"), Notes = Column.Optional("Notes");

    /// <summary>The csv; a sheet with that header too.</summary>
    public static OriginalReader Reader { get; } = new(Dataset.NocPrices,
        head => head.HasRow("Drug Generic Name (Trade Name)", "Dosage", "Payment Limit")
            || head.HasRow("Drug Generic Name", "Dosage", "Payment Limit"), Read)
    {
        Columns = [Name, Dosage, Limit, Notes],
    };

    /// <summary>Reads one quarter.</summary>
    /// <exception cref="UnreadableOriginalException">Header or period are not found.</exception>
    public static Original<NocPriceRow> Read(OriginalMember member)
    {
        using var table = Table.OpenWhole(Records.Open(member), Name, Dosage, Limit, Notes);
        var period = table.Banner.Select(Cell.FindPeriod).FirstOrDefault(found => found is not null)
            ?? throw new UnreadableOriginalException("The banner does not say from when to when the limits apply.");
        var rows = new List<NocPriceRow>();
        while (table.Read())
        {
            string? wrong = null;
            var row = new NocPriceRow(table.Line, table.Text(Name), table.Text(Dosage),
                table.Number(Limit, ref wrong), table.Text(Limit), table.Text(Notes));
            if (row.Name.Length == 0) wrong = "The row names no drug.";
            if (row.LimitUsd < 0) wrong ??= "The payment limit is negative.";
            if (wrong is null) rows.Add(row);
            else table.Ledger.Problem(table.Line, wrong);
        }
        // A quarter may have one drug, or none.
        return table.Ledger.Close(
            Dataset.NocPrices, period, Cell.ReleaseOf(member.Name), 0, rows, table.LinesRead);
    }
}
