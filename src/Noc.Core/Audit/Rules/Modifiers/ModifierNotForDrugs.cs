using Noc.Drugs;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD011 modifier-not-for-drugs: a modifier that has no place on a drug line.</summary>
/// <remarks>
/// <para>Why it matters: a modifier that does not fit the code denies the line (CARC 4).</para>
/// <para>What to do: take it off; 25 belongs on the visit, 26 and TC on imaging, JC and JD on skin substitutes.</para>
/// <para>Source: CMS HCPCS Level II, modifiers; our own list of modifiers on drug lines.</para>
/// <para>Silent when: nothing is known of the modifier, it was not valid on the date (MOD010 speaks), or the line bills
/// no drug. A warning for other payers than Medicare.</para>
/// </remarks>
public static class ModifierNotForDrugs
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD011", "modifier-not-for-drugs", "frontend_reject", Severity.Deny,
        "A modifier that does not fit the code denies the line (CARC 4).", Sources.Modifiers)
    {
        Judges = LineTraits.Unclassified | LineTraits.Modifiers,
    };

    /// <summary>Judges unclassified lines.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var line = drug.Line;
        if (!drug.IsUnclassified || line.Modifiers.Count == 0) return;
        for (var i = 0; i < line.ModifierTexts.Count; i++)
        {
            if (!Modifier.TryParse(line.ModifierTexts[i].Bytes, out var modifier)) continue;
            if (!context.Tables.IsNeverOnDrugs(modifier)) continue;
            var days = context.Tables.ModifierDays(modifier);
            if (drug.Day is { } day && days?.Include(day) is false) continue;
            findings.Add(Info, context, context.ModifierElement,
                $"The modifier {modifier} has no place on a drug line.",
                line.ModifierTexts[i], new() { Text = $"no {modifier}" },
                context.Policy.IsMedicare ? null : Severity.Warn,
                new(CorrectionSafety.Review, $"take off {modifier}"));
        }
    }
}
