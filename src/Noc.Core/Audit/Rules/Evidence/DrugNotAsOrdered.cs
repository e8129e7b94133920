using Noc.Audit.Evidence;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD025 drug-not-as-ordered: order, record, invoice and claim do not name one drug.</summary>
/// <remarks>
/// <para>Why it matters: a drug that nobody ordered is not covered, and one that nobody bought cannot be priced.</para>
/// <para>What to do: ask for an amended order, or correct the document that differs first.</para>
/// <para>Source: Medicare Benefit Policy Manual, chapter 15, section 50: drugs are given on the order of a physician,
/// and the record shows it.</para>
/// <para>Silent when: fewer than two documents name a drug, the claim differs from all others (EVD001), or the tables
/// know none of two names: one may be the brand of the other. A warning where they know one of the two only.</para>
/// </remarks>
public static class DrugNotAsOrdered
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD025", "drug-not-as-ordered", "administration", Severity.Deny,
        "A drug without an order is not covered.", Sources.Records);

    /// <summary>Compares the names along the four documents.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var evidence = context.Drug!.Evidence!;
        if (evidence.Given is not [var given, ..]) return;
        var tables = context.Tables;
        var encounter = evidence.Item.Encounter;
        var isOrder = evidence.Order is { Drug: var ordered } && Differs(ordered) is not false;
        var other = isOrder ? evidence.Order!.Drug : evidence.Invoices.Select(invoice => invoice.Drug)
            .FirstOrDefault(drug => Differs(drug) is not false) ?? "";
        if (other.Length == 0) return;
        findings.AddEvidence(Info, context, context.DescriptionElement,
            $"The {(isOrder ? "order" : "invoice")} names {other}, the record {given.Drug}.",
            expected: new() { Text = isOrder ? "an order of the drug that was given" : "the invoice of the drug" },
            atMost: isOrder && Differs(other) is true ? null : Severity.Warn);

        // True where two products are known; null where one only is and nothing links the names.
        bool? Differs(string name) => RecordedDrugs.AreSame(name, given.Drug, tables) is { } same ? !same
            : RecordedDrugs.MayDiffer(name, given.Drug, encounter, tables) ? null : false;
    }
}
