namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD007 order-missing: no order is on file for a drug that was given.</summary>
/// <remarks>
/// <para>Why it matters: without an order of the provider the drug is not covered, and records are asked for before
/// it is paid.</para>
/// <para>What to do: get the signed order; hold the claim until it is there.</para>
/// <para>Source: Medicare Benefit Policy Manual, chapter 15, section 50: drugs are given on the order of a physician,
/// and the record shows it.</para>
/// <para>Silent when: nothing of this drug is recorded as given, or an order of it is on file. A warning where the
/// evidence has no orders at all.</para>
/// </remarks>
public static class OrderMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD007", "order-missing", "administration", Severity.Delay,
        "Without an order the drug is not covered.", Sources.Records);

    /// <summary>Judges drugs that were given.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (evidence.Given.Count == 0 || evidence.Order is not null) return;
        var named = evidence.Given.FirstOrDefault(given => given.Order.Length > 0);
        var hasOrders = evidence.Item.Encounter.Orders.Count > 0;
        findings.AddEvidence(Info, context, context.CodeElement, named is not null
            ? $"The record follows an order that is not in the evidence ({named.Pointer}/order)."
            : hasOrders ? "None of the orders on file is for this drug."
            : "The evidence has no order for this drug.", expected: new() { Text = "the signed order" },
            atMost: hasOrders || named is not null ? null : Severity.Warn);
    }
}
