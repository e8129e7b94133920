using Noc.Payers;

namespace Noc.Audit.Rules.Compounds;

/// <summary>CMP004 compound-to-pharmacy: this payer pays compounds through its pharmacy program only.</summary>
/// <remarks>
/// <para>Why it matters: drug codes are for manufactured drugs there; a compound on a medical claim is denied.</para>
/// <para>What to do: have the pharmacy bill it, ingredient by ingredient.</para>
/// <para>Source: the payer's policy (compound.benefit).</para>
/// <para>Silent when: the payer says nothing, or takes compounds on medical claims.</para>
/// </remarks>
public static class CompoundToPharmacy
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("CMP004", "compound-to-pharmacy", "compound", Severity.Deny,
        "The payer pays compounds through its pharmacy program.", Sources.Policies)
    {
        Judges = LineTraits.Unclassified,
    };

    /// <summary>The policy says how bad it is.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || !(drug.IsCompound || drug.IsMadeByPharmacy)) return;
        if (context.Wants(PolicyKeys.CompoundBenefit) is not { Value.Word: "pharmacy" } wanted) return;
        findings.Add(Info, context, context.CodeElement,
            "This payer takes compounds through its pharmacy program only, by NDC.", drug.Line.CodeText,
            new() { Text = "bill through the pharmacy" }, wanted.Severity, confidence: wanted.Confidence,
            source: wanted.Source, topic: wanted.Topic);
    }
}
