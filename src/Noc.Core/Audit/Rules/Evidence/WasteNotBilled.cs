using Noc.Audit.Evidence;
using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;

namespace Noc.Audit.Rules.Evidence;

/// <summary>EVD011 waste-not-billed: drug was discarded, and the claim says there was none, or nothing.</summary>
/// <remarks>
/// <para>Why it matters: waste of single-dose containers is paid where it is billed; JZ on such a line is a false
/// statement.</para>
/// <para>What to do: bill the waste as the payer wants it, and take JZ away.</para>
/// <para>Source: CMS JW and JZ policy: waste is billed as it is documented in the record.</para>
/// <para>Silent when: the record does not tell of waste, a container is not single-dose, the drug cost nothing, the
/// waste is less than a unit of the code, the line is one part of a claim split for its charge, or the claim bills the
/// waste. Without JZ a warning, and only where waste is told at all (not in dialysis facilities and the like) and the
/// payer is known to pay it on a line of its own or by the text.</para>
/// </remarks>
public static class WasteNotBilled
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("EVD011", "waste-not-billed", "waste_modifier", Severity.Deny,
        "JZ says that nothing was discarded; the record says otherwise.", Sources.Waste);

    /// <summary>Compares recorded waste with the claim.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var evidence = drug.Evidence!;

        if (evidence.TotalDiscarded is not { Value: > 0 } waste || evidence.IsSingleDose is false) return;
        if (drug.IsWaste || drug.IsSplit || drug.Line.HasTokenCharge || evidence.Given.Any(given => given.IsFree))
            return;
        var hasZ = drug.Line.Has(Codes.JZ);
        if (IsWithinUnits(context, drug, evidence.TotalGiven, waste)) return;
        if (!hasZ && !WasteLines.IsSubject(context, drug, drug.Day ?? default)) return;
        // MOD019 speaks of JZ beside a line of waste.
        if (hasZ ? WasteLines.Of(context, drug) is not null : ClaimedAmounts.BillsWaste(context)) return;
        var wanted = context.Policy.Wants?.Knows(PolicyKeys.WasteLine) == true
            ? context.WantsWhen(PolicyKeys.WasteLine, Situation.SingleDose | Situation.Waste) : null;
        if (!hasZ && wanted is not { Value.Word: "jw-line" or "jw-line-and-text" or "text" }) return;
        // The record knows the dose that no text tells.
        var given = drug.IsUnclassified && drug.Dose.IsNone && !evidence.TotalGiven.IsNone
            ? $"{drug.DrugName} {evidence.TotalGiven} ".ToUpperInvariant() : "";
        var text = wanted?.Value.Word is "text" or "jw-line-and-text" ? $"{given}WASTE {waste}" : "";
        findings.AddEvidence(Info, context, context.ModifierElement,
            $"The record tells of waste ({waste}); {(hasZ ? "JZ says there was none" : "the claim bills none")}.",
            expected: new()
            {
                Narrative = text,
                Text = wanted?.Value.Word is "text" ? "" : $"a second line with JW for {waste}",
            }, atMost: hasZ || WasteLines.IsSurelySingleDose(context, drug, drug.Day ?? default) ? null : Severity.Warn,
            wanted: wanted is { Severity: not null, Value.Word: "jw-line" or "jw-line-and-text" or "text" } ? wanted
                : null);
    }

    // Waste of less than a unit is no line of its own: the units of the dose, rounded up, carry JZ.
    private static bool IsWithinUnits(in RuleContext context, DrugLine drug, Amount given, Amount waste) =>
        !drug.IsUnclassified && !given.IsNone && ClaimedAmounts.UnitOf(drug, context.Tables) is { IsNone: false } unit
        && unit.Value > 0 && given.In(unit.Unit) is { } dose && waste.In(unit.Unit) is { } left
        && WasteUnits.Of(dose, dose + left, unit.Value).Discarded < 1;
}
