using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>The Medicare payment limit of a drug without a code of its own.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Name">Generic name with the trade name in brackets, as printed: the only key, the same as in the NOC
/// crosswalk.</param>
/// <param name="DosageText">What one limit pays for, such as <c>1 UNIT</c>.</param>
/// <param name="LimitUsd">US dollars; null where not known.</param>
/// <param name="LimitText">The limit as printed.</param>
/// <param name="Notes">Notes as printed.</param>
/// <remarks>Source: CMS, Medicare Part B NOC pricing file. It names no HCPCS code: contractors say which unclassified
/// code they want.</remarks>
public sealed record NocPriceRow(
    long Line, string Name, string DosageText, decimal? LimitUsd, string LimitText, string Notes);

/// <summary>One package of a drug without a code of its own.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Name">Generic name, the same as in the NOC pricing file.</param>
/// <param name="Labeler">Who sells it, as printed.</param>
/// <param name="Ndc">The eleven-digit code; null for an alternate id.</param>
/// <param name="NdcText">The code or id as printed.</param>
/// <param name="DrugName">Name of the product.</param>
/// <param name="DosageText">What one billing unit is, such as <c>1 UNIT</c>.</param>
/// <param name="PackageSize">Amount in one item; null where not known.</param>
/// <param name="PackageQuantity">Items in the package; null where not known.</param>
/// <param name="BillingUnits">Billing units in one item; null where not known.</param>
/// <param name="BillingUnitsPerPackage">Billing units in the package; null where not known.</param>
/// <remarks>Source: CMS, ASP NOC NDC-HCPCS crosswalk. It has no column for codes.</remarks>
public sealed record NocCrosswalkRow(
    long Line, string Name, string Labeler, Ndc11? Ndc, string NdcText, string DrugName, string DosageText,
    decimal? PackageSize, decimal? PackageQuantity, decimal? BillingUnits, decimal? BillingUnitsPerPackage);

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
