namespace Noc.Reference.Originals;

/// <summary>Reads packages of drugs that are paid by name.</summary>
public static class NocCrosswalkReader
{
    private static readonly Column Name = new("Drug Generic Name", "Drug Generic Name (Trade Name)"),
        Labeler = new("LABELER NAME"), Ndc = new("NDC or ALTERNATE ID", "NDC", "NDC2"), Drug = new("Drug Name"),
        Dosage = new("Dosage", "HCPCS dosage"), Size = new("PKG SIZE"), Quantity = new("PKG QTY"),
        Units = new("BILLUNITS"), PerPackage = new("BILLUNITSPKG");

    /// <summary>The csv; a sheet with that header too.</summary>
    public static OriginalReader Reader { get; } = new(
        Dataset.NocCrosswalk, head => head.HasRow("Drug Generic Name", "LABELER NAME", "BILLUNITS")
            || head.HasRow("Drug Generic Name (Trade Name)", "LABELER NAME", "BILLUNITS"), Read)
    {
        Columns = [Name, Labeler, Ndc, Drug, Dosage, Size, Quantity, Units, PerPackage],
    };

    /// <summary>Reads one quarter.</summary>
    /// <exception cref="UnreadableOriginalException">Header or period are not found.</exception>
    public static Original<NocCrosswalkRow> Read(OriginalMember member)
    {
        using var table = Table.Open(
            Records.Open(member), Name, Labeler, Ndc, Drug, Dosage, Size, Quantity, Units, PerPackage);
        var period = table.Banner.Select(Cell.FindPeriod).FirstOrDefault(found => found is not null)
            ?? throw new UnreadableOriginalException("The banner does not say from when to when the packages apply.");
        var rows = new List<NocCrosswalkRow>();
        while (table.Read())
        {
            string? wrong = null;
            var ndc = table.Text(Ndc);
            var row = new NocCrosswalkRow(table.Line, table.Text(Name), table.Text(Labeler),
                NdcCrosswalkReader.NdcOf(ndc), ndc, table.Text(Drug), table.Text(Dosage),
                table.Number(Size, ref wrong), table.Number(Quantity, ref wrong), table.Number(Units, ref wrong),
                table.Number(PerPackage, ref wrong));
            if (row.Name.Length == 0) wrong = "The row names no drug.";
            if (ndc.Length == 0) wrong ??= "There is neither an NDC nor another id.";
            if (wrong is null) rows.Add(row);
            else table.Ledger.Problem(table.Line, wrong);
        }
        return table.Ledger.Close(
            Dataset.NocCrosswalk, period, Cell.ReleaseOf(member.Name), 0, rows, table.LinesRead);
    }
}
