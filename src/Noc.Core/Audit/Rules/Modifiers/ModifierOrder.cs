using Noc.Drugs;
using Noc.Tables;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD022 modifier-order: a modifier that changes the payment stands behind one that only informs.</summary>
/// <remarks>
/// <para>Why it matters: some payers price by the first modifier alone.</para>
/// <para>What to do: write KD or 50 first.</para>
/// <para>Source: our own list of modifiers on drug lines.</para>
/// <para>Silent when: KD or 50 stands first, or is not there. Information only: payers differ.</para>
/// </remarks>
public static class ModifierOrder
{
    private static readonly Modifier[] Pricing = [Codes.KD, Codes.Both];

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD022", "modifier-order", "frontend_reject", Severity.Info,
        "Some payers price by the first modifier alone.", Sources.Modifiers, Confidence.Low)
    {
        Judges = LineTraits.Unclassified | LineTraits.Modifiers,
    };

    /// <summary>Never more than information.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var modifiers = context.Drug!.Line.Modifiers;
        if (modifiers.Count < 2 || Array.IndexOf(Pricing, modifiers[0]) >= 0) return;
        for (var i = 1; i < modifiers.Count; i++)
        {
            if (Array.IndexOf(Pricing, modifiers[i]) < 0) continue;
            findings.Add(Info, context, context.ModifierElement,
                $"{modifiers[i]} changes the payment and stands behind {modifiers[0]}.", default,
                new() { Text = $"{modifiers[i]} first" });
            return;
        }
    }
}
