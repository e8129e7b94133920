using Noc.Coding;
using Noc.Drugs;
using Noc.Payers;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD017 anaemia-modifier-missing: a drug against anaemia without the reason of the anaemia.</summary>
/// <remarks>
/// <para>Why it matters: Medicare returns erythropoiesis-stimulating drugs for patients who are not on dialysis without
/// exactly one of EA, EB and EC.</para>
/// <para>What to do: add EA for chemotherapy, EB for radiotherapy, EC for other reasons, as the record says.</para>
/// <para>Source: CMS national coverage determination 110.21; HCPCS Level II, modifiers EA, EB and EC.</para>
/// <para>Silent when: the code is another one, the patient is on dialysis, or the payer is not original
/// Medicare.</para>
/// </remarks>
public static class AnaemiaModifierMissing
{
    private static readonly Modifier[] Reasons = [Modifier.Of("EA"), Modifier.Of("EB"), Modifier.Of("EC")];

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD017", "anaemia-modifier-missing", "frontend_reject",
        Severity.Reject, "Medicare returns the line without EA, EB or EC.", Sources.Anaemia)
    {
        Judges = LineTraits.OwnCode,
    };

    /// <summary>Judges own codes of drugs against anaemia.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.IsUnclassified || !AnaemiaDrugs.Includes(drug.Line.Code)) return;
        if (context.Policy.Program is not PayerProgram.Medicare) return;
        if (drug.Setting is not (Setting.Office or Setting.Opps)) return;
        foreach (var reason in Reasons)
            if (drug.Line.Has(reason)) return;
        findings.Add(Info, context, context.ModifierElement,
            $"{drug.Line.Code} needs EA, EB or EC: the reason of the anaemia.", drug.Line.CodeText,
            new() { Text = "EA, EB or EC" });
    }
}
