using Noc.Payers;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC024 ndc-decimals: the NDC quantity has more decimals than this payer takes.</summary>
/// <remarks>
/// <para>Why it matters: the digits behind are cut off or the line is denied.</para>
/// <para>What to do: round to the decimals that the payer takes.</para>
/// <para>Source: the payer's own rule on the quantity.</para>
/// <para>Silent when: the payer's rule is not known, or is for paper claims.</para>
/// </remarks>
public static class NdcDecimals
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC024", "ndc-decimals", "ndc_units", Severity.Deny,
        "Digits that the payer does not take are cut off.", Sources.Guide837Drug) { Judges = LineTraits.Ndc };

    /// <summary>Judges CTP04.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var line = context.Drug!.Line;
        if (line.NdcQuantity is not (> 0 and var quantity) || Rounding.Amount(quantity, 2) == quantity) return;
        if (context.Wants(PolicyKeys.NdcQuantityFormat) is not { Value.Word: "decimals-2" } wanted) return;
        var right = Rounding.Amount(quantity, 2);
        findings.Add(Info, context, wanted, "2410/CTP04", "This payer takes two decimals of an NDC quantity.",
            line.NdcQuantityText, new() { Text = Texts.Of($"CTP****{right:0.##}*{line.NdcUnit.Text}") },
            new(CorrectionSafety.Review, Texts.Of($"round to {right:0.##}")));
    }
}
