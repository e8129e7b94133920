using Noc.Drugs;
using Noc.Payers;
using Noc.Tables;

namespace Noc.Audit.Rules.Modifiers;

/// <summary>MOD015 side-of-systemic-drug: RT, LT or 50 on a drug that works in the whole body.</summary>
/// <remarks>
/// <para>Why it matters: a side belongs to a drug for one eye or joint; on others it looks like a slip and may double
/// or deny the line.</para>
/// <para>What to do: take it off, or put it on the procedure.</para>
/// <para>Source: our own list of modifiers on drug lines.</para>
/// <para>Silent when: the text does not say that the drug went into a vein, under the skin or was swallowed (a muscle
/// lies on one side); the payer asks for a side. Only a remark for other payers than Medicare: some take the side of
/// the procedure on the drug too.</para>
/// </remarks>
public static class SideOfSystemicDrug
{
    private static readonly Modifier[] Sides = [Modifier.Of("RT"), Modifier.Of("LT"), Codes.Both];

    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("MOD015", "side-of-systemic-drug", "frontend_reject", Severity.Warn,
        "A drug for the whole body has no side.", Sources.Modifiers, Confidence.Medium)
    {
        Judges = LineTraits.Unclassified | LineTraits.Modifiers,
    };

    /// <summary>Never more than a warning.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.Line.Modifiers.Count == 0 || drug.Route is not ("IV" or "SC" or "PO"))
            return;
        foreach (var side in Sides)
        {
            if (!drug.Line.Has(side) || context.Wants(PolicyKeys.ModifiersOneOf) is not null) continue;
            findings.Add(Info, context, context.ModifierElement,
                $"{side} names a side; a drug given {drug.Route} has none.", default, new() { Text = $"no {side}" },
                context.Policy.IsMedicare ? null : Severity.Info);
            return;
        }
    }
}
