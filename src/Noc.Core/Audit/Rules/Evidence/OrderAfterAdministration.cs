using Noc.Audit.Evidence;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD008 order-after-administration: the order is dated after the drug was given.</summary>
/// <remarks>
/// <para>Why it matters: a drug that was given before it was ordered is denied when records are looked at.</para>
/// <para>What to do: look whether an earlier order is on file, or a spoken order that was written down later.</para>
/// <para>Source: Medicare Benefit Policy Manual, chapter 15, section 50: drugs are given on the order of a physician,
/// and the record shows it.</para>
/// <para>Silent when: order or administration have no date. A warning where only the signature came later, which an
/// attestation may answer.</para>
/// </remarks>
public static class OrderAfterAdministration
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD008", "order-after-administration", "administration", Severity.Deny,
        "A drug given before it was ordered is denied.", Sources.Records);

    /// <summary>Compares the days of order, signature and administration.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (evidence.Order is not { } order || evidence.Given.Count == 0) return;
        var day = evidence.Given.Min(given => given.Day);
        if (order.OrderedOn > day)
            findings.AddEvidence(Info, context, "2400/DTP03",
                $"The order came later: {FourWayMatch.Date(context, evidence).Chain}.",
                expected: new() { Text = "an order from before the administration" });
        else if (order.SignedOn > day)
            findings.AddEvidence(Info, context, "2400/DTP03",
                Texts.Of($"The order was signed on {order.SignedOn:yyyy-MM-dd}, the drug given on {day:yyyy-MM-dd}."),
                expected: new() { Text = "a signature attestation" }, atMost: Severity.Warn);
    }
}
