using Noc.Payers;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD015 invoice-not-on-file: the payer prices by the invoice, the claim promises one, and none is on
/// file.</summary>
/// <remarks>
/// <para>Why it matters: the payer waits for the invoice, then denies the line.</para>
/// <para>What to do: get the invoice of the drug before the claim is sent.</para>
/// <para>Source: the payer's own rule on invoices.</para>
/// <para>Silent when: the payer asks for no invoice, the evidence has one of the drug or an attachment of that kind,
/// or the line is for waste or a free drug. Where the claim shows no invoice at all INV001 speaks.</para>
/// </remarks>
public static class InvoiceNotOnFile
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD015", "invoice-not-on-file", "invoice", Severity.Delay,
        "The payer waits for the invoice, then denies the line.", Sources.Invoice);

    /// <summary>Judges claims that announce an invoice or name a price.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (drug.IsWaste || drug.Line.HasTokenCharge || evidence.Invoices.Count > 0) return;
        if (context.Wants(PolicyKeys.InvoiceWhen) is not { Value.Word: "always" or "unpriced" } wanted) return;
        if (evidence.Item.Encounter.Attachments.Any(one => one.Kind is "invoice")) return;
        if (evidence.Given.Any(given => given.IsFree)) return;
        findings.AddEvidence(Info, context, "2300/PWK",
            "This payer prices the line by the invoice; the evidence has none for this drug.",
            expected: new() { Text = "the invoice of the drug" }, wanted: wanted);
    }
}
