using Noc.Coding;
using Noc.Payers;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD002 jw-jz-missing: a line for a single-dose container says nothing about waste.</summary>
/// <remarks>
/// <para>Why it matters: since 2023-10-01 Medicare returns such lines as unprocessable; some plans do the same.</para>
/// <para>What to do: JZ when nothing was discarded; else a second line with JW for the amount discarded.</para>
/// <para>Source: CMS JW and JZ policy, edits in force since 2023-10-01; the payer's own rule.</para>
/// <para>Silent when: the line has GY, the payer asks for no JZ, or takes waste in the text and it stands there, the
/// drug is packaged, the container is not surely single-dose, the drug was obtained free, made by a pharmacy or a
/// vaccine, the patient is an inpatient, the place is a health centre or rural clinic, or another line of the same drug
/// carries JW. On hospital bills only 13x and 85x are judged, and for Medicare of drugs with a code only those that it
/// pays apart; so in surgery centres, as a warning. A warning on unclassified lines of Medicare, where contractors
/// differ.</para>
/// </remarks>
public static class JwJzMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD002", "jw-jz-missing", "waste_modifier", Severity.Reject,
        "Medicare returns single-dose lines without JW or JZ.", Sources.Waste);

    /// <summary>A warning on unclassified lines of Medicare, where contractors differ, and in surgery centres, which
    /// its texts on the modifiers name in passing.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var line = drug.Line;
        if (drug.Day is not { } day || line.Has(Codes.JW) || line.Has(Codes.JZ)
            || line.Has(Codes.GY) || drug.IsWaste) return;
        if (context.Policy.Wants?.Knows(PolicyKeys.WasteNone) != true) return;
        if (!WasteLines.IsSubject(context, drug, day) || !WasteLines.IsSurelySingleDose(context, drug, day)) return;
        if (IsToldInText(context, drug)) return;
        if (context.WantsWhen(PolicyKeys.WasteNone, Situation.SingleDose | Situation.NoWaste)
            is not { Value.Word: "jz" } wanted || WasteLines.Of(context, drug) is not null) return;
        findings.Add(Info, context, wanted, context.ModifierElement,
            "The product comes in single-dose containers; the line needs JZ, or a second line with JW for the waste.",
            expected: new() { Text = "JZ if nothing was discarded" },
            atMost: context.Policy.IsMedicare && (drug.IsUnclassified || drug.Setting is Setting.Asc
                || (drug.Setting is Setting.Opps
                    && SeparatePayment.IsForPain(context.Tables, line.Code, day)))
                ? Severity.Warn : null);
    }

    private static bool IsToldInText(in RuleContext context, DrugLine drug) =>
        context.WantsWhen(PolicyKeys.WasteLine, Situation.SingleDose | Situation.Waste) is { Value.Word: "text" }
        && WasteLines.Told(drug) is { Value: > 0 };
}
