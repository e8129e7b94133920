using Noc.Drugs;

namespace Noc.Reference.Originals;

/// <summary>Reads the crosswalk from packages to codes.</summary>
public static class NdcCrosswalkReader
{
    // Nine quarters from January 2024 to January 2026 have 6,684 to 8,245 rows.
    private const int CompleteFrom = 5_000;

    // The year in the name can be that of another release: the banner counts.
    private static readonly Column Code = new("HCPCS CODE", "_2026_CODE")
    {
        Matches = name => name.EndsWith("_CODE", StringComparison.Ordinal) && name.Length is 9 or 10
            && name.AsSpan().TrimStart('_')[..4].IndexOfAnyExceptInRange('0', '9') < 0,
    };

    private static readonly Column Short = Column.Optional("Short Description"), Labeler = new("LABELER NAME"),
        Ndc = new("NDC", "NDC2"), Drug = new("Drug Name"),
        Dosage = new("HCPCS dosage", "Dosage"),
        Size = new("PKG SIZE"), Quantity = new("PKG QTY"), Units = new("BILLUNITS"), PerPackage = new("BILLUNITSPKG");

    private static readonly Column[] Columns =
        [Code, Short, Labeler, Ndc, Drug, Dosage, Size, Quantity, Units, PerPackage];

    /// <summary>The crosswalk of drugs paid by average sales price.</summary>
    public static OriginalReader Reader { get; } = Of(Dataset.NdcCrosswalk);

    /// <summary>Its sister for drugs paid by average wholesale price.</summary>
    public static OriginalReader AwpReader { get; } = Of(Dataset.AwpCrosswalk);

    /// <summary>Its sister for drugs that only hospital outpatient departments are paid for.</summary>
    public static OriginalReader OppsReader { get; } = Of(Dataset.OppsCrosswalk);

    /// <summary>Reads one quarter.</summary>
    /// <exception cref="UnreadableOriginalException">Header or period are not found.</exception>
    public static Original<NdcCrosswalkRow> Read(OriginalMember member)
    {
        var dataset = Kind(member.Head);
        using var table = Table.OpenWhole(Records.Open(member), Columns);
        var period = table.Banner.Select(Cell.FindPeriod).FirstOrDefault(found => found is not null)
            ?? throw new UnreadableOriginalException("The banner does not say from when to when the codes apply.");
        var rows = new List<NdcCrosswalkRow>();
        while (table.Read())
        {
            if (Row(table, out var wrong) is { } row) rows.Add(row);
            else table.Ledger.Problem(table.Line, wrong);
        }
        // The sisters have some hundred rows; how many is not known.
        return table.Ledger.Close(dataset, period, Cell.ReleaseOf(member.Name),
            dataset == Dataset.NdcCrosswalk ? CompleteFrom : 0, rows, table.LinesRead);
    }

    /// <summary>The eleven-digit code where it is written 5-4-2, or 5-6 as for the grafts of labeler 50016; alternate
    /// ids are of any form, eleven digits too.</summary>
    internal static Ndc11? NdcOf(string text) => text is [_, _, _, _, _, '-', ..]
        && (text.Length == 12 || (text.Length == 13 && text[10] == '-'))
        && Ndc11.TryParse(text.Replace("-", "", StringComparison.Ordinal), out var ndc) ? ndc : null;

    private static OriginalReader Of(Dataset dataset) => new(dataset,
        head => Recognises(head) && Kind(head) == dataset, Read)
    {
        Columns = Columns,
    };

    private static bool Recognises(OriginalHead head) =>
        head.HasRow("LABELER NAME", "NDC2", "BILLUNITS", "BILLUNITSPKG")
        || head.HasRow("LABELER NAME", "NDC", "BILLUNITS", "BILLUNITSPKG");

    // The title says which of the sisters it is.
    private static Dataset Kind(OriginalHead head)
    {
        foreach (var line in head.Lines.Take(2))
            if (line.Contains(" AWP ", StringComparison.OrdinalIgnoreCase)) return Dataset.AwpCrosswalk;
            else if (line.Contains(" OPPS ", StringComparison.OrdinalIgnoreCase)) return Dataset.OppsCrosswalk;
        return Dataset.NdcCrosswalk;
    }

    private static NdcCrosswalkRow? Row(Table table, out string wrong)
    {
        string? fault = null;
        if (!Cell.TryCode(table.Text(Code), out var code)) fault = "The first cell is no HCPCS code.";
        var ndc = table.Text(Ndc);
        if (ndc.Length == 0) fault ??= "There is neither an NDC nor another id.";
        var row = new NdcCrosswalkRow(
            table.Line, code, Cell.IsCpt(code) ? "" : table.Text(Short), table.Text(Labeler), NdcOf(ndc), ndc,
            table.Text(Drug), table.Text(Dosage), table.Number(Size, ref fault), table.Number(Quantity, ref fault),
            Doubted(table, Units, ref fault), Doubted(table, PerPackage, ref fault));
        wrong = fault ?? "";
        return fault is null ? row : null;
    }

    // One figure of April 2024 ends in a question mark; it is size times quantity all the same.
    private static decimal? Doubted(Table table, Column column, ref string? fault)
    {
        if (!Cell.TryNumber(table.Text(column).TrimEnd('?'), out var value)) fault ??= $"{column.Name} is no number.";
        return value;
    }
}
