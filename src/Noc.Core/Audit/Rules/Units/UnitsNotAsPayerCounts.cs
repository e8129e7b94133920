using Noc.Payers;

namespace Noc.Audit.Rules.Units;

/// <summary>UNT002 units-not-as-payer-counts: the units are not the containers, millilitres or NDC units that this
/// payer counts, or none at all.</summary>
/// <remarks>
/// <para>Why it matters: some payers price an unclassified line by unit; one unit for several vials is paid as
/// one.</para>
/// <para>What to do: bill the number in the finding, if the record agrees. Leave the charge as it is.</para>
/// <para>Source: the payer's own unit rule.</para>
/// <para>Silent when: the payer counts one unit (UNT001 speaks) or none is known; the claim and the tables do not tell
/// the number: no dose, no strength or package, no NDC quantity; for waste, and for compounds but where the payer
/// counts them. No units (0) are told for every payer and every drug line.</para>
/// </remarks>
public static class UnitsNotAsPayerCounts
{
    private const decimal Tolerance = 0.005m;

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("UNT002", "units-not-as-payer-counts", "units", Severity.Deny,
        "Units that the payer counts differently are paid wrong or denied.", Sources.RemarkUnits);

    /// <summary>Compares the units with those that follow from dose, strength, package and NDC.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.IsWaste || drug.Line.BilledUnits is not { } billed) return;
        var basis = context.Wants(PolicyKeys.UnitsBasis);
        if (billed == 0 && !(drug.IsUnclassified && basis is { Value.Word: "one" }))   // UNT001
        {
            findings.Add(Info, context, context.UnitsElement, "No unit is billed: no payer counts a drug as 0.",
                drug.Line.UnitsText, new() { Text = "the units of the dose" });
            return;
        }
        if (basis is not { Value.Word: not "one" } wanted) return;
        if (drug.IsCompound && !wanted.Scope.When.HasFlag(Situation.Compounded)) return;
        var count = UnitCount.Of(context, wanted.Value.Word);
        if (count.Value is not { } units || Math.Abs(units - billed) <= Tolerance * units) return;
        findings.Add(Info, context, wanted, context.UnitsElement,
            Texts.Of($"{billed:0.###} {(billed == 1 ? "unit is" : "units are")} billed; this payer counts ")
                + Texts.Of($"{count.Basis}: {count.Arithmetic}. The charge stays as it is."),
            drug.Line.UnitsText, new() { Units = units },
            new(CorrectionSafety.Review, Texts.Of($"set the units to {units:0.###}")));
    }
}
