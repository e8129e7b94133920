using Noc.Encounters;
using Noc.Tables;

namespace Noc.Audit.Evidence;

/// <summary>What the provider paid for a drug, by its invoices.</summary>
internal static class AcquisitionCost
{
    /// <summary>The cost of the containers of one dose, US dollars; null where invoices or containers do not tell.
    /// </summary>
    public static decimal? Of(Administration given, IReadOnlyList<InvoiceLine> invoices, ReferenceTables tables)
    {
        if (given.Containers.Count == 0) return null;
        decimal sum = 0;
        foreach (var container in given.Containers)
        {
            var ndc = container.Ndc.IsNone ? given.Ndc : container.Ndc;
            var invoice = invoices.FirstOrDefault(one => one.NetUnitUsd is not null
                && (!one.Ndc.IsNone && !ndc.IsNone ? one.Ndc == ndc
                    : RecordedDrugs.AreSame(given.Drug, one.Drug, tables) is true));
            if (invoice?.NetUnitUsd is not (>= 0 and < 1e9m and var net) || container.Count == 0) return null;
            sum += net * container.Count;
        }
        return Rounding.Cents(sum);
    }

    /// <summary>The cost of all that the record of a line says was given; null where one dose has none.</summary>
    public static decimal? Of(DrugLine drug, ReferenceTables tables)
    {
        if (drug.Evidence is not { IsSure: true, Given.Count: > 0 } evidence) return null;
        decimal sum = 0;
        foreach (var given in evidence.Given)
        {
            if (Of(given, evidence.Invoices, tables) is not { } cost) return null;
            sum += cost;
        }
        return sum;
    }
}
