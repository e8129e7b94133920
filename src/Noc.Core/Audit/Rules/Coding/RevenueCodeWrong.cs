using Noc.Payers;

namespace Noc.Audit.Rules.Coding;

/// <summary>REV001 revenue-code-wrong: the revenue code of an unclassified line is not the one that this payer
/// wants.</summary>
/// <remarks>
/// <para>Why it matters: C9399 under another revenue code is returned; a payer that pays by revenue code pays the line
/// wrong.</para>
/// <para>What to do: bill the revenue code in the finding.</para>
/// <para>Source: the payer's own rule, for C9399 the contractor's.</para>
/// <para>Silent when: the claim is professional, the line has no revenue code, or the payer's rule is not known.</para>
/// </remarks>
public static class RevenueCodeWrong
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("REV001", "revenue-code-wrong", "c9399", Severity.Reject,
        "Another revenue code is returned or paid wrong.", Sources.C9399) { Judges = LineTraits.Unclassified };

    /// <summary>Compares SV201 without the leading zero. A wish that is no code of three or four digits is not
    /// judged.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (!drug.IsUnclassified || drug.Line.RevenueCode.IsEmpty) return;
        var wanted = drug.Line.Code == Codes.C9399 ? context.Wants(PolicyKeys.C9399Revenue) : null;
        if ((wanted ?? context.Wants(PolicyKeys.RevenueCode)) is not { Value.Word: var right } entry) return;
        if (right.Length is not (3 or 4) || !right.All(char.IsAsciiDigit)) return;
        if (drug.Line.RevenueCode.Text.TrimStart('0') == right.TrimStart('0')) return;
        findings.Add(Info, context, entry, "2400/SV201", $"This payer wants revenue code {right} here.",
            drug.Line.RevenueCode, new() { Text = right },
            new(CorrectionSafety.Review, $"set the revenue code to {right}"));
    }
}
