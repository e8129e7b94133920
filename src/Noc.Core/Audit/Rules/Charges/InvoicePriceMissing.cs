using Noc.Payers;

namespace Noc.Audit.Rules.Charges;

/// <summary>INV002 invoice-price-missing: the payer takes the invoice price from the text, and no text names
/// it.</summary>
/// <remarks>
/// <para>Why it matters: the line is priced by that amount; without it the line waits or is returned.</para>
/// <para>What to do: write the price of the invoice into the text, as in INV. $250.00.</para>
/// <para>Source: the payer's own rule on invoices.</para>
/// <para>Silent when: a text names a price; the payer wants the invoice in another form or never; the claim announces
/// paperwork; for waste and free drugs.</para>
/// </remarks>
public static class InvoicePriceMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("INV002", "invoice-price-missing", "invoice", Severity.Delay,
        "The line is priced by the amount in the text.", Sources.Invoice);

    /// <summary>Judges every drug line.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (context.Wants(PolicyKeys.InvoiceForm) is not { Value.Word: "amount-in-text" } wanted) return;
        if (drug.HasPriceInText || drug.IsWaste || drug.Line.HasTokenCharge) return;
        if (context.Claim.Paperwork.Count > 0 || drug.Line.Paperwork.Count > 0) return;
        if (context.Wants(PolicyKeys.InvoiceWhen) is { Value.Word: "never" }) return;
        findings.Add(Info, context, wanted, context.DescriptionElement,
            "This payer takes the invoice price from the text, which names none.", drug.Line.Description,
            new() { Narrative = "INV. $<PRICE>" });
    }
}
