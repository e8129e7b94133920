namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD012 modifier-repeated: the same modifier stands twice on a line.</summary>
/// <remarks>
/// <para>Why it matters: a second one says nothing and takes one of four places; some front ends reject it.</para>
/// <para>What to do: take the second one off.</para>
/// <para>Source: X12 837 guides, SV101-3 to -6.</para>
/// <para>Silent when: no modifier repeats. The front end of the DME contractors rejects the claim; others only
/// warn.</para>
/// </remarks>
public static class ModifierRepeated
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD012", "modifier-repeated", "frontend_reject", Severity.Warn,
        "A repeated modifier says nothing and takes a place.", Sources.Guide837P) { Judges = LineTraits.Modifiers };

    /// <summary>Certain for the DME front end.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var modifiers = context.Drug!.Line.Modifiers;
        for (var i = 1; i < modifiers.Count; i++)
            for (var j = 0; j < i; j++)
            {
                if (modifiers[i] != modifiers[j]) continue;
                findings.Add(Info, context, context.ModifierElement, $"The modifier {modifiers[i]} stands twice.",
                    default, new() { Text = $"{modifiers[i]} once" }, FrontEnd.Severity(context));
                return;
            }
    }
}
