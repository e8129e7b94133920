using Noc.Audit.Evidence;
using Noc.Encounters;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD006 dose-not-as-ordered: another dose was given than ordered.</summary>
/// <remarks>
/// <para>Why it matters: a dose without an order is denied when records are looked at.</para>
/// <para>What to do: ask the provider for an amended order, or correct the record.</para>
/// <para>Source: Medicare Benefit Policy Manual, chapter 15, section 50: drugs are given on the order of a physician,
/// and the record shows it.</para>
/// <para>Silent when: order or record tell no dose, their units are of different kinds, or each administration agrees
/// with the order. Information within ten percent, where pharmacies round.</para>
/// </remarks>
public static class DoseNotAsOrdered
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD006", "dose-not-as-ordered", "administration", Severity.Warn,
        "A dose without an order is denied when records are looked at.", Sources.Records);

    /// <summary>Compares the dose of the order with the dose of the record.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (evidence.Order is not { Dose.IsNone: false } order || evidence.Given.Count == 0) return;
        var given = evidence.TotalGiven;
        if (order.Dose.In(given.IsNone ? "" : given.Unit) is not (> 0 and var ordered)) return;
        if (given.Value == ordered || evidence.Given.All(one => IsAsOrdered(evidence, one, order))) return;
        var isRounded = Math.Abs(given.Value - ordered) <= ordered / 10;
        findings.AddEvidence(Info, context, context.DescriptionElement,
            $"The dose given is not the dose ordered: {FourWayMatch.Dose(context, evidence).Chain}.",
            atMost: isRounded ? Severity.Info : null);
    }

    // Two orders of one drug may be carried out on a day: each administration names its own.
    private static bool IsAsOrdered(LineEvidence evidence, Administration given, DrugOrder order)
    {
        var own = given.Order.Length == 0 ? order
            : evidence.Item.Encounter.Orders.FirstOrDefault(one => one.Id == given.Order) ?? order;
        return given.Dose.SameAs(own.Dose) is true;
    }
}
