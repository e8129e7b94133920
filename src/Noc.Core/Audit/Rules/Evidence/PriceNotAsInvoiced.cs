using Noc.Audit.Evidence;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD013 price-not-as-invoiced: the text names another price than the invoice.</summary>
/// <remarks>
/// <para>Why it matters: the payer compares the text with the invoice, and pays neither where they differ.</para>
/// <para>What to do: write the price of the invoice.</para>
/// <para>Source: the payer's own rule on invoices.</para>
/// <para>Silent when: the text names no price, no invoice of the drug with a price is in the evidence, or one of them
/// agrees: a package or all of them, before or after discount.</para>
/// </remarks>
public static class PriceNotAsInvoiced
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD013", "price-not-as-invoiced", "invoice", Severity.Delay,
        "The price in the text must be that of the invoice.", Sources.Invoice);

    /// <summary>Compares the price of the text with every invoice of the drug.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (ClaimedAmounts.Price(drug) is not { } price) return;
        var invoices = evidence.Invoices.Where(one => one.UnitCostUsd is not null).ToList();
        if (invoices.Count == 0 || invoices.Exists(one => FourWayMatch.IsPriceOf(one, price))) return;
        findings.AddEvidence(Info, context, context.DescriptionElement,
            $"The price is not that of the invoice: {FourWayMatch.Cost(context, evidence).Chain}.",
            drug.Line.Description,
            invoices[0].NetUnitUsd is { } net ? new() { Narrative = Texts.Of($"INV. ${net:0.00}") } : null);
    }
}
