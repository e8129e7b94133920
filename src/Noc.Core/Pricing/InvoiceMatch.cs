using Noc.Coding;
using Noc.Drugs;
using Noc.Encounters;

namespace Noc.Pricing;

/// <summary>The purchase that a dose came from.</summary>
/// <param name="Invoice">The line of the invoice.</param>
/// <param name="Flags">What is not certain about it.</param>
public sealed record InvoiceMatch(InvoiceLine Invoice, IReadOnlyList<PriceFlag> Flags)
{
    /// <summary>Net unit cost over containers of several lots, each at its own price; null where one price is all
    /// there is.</summary>
    public decimal? AverageUsd { get; init; }

    /// <summary>Finds the purchase of what was given: by NDC and lot, the latest on or before the day.</summary>
    /// <param name="invoices">All purchases at hand.</param>
    /// <param name="ndcs">NDC of the container, and of the package around it.</param>
    /// <param name="lots">Lots of the containers opened, one a container; empty where not known.</param>
    /// <param name="day">Day on which it was given.</param>
    /// <param name="compound">Name of a compound, which has no NDC: a purchase without one is matched by name; empty
    /// for others.</param>
    /// <returns>The best; null where none is of the drug, or all are dated after the day.</returns>
    public static InvoiceMatch? Find(
        IEnumerable<InvoiceLine> invoices, IReadOnlyList<Ndc11> ndcs, IReadOnlyList<string> lots, DateOnly day,
        string compound = "")
    {
        if (Best(invoices, ndcs, lots, day, compound) is not var (best, rank)) return null;
        var average = Average(invoices, ndcs, lots, day, compound);
        return new(best, [.. FlagsOf(best, rank, average)]) { AverageUsd = average };
    }

    private static (InvoiceLine Invoice, (int Lot, int Ndc, DateOnly Date) Rank)? Best(
        IEnumerable<InvoiceLine> invoices, IReadOnlyList<Ndc11> ndcs, IReadOnlyList<string> lots, DateOnly day,
        string compound)
    {
        InvoiceLine? best = null;
        var rank = default((int, int, DateOnly));
        foreach (var invoice in invoices)
        {
            if (invoice.Date > day || NdcRank(invoice, ndcs, lots, compound) is not (> 0 and var ndc))
                continue;
            var own = (LotRank(invoice, lots), ndc, invoice.Date ?? DateOnly.MinValue);
            if (best is null || own.CompareTo(rank) > 0) (best, rank) = (invoice, own);
        }
        return best is null ? null : (best, rank);
    }

    // Null where one lot was opened, or one of them has no purchase of its own in the same package.
    private static decimal? Average(
        IEnumerable<InvoiceLine> invoices, IReadOnlyList<Ndc11> ndcs, IReadOnlyList<string> lots, DateOnly day,
        string compound)
    {
        var groups = lots.GroupBy(lot => lot, StringComparer.OrdinalIgnoreCase).ToList();
        if (groups.Count < 2) return null;
        var (sum, ndc) = (0m, default(Ndc11?));
        foreach (var group in groups)
        {
            if (Best(invoices, ndcs, [group.Key], day, compound) is not { Rank.Lot: 2, Invoice: var own }
                || own.NetUnitUsd is not { } net || (ndc is { } first && first != own.Ndc)) return null;
            (sum, ndc) = (sum + (net * group.Count()), own.Ndc);
        }
        return sum / lots.Count;
    }

    // 3 the same NDC, 2 another package of the product, 1 no NDC but the same lot or compound, 0 another drug.
    private static int NdcRank(
        InvoiceLine invoice, IReadOnlyList<Ndc11> ndcs, IReadOnlyList<string> lots, string compound)
    {
        if (invoice.Ndc.IsNone)
            return LotRank(invoice, lots) == 2 || DrugNames.Shares(invoice.Drug, compound) ? 1 : 0;
        foreach (var ndc in ndcs)
            if (ndc == invoice.Ndc) return 3;
        foreach (var ndc in ndcs)
            if (!ndc.IsNone && ndc.LabelerProduct == invoice.Ndc.LabelerProduct) return 2;
        return 0;
    }

    // 2 the same lot, 1 one of them is not known, 0 another lot.
    private static int LotRank(InvoiceLine invoice, IReadOnlyList<string> lots)
    {
        if (invoice.Lot.Length == 0 || lots.Count == 0) return 1;
        foreach (var lot in lots)
            if (lot.Equals(invoice.Lot, StringComparison.OrdinalIgnoreCase)) return 2;
        return 0;
    }

    private static IEnumerable<PriceFlag> FlagsOf(
        InvoiceLine invoice, (int Lot, int Ndc, DateOnly Date) rank, decimal? average)
    {
        if (average is { } usd && usd != invoice.NetUnitUsd)
            yield return new("invoice-lots", FormattableString.Invariant(
                $"Containers of several lots were opened: each counts at its own price, {usd:0.00} on average."));
        if (rank.Lot == 0)
            yield return new("invoice-lot", $"The invoice is of lot {invoice.Lot}, which was not given.");
        if (rank.Ndc == 2)
            yield return new("invoice-package", $"The invoice is of another package, {invoice.Ndc.Hyphenated}.");
        if (invoice.Date is null) yield return new("invoice-date", "The invoice has no date.");
    }

    /// <summary>Net cost of what was opened; null where the invoice has no price.</summary>
    /// <param name="containers">Containers used; a part of one as a fraction.</param>
    /// <param name="inPackage">Containers in the package that the invoice counts.</param>
    public decimal? CostUsd(decimal containers, decimal inPackage) =>
        (AverageUsd ?? Invoice.NetUnitUsd) is { } net && inPackage > 0 && containers is >= 0 and <= 1_000_000_000m
            ? net * containers / inPackage : null;
}
