using Noc.Drugs;
using Noc.Payers;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC001 ndc-missing: an unclassified drug line names no NDC.</summary>
/// <remarks>
/// <para>Why it matters: Medicaid gets no manufacturer rebate without it and denies; others use it to price the
/// line.</para>
/// <para>What to do: send LIN with N4 and the eleven digits from the container, and CTP with quantity and unit.</para>
/// <para>Source: 42 CFR 447.520; in force since 2007-01-01.</para>
/// <para>Silent when: the line has a LIN, is a compound, or the payer has no known NDC rule.</para>
/// </remarks>
public static class NdcMissing
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC001", "ndc-missing", "ndc_required", Severity.Deny,
        "Medicaid denies drug lines without NDC; others price by it.", new("42 CFR", "447.520", null,
            new DateOnly(2007, 1, 1))) { Judges = LineTraits.Unclassified };

    private const string Quantity = "CTP****<QUANTITY>*<UNIT>";

    /// <summary>Denies where the payer requires it, informs where it only helps.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.IsCompound || drug.Line.NdcCount > 0) return;
        if (context.Wants(PolicyKeys.NdcRequired) is not { Value.Word: not "not-required" } wanted) return;
        var inText = InText(drug.DescriptionFacts, drug.Description) ?? InText(drug.NoteFacts, drug.Note);
        findings.Add(Info, context, "2410/LIN03", $"{drug.Line.Code} is unclassified and names no NDC.",
            expected: inText is { } ndc ? new() { Ndc = ndc.Digits, Text = Quantity }
                : new() { Text = $"LIN**N4*<11 DIGITS>, {Quantity}" },
            severity: wanted.Value.Word is "required" ? wanted.Severity ?? Severity.Deny : Severity.Info,
            confidence: wanted.Confidence, source: wanted.Source);
    }

    /// <summary>Whether the payer requires the NDC on the line.</summary>
    internal static bool IsRequired(in RuleContext context) =>
        context.Wants(PolicyKeys.NdcRequired) is { Value.Word: "required" };

    private static Ndc11? InText(NarrativeFacts? facts, string text) =>
        facts is { Ndc.IsEmpty: false } ? NdcText.Read(facts.Ndc.Of(text)).Ndc : null;
}
