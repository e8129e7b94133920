namespace Noc.Tables;

/// <summary>What the tables say of a drug code on a day.</summary>
public abstract record CodeStatus
{
    private CodeStatus() { }

    /// <summary>The code is valid on the day.</summary>
    /// <param name="Row">The row that says so.</param>
    /// <param name="Product">A product it stands for.</param>
    public sealed record Found(ProductCode Row, Product Product) : CodeStatus;

    /// <summary>The code starts after the day.</summary>
    /// <param name="Row">The row with its first day.</param>
    /// <param name="Product">A product it stands for.</param>
    public sealed record NotYet(ProductCode Row, Product Product) : CodeStatus;

    /// <summary>The code ended before the day.</summary>
    /// <param name="Row">The row with its last day.</param>
    /// <param name="Product">A product it stood for.</param>
    public sealed record Ended(ProductCode Row, Product Product) : CodeStatus;

    /// <summary>The tables at hand cannot tell.</summary>
    /// <param name="Reason">Why not.</param>
    public sealed record NotCovered(string Reason) : CodeStatus;
}

/// <summary>The Medicare contractors of a state.</summary>
/// <param name="State">Two letters.</param>
/// <param name="Jurisdiction">Of Part A and B, such as J6.</param>
/// <param name="Name">Of Part A and B, such as NGS.</param>
/// <param name="DmeJurisdiction">A, B, C or D.</param>
/// <param name="DmeName">Of durable medical equipment.</param>
public sealed record Contractor(
    string State, string Jurisdiction, string Name, string DmeJurisdiction, string DmeName)
{
    /// <summary>Beginnings of the ZIP codes in which another contractor takes Part B claims; empty in nearly every
    /// state. Source: CMS, ZIP5 file.</summary>
    public IReadOnlyList<string> PartBZips { get; init; } = [];

    /// <summary>The one who takes them there; null where there is none.</summary>
    public Contractor? PartB { get; init; }

    /// <summary>The contractor of a claim; null where a ZIP code decides that is not known.</summary>
    /// <param name="isInstitutional">True for Part A, which one contractor has in the whole state.</param>
    /// <param name="zip">Five or nine digits of where the service was given; empty where not known.</param>
    public Contractor? Of(bool isInstitutional, string zip) => PartB is null || isInstitutional ? this
        : zip.Length < ZipDigits ? null
        : PartBZips.Any(start => zip.StartsWith(start, StringComparison.Ordinal)) ? PartB : this;

    private const int ZipDigits = 5;
}

/// <summary>A payer of the directory.</summary>
/// <param name="Id">Its policy id, such as <c>medicaid-tx</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="PayerIds">Ids as sent in NM109.</param>
/// <param name="Type">
/// medicare, medicare_mac, medicare_dme, medicaid, medicaid_mco, commercial, commercial_ma, federal, workers_comp,
/// clearinghouse.
/// </param>
/// <param name="States">Two letters of the states it works in; empty where it is not limited to some, or not known.
/// </param>
/// <param name="Confidence">How sure the row is.</param>
public sealed record PayerEntry(
    string Id, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> PayerIds, string Type,
    IReadOnlyList<string> States, Confidence Confidence);
