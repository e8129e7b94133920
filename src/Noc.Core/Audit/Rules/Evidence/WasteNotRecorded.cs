using Noc.Audit.Evidence;
using Noc.Drugs;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD012 waste-not-recorded: waste is billed that the record does not have, or another amount.</summary>
/// <remarks>
/// <para>Why it matters: waste is paid only where the record shows how much was discarded.</para>
/// <para>What to do: bill the amount of the record; where the record is silent, hold the claim until it is
/// complete.</para>
/// <para>Source: CMS JW and JZ policy: waste is billed as it is documented in the record.</para>
/// <para>Silent when: the claim bills no waste, or nothing of this drug is recorded.</para>
/// </remarks>
public static class WasteNotRecorded
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD012", "waste-not-recorded", "waste_modifier", Severity.Deny,
        "Waste is paid only where the record shows it.", Sources.Waste);

    /// <summary>Compares billed waste with the record.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (evidence.Given.Count == 0 || !ClaimedAmounts.BillsWaste(context)) return;
        if (!drug.IsWaste && WasteLines.Of(context, drug) is not null) return;
        var (recorded, claimed) = (evidence.TotalDiscarded, ClaimedAmounts.Waste(context));
        if (recorded.IsNone)
        {
            if (evidence.Given.Any(given => !given.Discarded.IsNone)) return;
            findings.AddEvidence(Info, context, context.ModifierElement,
                "The claim bills waste; the record does not say what was discarded.",
                expected: new() { Text = "the amount discarded, in the record" }, atMost: Severity.Delay);
        }
        else if (recorded.Value == 0 || (!claimed.IsNone && Differs(drug, recorded, claimed, context)))
        {
            findings.AddEvidence(Info, context, context.ModifierElement,
                $"The waste is not that of the record: {FourWayMatch.Waste(context, evidence).Chain}.",
                expected: new() { Text = recorded.Value == 0 ? "no waste" : $"waste {recorded}" });
        }
    }

    // Units of a code are whole: the waste is rounded up like the dose.
    private static bool Differs(DrugLine drug, Amount recorded, Amount claimed, in RuleContext context)
    {
        if (claimed.SameAs(recorded) is not false) return false;
        var unit = ClaimedAmounts.UnitOf(drug, context.Tables);
        return unit.IsNone || recorded.In(unit.Unit) is not { } exact || claimed.In(unit.Unit) is not { } billed
            || Math.Abs(exact - billed) >= unit.Value;
    }
}
