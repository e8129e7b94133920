using Noc.Drugs;

namespace Noc.Audit.Rules.Ndc;

/// <summary>NDC002 ndc-malformed: LIN03 is not eleven digits.</summary>
/// <remarks>
/// <para>Why it matters: claims carry the 5-4-2 form without hyphens; anything else is rejected (RARC M119).</para>
/// <para>What to do: pad the short segment with a zero on its left; without hyphens look the ten digits up.</para>
/// <para>Source: 21 CFR 207.33 and FR 2026-04368 for the forms of the code.</para>
/// <para>Silent when: LIN02 names another kind of number.</para>
/// </remarks>
public static class NdcMalformed
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("NDC002", "ndc-malformed", "ndc_format", Severity.Reject,
        "Claims carry eleven digits (5-4-2) without hyphens (RARC M119).", Sources.Ndc) { Judges = LineTraits.Ndc };

    /// <summary>Judges drug lines of every code that carry a LIN.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var line = context.Drug!.Line;
        if (line.NdcCount == 0 || (!line.NdcQualifier.IsEmpty && !line.NdcQualifier.Is("N4"u8))) return;
        if (line.Ndc is not null && !IsPlaceholder(line.NdcText.Bytes)) return;
        var read = NdcText.Read(line.NdcText.Text);
        if (read.Defect is NdcDefect.None) return;
        if (read.Ndc is { } known && NdcText.IsPlaceholder(known.Digits))
            read = read with { Defect = NdcDefect.Placeholder, Ndc = null };
        var isSame = read.Defect is NdcDefect.Separators or NdcDefect.Prefix or NdcDefect.TwelveDigits;
        findings.Add(Info, context, "2410/LIN03", Message(read), line.NdcText,
            read.Ndc is { } ndc ? new() { Ndc = ndc.Digits } : null,
            read.Defect is NdcDefect.Missing && !NdcMissing.IsRequired(context) ? Severity.Warn : Severity.Reject,
            read.Ndc is null ? null : new(isSame ? CorrectionSafety.Safe : CorrectionSafety.Review,
                "write the eleven digits"));
    }

    private static bool IsPlaceholder(ReadOnlySpan<byte> text)
    {
        Span<char> digits = stackalloc char[11];
        return System.Text.Encoding.ASCII.TryGetChars(text, digits, out var count)
            && NdcText.IsPlaceholder(digits[..count]);
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
