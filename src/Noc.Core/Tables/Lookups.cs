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
    string State, string Jurisdiction, string Name, string DmeJurisdiction, string DmeName);

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
