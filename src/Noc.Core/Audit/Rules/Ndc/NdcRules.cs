using Noc.Claims;
using Noc.Drugs;

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
            new DateOnly(2007, 1, 1)));

    /// <summary>Denies where the payer requires it, informs where it only helps.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.IsCompound || drug.Line.NdcCount > 0) return;
        if (context.Policy.NdcSource is not { } source) return;
        var inText = InText(drug.DescriptionFacts, drug.Description) ?? InText(drug.NoteFacts, drug.Note);
        findings.Add(Info, context, "2410/LIN03", $"{drug.Line.Code} is unclassified and names no NDC.",
            expected: inText is { } ndc ? new() { Ndc = ndc.Digits } : new() { Text = "LIN**N4*<11 DIGITS>" },
            severity: context.Policy.NdcRequired ? Severity.Deny : Severity.Info, source: source);
    }

    private static Ndc11? InText(NarrativeFacts? facts, string text) =>
        facts is { Ndc.IsEmpty: false } ? NdcText.Read(facts.Ndc.Of(text)).Ndc : null;
}

/// <summary>NDC002 ndc-malformed: LIN03 is not eleven digits.</summary>
/// <remarks>
/// <para>Why it matters: claims carry the 5-4-2 form without hyphens; anything else is rejected (RARC M119).</para>
/// <para>What to do: pad the short segment with a zero on its left; without hyphens look the ten digits up.</para>
/// <para>Source: coding guide B1; 21 CFR 207.33 for the label forms.</para>
/// <para>Silent when: LIN02 names another kind of number.</para>
/// </remarks>
public static class NdcMalformed
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC002", "ndc-malformed", "ndc_format", Severity.Reject,
        "Claims carry eleven digits (5-4-2) without hyphens (RARC M119).", Sources.Ndc);

    /// <summary>Judges drug lines of every code that carry a LIN.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var line = context.Drug!.Line;
        if (line.NdcCount == 0 || (!line.NdcQualifier.IsEmpty && !line.NdcQualifier.Is("N4"u8))) return;
        var read = NdcText.Read(line.NdcText.Text);
        if (read.Defect is NdcDefect.None) return;
        var isSame = read.Defect is NdcDefect.Separators or NdcDefect.Prefix or NdcDefect.TwelveDigits;
        findings.Add(Info, context, "2410/LIN03", Message(read), line.NdcText,
            read.Ndc is { } ndc ? new() { Ndc = ndc.Digits } : null,
            read.Defect is NdcDefect.Missing && !context.Policy.NdcRequired ? Severity.Warn : Severity.Reject,
            read.Ndc is null ? null : new(isSame ? CorrectionSafety.Safe : CorrectionSafety.Review,
                "write the eleven digits"));
    }

    private static string Message(NdcText read) => read.Defect switch
    {
        NdcDefect.Missing => "LIN03 is empty.",
        NdcDefect.Separators => "The NDC has hyphens or blanks; claims carry the digits alone.",
        NdcDefect.Prefix => "N4 belongs in LIN02, not in front of the digits.",
        NdcDefect.LabelForm => "This is the ten-digit form of the label; one zero is missing in its short segment.",
        NdcDefect.AmbiguousTenDigits =>
            $"Ten digits without hyphens may mean {string.Join(", ", read.Candidates)}: look at the label.",
        NdcDefect.TwelveDigits => "This is the twelve-digit form; drop the leading zero of the labeler.",
        NdcDefect.NoElevenDigitForm => "A six-digit labeler has no eleven-digit form yet; ask the payer.",
        NdcDefect.BadSegments => "The segments fit no form of an NDC.",
        NdcDefect.Letters => "An NDC has digits only.",
        NdcDefect.Placeholder => "This is a placeholder, not the NDC of a product.",
        _ => "An NDC on a claim has eleven digits.",
    };
}

