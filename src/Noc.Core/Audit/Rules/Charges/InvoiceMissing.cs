using Noc.Payers;

namespace Noc.Audit.Rules.Charges;

/// <summary>INV001 invoice-missing: the payer prices this line by the invoice, and the claim shows none.</summary>
/// <remarks>
/// <para>Why it matters: without the invoice the line waits or is rejected; nobody can price it.</para>
/// <para>What to do: hold the claim until the invoice is there; send it the way the payer wants it, with PWK where it
/// follows an electronic claim.</para>
/// <para>Source: the payer's own rule on invoices.</para>
/// <para>Silent when: the claim or the line has a PWK, or a text names the price; the payer asks for an invoice only on
/// request, for a list of drugs, or never; a price by name is on file and the payer asks only for unpriced drugs; for
/// waste and free drugs.</para>
/// </remarks>
public static class InvoiceMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("INV001", "invoice-missing", "invoice", Severity.Delay,
        "Without an invoice nobody can price the line.", Sources.Invoice);

    /// <summary>Judges every drug line.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (context.Wants(PolicyKeys.InvoiceWhen) is not { Value.Word: "always" or "unpriced" } wanted) return;
        if (drug.IsWaste || drug.Line.HasTokenCharge) return;
        if (context.Claim.Paperwork.Count > 0 || drug.Line.Paperwork.Count > 0 || drug.HasPriceInText) return;
        if (wanted.Value.Word is "unpriced" && IsPriced(context)) return;
        findings.Add(Info, context, wanted, "2300/PWK",
            "This payer prices the line by the invoice, and the claim shows none.", expected: new()
            {
                Text = "invoice" + Shown(context) + Aged(context) + How(context),
            });
    }

    private static bool IsPriced(in RuleContext context)
    {
        var drug = context.Drug!;
        return !drug.AnyNdc.IsNone && drug.Day is not null
            && drug.FactsOfNdc(context.Tables)!.NocPrices.Count > 0;
    }

    private static string Shown(in RuleContext context) => context.Wants(PolicyKeys.InvoiceShows) is { } shows
        ? " with " + string.Join(", ", shows.Value.Words.Select(word => word.Replace('-', ' '))) : "";

    private static string Aged(in RuleContext context) =>
        context.Wants(PolicyKeys.InvoiceAgeMonths) is { Value.Number: { } months } && context.Drug!.Day is { } day
            ? Texts.Of($", dated {day.AddMonths(-(int)Math.Min(months, 600)):yyyy-MM-dd} or later") : "";

    private static string How(in RuleContext context)
    {
        var route = context.Wants(PolicyKeys.AttachmentRoute)?.Value.Word
            ?? context.Wants(PolicyKeys.InvoiceForm)?.Value.Word;
        var how = route switch
        {
            "paper" => "; on paper",
            "fax" => "; by fax",
            "portal" => "; through the payer's portal",
            "paperwork" or "attachment" => "; PWK*03 on the claim",
            _ => "",
        };
        return context.Wants(PolicyKeys.AttachmentForm) is { } form ? $"{how}; form {form.Value.Word}" : how;
    }
}
