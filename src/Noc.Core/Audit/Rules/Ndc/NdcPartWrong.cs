using Noc.Drugs;
using Noc.Payers;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC022 ndc-part-wrong: the NDC quantity is not the part of a container, or the whole ones, that the dose
/// took.</summary>
/// <remarks>
/// <para>Why it matters: a payer that prices by NDC pays the quantity: 100 vials for 100 mg are denied.</para>
/// <para>What to do: divide the dose by the drug in one container; round up where the payer counts whole ones.</para>
/// <para>Source: the payer's own rule on parts of containers, such as Minnesota Medicaid.</para>
/// <para>Silent when: the payer's rule is not known; dose, strength or unit are not certain; whole containers of a
/// single-dose drug, whose waste may be on the same line; for compounds and waste.</para>
/// </remarks>
public static class NdcPartWrong
{
    private const decimal Tolerance = 0.01m;

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC022", "ndc-part-wrong", "ndc_units", Severity.Deny,
        "The quantity is priced as it stands.", Sources.NdcUnits) { Judges = LineTraits.Ndc };

    /// <summary>Compares CTP04 with the dose.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var line = drug.Line;
        if (drug.Ndc.IsNone || drug.Day is not { } day || line.NdcQuantity is not (> 0 and var billed)) return;
        if (drug.IsCompound || drug.IsWaste || drug.TotalDose.IsNone) return;
        if (context.Wants(PolicyKeys.NdcPartial) is not { } wanted) return;
        var facts = drug.FactsOfNdc(context.Tables)!;
        var measure = facts.Measure;
        if (!measure.IsCertain || measure.Unit is not (NdcUnit.Each or NdcUnit.Millilitre)
            || line.NdcUnit.Text != measure.Code) return;
        var exact = NdcQuantity.Of(context, facts, measure);
        if (exact.Value is not (> 0 and var value)) return;
        var isWhole = wanted.Value.Word is "whole" && measure.Unit is NdcUnit.Each;
        var right = isWhole ? decimal.Ceiling(value) : value;
        if (Math.Abs(billed - right) <= Tolerance * right) return;
        if (billed == decimal.Ceiling(value) && WasteLines.IsSurelySingleDose(context, drug, day)) return;
        findings.Add(Info, context, wanted, "2410/CTP04",
            Texts.Of($"{billed:0.###} {measure.Code} do not fit the dose: {exact.Arithmetic}")
                + (isWhole && right != value ? Texts.Of($", counted as {right:0}.") : "."),
            line.NdcQuantityText, new() { Text = NdcQuantity.Segment(right, measure.Code) },
            new(CorrectionSafety.Review, Texts.Of($"set the NDC quantity to {right:0.###}")));
    }
}
