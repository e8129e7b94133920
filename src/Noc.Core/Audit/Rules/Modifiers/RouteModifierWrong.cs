namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD014 route-modifier-wrong: JA or JB says another route than the text.</summary>
/// <remarks>
/// <para>Why it matters: the modifier decides whether Part B pays; one that the record does not bear out is paid back
/// later.</para>
/// <para>What to do: take JA for a vein, JB for under the skin, as the record says.</para>
/// <para>Source: CMS HCPCS Level II, modifiers JA and JB; contractors' articles on self-administered drugs.</para>
/// <para>Silent when: the line has neither, or the text names no route. A warning for other payers than
/// Medicare.</para>
/// </remarks>
public static class RouteModifierWrong
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD014", "route-modifier-wrong", "sad", Severity.Deny,
        "The modifier decides whether Part B pays.", Sources.Modifiers) { Judges = LineTraits.Modifiers };

    /// <summary>Compares the modifier with the route of the text.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        var (isVein, isSkin) = (drug.Line.Has(Codes.JA), drug.Line.Has(Codes.JB));
        if (isVein == isSkin) return;   // neither, or both, which MOD013 tells
        if (drug.RouteOfText is not { } route || route == (isVein ? "IV" : "SC")) return;
        var right = route switch
        {
            "IV" => "JA",
            "SC" => "JB",
            _ => $"neither JA nor JB for {route}",
        };
        findings.Add(Info, context, context.ModifierElement,
            $"{(isVein ? "JA says into a vein" : "JB says under the skin")}; the text says {route}.", default,
            new() { Text = right }, context.Policy.IsMedicare ? null : Severity.Warn);
    }
}
