using Noc.Encounters;
using Noc.Payers;

namespace Noc.Pricing;

/// <summary>Whether an invoice shows what a payer asks for, and is not too old.</summary>
public static class InvoiceCheck
{
    /// <summary>What is wrong with an invoice for a line; empty where nothing is, or the payer says nothing.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="policy">What the payer wants; null where not known.</param>
    /// <param name="line">The line.</param>
    /// <param name="day">Date of service.</param>
    public static IReadOnlyList<PriceFlag> Of(
        InvoiceLine invoice, EffectivePolicy? policy, in PolicySubject line, DateOnly day)
    {
        var flags = new List<PriceFlag>();
        if (invoice.NetUnitUsd is <= 0)
            flags.Add(new("invoice-free", "The invoice comes to nothing: bill the drug as free, or find its price."));
        if (policy is null) return flags;
        if (policy.Of(PolicyKeys.InvoiceAgeMonths, line)?.Value.Number is { } months && invoice.Date is { } date
            && months is > 0 and < 1200 && date.AddMonths((int)months) < day)
            flags.Add(new("invoice-old", Texts.Of(
                $"The invoice of {date:yyyy-MM-dd} is older than the {months:0} months that the payer takes.")));
        var missing = new List<string>();
        foreach (var (word, _) in policy.WordsOf(PolicyKeys.InvoiceShows, line))
            if (Lacks(invoice, word)) missing.Add(word);
        if (missing.Count > 0)
            flags.Add(new("invoice-incomplete",
                $"The payer wants the invoice to show what is not known of it: {string.Join(", ", missing)}."));
        return flags;
    }

    // Manufacturer, strength and discounts stand on the paper at most.
    private static bool Lacks(InvoiceLine invoice, string word) => word switch
    {
        "drug" => invoice.Drug.Length == 0,
        "ndc" => invoice.Ndc.IsNone,
        "quantity" => invoice.Quantity <= 0,
        "unit-cost" => invoice.UnitCostUsd is null,
        "date" => invoice.Date is null,
        _ => false,
    };
}
