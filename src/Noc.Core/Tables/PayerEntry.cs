namespace Noc.Tables;

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
