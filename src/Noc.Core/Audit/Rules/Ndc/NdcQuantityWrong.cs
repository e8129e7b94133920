using Noc.Claims;
using Noc.Payers;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC004 ndc-quantity-wrong: quantity or unit of the NDC is missing or impossible.</summary>
/// <remarks>
/// <para>Why it matters: LIN without CTP, or a quantity of zero, is rejected or priced wrong (RARC M53).</para>
/// <para>What to do: send CTP04 above zero, below a million, with at most three decimals and CTP05 UN, ML, GR,
/// F2 or ME.</para>
/// <para>Source: X12 837P guide, loop 2410, CTP04 and CTP05.</para>
/// <para>Silent when: the line has no LIN. Where the payer's own rule asks for NDC, unit and quantity, it says how bad
/// a missing one is.</para>
/// </remarks>
public static class NdcQuantityWrong
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC004", "ndc-quantity-wrong", "ndc_units", Severity.Reject,
        "An NDC without a usable quantity is rejected or priced wrong.", Sources.Guide837Drug)
    {
        Judges = LineTraits.Ndc,
    };

    private const decimal MostThatCounts = 1_000_000m;

    /// <summary>One finding a line: the first of missing, impossible, unit.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var line = context.Drug!.Line;
        if (line.NdcCount == 0 || line.NdcText.IsEmpty) return;
        var quantity = line.NdcQuantity;
        if (line.NdcQuantityText.IsEmpty) Add(context, findings, "2410/CTP04", "The NDC has no quantity.");
        else if (quantity is not > 0)
            Add(context, findings, "2410/CTP04",
                quantity is null ? "The NDC quantity is no number." : "The NDC quantity must be above zero.",
                line.NdcQuantityText);
        else if (quantity > MostThatCounts)
            Add(context, findings, "2410/CTP04", "The NDC quantity is above a million: nobody was given so much.",
                line.NdcQuantityText);
        else if (line.NdcUnit.IsEmpty)
            Add(context, findings, "2410/CTP05-1", "The NDC quantity has no unit.");
        else if (!IsUnit(line.NdcUnit.Bytes))
            Add(context, findings, "2410/CTP05-1", "The unit of an NDC is UN, ML, GR, F2 or ME.", line.NdcUnit);
        else if (line.NdcQuantity is { } exact && Rounding.Amount(exact) != exact)
            findings.Add(Info, context, "2410/CTP04", "The NDC quantity has more than three decimals.",
                line.NdcQuantityText, new() { Text = Texts.Of($"{exact:0.###}") }, Severity.Warn);
    }

    private static void Add(in RuleContext context, FindingSink findings, string element, string message,
        Field found = default) => findings.Add(Info, context, element, message, found,
            NdcQuantity.SegmentOf(context) is { Length: > 0 } right ? new() { Text = right } : null,
            SeverityOf(context));

    private static Severity? SeverityOf(in RuleContext context) =>
        context.Wants(PolicyKeys.NdcRequired) is { Value.Word: "required" } entry
            && context.Policy.Wants is { Policy: { Level: > PolicyLevel.Program, Id: var own } } && entry.Policy == own
                ? entry.Severity : null;

    private static bool IsUnit(ReadOnlySpan<byte> unit) => unit.SequenceEqual("UN"u8) || unit.SequenceEqual("ML"u8)
        || unit.SequenceEqual("GR"u8) || unit.SequenceEqual("F2"u8) || unit.SequenceEqual("ME"u8);
}
