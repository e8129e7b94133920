using Noc.Payers;

namespace Noc.Audit.Rules.Compounds;

/// <summary>CMP003 compound-ndc-missing: a compound goes out without the NDC that this payer wants of it.</summary>
/// <remarks>
/// <para>Why it matters: a compound has no NDC of its own; some payers want that of the most expensive ingredient, some
/// those of all.</para>
/// <para>What to do: send LIN with N4 and the NDC, and CTP with quantity and unit.</para>
/// <para>Source: the payer's policy (compound.ndc).</para>
/// <para>Silent when: the payer asks for none, the line has a LIN, or CMP002 asks for the lines of the ingredients.
/// </para>
/// </remarks>
public static class CompoundNdcMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("CMP003", "compound-ndc-missing", "compound", Severity.Deny,
        "Some payers want an NDC of a compound's ingredients.", Sources.Policies) { Judges = LineTraits.Unclassified };

    /// <summary>The policy says how bad it is.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || !(drug.IsCompound || drug.IsMadeByPharmacy) || drug.Line.NdcCount > 0) return;
        if (context.Wants(PolicyKeys.CompoundNdc) is not { Value.Word: not "none" } wanted) return;
        var whose = wanted.Value.Word switch
        {
            "most-expensive" => "the NDC of the most expensive ingredient",
            "zeros-first" => "an NDC of eleven zeros, then those of the ingredients",
            _ => "the NDC of the ingredient on each line",
        };
        findings.Add(Info, context, "2410/LIN03", $"This payer wants {whose} on a compound.", default,
            new()
            {
                Text = wanted.Value.Word is "zeros-first" ? "LIN**N4*00000000000"
                    : "LIN**N4*<11 DIGITS>, CTP****<QUANTITY>*<UNIT>",
            },
            wanted.Severity, confidence: wanted.Confidence, source: wanted.Source, topic: wanted.Topic);
    }
}