/// <summary>NDC003 ndc-qualifier-wrong: LIN02 is not N4.</summary>
/// <remarks>
/// <para>Why it matters: only N4 says that LIN03 is an NDC.</para>
/// <para>What to do: write N4 into LIN02.</para>
/// <para>Source: X12 837P guide, loop 2410, LIN02.</para>
/// <para>Silent when: LIN03 is no NDC, or LIN02 names a number of another kind (EN, EO, HI, ON, UK, UP).</para>
/// </remarks>
public static class NdcQualifierWrong
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC003", "ndc-qualifier-wrong", "ndc_format", Severity.Reject,
        "Only N4 says that LIN03 is an NDC.", Sources.Guide837Drug);

    /// <summary>Judges lines whose LIN03 reads as an NDC.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var line = context.Drug!.Line;
        if (line.NdcCount == 0 || line.NdcQualifier.Is("N4"u8) || IsOtherKind(line.NdcQualifier)) return;
        if (NdcText.Read(line.NdcText.Text).Ndc is null) return;
        findings.Add(Info, context, "2410/LIN02", "LIN02 should be N4 in front of an NDC.", line.NdcQualifier,
            new() { Text = "N4" }, correction: new(CorrectionSafety.Safe, "write N4"));
    }

    // The 837P guide allows product codes of supplies here; one of twelve digits would read as an NDC.
    private static bool IsOtherKind(Field qualifier) => qualifier.Is("UP"u8) || qualifier.Is("UK"u8)
        || qualifier.Is("EN"u8) || qualifier.Is("EO"u8) || qualifier.Is("HI"u8) || qualifier.Is("ON"u8);
}

/// <summary>NDC004 ndc-quantity-wrong: quantity or unit of the NDC is missing or impossible.</summary>
/// <remarks>
/// <para>Why it matters: LIN without CTP, or a quantity of zero, is rejected or priced wrong (RARC M53).</para>
/// <para>What to do: send CTP04 above zero with at most three decimals and CTP05 UN, ML, GR, F2 or ME.</para>
/// <para>Source: X12 837P guide, loop 2410, CTP04 and CTP05.</para>
/// <para>Silent when: the line has no LIN.</para>
/// </remarks>
public static class NdcQuantityWrong
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC004", "ndc-quantity-wrong", "ndc_units", Severity.Reject,
        "An NDC without a usable quantity is rejected or priced wrong.", Sources.Guide837Drug);

    /// <summary>One finding a line: the first of missing, impossible, unit.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var line = context.Drug!.Line;
        if (line.NdcCount == 0 || line.NdcText.IsEmpty) return;
        var severity = context.Policy.NdcRequired || context.Policy.IsMedicare ? Severity.Reject : Severity.Warn;
        if (line.NdcQuantityText.IsEmpty)
            findings.Add(Info, context, "2410/CTP04", "The NDC has no quantity.", severity: severity);
        else if (line.NdcQuantity is not > 0 and var quantity)
            findings.Add(Info, context, "2410/CTP04",
                quantity is null ? "The NDC quantity is no number." : "The NDC quantity must be above zero.",
                line.NdcQuantityText, severity: severity);
        else if (line.NdcUnit.IsEmpty)
            findings.Add(Info, context, "2410/CTP05-1", "The NDC quantity has no unit.", severity: severity);
        else if (!IsUnit(line.NdcUnit.Bytes))
            findings.Add(Info, context, "2410/CTP05-1", "The unit of an NDC is UN, ML, GR, F2 or ME.", line.NdcUnit,
                severity: severity);
        else if (line.NdcQuantity is { } exact && decimal.Round(exact, 3) != exact)
            findings.Add(Info, context, "2410/CTP04", "The NDC quantity has more than three decimals.",
                line.NdcQuantityText, new() { Text = Texts.Of($"{exact:0.###}") }, Severity.Warn);
    }

    private static bool IsUnit(ReadOnlySpan<byte> unit) => unit.SequenceEqual("UN"u8) || unit.SequenceEqual("ML"u8)
        || unit.SequenceEqual("GR"u8) || unit.SequenceEqual("F2"u8) || unit.SequenceEqual("ME"u8);
}
