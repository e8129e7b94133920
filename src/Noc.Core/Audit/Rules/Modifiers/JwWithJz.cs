namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD001 jw-with-jz: one line carries both JW and JZ.</summary>
/// <remarks>
/// <para>Why it matters: JW says that drug was thrown away, JZ that none was; the line is returned.</para>
/// <para>What to do: keep JZ when nothing was discarded; else move the waste to its own line with JW.</para>
/// <para>Source: CMS JW and JZ policy; edits in force since 2023-10-01.</para>
/// <para>Silent when: never; the two exclude each other.</para>
/// </remarks>
public static class JwWithJz
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD001", "jw-with-jz", "waste_modifier", Severity.Reject,
        "JW and JZ exclude each other; the line is returned.", Sources.Waste) { Judges = LineTraits.Modifiers };

    /// <summary>Judges every drug line.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var line = context.Drug!.Line;
        if (line.Has(Codes.JW) && line.Has(Codes.JZ))
            findings.Add(Info, context, context.ModifierElement, "JW and JZ stand on one line.", line.ModifierTexts[0]);
    }
}
