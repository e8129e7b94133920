using Noc.Audit.Evidence;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD005 lot-not-as-bought: lot, NDC or date of the invoice are not those of the drug given.</summary>
/// <remarks>
/// <para>Why it matters: an invoice that is not of this drug proves no price; a lot that was never bought is asked
/// about in an audit.</para>
/// <para>What to do: look for the invoice of the lot that was used, and correct the record or the text.</para>
/// <para>Source: the payer's own rule on invoices.</para>
/// <para>Silent when: record or invoice name no lot and no NDC, or one of the invoices agrees.</para>
/// </remarks>
public static class LotNotAsBought
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD005", "lot-not-as-bought", "invoice", Severity.Warn,
        "The invoice must be of the drug that was given.", Sources.Invoice);

    /// <summary>Compares lot and NDC of record, invoice and text, and the date of the purchase.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (evidence.Given.Count == 0) return;
        var lot = FourWayMatch.Lot(context, evidence);
        if (lot.FirstToDiffer.Length > 0)
        {
            findings.AddEvidence(Info, context, "2400/SV1", $"The lots differ: {lot.Chain}.");
            return;
        }
        var ndcs = evidence.Ndcs;
        var bought = evidence.Invoices.Where(one => !one.Ndc.IsNone).ToList();
        if (ndcs.Count > 0 && bought.Count > 0
            && !bought.Exists(one => ndcs.Any(ndc => ndc.LabelerProduct == one.Ndc.LabelerProduct)))
            findings.AddEvidence(Info, context, "2410/LIN03",
                $"The invoice is of another product: {FourWayMatch.Ndc(context, evidence).Chain}.");
        else if (evidence.Invoices.Count > 0 && evidence.Invoices.All(one => one.Date > evidence.Given[0].Day))
            findings.AddEvidence(Info, context, "2400/DTP03",
                $"The drug was bought after it was given: {FourWayMatch.Date(context, evidence).Chain}.");
    }
}
