using Noc.Tables;

namespace Noc.Audit.Rules.Coding;

/// <summary>COD002 code-not-yet-valid: the drug code starts after the date of service.</summary>
/// <remarks>
/// <para>Why it matters: the date of service decides; a code is denied before its first day (CARC 181).</para>
/// <para>What to do: bill the code that was valid on the date, often the unclassified one.</para>
/// <para>Source: CMS HCPCS Level II, effective dates.</para>
/// <para>Silent when: the seed does not hold the code.</para>
/// </remarks>
public static class CodeNotYetValid
{
    /// <summary>What never changes about the rule.</summary>
    public static readonly RuleInfo Info = new("COD002", "code-not-yet-valid", "specific_code_check", Severity.Deny,
        "A code is denied before its first day (CARC 181).", Sources.Hcpcs);

    /// <summary>Checks a line whose code names a drug.</summary>
    public static void Check(in RuleContext context, FindingSink findings)
    {
        var drug = context.Drug!;
        if (drug.IsUnclassified || drug.Day is not { } day) return;
        if (context.Tables.Code(drug.Line.Code, day) is not CodeStatus.NotYet status) return;
        var fallback = drug.Setting is Noc.Coding.Setting.Opps ? status.Product.FallbackOpps : status.Product.Fallback;
        findings.Add(Info, context, context.CodeElement,
            Texts.Of($"{drug.Line.Code} starts on {status.Row.From:yyyy-MM-dd}, after the date of service."),
            drug.Line.CodeText,
            fallback.IsNone ? null : new() { Code = fallback, Units = 1 }, confidence: status.Row.Confidence);
    }
}
