using Noc.Drugs;
using Noc.Payers;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD006 modifier-refused: the line carries a modifier that this payer does not take.</summary>
/// <remarks>
/// <para>Why it matters: the line is denied for its modifier, whatever else is right.</para>
/// <para>What to do: remove the modifier, or the line where the modifier is its only reason.</para>
/// <para>Source: the payer's own rule.</para>
/// <para>Silent when: no rule of the payer names the modifier.</para>
/// </remarks>
public static class ModifierRefused
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD006", "modifier-refused", "waste_modifier", Severity.Deny,
        "The payer denies the line for its modifier.", Sources.Modifiers) { Judges = LineTraits.Modifiers };

    /// <summary>Judges every drug line with a modifier.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var line = context.Drug!.Line;
        if (line.Modifiers.Count == 0 || context.Policy.Wants is not { } wants) return;
        foreach (var entry in wants.All(PolicyKeys.ModifiersRefused))
        {
            if (!entry.Includes(context.Drug.Subject)) continue;
            for (var i = 0; i < line.ModifierTexts.Count; i++)
            {
                if (!Modifier.TryParse(line.ModifierTexts[i].Bytes, out var modifier)
                    || !entry.Value.Has(modifier.Value)) continue;
                findings.Add(Info, context, entry, context.ModifierElement,
                    $"This payer does not take the modifier {modifier} here." + (modifier == Codes.JW
                        ? " Discarded drug is not paid: leave the line out, and change nothing on that of the dose."
                        : ""), line.ModifierTexts[i],
                    new() { Text = modifier == Codes.JW ? "no line for the waste" : $"no {modifier}" });
                return;
            }
            if (!entry.Value.Adds) return;
        }
    }
}
