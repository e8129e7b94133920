namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD024 waste-modifier-not-due: JW or JZ on a line that Medicare's policy on discarded drugs leaves out.
/// </summary>
/// <remarks>
/// <para>Why it matters: what is left in a multiple-dose container is no waste, and of packaged or free drugs nothing
/// is paid that waste could add to; a line with JW is denied or paid back, and JZ asserts what nobody asked.</para>
/// <para>What to do: take JZ off; leave a line with JW out.</para>
/// <para>Source: CMS JW and JZ policy, edits in force since 2023-10-01; OPPS Addendum B.</para>
/// <para>Silent when: the payer is not Medicare, nothing says that the container is for several doses (the text of an
/// unclassified line, the record of the visit, or the package of the NDC in the directory), the drug is paid apart,
/// and its charge is no token.
/// Bills of health centres and rural clinics are the payer's own rule (MOD005). JZ is a warning only.</para>
/// </remarks>
public static class WasteModifierNotDue
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD024", "waste-modifier-not-due", "waste_modifier", Severity.Deny,
        "JW and JZ are for single-dose drugs that are paid apart.", Sources.Waste)
    {
        Judges = LineTraits.Modifiers,
    };

    /// <summary>Judges lines with JW or JZ.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var isWaste = drug.Line.Has(Codes.JW);
        if (!context.Policy.IsMedicare || !(isWaste || drug.Line.Has(Codes.JZ)) || drug.Day is null) return;
        if (Reason(context, drug) is not { } why) return;
        var modifier = isWaste ? Codes.JW : Codes.JZ;
        findings.Add(Info, context, context.ModifierElement, $"{modifier}, but {why}.", drug.Line.ModifierTexts[0],
            new() { Text = isWaste ? "no line for the waste" : $"no {modifier}" }, isWaste ? null : Severity.Warn);
    }

    private static string? Reason(in RuleContext context, DrugLine drug) =>
        IsMultiDose(context, drug) ? "it came out of a container for several doses: nothing of it counts as waste"
        : drug.Line is { HasTokenCharge: true, ChargeUsd: > 0 } && drug.Line.Has(Codes.JW)
            ? "the drug cost nothing: its waste is not paid either"
        : Subjects.IsPackaged(drug, context.Tables)
            ? $"{drug.Line.Code} is packaged on the day (status N): nothing of it is paid apart" : null;

    private static bool IsMultiDose(in RuleContext context, DrugLine drug)
    {
        if ((drug.DescriptionFacts?.Container ?? drug.NoteFacts?.Container) is { } told) return told is "MDV";
        if (drug.Evidence is { IsSure: true } evidence && evidence.Given.SelectMany(given => given.Containers).ToList()
            is { Count: > 0 } used && used.TrueForAll(one => one.IsSingleDose is not null))
            return used.TrueForAll(one => one.IsSingleDose is false);
        return drug.FactsOfNdc(context.Tables) is { Item: var item }
            && (item.Contains("MULTI-DOSE", StringComparison.OrdinalIgnoreCase)
                || item.Contains("MULTIPLE-DOSE", StringComparison.OrdinalIgnoreCase));
    }
}
