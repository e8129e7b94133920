using Noc.Drugs;
using Noc.Tables;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD023 modifier-unknown: a modifier that no list has.</summary>
/// <remarks>
/// <para>Why it matters: a modifier that does not exist rejects the line, or denies it (CARC 4).</para>
/// <para>What to do: take it off, or write the one that was meant.</para>
/// <para>Source: CMS HCPCS Level II, modifiers, file of October 2025.</para>
/// <para>Silent when: the modifier is on the list, or begins with a digit: those are not in it. Only information for
/// other payers than Medicare, which may have modifiers of their own.</para>
/// </remarks>
public static class ModifierUnknown
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD023", "modifier-unknown", "frontend_reject", Severity.Warn,
        "A modifier that does not exist rejects the line.", Sources.Modifiers, Confidence.Medium)
    {
        Judges = LineTraits.Modifiers,
    };

    /// <summary>Never more than a warning: newer releases may have it.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var texts = context.Drug!.Line.ModifierTexts;
        for (var i = 0; i < texts.Count; i++)
        {
            if (!Modifier.TryParse(texts[i].Bytes, out var modifier) || char.IsAsciiDigit((char)texts[i].Bytes[0])
                || context.Tables.IsListed(modifier)) continue;
            findings.Add(Info, context, context.ModifierElement, $"No list of modifiers has {modifier}.", texts[i],
                new() { Text = $"no {modifier}" }, context.Policy.IsMedicare ? null : Severity.Info,
                new(CorrectionSafety.Review, $"take off {modifier}, or write the one that was meant"));
        }
    }
}
